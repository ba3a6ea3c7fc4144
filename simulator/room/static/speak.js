// The command line: completion as one types, history with the arrows, and the answer below.
import { offers, say } from "./net.js";
import { byId, clock, make, simulated } from "./show.js";

const words = byId("words"), list = byId("offers"), answer = byId("answer");
const past = [];
let place = 0, chosen = -1, found = [], asked = 0, coming = null, busy = null;
const LONG = 5, QUITE = 12000;
const toast = make("p", { class: "toast", "aria-hidden": "true" });
document.body.append(toast);
let said = () => {};
export const whenSaid = (hear) => { said = hear; };

export async function speak(text, typed = false) {
  const words_ = text.trim();
  if (!words_) return false;
  const slow = setTimeout(() => tell(`On its way: ${words_}`), 800);
  const told = await say(words_);
  clearTimeout(slow);
  const fine = told.ok && ["done", "waiting", "help"].includes(told.status);
  tell(takes(told, words_) ?? (told.answer || told.status), fine, told.status === "help");
  busy = fine && told.until > simulated() ? told.until : null;
  if (told.ok) {
    if (past.at(-1) !== words_) past.push(words_);
    place = past.length;
    if (words.value.trim() === words_ && fine) words.value = "";
    if (typed && told.status === "done") said(words_);
  } else if (!words.value) words.value = words_;
  close();
  return fine;
}

// On a phone the answer is told on every view. The words there are may fill a page: they are closed again.
let fading = 0;
function tell(text, fine = true, help = false) {
  answer.replaceChildren(text);
  answer.className = help ? "help" : fine ? "" : "wrong";
  if (help) answer.append(make("button", { type: "button", class: "small", onclick: () => { tell(""); words.focus(); } }, "Close"));
  toast.textContent = help ? "" : text;
  toast.className = fine ? "toast" : "toast wrong";
  clearTimeout(fading);
  fading = setTimeout(() => { toast.textContent = ""; }, QUITE);
}

// What takes its time says until when, once, so that nobody waits for nothing or says it twice; then it goes.
function takes({ status, until }, said) {
  if (status === "waiting") return `You are busy until ${clock(until)}. Then this is said: ${said}`;
  if (status === "done") return until - simulated() < LONG ? "" : `This keeps you busy until ${clock(until)}. What you say meanwhile is said then.`;
  return null;
}
setInterval(() => { if (busy !== null && simulated() >= busy) { busy = null; tell(""); } }, 500);

export function put(text) { words.value = text; words.focus(); words.setSelectionRange(text.length, text.length); suggest(); }

function close() { list.hidden = true; words.setAttribute("aria-expanded", "false"); words.removeAttribute("aria-activedescendant"); chosen = -1; }

// What is typed next may be quicker than the offers for what was typed before: Tab waits for its own.
function suggest() {
  const mine = offered();
  coming = mine;
  mine.finally(() => { if (coming === mine) coming = null; });
}
async function complete() {
  while (coming) await coming;
  if (!list.hidden) take(Math.max(0, chosen));
}

async function offered() {
  const mine = ++asked, text = words.value.slice(0, words.selectionStart);
  const got = await offers(text).catch(() => []);
  if (mine !== asked || !Array.isArray(got) || document.activeElement !== words) return;
  found = got.slice(0, 12);
  list.replaceChildren(...found.map((each, index) => make("li", { id: `offer-${index}`, role: "option", "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); take(index); } }, make("span", {}, each.label), make("small", {}, each.meaning))));
  list.hidden = !found.length; words.setAttribute("aria-expanded", String(!list.hidden)); words.removeAttribute("aria-activedescendant"); chosen = -1;
}

function take(index) {
  const each = found[index], at = words.selectionStart;
  const head = words.value.slice(0, at + each.start) + each.text + (/[ "(]$/.test(each.text) ? "" : " ");
  words.value = head + words.value.slice(at); words.setSelectionRange(head.length, head.length); words.focus(); suggest();
}

function choose(step) {
  chosen = chosen < 0 && step < 0 ? found.length - 1 : (chosen + step + found.length) % found.length;
  [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
  words.setAttribute("aria-activedescendant", `offer-${chosen}`);
  list.children[chosen].scrollIntoView({ block: "nearest" });
}

function recall(step) {
  place = Math.min(past.length, Math.max(0, place + step));
  words.value = past[place] ?? ""; close();
}

// `instead` takes a line out of the hand that typed it, to ask first.
export function listen(instead) {
  words.addEventListener("input", () => { if (words.value.startsWith("/")) words.value = words.value.slice(1); chosen = -1; suggest(); });
  words.addEventListener("blur", close);
  words.addEventListener("keydown", (event) => {
    const open = !list.hidden, { key } = event;
    const does = key === "Tab" && (open || coming) && !event.shiftKey ? complete
      : key === "ArrowDown" && open ? () => choose(1)
        : key === "ArrowUp" && open && chosen >= 0 ? () => choose(-1)
          : key === "ArrowUp" && past.length ? () => recall(-1)
            : key === "ArrowDown" && past.length ? () => recall(1)
              : key === "Enter" && open && chosen >= 0 ? () => take(chosen) : null;
    if (does) { event.preventDefault(); does(); } else if (key === "Escape") { if (answer.className === "help") tell(""); close(); }
  });
  byId("say").addEventListener("submit", (event) => { event.preventDefault(); if (!instead(words.value.trim())) speak(words.value, true); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select, dialog")) return;
    event.preventDefault(); byId("tab-channel").offsetParent && byId("tab-channel").click(); words.focus();
  });
}
