// The command line: talk and commands, completion as one types, history with the arrows, and the answer below.
import { offers, post, UNREACHED } from "./net.js";
import { left, onTheirWay, send, takeBack } from "./outbox.js";
import { askBack } from "./askback.js";
import { byId, clock, make, simulated } from "./show.js";

const words = byId("words"), list = byId("offers"), answer = byId("answer");
const past = [];
let place = 0, chosen = -1, found = [], asked = 0, coming = null, talks = "", mayTalk = false;
const LONG = 5, FADES = 6000, LINGERS = 30000, TYPING = 150, SLOW = 500, DRAFT = `draft ${location.pathname}`;
// On a phone the answer is told on every view, in a strip of its own that covers nothing and goes by itself.
const toast = make("p", { class: "toast", "aria-hidden": "true" });
document.querySelector(".desk").append(toast);
let sheet = (text) => tell(text);
export const showHelpIn = (show) => { sheet = show; };

// Who begins with a quotation mark talks to the others: nothing else is a command that begins so.
const aloud = (text) => `say ${text.trim().replace(/^["'\u2018\u2019\u201c\u201d]+\s*/, "").replaceAll('"', "'")}`;
const isTalk = (text) => mayTalk && /^["'\u2018\u2019\u201c\u201d]\s*\S/.test(text);

// Whoever is `sure` is not asked back.
export async function speak(text, sure = false, key = undefined) {
  const line = text.trim(), words_ = isTalk(line) ? aloud(line) : line;
  if (!words_) return false;
  talks = "";
  if (onTheirWay().includes(words_)) { tell(`That is on its way already: ${line}`, true, Infinity); return false; }
  if (past.at(-1) !== line) past.push(line);
  place = past.length;
  let listed = false;
  const slow = setTimeout(() => { listed = words.value.trim() === line; if (listed) write(""); listWay(); }, SLOW);
  const told = await send(words_, sure, key);
  clearTimeout(slow);
  if (!told) { tell(`Taken back: ${line}.${refill(line) ? " It is in the box again." : ""}`); listWay(); return false; }
  const fine = told.ok && ["done", "waiting", "help"].includes(told.status);
  if (told.status === "help") { tell(""); sheet(told.answer, words_); }
  else if (["unreadable", "ambiguous"].includes(told.status) || (!mayTalk && told.status === "refused" && TALKING.test(line))) offerTalk(line, told.answer);
  else if (told.status === "doubt") { tell(""); askBack(told.ask, () => speak(text, true)); }
  else if (told.instead) offerInstead(told);
  else tell(takes(told) ?? (told.answer || told.status), fine);
  if (!fine && !words.value && (listed || !told.ok)) write(line);
  else if (fine && words.value.trim() === line) write("");
  listWay();
  close();
  return fine;
}

// What is on its way is listed as long as it is, and stands nowhere else; each can be taken back.
function listWay() {
  const all = onTheirWay();
  if (!all.length) return;
  const shown = (each) => each.replace(/^say /, "'");
  tell(`${navigator.onLine ? "On its way" : "Said as soon as you are back"}: ${all.map(shown).join("; ")}`, true, Infinity);
  answer.replaceChildren(answer.textContent.split(": ")[0], ": ", ...all.map((each) => make("span", { class: "going" }, `${shown(each)} `,
    make("button", { type: "button", class: "small", "aria-label": `Take back: ${shown(each)}`, onclick: () => takeBack(each) }, "Take back"), " ")));
}
// That the room could not be reached is no news once it tells something.
document.addEventListener("told", () => { if (answer?.textContent === UNREACHED) tell(""); });

// What is no command may be meant for people: one more key says it to them. Whoever only watches has the facilitator.
const TALKING = /^(say\s|["'\u2018\u2019\u201c\u201d])/i;
function offerTalk(line, why) {
  if (!words.value) write(line);
  talks = line;
  // Whoever only watches is wrong to say nothing: a sentence of theirs has a reader.
  const sentence = !mayTalk && !TALKING.test(line) && line.split(/\s+/).length > 2;
  tell(sentence ? "An observer watches: nobody on the call hears you." : why, !mayTalk, mayTalk ? FADES : LINGERS);
  answer.append(make("button", { type: "button", class: "talk", onclick: () => talk(line) }, mayTalk ? "Say it to everybody" : "Say it to the facilitator alone"), make("small", { class: "quiet" }, "or press Enter again"));
}
async function talk(line) {
  talks = "";
  if (await (mayTalk ? speak(aloud(line)) : apart(line)) && words.value.trim() === line) write("");
  words.focus();
}
async function apart(line) {
  const told = await post(`${location.pathname.replace(/\/$/, "")}/aside`, { text: aloud(line).slice(4).replace(/^say\s+/i, "").slice(0, 300) });
  tell(told.ok ? "Only the facilitator reads it." : told.answer, told.ok);
  return told.ok;
}
// Whoever was spoken to does not hear talk: what they would hear is there to be said.
function offerInstead({ answer: why, instead }) {
  tell(why, true, LINGERS);
  answer.append(make("button", { type: "button", class: "hint", onclick: () => put(instead) }, instead));
}

let fading = 0;
export function tell(text, fine = true, lasts = FADES) {
  answer.replaceChildren(text);
  answer.className = fine ? "" : "wrong";
  toast.textContent = text;
  toast.className = fine ? "toast" : "toast wrong";
  clearTimeout(fading);
  if (lasts < Infinity) fading = setTimeout(() => { toast.textContent = ""; if (fine) answer.replaceChildren(); }, lasts);
}

// What takes its time says until when, once; the row above the box tells of all that waits.
function takes({ status, until, answer: why }) {
  if (status === "waiting") return `Waits until you are free, at ${clock(until)}.`;
  if (status === "done") return why || (until - simulated() < LONG ? "" : `Done. You are free again at ${clock(until)}.`);
  return null;
}

function write(text) {
  words.value = text;
  if (text) sessionStorage.setItem(DRAFT, text); else sessionStorage.removeItem(DRAFT);
}
// Words that were taken back are in the box again, if it is empty.
export const refill = (text) => { const free = !words.value; if (free) write(text); return free; };
export function put(text) { write(text); words.focus(); words.setSelectionRange(text.length, text.length); suggest(); }

function close() { list.hidden = true; words.setAttribute("aria-expanded", "false"); words.removeAttribute("aria-activedescendant"); chosen = -1; }

// Asked for once one pauses, the last one wins. What is typed next may be quicker than the offers for what was
// typed before: Tab waits for its own. An empty box offers nothing: the words there are stand in the help.
function suggest() {
  const mine = offered();
  coming = mine;
  mine.finally(() => { if (coming === mine) coming = null; });
}
async function complete() {
  while (coming) await coming;
  if (!list.hidden) take(Math.max(0, chosen));
}
const pause = () => new Promise((done) => setTimeout(done, TYPING));

async function offered() {
  const mine = ++asked;
  if (!words.value.trim() || isTalk(words.value)) { close(); return; }
  await pause();
  if (mine !== asked) return;
  const got = await offers(words.value.slice(0, words.selectionStart)).catch(() => []);
  if (mine !== asked || !Array.isArray(got) || document.activeElement !== words) return;
  found = got.slice(0, 12);
  list.replaceChildren(...found.map((each, index) => make("li", { id: `offer-${index}`, role: "option", "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); take(index); } }, make("span", {}, each.label), make("small", {}, each.meaning))));
  list.hidden = !found.length; words.setAttribute("aria-expanded", String(!list.hidden)); words.removeAttribute("aria-activedescendant"); chosen = -1;
}

function take(index) {
  const each = found[index], at = words.selectionStart;
  const head = words.value.slice(0, at + each.start) + each.text + (/[ "(]$/.test(each.text) ? "" : " ");
  write(head + words.value.slice(at)); words.setSelectionRange(head.length, head.length); words.focus(); suggest();
}

function choose(step) {
  chosen = chosen < 0 && step < 0 ? found.length - 1 : (chosen + step + found.length) % found.length;
  [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
  words.setAttribute("aria-activedescendant", `offer-${chosen}`);
  list.children[chosen].scrollIntoView({ block: "nearest" });
}

function recall(step) {
  place = Math.min(past.length, Math.max(0, place + step));
  write(past[place] ?? ""); close();
}

function taken(line, by) {
  if (!by) { speak(line); return; }
  if (by !== "done") return;
  past.push(line); place = past.length; write(""); close();
}

// `instead` takes a line out of the hand that typed it, to ask first; what it has `done` is not said. Half a line
// outlives the page, and what was typed before this script had come is not written over.
export function listen(instead, talking) {
  mayTalk = talking;
  words.value ||= sessionStorage.getItem(DRAFT) ?? "";
  words.addEventListener("input", () => { if (!words.value) tell(""); write(words.value.startsWith("/") ? words.value.slice(1) : words.value); chosen = -1; suggest(); });
  for (const { key, text } of left()) speak(text, false, key);
  words.addEventListener("blur", close);
  words.addEventListener("keydown", (event) => {
    const open = !list.hidden, { key } = event;
    const does = key === "Tab" && (open || coming) && !event.shiftKey ? complete
      : key === "ArrowDown" && open ? () => choose(1)
        : key === "ArrowUp" && open && chosen >= 0 ? () => choose(-1)
          : key === "ArrowUp" && past.length ? () => recall(-1)
            : key === "ArrowDown" && past.length ? () => recall(1)
              : key === "Enter" && open && chosen >= 0 ? () => take(chosen) : null;
    if (does) { event.preventDefault(); does(); } else if (key === "Escape") close();
  });
  byId("say").addEventListener("submit", (event) => {
    event.preventDefault();
    const line = words.value.trim();
    asked += 1; // offers that are still on their way come too late
    if (talks && line === talks) talk(line);
    else taken(line, instead(line));
  });
}
