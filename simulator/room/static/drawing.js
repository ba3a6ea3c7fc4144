// The pictures of the replay: the axis with its marks, and a chart a signal. Drawn once; only the cursor moves.
import { clock, make } from "./show.js";

const SVG = "http://www.w3.org/2000/svg";
export function shape(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}
const titled = (node, text) => { node.append(shape("title", {}, text)); return node; };
const SIGNS = { change: "M-4 -4h8v8h-8z", update: "M0 -4.5a4.5 4.5 0 1 0 .01 0z", decision: "M0 -5l5 5l-5 5l-5 -5z", verified: "M-5 -1.5h3.5v-3.5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5z", watched: "M-5 -1.5h3.5v-3.5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5z", moment: "M0 -5l5 9h-10z" };
const CALLED = { moment: "turn of events", change: "change", verified: "verified", watched: "watched, not to be told", update: "update sent", decision: "decision" };
const ROWS = ["moment", "change", "verified", "watched", "update", "decision"];

// Drawn in the pixels it has, so that signs and letters keep their shape; `resize` draws it again.
export function axis(panel, film, choose) {
  const cursor = shape("line", { class: "cursor", y1: 0 });
  let width = 0, second = 0;
  const x = (at) => 8 + (at / Math.max(1, film.end)) * (width - 16);
  const move = (at) => { second = at; cursor.setAttribute("x1", x(at)); cursor.setAttribute("x2", x(at)); };
  const paint = () => {
    width = panel.clientWidth;
    const high = 72, rows = ROWS.filter((kind) => film.marks.some((mark) => mark.kind === kind)), height = high + 8 + rows.length * 15 + 16;
    const most = Math.max(1, ...film.impact.flatMap(([, , from, to]) => [from, to]));
    const y = (failing) => high - (failing / most) * (high - 18); // what is said of the worst stands above it
    const curve = film.impact.flatMap(([at, until, from, to]) => [[at, from], [until, to]]).map(([at, v]) => `${x(at).toFixed(1)},${y(v).toFixed(1)}`);
    const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, height, role: "img", "aria-label": `Customers failing over ${clock(film.end)}, at most ${Math.round(most).toLocaleString("en")}, with ${film.marks.length} marks` });
    if (curve.length) svg.append(shape("polygon", { class: "area", points: `${x(film.impact[0][0])},${high} ${curve.join(" ")} ${x(film.impact.at(-1)[1])},${high}` }), shape("polyline", { class: "loss", points: curve.join(" ") }));
    const tick = [60, 300, 600, 900, 1800, 3600, 7200, 14400].find((step) => film.end / step <= width / 70) ?? 28800;
    for (let at = 0; at <= film.end; at += tick) svg.append(shape("line", { class: "rule", x1: x(at), x2: x(at), y1: 4, y2: height - 14 }), shape("text", { x: x(at), y: height - 2, "text-anchor": !at ? "start" : x(at) > width - 24 ? "end" : "middle" }, clock(at).slice(0, -3)));
    svg.append(shape("text", { x: width - 8, y: 12, "text-anchor": "end" }, `${Math.round(most).toLocaleString("en")} customers failing at worst`));
    for (const mark of film.marks) svg.append(titled(shape("path", { class: `sign ${mark.kind}`, d: SIGNS[mark.kind], transform: `translate(${x(mark.at)} ${high + 14 + rows.indexOf(mark.kind) * 15})` }), `${clock(mark.at)} ${mark.text}`));
    for (const mark of film.marks) if (mark.id) svg.append(shape("text", { x: x(mark.at) + 8, y: high + 18 + rows.indexOf(mark.kind) * 15 }, mark.id));
    cursor.setAttribute("y2", height - 14);
    svg.append(cursor);
    svg.addEventListener("click", (event) => { const box = svg.getBoundingClientRect(); choose(((event.clientX - box.left - 8) / Math.max(1, box.width - 16)) * film.end); });
    const legend = make("ul", { class: "legend" }, ...rows.map((kind) => { const item = make("li", {}); item.append(shape("svg", { viewBox: "-6 -6 12 12", width: 12, height: 12, "aria-hidden": "true" }, shape("path", { class: `sign ${kind}`, d: SIGNS[kind] })), CALLED[kind]); return item; }));
    panel.replaceChildren(svg, legend);
    move(second);
  };
  new ResizeObserver(() => { if (panel.clientWidth !== width) paint(); }).observe(panel);
  paint();
  return move;
}

const SHARES = ["success", "errors", "hit rate", "lost work"];
export const reading = (shows, value) => value === null || value === undefined ? "not shown" : SHARES.includes(shows)
  ? `${(100 * value).toFixed(value < 0.1 ? 1 : 0)} %` : shows === "waiting" ? `${Math.round(value / 60)} min` : `${value.toFixed(1)}x`;

// A chart for each signal, drawn once. What is right of the cursor is veiled: it had not been shown yet.
export function charts(panel, film) {
  const moves = film.signals.filter((signal) => signal.values.some((value) => value !== null)).map((signal) => chart(panel, film, signal));
  if (!moves.length) panel.append(make("p", { class: "quiet" }, "The dashboards did not load."));
  return (second) => { for (const move of moves) move(second); };
}
function chart(panel, film, signal) {
  // From its least to its most, and never so close that noise looks like news.
  const shown = signal.values.filter((v) => v !== null), least = SHARES.includes(signal.shows) ? 0.1 : signal.shows === "waiting" ? 300 : 1;
  const low = SHARES.includes(signal.shows) ? Math.min(...shown) : 0, high = Math.max(...shown, low + least), W = 300, H = 54;
  const x = (frame) => (frame * film.step / Math.max(1, film.end)) * W, y = (v) => H - 5 - ((v - low) / (high - low)) * (H - 10);
  const svg = shape("svg", { viewBox: `0 0 ${W} ${H}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  let piece = [];
  const flush = () => { if (piece.length) svg.append(shape("polyline", { points: piece.join(" ") })); piece = []; };
  signal.values.forEach((v, frame) => { if (v === null) flush(); else piece.push(`${x(frame).toFixed(1)},${y(v).toFixed(1)}`); });
  flush();
  const veil = shape("rect", { class: "veil", y: 0, height: H, width: W }), now = make("strong", {});
  svg.append(veil);
  panel.append(make("figure", {}, make("figcaption", {}, `${signal.name} `, now, make("span", { class: "quiet" }, ` ${signal.shows} of ${signal.of}`)), svg));
  return (second) => { veil.setAttribute("x", Math.min(W, (second / Math.max(1, film.end)) * W)); now.textContent = reading(signal.shows, signal.values[film.frame(second)]); };
}
