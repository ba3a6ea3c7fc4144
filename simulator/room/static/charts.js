// Live charts: what the dashboards show. A reading is as old as its signal's lag; what came since is not known yet.
import { clock, make, shape, simulated, span } from "./show.js";

const W = 300, H = 134, RIGHT = 8, TOP = 20;
const SHARES = ["success", "errors", "hit rate", "lost work"];
const history = new Map(), NEAR = 12;
let limits = [], changes = [], rings = new Map(), blank = false;

// When the dashboards did not load. Whatever came in which order, no line is drawn from before such a second to after it.
const missing = new Set();
let latest = -Infinity;

export function gather(gauges) {
  const names = Object.keys(gauges);
  latest = Math.max(latest, simulated()); // a clock that is put right goes back a little, and readings do not
  blank = !names.length;
  if (blank) miss([latest]); else for (const name of names) push(name, latest, gauges[name]);
}
function miss(seconds) {
  const fresh = seconds.filter((at) => !missing.has(at));
  for (const at of fresh) missing.add(at);
  if (fresh.length) for (const [name, series] of history) history.set(name, mended(series, fresh));
}
const mended = (series, seconds) => [...series, ...seconds.map((at) => [at, null])].sort(([one], [other]) => one - other);
function push(name, at, value) {
  const series = history.get(name) ?? mended([], [...missing]), last = series.at(-1), before = series.at(-2);
  const joined = last && last[1] !== null;
  if (joined && before && before[1] !== null && last[0] - before[0] < NEAR) series[series.length - 1] = [at, value];
  else if (!joined || at - last[0] >= 1) series.push([at, value]);
  if (series.length > 2400) series.splice(0, series.length - 2400);
  history.set(name, series);
}

// What was shown before one came, and while one was away: where one has readings of one's own, those count.
export function recall(trace) {
  const signals = Object.entries(trace.signals);
  miss(trace.at.filter((_, index) => signals.every(([, values]) => values[index] === null)));
  for (const [name, values] of signals) {
    const mine = history.get(name) ?? mended([], [...missing]);
    const near = new Set(mine.filter(([, value]) => value !== null).flatMap(([at]) => [Math.floor(at / NEAR), Math.floor(at / NEAR) + 1]));
    const missed = trace.at.map((at, index) => [at, values[index]]).filter(([at, value]) => value !== null && !near.has(Math.floor(at / NEAR)));
    history.set(name, [...missed, ...mine].sort(([one], [other]) => one - other));
  }
}
export const loads = () => !blank;
export const alarms = (alerts) => { limits = alerts; };
export const ringing = (alerts) => { rings = new Map(alerts.map((alert) => [alert.name, alert.since])); };
export const happened = (told) => { changes = told.filter((change) => change.started !== null); };
export const readings = (name) => history.get(name) ?? [];

export const shown = (shows, value) => SHARES.includes(shows)
  ? `${(100 * value).toFixed(value < 0.1 ? 1 : 0)} %` : shows === "waiting" ? `${Math.round(value / 60)} min` : `${value.toFixed(1)}x`;

function ticksOf(from, to, most) {
  const step = [60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400].find((each) => (to - from) / each <= most) ?? 86400;
  const found = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) found.push(at);
  return found;
}
const minutes = (at) => (at === 0 ? "start" : at < 0 ? `-${Math.round(-at / 60)} min` : at < 3600 ? `${Math.round(at / 60)} min` : clock(at).slice(0, -3));

