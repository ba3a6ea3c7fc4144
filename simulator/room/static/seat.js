// A seat's view: the channel, the words, and the views beside it.
import { follow, post } from "./net.js";
import { byId, forms, lead, make, showBoard, showCrew, simulated, stand, wall } from "./show.js";
import { alarms, draw, gather, happened, recall, ringing } from "./charts.js";
import { answered, answerWith, aside, hear, knowMe, newest, toEverybody, turned } from "./channel.js";
import "./away.js";
import { choose, count, narrow, panels, shows, whenShown } from "./panels.js";
import { composer } from "./composer.js";
import { deedsOf } from "./deeds.js";
import { helpOf } from "./help.js";
import { answerTo, lookIn } from "./looks.js";
import { showRow } from "./queue.js";
import { listen, put, refill, showHelpIn, speak, tell } from "./speak.js";
import "./keyboard.js";
import { mapOf } from "./map.js";
import { runbook } from "./runbook.js";

const { seat, watches, person, title } = document.body.dataset, speaking = seat === watches;
const offer = forms(), known = { board: null, standing: null, asides: 0, gauges: {}, asked: {} }, here = location.pathname.replace(/\/$/, "");
if (!speaking) offer.may = [];
const compose = (audience) => { choose("post"); updates.write(audience); };
const sayIt = (text, sure = false) => { shown(text); return speak(text, sure); };
const deeds = deedsOf(offer, known, sayIt, compose);
const updates = composer(byId("post"), offer, speak);
knowMe(person, title, seat === "commander", offer.people, offer.looks);
alarms(offer.alerts);
panels(`view ${here}`);
const mark = mapOf(byId("map"), offer, deeds.can("Investigate") ? (place) => deeds.open("Investigate", { place }) : null);
const find = runbook(byId("runbook"), offer, deeds);
const walksAway = (text) => offer.ends.includes(text.toLowerCase()) && known.board?.resolved === null && deeds.has("End");
const asksFirst = (text) => (walksAway(text) ? (deeds.open("End"), true) : deeds.asksFirst(text));
if (speaking) {
  listen((text) => (shown(text) ? "done" : asksFirst(text)), deeds.can("Say"));
  showHelpIn(helpOf(offer, put));
}
for (const link of document.querySelectorAll(".briefing [data-view]")) link.addEventListener("click", () => choose(link.dataset.view));
for (const hint of document.querySelectorAll(".hint")) hint.addEventListener("click", () => put(hint.textContent));

// What one asks to see is shown at once, and read out to whoever asked where it is text. Views are free to look
// at, like their tabs; only that the signals were read is on record. True when nothing is left to be said.
function shown(text) {
  const look = lookIn(text, offer.looks);
  if (!look) return false;
  const told = answerTo(look.view, offer, known);
  if (!(told && narrow.matches)) choose(look.panel); // on a phone the answer stands in the channel
  if (look.of && look.view === "runbook") find(look.of);
  if (told) answered(look.view[0].toUpperCase() + look.view.slice(1), told, simulated());
  tell(look.view === "timeline" ? "The channel is the timeline: you are at its newest line." : "");
  return look.view !== "signals";
}

// Words that are taken back are not lost: an update is in its form again, all else in the box.
function restored(each) {
  if (each.by && each.by !== person) return "";
  if (each.update && updates.back(each.update)) return "It is in its form again.";
  return refill(each.text) ? "It is in the box again." : "";
}

// Who wants an answer, or news, is given it from the line where they ask, by whoever may.
const button = (label, does, more = {}) => make("button", { type: "button", class: "small reply", onclick: does, ...more }, label);
const waits = (say) => known.board?.stands_by.includes(say) && known.board.resolved === null;
// Whoever waits whether to go on is let go on from the last line where they ask.
function goOns() {
  const asked = new Set();
  for (const each of [...document.querySelectorAll("[data-goes-on]")].reverse()) {
    each.hidden = asked.has(each.dataset.goesOn) || !waits(each.dataset.goesOn);
    asked.add(each.dataset.goesOn);
  }
}
answerWith((line) => {
  if (speaking && line.goes_on && deeds.can("Investigate")) return [button("Let them go on", () => sayIt(line.goes_on), { "data-goes-on": line.goes_on, hidden: !waits(line.goes_on) })];
  if (!speaking || line.audience === undefined) return [];
  const asks = line.kind === "Said", waiting = () => [...known.board?.swoops ?? [], ...known.board?.asks.map((each) => each.audience) ?? []].includes(line.audience);
  if (line.kind === "Swooped" || asks) known.asked[line.audience] = line.text;
  const answer = deeds.can("Answer") ? [button("Answer", () => (waiting() ? deeds.open("Answer", { audience: line.audience, how: asks ? "in words" : undefined }) : deeds.can("Post") && compose(line.audience)))] : [];
  if (line.kind === "Swooped" && answer.length) return answer;
  return deeds.can("Post") ? [button(`Write ${line.audience === "status page" ? "on the" : "to"} ${line.audience}`, () => compose(line.audience)), ...(asks ? answer : [])] : [];
});

const chart = () => { if (shows("charts")) draw(byId("charts"), offer.signals); };
whenShown(chart);
whenShown((id) => { if (id === "map") mark(); });
setInterval(chart, 2000);
// The time on the company's wall: updates speak of it.
setInterval(() => { const [day, ...time] = wall(offer.starts, simulated(), true).split(" "); byId("day").textContent = `${day} `; byId("moment").textContent = time.join(" "); }, 500);

