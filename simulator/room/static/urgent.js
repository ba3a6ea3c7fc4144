// A line that wants whoever reads, in a strip over every other view: the newest, how many more, and a way there.
import { byId, make } from "./show.js";

let more = 0;

export function strip(told, go) {
  more = byId("urgent") ? more + 1 : 0;
  byId("urgent")?.remove();
  byId("paused").after(make("p", { id: "urgent", class: "toall word urgent" },
    make("span", { class: "says" }, ...told, more ? make("small", {}, ` And ${more} more.`) : ""),
    make("button", { type: "button", class: "small", onclick: go }, "Go there"),
    make("button", { type: "button", class: "small", "aria-label": "Close", onclick: unstrip }, "✕")));
}

export function unstrip() { byId("urgent")?.remove(); more = 0; }
