// The talk after the end, on every page of whoever sat in the room: what was said, by whom, and a line to say more.
import { post } from "./net.js";

const OFTEN = 2500, CODE = /\b[BCDFGHJ-NP-TV-XZ2-9]{3}-[BCDFGHJ-NP-TV-XZ2-9]{3}-[BCDFGHJ-NP-TV-XZ2-9]{3}\b/;
const seat = location.pathname.match(/^\/r\/[^/]+\/(?!screen\b)[^/]+/)?.[0] ?? "", base = `${seat}/after`;
const page = location.pathname.startsWith(`${base}/`) ? location.pathname.slice(base.length + 1) : location.pathname.endsWith("/debrief") ? "debrief" : "";
export const leads = seat.endsWith("/facilitator");
const STORED = `talk ${seat}`;
let last = 0, read = Number(sessionStorage.getItem(STORED) ?? 0), led = "", wait = false, parts = null;

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (name.startsWith("on")) node.addEventListener(name.slice(2), value); else if (value !== false) node.setAttribute(name, value);
  node.append(...children.filter(Boolean));
  return node;
}
// A code of a room leads there, wherever it is said.
function linked(text) {
  const found = text.match(CODE);
  return found ? [text.slice(0, found.index), make("a", { href: `/j/${found[0]}` }, found[0]), ...linked(text.slice(found.index + found[0].length))] : [text];
}
const path = (place) => place.split(/[#?]/)[0];
const writing = () => document.activeElement?.matches?.("input, textarea, select") && document.activeElement !== document.body && document.activeElement.id !== "scrub";

// Who looks at this page already is led at once, unless they write; whoever looks elsewhere is shown the way.
function lead(place) {
  if (!place || path(place) !== page || page === "debrief") return;
  if (place.includes("#")) { if (location.hash === place.slice(place.indexOf("#"))) dispatchEvent(new Event("hashchange")); else location.hash = place.slice(place.indexOf("#")); }
  else document.dispatchEvent(new CustomEvent("led", { detail: place }));
}
const goes = (place) => (event) => { if (path(place) !== page || page === "debrief") return; event.preventDefault(); lead(place); };

function line(told) {
  const by = told.mine ? "You" : told.by || "The facilitator", when = new Date(1000 * told.when).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const way = told.place && !leads ? make("a", { class: "way-there", href: `${base}/${told.place}`, onclick: goes(told.place) }, "Go there") : "";
  const says = told.joins ? make("span", {}, make("b", {}, by), ` ${told.mine ? told.text.replace(/^decides/, "decide") : told.text}. `, make("a", { class: "way-there", href: told.enters || `/j/${told.joins}` }, told.enters ? "Facilitate it" : told.mine ? "Go there" : "Join")) : make("span", {}, make("b", {}, `${by}: `), ...linked(told.text), way && " ", way);
  return make("li", { class: told.by || told.joins ? "" : "led" }, make("time", {}, when), says);
}

function count() {
  const fresh = [...parts.lines.children].filter((each) => Number(each.dataset.n) > read).length, open = parts.box.classList.contains("open");
  if (open) { read = last; sessionStorage.setItem(STORED, last); }
  parts.fresh.textContent = !open && fresh > 1 ? `${fresh} new` : "";
}
function fold(open) {
  parts.box.classList.toggle("open", open); parts.toggle.setAttribute("aria-expanded", open);
  parts.toggle.firstChild.textContent = open ? "Talk, fold" : `Talk`;
  parts.lines.scrollTop = open ? parts.lines.scrollHeight : 0;
  count();
}
function hear(messages) {
  const first = !last;
  for (const told of messages) {
    if (told.n <= last) continue;
    last = told.n;
    const item = line(told);
    item.dataset.n = told.mine ? 0 : told.n;
    parts.lines.append(item);
    if (!first && told.place && !leads && !writing()) lead(told.place);
  }
  if (first && !leads && !location.hash && messages.at(-1)?.place.startsWith(`${page}#`)) lead(messages.at(-1).place);
  if (messages.length) { if (parts.box.classList.contains("open")) parts.lines.scrollTop = parts.lines.scrollHeight; count(); }
}
function came(where) {
  if (!led || !where) return;
  const names = Object.keys(where), here = names.filter((name) => path(where[name]) === path(led)), not = names.filter((name) => !here.includes(name));
  parts.here.textContent = !names.length ? "Nobody else sits here." : !not.length ? `All ${here.length} are here.` : `Here: ${here.join(", ") || "nobody yet"}. Not yet: ${not.join(", ")}.`;
}
async function look() {
  if (wait || document.hidden) return;
  wait = true;
  const at = page === "replay" ? "replay?at=0" : page === "debrief" || page.startsWith("guide/") ? page + (location.hash.startsWith("#step-") ? location.hash : "") : "";
  const got = await fetch(`${seat}/talk?after=${last}&at=${encodeURIComponent(at)}`, { signal: AbortSignal.timeout(8000) }).catch(() => null);
  if (got?.ok) { const told = await got.json(); hear(told.messages); came(told.where); }
  wait = false;
}
async function say(text, place = "") {
  const told = await post(`${seat}/talk`, { text, place });
  parts.wrong.textContent = told.ok ? "" : told.answer;
  if (told.ok) { if (parts.words.value.trim() === text) parts.words.value = ""; if (place) { led = place; parts.here.textContent = "They are told..."; } }
  await look();
}
// The facilitator leads all to a place; what stands in the line to say goes with it.
export const bring = (text, place) => say(parts.words.value.trim() || text, place);

function begin() {
  if (parts) return;
  document.head.append(make("link", { rel: "stylesheet", href: "/static/talk.css" }));
  const lines = make("ol", { id: "talk-lines", "aria-live": "polite", "aria-label": "Said since the end", tabindex: 0 });
  const words = make("textarea", { id: "talk-words", rows: 1, "aria-label": leads ? "Say to everybody" : "Say to all who were there", placeholder: leads ? "Say to everybody" : "Say something to all" });
  const fresh = make("span", { class: "fresh" }), wrong = make("p", { class: "wrong", role: "alert" }), here = make("p", { class: "here-now", role: "status" });
  const toggle = make("button", { type: "button", class: "talk-toggle", "aria-expanded": "false", "aria-controls": "talk-lines", onclick: () => fold(!parts.box.classList.contains("open")) }, make("span", {}, "Talk"), " ", fresh);
  const form = make("form", {}, words, make("button", {}, "Say"));
  form.addEventListener("submit", (event) => { event.preventDefault(); if (words.value.trim()) say(words.value.trim()); });
  words.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); } event.stopPropagation(); });
  lines.addEventListener("click", (event) => { if (!event.target.closest("a") && !parts.box.classList.contains("open")) fold(true); });
  const box = make("section", { class: "talk", id: "talk", "aria-label": "Talk" }, toggle, lines, here, form, wrong);
  parts = { box, lines, words, fresh, wrong, here, toggle };
  document.body.append(box);
  look(); setInterval(look, OFTEN);
  document.addEventListener("visibilitychange", look);
}
const past = location.pathname.startsWith(base) || page === "debrief";
if (seat && past) begin();
else if (seat && document.body.classList.contains("live")) document.addEventListener("told", ({ detail }) => { if (detail.standing?.over) begin(); });