function told(message) {
  if (message.lines) { hear(message.lines, watches); updates.hear(message.lines); }
  if (message.announced) toEverybody(message.announced);
  if (message.asides) { aside(message.asides, known.asides); known.asides = message.asides.length; }
  if (message.standing) { known.standing = message.standing; leads(); stand(message.standing); pauses(message.standing); if (message.standing.over) ended(); }
  if (message.board) {
    known.board = message.board;
    leads(); happened(message.board.changes); ringing(message.board.alerts); mark(message.board); updates.waiting(message.board.drafts); deeds.offerNow(byId("buttons"));
    shorten(message.board);
    goOns();
    showBoard(byId("board"), message.board, known.standing?.over ? null : deeds);
    count("post", message.board.drafts.length); count("board", pressing(message.board));
  }
  if (message.trace) recall(message.trace);
  if (message.past?.at) { recall(message.past); chart(); }
  if (message.turns) turned(message.turns);
  if (message.row && speaking) { known.row = message.row; showRow(message.row, restored); }
  if (message.gauges) { known.gauges = message.gauges; gather(message.gauges); chart(); if (shows("map")) mark(); }
  if (known.standing && (message.standing || message.board)) showCrew(byId("crew-list"), known.standing, known.board, deeds);
}
// Whoever sits beside a seat is told by name who leads; only the commander is told `you`.
function leads() {
  if (!known.board) return;
  const sits = known.standing?.people.find((each) => each.seat === "commander")?.name ?? "a program";
  const named = (who) => (!speaking && who === "you" ? sits : who);
  lead({ ...known.board, leads: named(known.board.leads), sits: named(known.board.sits) });
}
const pressing = (board) => known.standing?.over ? 0 : board.swoops.length + board.changes.filter((c) => c.open && c.standing.includes("NOT VERIFIED")).length + board.dues.filter((d) => d.at < simulated()).length;

function pauses(standing) {
  const band = byId("paused");
  if (standing.over) return;
  band.hidden = !standing.stopped;
  band.textContent = document.body.dataset.owner ? "The clock stands still. Press Run when you are ready." : standing.now < 1 ? "Not started yet: the facilitator starts the clock." : "Paused by the facilitator. All clocks stand still.";
}

// The briefing makes room for the channel once the incident is declared; whoever opens it again keeps it.
const briefing = document.querySelector(".briefing");
let shortened = false;
function shorten(board) {
  if (shortened || !board.severity) return;
  shortened = true;
  briefing.classList.add("known");
  briefing.open = false;
}
if (narrow.matches && sessionStorage.getItem("briefed")) briefing.open = false;
// What does not fit says that it goes on.
const more = byId("more"), rest = () => { more.hidden = !briefing.open || briefing.scrollHeight - briefing.scrollTop - briefing.clientHeight < 12; };
more.addEventListener("click", () => { briefing.scrollTop += briefing.clientHeight - 60; });
briefing.addEventListener("scroll", rest); briefing.addEventListener("toggle", rest); new ResizeObserver(rest).observe(briefing);
sessionStorage.setItem("briefed", "yes");
let over = false;
function ended() {
  if (over) return;
  over = true;
  (byId("say") ?? byId("buttons")).before(make("p", { class: "done", role: "status" }, "It is over. ", make("a", { class: "button", href: `${here}/after` }, "See how it went")));
  document.body.classList.add("over");
  const band = byId("paused"); // on a phone every view says so
  band.hidden = false;
  band.classList.add("ending");
  band.replaceChildren("It is over. ", make("a", { href: `${here}/after` }, "Read how it went"));
  if (known.board) { showBoard(byId("board"), known.board); count("board", 0); }
}

let leaving = false;
byId("leave").addEventListener("click", () => {
  const dialog = byId("form"), inner = dialog.querySelector("form");
  const after = seat !== "commander" ? "The seat is free for somebody else, and you can choose another one." : known.standing?.stand_in ? "A program leads until somebody sits down here again." : "Nobody leads until somebody sits down here again; the outage goes on.";
  inner.replaceChildren(make("h2", { id: "form-title" }, "Leave this seat?"), make("p", {}, after), make("p", { class: "ends" }, make("button", { value: "leave" }, "Leave"), make("button", { type: "button", class: "plain", onclick: () => dialog.close("") }, "Stay")));
  inner.oninput = null;
  dialog.onclose = async () => { if (dialog.returnValue === "leave") { leaving = true; const answer = await post(`${here}/leave`, {}); if (answer.ok) location.href = answer.to; } };
  dialog.returnValue = ""; dialog.showModal();
});

byId("nudge")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const field = byId("nudging"), text = field.value, answer = await post(`${here}/nudge`, { text });
  byId("answer").textContent = answer.ok ? "Only they see it." : answer.answer;
  if (answer.ok && field.value === text) field.value = "";
});

// Whoever is given another seat is shown there, and told why.
const moved = sessionStorage.getItem("moved");
sessionStorage.removeItem("moved");
if (moved && moved !== seat) {
  const why = make("p", { class: "done", role: "status" });
  briefing.before(why);
  setTimeout(() => { why.textContent = `You were given another seat: you are the ${title} now.`; }, 300); // said, since it changes
  setTimeout(() => why.remove(), 30000);
}
follow(told, () => { if (!leaving) { sessionStorage.setItem("moved", seat); location.reload(); } });
newest();
