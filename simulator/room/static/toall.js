// The facilitator's own voice, to everybody: a line like no other in every channel, and a band on every view.
import { byId, clock, make } from "./show.js";

const seconds = (text) => text.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);
export const row = (told) => make("li", { class: "toall" }, make("time", {}, clock(told.at)),
  make("span", { class: "text" }, make("strong", { class: "speaker" }, "The facilitator, to everybody: "), told.text));

// What was said before one came stands where its time is.
export function place(list, item, at) {
  const before = [...list.children].reverse().find((each) => { const time = each.querySelector("time"); return time && seconds(time.textContent) <= at; });
  if (before) before.after(item); else list.prepend(item);
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
