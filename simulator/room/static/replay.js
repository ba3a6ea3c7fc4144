// The replay: one number, the second, and all else follows from it.
import { axis, charts } from "./drawing.js";
import { film as filmOf } from "./film.js";
import { post } from "./net.js";
import { follower } from "./newest.js";
import { bring, leads } from "./talk.js";
import { byId, clock, make, showBoard, time } from "./show.js";

const base = document.body.dataset.base, scrub = byId("scrub"), play = byId("play"), speed = byId("speed"), lines = byId("lines"), wrong = byId("wrong");
const stream = follower(lines, () => {});
const tell = (text) => { wrong.textContent = text; wrong.hidden = false; };
let film, moveAxis, moveCharts, second = 0, playing = false, then = 0, shown = 0, drawn = "", boards = new Map();

function start(told) {
  film = told;
  byId("making").remove();
  scrub.max = film.end;
  for (const seat of Object.keys(film.turns)) byId("seat").append(make("option", { value: seat }, seat.replace(/(^|-)\w/g, (part) => part.replace("-", " ").toUpperCase())));
  byId("seats").hidden = Object.keys(film.turns).length < 2;
  moveAxis = axis(byId("axis"), film, go);
  moveCharts = charts(byId("charts"), film);
  byId("belief").append(...film.causes.map((name, index) => make("div", { class: "cause" },
    make("span", {}, name, index === film.really ? make("em", {}, " what it really was") : ""), make("output", {}), make("meter", { min: 0, max: 1, value: 0, "aria-label": name }))));
  if (!film.beliefs.length) byId("belief").append(make("p", { class: "quiet" }, "There was nothing to guess."));
  go(Number(document.body.dataset.start));
  document.body.dataset.ready = "yes";
}

function go(to) {
  second = Math.min(film.end, Math.max(0, to));
  const whole = Math.floor(second);
  Object.assign(time, { now: whole, stopped: true });
  scrub.value = whole; scrub.setAttribute("aria-valuetext", clock(whole));
  byId("clock").textContent = clock(whole);
  byId("failing").textContent = Math.round(film.failing(second)).toLocaleString("en");
  byId("lost").textContent = Math.round(film.lost(second)).toLocaleString("en");
  moveAxis(second); moveCharts(second); hear(film.heard(whole)); believe(film.belief(whole)); know(whole);
  if (second >= film.end) run(false);
}

// The channel grows and shrinks at its end: what is there already stays.
const row = (line) => {
  const quiet = line.echo || !line.said && !line.news && !line.truth && !["Misread", "Refused"].includes(line.kind);
  return make("li", { class: `${line.tone}${line.said ? " own" : ""}${line.truth ? " hidden-truth" : ""}${line.mark === "!" ? " call" : ""}`, hidden: quiet || line.kind === "Looked" },
    make("time", {}, clock(line.at)), make("span", { class: "mark" }, line.mark ?? ""), make("span", {}, line.by || line.said ? make("b", {}, `${line.by || line.said}: `) : "", line.text));
};
function hear(count) {
  while (shown > count) { lines.lastChild.remove(); shown--; }
  if (shown === count) return;
  lines.append(...film.lines.slice(shown, count).map(row));
  shown = count;
  stream.newest();
  truths();
}

function believe(shares) {
  [...byId("belief").querySelectorAll(".cause")].forEach((cause, index) => {
    const share = shares[index] ?? 0;
    cause.querySelector("output").textContent = share > 0 && share < 0.01 ? "under 1 %" : `${Math.round(100 * share)} %`;
    cause.querySelector("meter").value = share;
  });
}

// Boards come one at a time, each once; the one that is late for its second is not shown.
async function know(whole) {
  const seat = byId("seat").value, turn = film.turn(seat, whole), key = `${seat} ${turn}`;
  if (!boards.has(key)) boards.set(key, fetch(`${base}/board?seat=${encodeURIComponent(seat)}&at=${film.turns[seat][turn]}`).then((got) => got.ok ? got.json() : null, () => null));
  const board = await boards.get(key);
  if (!board) { boards.delete(key); return; }
  if (key !== `${byId("seat").value} ${film.turn(byId("seat").value, Math.floor(second))}`) return;
  const state = `${key} ${Math.floor(second / 10)}`;
  if (state === drawn) return;
  drawn = state;
  showBoard(byId("board"), board);
  byId("level").textContent = board.severity || "not declared";
  byId("stage").textContent = board.stage || "-";
}

