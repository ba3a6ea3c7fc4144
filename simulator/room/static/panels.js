// The views beside the channel. On a phone the channel is one of them, and the row of names is at the bottom.
import { byId, make } from "./show.js";

// A phone, held either way.
export const narrow = matchMedia("(max-width: 52rem), (max-height: 30rem)");
const seen = [];
let chosen = "", kept = "";

export const shows = (id) => (id === "channel" ? !narrow.matches || chosen === "channel" : chosen === id);
export const whenShown = (hear) => seen.push(hear);

export function choose(id) {
  if (id === "channel" && !narrow.matches) { for (const hear of seen) hear(id); return; } // it stands beside every view
  chosen = id;
  if (kept) sessionStorage.setItem(kept, id);
  document.body.dataset.view = id;
  for (const tab of document.querySelectorAll(".tabs [role=tab]")) {
    const mine = tab.dataset.view === id;
    tab.setAttribute("aria-selected", mine);
    tab.tabIndex = mine ? 0 : -1;
    if (tab.dataset.view !== "channel") byId(tab.dataset.view).hidden = !mine;
  }
  for (const hear of seen) hear(id);
}

// The view that was open comes back with the page, under the name it is `kept` by.
export function panels(name = "") {
  const nav = document.querySelector(".tabs");
  byId("loading")?.remove();
  const all = [byId("channel"), ...document.querySelectorAll(".side > .panel")];
  nav.append(...all.map((panel) => make("button", { id: `tab-${panel.id}`, role: "tab", type: "button", "data-view": panel.id, "aria-controls": panel.id, onclick: () => choose(panel.id) },
    make("span", {}, panel.dataset.title), make("span", { class: "count", id: `count-${panel.id}`, hidden: true }))));
  for (const panel of all.slice(1)) { panel.setAttribute("aria-labelledby", `tab-${panel.id}`); panel.tabIndex = 0; }
  nav.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -99, End: 99 }[event.key];
    if (!step) return;
    const shown = [...nav.querySelectorAll("[role=tab]")].filter((tab) => tab.offsetParent !== null || narrow.matches);
    const at = shown.indexOf(document.activeElement), next = step === -99 ? 0 : step === 99 ? shown.length - 1 : (at + step + shown.length) % shown.length;
    event.preventDefault();
    choose(shown[next].dataset.view); shown[next].focus();
  });
  const fit = () => { if (narrow.matches ? !chosen : !chosen || chosen === "channel") choose(narrow.matches ? "channel" : "board"); };
  narrow.addEventListener("change", fit);
  const before = sessionStorage.getItem(name);
  if (all.some((panel) => panel.id === before) && (before !== "channel" || narrow.matches)) choose(before);
  fit();
  kept = name;
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || !/^[1-9]$/.test(event.key)) return;
    const tab = nav.querySelectorAll("[role=tab]")[Number(event.key)];
    if (tab) { event.preventDefault(); choose(tab.dataset.view); tab.focus(); }
  });
}

export function count(id, number) {
  const badge = byId(`count-${id}`);
  badge.hidden = !number;
  badge.textContent = number ? String(number) : "";
}
