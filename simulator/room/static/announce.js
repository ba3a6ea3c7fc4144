// What is read aloud: at most one announcement in five seconds, what wants one first, and how much else there was.
const FIRST = 1000, BETWEEN = 4000;

export function announcer(node) {
  let waiting = [], timer = 0;
  function announce() {
    if (timer || !waiting.length) return;
    timer = setTimeout(() => {
      const calls = waiting.filter(([call]) => call), first = (calls.length ? calls : waiting).slice(-2).map(([, text]) => text);
      const rest = waiting.length - first.length;
      node.textContent = `${first.join(" ")}${rest > 0 ? ` And ${rest} more.` : ""}`;
      waiting = []; timer = setTimeout(() => { timer = 0; announce(); }, BETWEEN);
    }, FIRST);
  }
  return (call, text) => { waiting.push([call, text]); announce(); };
}
