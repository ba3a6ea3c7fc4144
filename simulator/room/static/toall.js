// The facilitator's own voice, to everybody: a line like no other in every channel, and a band on every view.
import { byId, clock, make } from "./show.js";

export const row = (told) => make("li", { class: "toall" }, make("time", {}, clock(told.at)),
  make("span", { class: "text" }, make("strong", { class: "speaker" }, "The facilitator, to everybody: "), told.text));

// What was said beside the exercise stands after the line that it came after, however late one hears of either.
const number = (item) => Number(/^line-(\d+)$/.exec(item.id)?.[1] ?? NaN);
export function among(list, item, { after, nth }) {
  Object.assign(item.dataset, { after, nth });
  const next = [...list.children].find((each) => number(each) > after || Number(each.dataset.after) > after || (Number(each.dataset.after) === after && Number(each.dataset.nth) > nth));
  if (next) next.before(item); else list.append(item);
}
// A line stands before what came after it.
export function follows(list, item) {
  let early = null;
  for (let last = list.lastElementChild; Number(last?.dataset.after) >= number(item); last = last.previousElementSibling) early = last;
  if (early) early.before(item); else list.append(item);
}

// The band is two lines at most, all of it for whoever wants it, and goes by itself: the channel keeps the words.
const STAYS = 20000;
export function band(told) {
  byId("word")?.remove();
  const words = make("span", { class: "says" }, make("strong", {}, "Facilitator: "), told.text), shut = () => made.remove();
  const more = make("button", { type: "button", class: "small", hidden: true, "aria-expanded": "false", onclick: () => { made.classList.add("all"); more.remove(); clearTimeout(goes); } }, "More");
  const made = make("p", { id: "word", class: "toall word" }, words, more, make("button", { type: "button", class: "small", "aria-label": "Close", onclick: shut }, "✕"));
  const goes = setTimeout(shut, STAYS);
  byId("paused").after(made);
  more.hidden = words.scrollHeight <= words.clientHeight + 2;
}
