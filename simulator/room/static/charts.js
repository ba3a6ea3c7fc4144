// Live charts: what the dashboards show, with their lag. Own SVG, a line for each signal.
import { byId, clock, simulated } from "./show.js";

const SVG = "http://www.w3.org/2000/svg", W = 320, H = 70;
const history = new Map();

export function gather(gauges) {
  const at = simulated();
  for (const [name, value] of Object.entries(gauges)) {
    const series = history.get(name) ?? [];
    if (!series.length || at - series.at(-1)[0] >= 1) series.push([at, value]);
    if (series.length > 1200) series.splice(0, series.length - 1200);
    history.set(name, series);
  }
}

const shown = (shows, value) => shows === "success" || shows === "errors" || shows === "hit rate" || shows === "lost work"
  ? `${(100 * value).toFixed(value < 0.1 ? 1 : 0)} %` : shows === "waiting" ? `${Math.round(value / 60)} min` : `${value.toFixed(1)}x`;

export function draw(panel, signals, wanted = null) {
  const now = simulated(), from = Math.max(0, now - 3600);
  panel.replaceChildren();
  if (!history.size) { panel.append("The dashboards do not load."); return; }
  for (const signal of signals) {
    const series = (history.get(signal.name) ?? []).filter(([at]) => at >= from);
    if (!series.length || (wanted && !wanted(signal))) continue;
    const share = ["success", "errors", "hit rate", "lost work"].includes(signal.shows);
    const top = share ? 1 : Math.max(1, ...series.map(([, v]) => v)) * 1.1;
    const x = (at) => ((at - from) / Math.max(60, now - from)) * W, y = (v) => H - 4 - (v / top) * (H - 12);
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", `0 0 ${W} ${H}`); svg.setAttribute("role", "img");
    const last = series.at(-1)[1];
    svg.setAttribute("aria-label", `${signal.name}: ${shown(signal.shows, last)}`);
    const path = document.createElementNS(SVG, "polyline");
    path.setAttribute("points", series.map(([at, v]) => `${x(at).toFixed(1)},${y(v).toFixed(1)}`).join(" "));
    svg.append(path);
    const figure = document.createElement("figure"), caption = document.createElement("figcaption");
    caption.textContent = `${signal.name}: ${shown(signal.shows, last)} (${signal.shows} of ${signal.of}, ${Math.round(signal.lag / 60 * 10) / 10} min old)`;
    figure.append(caption, svg);
    panel.append(figure);
  }
}
export const since = () => clock(simulated());