// One chart: axes, the line, the zone that is not known yet, marks where changes took effect.
export function plot(series, { now, from, lag, top, label, value, limit = null, wide = W, high = H, marks = changes, letters = 11 }) {
  const LEFT = 4 * letters, BOTTOM = 2 * letters;
  const x = (at) => LEFT + ((at - from) / (now - from)) * (wide - LEFT - RIGHT);
  const y = (v) => high - BOTTOM - (Math.min(v, top) / top) * (high - TOP - BOTTOM);
  const svg = shape("svg", { viewBox: `0 0 ${wide} ${high}`, role: "img", "aria-label": label });
  const write = (x1, y1, anchor, text) => shape("text", { class: "axis", x: x1, y: y1, "text-anchor": anchor, "font-size": letters }, text);
  for (const share of [0, 0.5, 1]) svg.append(shape("line", { class: "grid", x1: LEFT, x2: wide - RIGHT, y1: y(share * top), y2: y(share * top) }), write(LEFT - 4, y(share * top) + letters / 3, "end", value(share * top)));
  for (const at of ticksOf(from, now, wide > 600 ? 8 : 4)) svg.append(shape("line", { class: "grid", x1: x(at), x2: x(at), y1: high - BOTTOM, y2: high - BOTTOM + 4 }), write(Math.min(x(at), wide - 2 * letters), high - letters / 2, "middle", minutes(at)));
  const known = Math.max(from, now - lag);
  svg.append(shape("rect", { class: "unknown", x: x(known), y: TOP, width: Math.max(0, x(now) - x(known)), height: high - TOP - BOTTOM }));
  const ends = series.findLast(([, v]) => v !== null)?.[1] ?? 0; // the words stand where the line does not
  if (x(now) - x(known) > 7 * letters) svg.append(write((x(known) + x(now)) / 2, ends > top / 2 ? high - BOTTOM - letters : TOP + 1.5 * letters, "middle", "not known yet"));
  if (limit !== null && limit <= top) svg.append(shape("line", { class: "limit", x1: LEFT, x2: wide - RIGHT, y1: y(limit), y2: y(limit) }));
  if (from < 0) svg.append(shape("line", { class: "begins", x1: x(0), x2: x(0), y1: TOP, y2: high - BOTTOM }));
  marks.forEach((change, index) => svg.append(...marked(change, index, { x, from, now, top: TOP, bottom: high - BOTTOM, write, letters })));
  for (const part of parts(series.map(([at, v]) => [at - lag, v]).filter(([at]) => at >= from))) svg.append(shape("polyline", { points: part.map(([at, v]) => `${x(at).toFixed(1)},${y(v).toFixed(1)}`).join(" ") }));
  return svg;
}
// A change: a bar from where it was begun to where it was made, and from there a line down. It stays where it is.
function marked(change, index, { x, from, now, top, bottom, write, letters }) {
  const made = change.done ?? null, failed = made === null && (change.ended ?? null) !== null, undone = made === null ? null : change.ended ?? null, until = made ?? change.ended ?? now, y = top - 14 + (index % 2) * 9;
  const back = undone === null || undone < from ? [] : [shape("line", { class: "mark", x1: x(undone), x2: x(undone), y1: y, y2: bottom }), shape("path", { class: "mark undone", d: `M${x(undone) - 4} ${y + 4}h8l-4 -6z` }, shape("title", {}, marking(change)))];
  if (until < from) return back;
  const a = x(Math.max(from, change.started)), b = x(until), told = shape("title", {}, marking(change));
  return [
    shape("line", { class: "making", x1: a, x2: b, y1: y, y2: y }, told),
    made === null ? "" : shape("line", { class: "mark", x1: b, x2: b, y1: y, y2: bottom }),
    made === null ? "" : shape("path", { class: "mark", d: `M${b - 4} ${y - 2}h8l-4 6z` }, shape("title", {}, marking(change))),
    write(a - 4, y + 4, "end", `${change.id ?? ""}${failed ? " ✕" : ""}`), ...back,
  ].filter(Boolean);
}
const marking = (change) => `${change.id} ${change.change}, begun ${clock(change.started)}${change.done !== null ? `, made ${clock(change.done)}${change.ended ? `, undone ${clock(change.ended)}` : ""}` : change.ended ? `, could not be made ${clock(change.ended)}` : ", under way"}${change.worn ? `, wore off ${clock(change.worn)}` : ""}`;
function parts(series) {
  const found = [[]];
  for (const each of series) if (each[1] === null) found.push([]); else found.at(-1).push(each);
  return found.filter((part) => part.length);
}

// The window is as wide as was asked for, and goes back to the hour before the start.
const EARLIEST = -3600;
export const since = (now, wide) => Math.max(now - wide, EARLIEST);
let reach = 3600;
export function ranges() {
  return make("p", { class: "ranges", role: "group", "aria-label": "How far back" }, ...[[900, "15 min"], [3600, "1 h"], [86400, "all"]].map(([seconds, name]) =>
    make("button", { type: "button", class: "small", "data-key": name, "aria-pressed": String(reach === seconds), onclick: (event) => {
      reach = seconds;
      for (const each of event.target.parentNode.children) each.setAttribute("aria-pressed", String(each === event.target));
      event.target.closest(".panel").dispatchEvent(new Event("redraw"));
    } }, name)));
}

