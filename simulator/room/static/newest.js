// A list that follows its newest line until a person scrolls away from it; only that stops it.
// A bar, a box or an error beside it makes it lower, and what is taken out of it makes it shorter: the scrolling that
// follows from that is nobody's. It is told from a person's own by the size of list and lines, which theirs leaves as it is.
const CLOSE = 60; // so near to the newest line one still follows

export function follower(list, scrolled) {
  let follows = true, size = "";
  const measured = () => `${list.clientHeight} ${list.scrollHeight}`;
  const newest = () => { list.scrollTop = list.scrollHeight; follows = true; size = measured(); };
  const keep = () => { if (follows) newest(); };
  list.addEventListener("scroll", () => {
    const own = measured() === size;
    size = measured();
    if (!own && follows) newest();
    else follows = list.scrollHeight - list.scrollTop - list.clientHeight < CLOSE;
    scrolled();
  });
  new ResizeObserver(keep).observe(list);
  return { newest, keep, follows: () => follows };
}
