// The facilitator's console: the clock, the channel with all that is hidden, and the panels beside it.
import { act, follow, offers, say } from "./net.js";
import { announcer } from "./announce.js";
import { follower } from "./newest.js";
import { addLines, byId, clock, forms, lead, lineRow, make, showBoard, showCrew, stand, tabs } from "./show.js";
import { alarms, draw, gather, happened, recall, ringing } from "./charts.js";
import { showInjects } from "./injects.js";
import { showStepIn } from "./stepin.js";
import { showHints, showScore, showTruth } from "./assessed.js";
import { ask } from "./ask.js";
import { titleOf } from "./crew.js";
import { active } from "./activity.js";
import { ahead, rush, rushed, says, within } from "./ahead.js";
import { among, row as word } from "./toall.js";
import { helpOf } from "./help.js";

const offer = forms(), known = {}, words = byId("words"), answer = byId("answer");

export async function speak(text) {
  const told = await say(text.trim());
  answer.replaceChildren(["done", "help"].includes(told.status) ? "" : told.answer || told.status);
  answer.className = "wrong";
  if (told.status === "help") help(told.answer, text);
  if (told.ok) assess();
  toEnd();
  return ["done", "help"].includes(told.status);
}

const help = helpOf(offer, (text) => { words.value = text; words.focus(); }, "What you can say at this desk. Nobody else sees these words, nor is told of them. Choose one to have it typed.");

// The channel follows what happens until somebody scrolls up; then it says how much is new.
const list = byId("lines"), jump = byId("jump");
let below = 0;
const stream = follower(list, () => unseen(0)), toEnd = stream.keep;
function unseen(more) {
  below = stream.follows() ? 0 : below + more;
  jump.hidden = !below;
  jump.textContent = `${below} new below, go to the newest \u2193`;
}
jump.addEventListener("click", () => { stream.newest(); unseen(0); list.focus(); });

tabs();
document.querySelector(".controls").addEventListener("click", (event) => {
  const { act: deed, amount, say: text } = event.target.dataset;
  if (text) speak(text);
  else if (deed === "skip") skip(Number(amount));
  else if (deed) act(deed, Number(amount ?? 0));
});
// What would be made late by the facilitator, and charged to the team, is said before.
function skip(seconds) {
  const over = within(seconds), go = () => act("skip", seconds);
  if (!over.length) { go(); return; }
  ask("Skip over what falls due?", [make("p", {}, "Nobody can do anything about these while time is skipped:"), make("ul", {}, ...over.map((each) => make("li", {}, says(each))))], go, "Skip all the same");
}
byId("speed").addEventListener("change", (event) => {
  const speed = Number(event.target.value), hurried = rushed(speed);
  byId("rush").textContent = hurried.length ? `Mind: ${rush(hurried[0], speed)}.` : "";
  act("speed", speed);
});
byId("program").addEventListener("click", (event) => act(event.target.getAttribute("aria-pressed") === "true" ? "no-program" : "program"));
byId("end").addEventListener("click", () => ask("End the exercise for everybody?", [make("p", {}, "It ends where it stands, and nobody can go on. Each page then has a button that opens the debrief.")], () => speak("end"), "End it"));
byId("say").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = words.value;
  if (text.trim() && await speak(text) && words.value === text) words.value = ""; // what was typed meanwhile stays
});
let typing = 0;
words.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(complete, 200); });
async function complete() {
  const text = words.value, found = await offers(text).catch(() => null);
  if (text !== words.value || !Array.isArray(found)) return;
  byId("offers").replaceChildren(...found.slice(0, 12).map((o) => make("option", { value: `${text.slice(0, text.length + o.start)}${o.text} ` }, o.label)));
}

// What somebody typed that no command is, and the box of theirs has told them: that is between them and their keyboard.
const row = (line) => (line.kind === "Misread" ? null : lineRow({ ...line, news: line.news || line.truth || ["Whispered", "HintGiven"].includes(line.kind) }));
const chart = () => { if (!byId("charts").hidden) draw(byId("charts"), offer.signals); };
alarms(offer.alerts);
setInterval(chart, 2000);
let over = false;
follow((told) => {
  if (told.lines) { const had = list.childElementCount; addLines(list, told.lines, row); aloud(told.lines); toEnd(); unseen(list.childElementCount - had); }
  if (told.announced) { for (const each of told.announced.slice(known.announced ?? 0)) among(list, word(each), each); known.announced = told.announced.length; toEnd(); }
  if (told.asides) { for (const each of told.asides.slice(known.asides ?? 0)) among(list, answered(each), each); known.asides = told.asides.length; toEnd(); }
  if (told.active) active(told.active);
  if (told.standing) { known.standing = told.standing; stand(told.standing); stands(told.standing); begin(told.standing); if (told.standing.over) ended(); }
  if (told.board) { known.board = told.board; lead(told.board); happened(told.board.changes); ringing(told.board.alerts); }
  if (told.trace) recall(told.trace);
  if (told.past?.at) recall(told.past);
  if (told.gauges) gather(told.gauges);
  if (told.gauges || told.trace) chart();
  if (told.sayings) known.sayings = told.sayings;
  if (told.console) { known.console = told.console; showInjects(byId("injects"), told.console, speak); ahead(told.console.ahead); }
  if (known.sayings && known.console) showStepIn(byId("stepin"), known.sayings, known.console, speak);
  if (known.board) showBoard(byId("board"), known.board);
  if (known.standing) { showCrew(byId("crew-list"), known.standing, known.board); sitting(known.standing); }
});

