// Small pieces that all pages share. Text is only ever set as text, never as markup.
export { showBoard } from "./board.js";
export { showCrew } from "./crew.js";

const SVG = "http://www.w3.org/2000/svg";

function build(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}
export const make = (tag, attributes = {}, ...children) => build(document.createElement(tag), attributes, children);
export const shape = (tag, attributes = {}, ...children) => build(document.createElementNS(SVG, tag), attributes, children);

export const clock = (seconds) => {
  const s = Math.max(0, Math.floor(seconds));
  const two = (n) => String(n).padStart(2, "0");
  return `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
};

export const span = (seconds) => {
  const s = Math.abs(Math.round(seconds));
  return s < 90 ? `${s} s` : s < 5400 ? `${Math.round(s / 60)} min` : `${(s / 3600).toFixed(1)} h`;
};

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
// The time on the wall at a second of the exercise, with the day or without.
export function wall(starts, at, day = false) {
  const s = Math.floor(starts + at), two = (n) => String(n).padStart(2, "0");
  const time = `${two(Math.floor(s / 3600) % 24)}:${two(Math.floor(s / 60) % 60)}`;
  return `${day ? `${DAYS[Math.floor(s / 86400) % 7]} ` : ""}${time} UTC`;
}

export const byId = (id) => document.getElementById(id);
export const forms = () => JSON.parse(byId("forms").textContent);
const write = (id, text) => { const node = byId(id); if (node && node.textContent !== text) node.textContent = text; };

// The simulated clock runs on by itself between two messages.
export const time = { now: 0, speed: 1, stopped: true, since: performance.now(), over: false, lost: false };
document.addEventListener("lost", () => { Object.assign(time, { now: simulated(), since: performance.now(), lost: true }); tick(); });
export const simulated = () => time.now + (time.stopped || time.lost ? 0 : ((performance.now() - time.since) / 1000) * time.speed);

export function stand(told) {
  Object.assign(time, { ...told, since: performance.now(), lost: false });
  const pace = told.over ? "It is over" : told.stopped ? (told.now < 1 ? "Not started" : "PAUSED") : `${told.speed}x`;
  write("pace", pace);
  byId("pace")?.classList.toggle("stands", Boolean(told.stopped));
  tick();
}

export function lead(board) {
  const level = byId("level");
  if (level) level.dataset.level = board.severity;
  write("level", board.severity || "not declared");
  write("stage", board.stage);
  byId("stage")?.classList.toggle("relapsed", board.again.length > 0);
  write("leads", board.leads === "nobody" ? "nobody leads: the seat is free" : board.leads ? `${board.leads} lead${board.leads === "you" ? "" : "s"}` : board.sits ? `${board.sits} ${board.sits === "you" ? "are" : "is"} to lead` : "nobody leads yet");
}

// What counts down or up says so by itself, without the page around it being made anew.
export const left = (at) => make("span", { class: "left", "data-left": at }, leftNow(at));
export const since = (at) => make("span", { "data-since": at }, span(simulated() - at));
const leftNow = (at) => { const rest = at - simulated(); return rest < 0 ? `${span(rest)} LATE` : `in ${span(rest)}`; };
export function tick() {
  const now = simulated();
  write("clock", clock(now));
  for (const node of document.querySelectorAll("[data-left]")) {
    const at = Number(node.dataset.left), text = leftNow(at);
    if (node.textContent !== text) node.textContent = text;
    node.closest("[data-timed]")?.classList.toggle("call", at < now);
  }
  for (const node of document.querySelectorAll("[data-since]")) {
    const text = span(now - Number(node.dataset.since));
    if (node.textContent !== text) node.textContent = text;
  }
  for (const bar of document.querySelectorAll("[data-from]")) {
    const from = Number(bar.dataset.from), to = Number(bar.dataset.to);
    bar.value = Math.min(100, Math.max(0, Math.round((100 * (now - from)) / Math.max(1, to - from))));
  }
}
setInterval(tick, 250);

// Makes a panel anew, and leaves the keyboard where it was.
export function renew(panel, ...children) {
  const key = panel.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  panel.replaceChildren(...children.filter(Boolean));
  if (key) panel.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
  tick();
}

export function addLines(list, lines, row) {
  const near = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  for (const line of lines) { const item = row(line); if (item) list.append(item); }
  if (near) list.scrollTop = list.scrollHeight;
}

const MARKS = { "!": "wants you", "*": "news" };
export function lineRow(line) {
  const own = line.said !== undefined;
  if (line.kind === "Looked" || line.echo || (!own && !line.news && !["Misread", "Refused"].includes(line.kind))) return null;
  const author = own ? `${line.by ? `${line.by}, ` : ""}${line.said}: ` : line.author && line.author !== "facilitator" && !line.text.startsWith(line.author) ? `${line.author}: ` : "";
  const mark = line.mark ? make("abbr", { title: MARKS[line.mark] }, line.mark) : "";
  return make("li", { id: `line-${line.n}`, class: `${line.tone}${own ? " own" : ""}${line.mark === "!" ? " call" : ""}${line.truth ? " hidden-truth" : ""}` },
    make("time", {}, clock(line.at)), make("span", { class: "mark" }, mark),
    make("span", {}, author, line.text, line.to ? make("small", { class: "to" }, ` (to ${line.to})`) : ""));
}

export function tabs() {
  const nav = document.querySelector(".tabs"), panels = [...document.querySelectorAll(".side > .panel")];
  const choose = (panel) => {
    for (const each of panels) {
      each.hidden = each !== panel;
      byId(`tab-${each.id}`).setAttribute("aria-selected", each === panel);
      byId(`tab-${each.id}`).tabIndex = each === panel ? 0 : -1;
    }
  };
  panels.forEach((panel, index) => {
    panel.setAttribute("aria-labelledby", `tab-${panel.id}`);
    panel.tabIndex = 0;
    nav.append(make("button", { id: `tab-${panel.id}`, role: "tab", type: "button", "aria-controls": panel.id,
      onclick: () => { choose(panel); nav.parentNode.scrollIntoView(); }, // on a phone it is below the channel
      onkeydown: (event) => {
        const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: panels.length - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        const next = panels[(to + panels.length) % panels.length];
        choose(next); byId(`tab-${next.id}`).focus();
      } }, panel.dataset.title));
  });
  choose(panels[0]);
}