function run(on) {
  playing = on && second < film.end;
  play.textContent = playing ? "Pause" : "Play"; play.setAttribute("aria-pressed", String(playing));
  if (playing) { then = performance.now(); requestAnimationFrame(tick); }
}
function tick(now) {
  if (!playing) return;
  const passed = Math.max(0, now - then) / 1000 * Number(speed.value);
  then = now;
  go(second + passed);
  if (playing) requestAnimationFrame(tick);
}
function toggle() { if (!playing && second >= film.end) go(0); run(!playing); }
function jump(way) { const mark = film.mark(Math.floor(second), way); go(mark ? mark.at : way > 0 ? film.end : 0); }
function faster(way) { speed.selectedIndex = Math.min(speed.options.length - 1, Math.max(0, speed.selectedIndex + way)); }

scrub.addEventListener("input", () => go(Number(scrub.value)));
play.addEventListener("click", toggle);
byId("before").addEventListener("click", () => jump(-1));
byId("next").addEventListener("click", () => jump(1));
byId("seat").addEventListener("change", () => know(Math.floor(second)));
// What nobody could see: how much there is up to now, and the latest of it in sight.
byId("truth").addEventListener("change", (event) => { lines.classList.toggle("truth", event.target.checked); stream.keep(); truths(); [...lines.querySelectorAll(".hidden-truth:not([hidden])")].at(-1)?.scrollIntoView({ block: "center" }); });
function truths() {
  const seen = [...lines.querySelectorAll(".hidden-truth:not([hidden])")];
  byId("truths").textContent = !byId("truth").checked ? "" : seen.length ? `${seen.length} shaded lines up to now, the latest of ${seen.at(-1).querySelector("time").textContent}` : "None up to now.";
}
document.addEventListener("led", ({ detail }) => { if (film) { run(false); go(Number(detail.split("=")[1])); } });
if (leads) byId("next").closest(".controls").append(make("button", { type: "button", onclick: () => bring(`Look at ${clock(second)} in the replay with me.`, `replay?at=${Math.floor(second)}`) }, "Bring everybody here"));
byId("anew")?.addEventListener("click", async () => {
  run(false);
  const told = await post(`${base}/retry`, { at: Math.floor(second) });
  if (told.ok) location.href = told.to; else tell(told.answer);
});

const KEYS = {
  " ": () => toggle(), n: () => jump(1), p: () => jump(-1), "+": () => faster(1), "-": () => faster(-1),
  ",": () => go(Math.floor(second) - 1), ".": () => go(Math.floor(second) + 1), Home: () => go(0), End: () => go(film.end),
  ArrowLeft: (event) => go(Math.floor(second) - (event.shiftKey ? 60 : 10)), ArrowRight: (event) => go(Math.floor(second) + (event.shiftKey ? 60 : 10)),
};
document.addEventListener("keydown", (event) => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key, own = event.target.closest("select, summary, a, button, input:not(#scrub)");
  if (!film || !KEYS[key] || event.ctrlKey || event.metaKey || event.altKey || (own && [" ", "Home", "End", "ArrowLeft", "ArrowRight"].includes(key))) return;
  event.preventDefault();
  KEYS[key](event);
});

// While it is made, the page says how far it is.
const far = setInterval(async () => {
  const got = await fetch(`${base}/film/far`).catch(() => null), share = got?.ok ? (await got.json()).share : 0;
  if (!film && share > 0) { byId("share").value = share; byId("share-says").textContent = share < 1 ? `The exercise is played again: ${Math.round(100 * share)} %` : "Nearly there: it is being sent."; }
}, 700);
const answer = await fetch(`${base}/film`);
clearInterval(far);
if (answer.ok) start(filmOf(await answer.json())); else { byId("making").remove(); tell((await answer.json()).answer); }