// What somebody answers in private, and the way to answer them.
const answered = (each) => make("li", { class: "private me" }, make("time", {}, clock(each.at)), make("span", { class: "mark" }), make("span", {}, make("strong", {}, `${each.by}, ${titleOf(each.from ?? "")}, to you alone: `), each.text, " ",
  make("button", { type: "button", class: "small", onclick: () => { byId("tab-stepin").click(); const to = document.querySelector("#stepin select[name=to]"); if (to && each.from) to.value = each.from; to?.closest("form").querySelector("textarea").focus(); to?.dispatchEvent(new Event("input", { bubbles: true })); } }, "Answer")));

// What was there before one came is not read aloud, nor what one said oneself.
const announce = announcer(byId("announce"));
let settled = false, settling = 0;
function aloud(lines) {
  for (const line of settled ? lines : []) {
    const item = line.said === "facilitator" ? null : row(line);
    if (item) announce(line.mark === "!", item.lastChild.textContent);
  }
  clearTimeout(settling);
  if (!settled) settling = setTimeout(() => { settled = true; }, 400);
}

// A room that waits for its people shows how to join until the clock starts; whoever chose a view keeps it.
let chosen = false, waits = false;
for (const kind of ["click", "keydown"]) document.querySelector(".tabs").addEventListener(kind, (event) => { if (event.isTrusted) chosen = true; });
function begin({ now, stopped, people, over: past }) {
  if (chosen) return;
  const still = now < 1 && stopped && !past;
  if (waits && !still) byId("tab-injects").click();
  chosen = !still || (!waits && people.length > 0);
  waits = !chosen;
  if (waits) byId("tab-invite").click();
}

// Who is here, beside how to join; and by whose name a seat is to be spoken to.
function sitting({ people }) {
  const told = people.map((p) => `${p.name}, ${titleOf(p.seat)}${p.away ? " (away)" : ""}`);
  if (byId("here").dataset.told !== told.join()) {
    byId("here").dataset.told = told.join();
    byId("here").replaceChildren(make("h2", {}, told.length ? "Here so far" : "Nobody is here yet"), make("ul", {}, ...told.map((each) => make("li", {}, each))));
  }
  for (const option of document.querySelectorAll("#stepin option, #hints option")) {
    const here = people.filter((p) => p.seat === option.value).map((p) => p.name), title = titleOf(option.value);
    if (title !== option.value || here.length) option.textContent = `${title}: ${here.join(", ") || "nobody"}`;
  }
}

// What can be pressed now, and in a band how to begin.
function stands({ speed, stopped, over: past, now, people, program, stand_in: stands_by }) {
  document.querySelector(".controls").inert = false; // not before a press does something
  byId("speed").value = String(speed.toFixed(1));
  byId("go").classList.toggle("main", stopped);
  byId("go").disabled = !stopped;
  byId("pause").disabled = stopped;
  const lets = byId("program"), leader = people.find((p) => p.seat === "commander");
  lets.setAttribute("aria-pressed", String(stands_by));
  lets.disabled = past;
  lets.textContent = program ? "A program commands: give the seat back" : stands_by ? "A program stands by: undo" : "Let a program command";
  byId("program-says").textContent = past ? "" : !stands_by ? "A program that goes by the book can speak for the commander while nobody sits there or who does is away: to show how it is done, or when somebody has to go." : program
    ? `A program speaks for the commander. It falls silent as soon as ${leader ? `${leader.name} is back` : "somebody sits down there"}, or when you press the button.`
    : `${leader.name} commands. A program speaks only while they are away or the seat is free.`;
  if (speed <= 1 || stopped) byId("rush").textContent = "";
  byId("paused").hidden = past || !stopped;
  byId("paused").textContent = now < 1 ? "Not started yet. Press Run once everybody sits; until then the big screen shows how to join." : "Paused: every clock stands still until you press Run.";
}

function ended() {
  if (over) return;
  over = true;
  document.body.classList.add("over");
  for (const control of document.querySelectorAll(".controls button, .controls select")) control.disabled = true;
  byId("say").hidden = true;
  byId("stepin").replaceChildren(make("p", {}, "It is over. To say something to everybody, read how it went: each page there has a box for it."));
  byId("say").before(make("p", { class: "done", role: "status" }, "It is over. ", make("a", { class: "button", href: `${location.pathname.replace(/\/$/, "")}/after` }, "Read how it went")));
}

// How it really is is worked out now and then, and only while somebody looks.
async function assess() {
  try {
    const told = await (await fetch(`${location.pathname.replace(/\/$/, "")}/assessed`)).json();
    if (!told.cause) return;
    showTruth(byId("truth"), told); showScore(byId("score"), told);
    if (known.sayings) showHints(byId("hints"), told.hints, known.sayings, known.console?.hints ?? [], known.standing, speak);
    if (known.standing) sitting(known.standing);
  } catch { /* the next look may find it */ }
}
assess();
setInterval(() => { if (!document.hidden && !over) assess(); }, 5000);
document.querySelector(".tabs").addEventListener("click", assess);
for (const kind of ["click", "keydown"]) document.querySelector(".tabs").addEventListener(kind, () => setTimeout(chart));
