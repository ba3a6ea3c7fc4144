// The channel: what happens, who is meant, what is unread. It is told to a screen reader in few words.
import { byId, clock, make } from "./show.js";
import { announcer } from "./announce.js";
import { choose, shows, whenShown, count } from "./panels.js";
import { follower } from "./newest.js";
import { lookIn } from "./looks.js";
import { answerable } from "./privately.js";
import { among, band, follows, row as word } from "./toall.js";
import { strip, unstrip } from "./urgent.js";

const list = byId("lines"), jump = byId("jump"), announce = announcer(byId("announce"));
const PRIVATE = ["Whispered", "HintGiven"];
const seated = document.body.dataset.seat, speaks = seated === document.body.dataset.watches;
let unread = 0, fence = null, names = [], me = "", leading = false, settled = false, answers = () => [], looks = {};
// What a line can be answered with: buttons that open a form.
export const answerWith = (buttons) => { answers = buttons; };

// Whose name somebody of the company has too is not meant by it alone.
export function knowMe(person, title, isCommander, company, views) {
  me = person; looks = views;
  const shared = company.some((name) => [name, name.split(" ")[0]].some((each) => each.toLowerCase() === me.toLowerCase()));
  names = [shared ? `${me} (${title})` : me, title].filter(Boolean).map((name) => name.toLowerCase());
  leading = isCommander;
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const named = (text) => names.some((name) => new RegExp(`(^|[^\\p{L}])${escaped(name)}($|[^\\p{L}])`, "iu").test(text));
// A line about this seat says `you` to whoever did it, and their name to all others who see it here.
const heard = (line, closed) => (line.told && line.by !== me && !(closed && speaks) ? line.told : line.text);

// Talk is told as talk: whoever said it, and the words.
const talkOf = (line, mine, text) => (line.words === undefined ? [author(line, mine, text), text] : [make("strong", { class: "speaker" }, `${mine ? "You" : line.author ?? "The facilitator"}: `), line.words]);

// Whose words a line came of, unless it begins with their name: what people do at their keyboards has an author.
function author(line, mine, text) {
  if (line.kind === "Posted") return ""; // it says who sends it, whoever approved it
  const name = line.said !== undefined ? (mine ? "You" : line.by || line.said) : line.author === undefined ? "" : mine ? "You" : line.author;
  return name && !text.toLowerCase().startsWith(name.toLowerCase()) ? make("strong", { class: "speaker" }, `${name}: `) : "";
}

function row(line, mine) {
  const spoken = line.said !== undefined, closed = PRIVATE.includes(line.kind), own = ["Misread", "Refused"].includes(line.kind);
  // What was not understood is told below the box; what was refused to whoever said it, and to nobody beside them.
  if (line.kind === "Misread" || (own && !(speaks && (line.by ?? me) === me))) return null;
  if (spoken && mine && lookIn(line.text, looks)) return null; // it was shown
  if (line.kind === "Looked" || line.echo || (!spoken && !closed && !line.news && !own)) return null;
  const text = line.reads ?? heard(line, closed), answersMe = line.to !== undefined && line.to === me && line.from === seated;
  const wants = line.mark === "!", meant = closed || answersMe || (!mine && !own && named(line.words ?? text));
  const note = closed ? "private" : answersMe ? "answers you" : meant ? "names you" : wants ? (leading ? "wants you" : "urgent") : "";
  return make("li", { id: `line-${line.n}`, "data-at": line.at, class: [line.tone, mine && "own", (spoken || line.author) && !mine && "said", wants && "call", meant && "me", closed && "private"].filter(Boolean).join(" ") },
    make("time", {}, clock(line.at)), make("span", { class: "text" }, note ? make("span", { class: "note" }, note) : "", ...talkOf(line, mine, text),
      line.to && !answersMe ? make("small", { class: "to" }, ` (to ${line.to})`) : ""), doing(closed && speaks ? answerable() : answers(line)));
}
// What is done there is no choice of the line, to which an observer pins notes.
const alone = (event) => event.stopPropagation();
const doing = (buttons) => (buttons.length ? make("span", { class: "doing", onclick: alone, onkeydown: alone }, ...buttons) : null);

const stream = follower(list, () => read());
const watching = () => shows("channel") && !document.hidden && stream.follows();

export function hear(lines, seat) {
  const watched = !settled || watching();
  for (const line of lines) {
    const mine = speaks && (line.said === seat ? line.by === me : line.from === seat && line.author === me);
    const item = row(line, mine);
    if (!item) continue;
    if (!watched && !mine) {
      if (!unread) { fence?.remove(); fence = make("li", { class: "fence" }, "New"); list.append(fence); }
      unread += 1;
      if (item.matches(".me, .call")) wanted(item);
    }
    follows(list, item);
    if (settled && !mine) announce(item.matches(".me, .call"), item.querySelector(".text").textContent);
  }
  stream.keep();
  show();
}

// What is read in no view but its own stands over the others as well.
function wanted(item) {
  jump.dataset.call = "yes";
  const text = item.querySelector(".text").textContent, why = item.querySelector(".note")?.textContent ?? "";
  if (!shows("channel")) strip([make("strong", {}, `${why} `), text.slice(why.length)], () => { choose("channel"); item.scrollIntoView({ block: "center" }); list.focus(); });
}

// The facilitator to everybody. It has no number of its own: what was heard already is known by how many there were.
let calls = 0;
export function toEverybody(told) {
  for (const each of told.slice(calls)) {
    const item = word(each);
    among(list, item, each);
    if (!settled) continue;
    band(each);
    announce(true, `The facilitator, to everybody: ${each.text}`);
    if (!watching()) { unread += 1; jump.dataset.call = "yes"; }
  }
  calls = told.length;
  stream.keep();
  show();
}

export function aside(told, from) {
  for (const each of told.slice(from)) {
    const own = each.from !== undefined; // said to the facilitator by whoever reads this
    const item = make("li", { "data-at": each.at, class: own ? "private own" : "private me" }, make("time", {}, clock(each.at)), make("span", { class: "text" }, make("span", { class: "note" }, "private"), make("strong", {}, own ? "You, to the facilitator alone: " : `${each.by}, to this seat alone: `), each.text));
    among(list, item, each);
    if (own || !settled) continue;
    announce(true, `${each.by}, in private: ${each.text}`);
    if (!watching()) { unread += 1; wanted(item); }
  }
  stream.keep();
  show();
}

// What was done with the clock is told last of all that had happened before one came: what comes from then on is new.
// It is a line for each, and a band for a while when it is new.
let turns = null;
export function turned(told) {
  const before = [...list.querySelectorAll(".turn")], kept = before.findIndex((item, n) => item.dataset.text !== told[n]?.text), from = kept < 0 ? before.length : kept;
  for (const item of before.slice(from)) item.remove(); // a skip that went on
  for (const each of told.slice(from)) {
    among(list, make("li", { class: "turn", "data-at": each.at, "data-text": each.text }, make("time", {}, clock(each.at)), make("span", { class: "text" }, each.text)), each);
  }
  stream.keep();
  const fresh = turns !== null && told.length && told.at(-1).text !== turns ? told.at(-1).text : "";
  turns = told.at(-1)?.text ?? ""; settled = true;
  if (fresh) flash(fresh.startsWith("The facilitator paused") ? "" : fresh); // of a pause the band above tells as long as it lasts
}
function flash(text) {
  const band = byId("turned");
  band.textContent = text; band.hidden = !text;
  clearTimeout(flash.over);
  flash.over = setTimeout(() => { band.hidden = true; band.textContent = ""; }, 8000);
}
const piece = (part) => (Array.isArray(part) ? make("details", {}, make("summary", {}, part[0]), ...part[1].map((each) => make("span", { class: "part" }, each))) : make("span", { class: "part" }, part));
// The answer to a look: for whoever asked, here and now; it is no line of the record.
export function answered(about, text, at) {
  list.append(make("li", { class: "own answered" }, make("time", {}, clock(at)), make("span", { class: "text" }, make("span", { class: "note" }, "for you alone"), make("strong", {}, `${about}: `), ...(Array.isArray(text) ? text.map(piece) : [text]))));
  stream.newest();
}

function show() {
  jump.hidden = !unread;
  jump.textContent = `${unread} new, go to the newest ↓`;
  if (!unread) { delete jump.dataset.call; unstrip(); }
  document.title = document.title.replace(/^\(\d+\) /, "").replace(/^/, unread ? `(${unread}) ` : "");
  count("channel", unread);
  const badge = byId("unread");
  badge.hidden = !unread; badge.textContent = `${unread} unread`;
}

function read() { if (unread && watching()) { unread = 0; show(); } }
export function newest() { stream.newest(); read(); }
document.addEventListener("visibilitychange", read);
jump.addEventListener("click", () => { newest(); list.focus(); });
byId("unread").addEventListener("click", () => { byId("tab-channel").click(); newest(); list.focus(); });
whenShown((id) => { if (id === "channel") newest(); });
