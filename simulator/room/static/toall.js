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

export function band(told) {
  byId("word")?.remove();
  const shut = () => byId("word")?.remove();
  byId("paused").after(make("p", { id: "word", class: "toall word" }, make("span", {}, make("strong", {}, "The facilitator, to everybody: "), told.text), make("button", { type: "button", class: "small", onclick: shut }, "Close")));
}