const KEY = "Grey: not known yet, since a reading is as many minutes old as it says. Dashed: an alarm goes off beyond it. Bar and c1: the change c1 is being made; triangle: it is made; hollow one: it is undone; ✕: it could not be. 2x: twice the usual. Start: this exercise begins.";
export function draw(panel, signals, wanted = null) {
  const now = simulated(), from = since(now, reach);
  let sheet = panel.querySelector(".graphs");
  if (!sheet) {
    sheet = make("div", { class: "graphs" });
    panel.replaceChildren(ranges(), make("p", { class: "beyond acts" }), sheet, make("ul", { class: "marks" }), make("p", { class: "quiet key" }, KEY));
    panel.addEventListener("redraw", () => draw(panel, signals, wanted));
    new MutationObserver(() => { if (panel.hidden) places.delete(panel); }).observe(panel, { attributes: true, attributeFilter: ["hidden"] });
  }
  panel.classList.toggle("dark", blank || !history.size);
  panel.querySelector(".marks").replaceChildren(...changes.map((change) => make("li", {}, marking(change))));
  const some = signals.filter((signal) => !wanted || wanted(signal));
  point(panel.querySelector(".beyond"), blank ? [] : some.filter((signal) => beyond(signal)).map((signal) => signal.name), sheet);
  if (blank || !history.size) { places.delete(panel); sheet.replaceChildren(make("p", { class: "wrong" }, blank ? "The dashboards do not load." : "Nothing has been measured yet.")); return; }
  if (!places.has(panel)) places.set(panel, [...some].sort((one, other) => troubled(other, now) - troubled(one, now)));
  sheet.replaceChildren(...places.get(panel).map((signal) => figure(signal, now, from)).filter(Boolean));
}
// Which are beyond their alarm now: each name leads to its chart, which stays where it is.
function point(line, names, sheet) {
  if (line.dataset.told === names.join()) return;
  line.dataset.told = names.join();
  line.replaceChildren(...(names.length ? [make("span", { class: "alarm" }, "▲ Beyond their alarm: "), ...names.map((name) => make("button", { type: "button", class: "small alarm", onclick: () => sheet.querySelector(`[data-signal="${CSS.escape(name)}"]`)?.scrollIntoView({ block: "center" }) }, name))] : []));
}
const over = (alert, value) => value !== null && value !== undefined && (alert.beyond === "above" ? value > alert.threshold : value < alert.threshold);
const beyond = (signal) => limits.find((a) => a.signal === signal.name && over(a, readings(signal.name).at(-1)?.[1])) ?? null;

// Those beyond their alarm lately come first when the charts are opened; while one looks none changes its place.
const places = new Map();
const WHILE = 600;
const troubled = (signal, now) => limits.some((alert) => alert.signal === signal.name && readings(signal.name).some(([at, value]) => at > now - WHILE && over(alert, value)));

// An alert rings only after its signal was beyond it for a while: until then charts know more than the board.
function alarm(signal) {
  const alert = beyond(signal);
  if (!alert) return "";
  const since = rings.get(alert.name);
  return make("span", { class: "alarm" }, since !== undefined ? ` ▲ alarm since ${clock(since)}` : alert.hold ? ` ▲ beyond its alarm, which rings after ${span(alert.hold)} of that` : " ▲ beyond its alarm");
}

// What customers do is quoted: it reads as a sentence whatever it is called.
const about = ({ shows, of }) => `${shows} of ${shows === "success" ? `'${of}'` : of}`;

function figure(signal, now, from) {
  const series = readings(signal.name).filter(([at]) => at >= from), known = series.filter(([, v]) => v !== null);
  if (!known.length) return null;
  const limit = limits.find((a) => a.signal === signal.name)?.threshold ?? null, last = known.at(-1)[1];
  const highest = Math.max(...known.map(([, v]) => v)), share = SHARES.includes(signal.shows);
  const top = share ? (signal.shows === "success" || signal.shows === "hit rate" || highest > 0.5 ? 1 : Math.max(0.1, highest * 1.2)) : Math.max(limit ?? 1, highest) * 1.15;
  const value = (v) => shown(signal.shows, v);
  return make("figure", { class: beyond(signal) ? "alarmed" : null, "data-signal": signal.name },
    make("figcaption", {}, make("strong", {}, signal.name), ` ${value(last)}`, alarm(signal), make("span", { class: "quiet" }, ` ${about(signal)}, ${span(signal.lag)} behind`)),
    plot(series, { now, from, lag: signal.lag, top, limit, value, label: `${signal.name}: ${value(last)}, ${span(signal.lag)} behind` }));
}
