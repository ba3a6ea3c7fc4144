// The big screen: what anybody may see, to be read across a room.
import { follow } from "./net.js";
import { byId, forms, lead, make, simulated, stand, wall } from "./show.js";
import { gather, happened, plot, readings, recall, since } from "./charts.js";
import { card } from "./composer.js";
import { titleOf } from "./crew.js";

const offer = forms(), posts = [];
const measured = offer.does.map((does) => ({ ...does, signal: offer.signals.find((signal) => signal.of === does.name && signal.shows === "success") })).filter((each) => each.signal);
const unseen = offer.does.filter((does) => !measured.some((each) => each.name === does.name)).map((does) => does.name);
// What is written of an hour holds in its middle, as in the world.
const usual = (hour) => offer.rhythm[((hour % offer.rhythm.length) + offer.rhythm.length) % offer.rhythm.length];
function active(at) {
  const hour = (offer.starts + at) / 3600 - 0.5, before = Math.floor(hour);
  return offer.customers * (usual(before) * (before + 1 - hour) + usual(before + 1) * (hour - before));
}
// How old the number is: as old as what half of the customers do is measured. For what is slower the last that is known counts.
const lag = behind();
function behind() {
  let covered = 0;
  const half = measured.reduce((sum, each) => sum + each.share, 0) / 2;
  for (const each of [...measured].sort((a, b) => a.signal.lag - b.signal.lag)) { covered += each.share; if (covered >= half) return each.signal.lag; }
  return 0;
}
const slower = measured.filter((each) => each.signal.lag > lag).map((each) => `${each.name} ${Math.round(each.signal.lag / 60)} min`);

// Customers who fail, as the dashboards have it: each journey's share of them, times how often it fails.
function failing() {
  if (!measured.length) return [];
  return readings(measured[0].signal.name).map(([at]) => {
    let sum = 0;
    for (const each of measured) {
      const value = then(readings(each.signal.name), at - lag + each.signal.lag);
      if (value === null || value === undefined) return [at, null];
      sum += each.share * Math.max(0, 0.99 - value) / 0.99;
    }
    return [at, sum * active(at - lag)];
  });
}
function then(series, at) {
  let low = 0, high = series.length - 1;
  while (low < high) { const middle = Math.ceil((low + high) / 2); if (series[middle][0] <= at) low = middle; else high = middle - 1; }
  return series[low]?.[1];
}
const round = (n) => (n < 100 ? Math.round(n / 10) * 10 : Number(n.toPrecision(2)));
const many = (n) => round(n).toLocaleString("en-GB").replaceAll(",", "\u202f");

function impact() {
  const series = failing(), last = series.filter(([, v]) => v !== null).at(-1), now = simulated(), panel = byId("impact");
  byId("moment").textContent = wall(offer.starts, now, true);
  if (!last) { byId("number").textContent = "?"; byId("share").textContent = "customers affected: not known yet"; byId("asof").textContent = now ? "The dashboards have shown nothing so far" : ""; return; }
  const blank = series.at(-1)[1] === null, share = Math.round((100 * last[1]) / Math.max(1, active(last[0] - lag)));
  // A dashboard that is behind shows at first how it was before: that nobody was affected then says nothing.
  const unknown = blank || (now < lag && share < 1);
  byId("number").textContent = unknown ? "?" : many(last[1]);
  byId("share").textContent = blank ? "The dashboards do not load." : unknown ? "customers affected: not known yet" : `customers affected, ${share} % of those active`;
  byId("asof").textContent = blank ? "" : unknown ? `The dashboards are ${minutes(lag)} behind: the first number comes at ${wall(offer.starts, lag)}` : lag ? `as of ${minutes(lag)} ago, ${wall(offer.starts, now - lag)}` : "";
  byId("trend").textContent = unknown ? "" : trend(series, now);
  const top = Math.max(active(now) * 0.05, ...series.map(([, v]) => v ?? 0)) * 1.15;
  panel.replaceChildren(plot(series, { now, from: since(now, 7200), lag, top, ...(innerWidth < 700 ? { wide: 500, high: 380 } : { wide: 1000, high: 520 }), letters: 19, value: many, label: unknown ? "Customers affected: not known yet" : `Customers affected: ${many(last[1])}, ${minutes(lag)} ago` }));
  byId("unseen").textContent = `As the dashboards show it.${slower.length ? ` Further behind, and counted as last known: ${slower.join(", ")}.` : ""}${unseen.length ? ` Not measured: ${unseen.join(", ")}.` : ""}`;
}
const minutes = (seconds) => (seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`);
function trend(series, now) {
  const before = series.filter(([at, v]) => v !== null && at <= now - 300).at(-1), last = series.at(-1);
  if (!before) return "";
  const by = last[1] - before[1], small = active(now) * 0.01;
  return by > small ? "▲ more than five minutes before" : by < -small ? "▼ fewer than five minutes before" : "▬ as five minutes before";
}

function page() {
  const last = posts.at(-1);
  byId("status").replaceChildren(make("h2", {}, "Status page"),
    ...(last ? [make("article", { class: "sent" }, make("p", { class: "quiet" }, `Posted ${wall(offer.starts, last.at)}`), ...card(last.update, last.at, offer)), ...posts.slice(-3, -1).reverse().map((p) => make("p", { class: "quiet" }, `${wall(offer.starts, p.at)} ${p.update.state}`))]
      : [make("article", { class: "sent" }, make("p", { class: "state resolved calm" }, "All systems operational"), make("p", { class: "quiet" }, "Nothing has been posted."))]));
  fit();
}
// All of it is shown, in smaller letters where it is long; earlier ones go before that.
function fit() {
  const box = byId("status"), tall = () => box.scrollHeight > box.clientHeight + 1;
  box.style.fontSize = "";
  for (const earlier of box.querySelectorAll(":scope > p")) earlier.hidden = false;
  for (const earlier of [...box.querySelectorAll(":scope > p")].reverse()) if (tall()) earlier.hidden = true;
  for (let size = 95; size >= 45 && tall(); size -= 5) box.style.fontSize = `${size}%`;
}
new ResizeObserver(fit).observe(document.querySelector(".told"));
page();

// What the facilitator said to everybody lately: to be read while time stands.
const LATELY = 300;
let word = null;
function says() {
  const shown = word && document.body.matches(".stopped, .over") && (word.over || simulated() - word.at < LATELY);
  byId("word").hidden = !shown;
  byId("word").textContent = shown ? word.text : "";
}

follow((told) => {
  if (told.announced) { word = told.announced.at(-1) ?? null; says(); }
  if (told.standing) {
    const { stopped, over, now, people } = told.standing;
    stand(told.standing);
    document.body.classList.toggle("stopped", stopped && !over);
    document.body.classList.toggle("over", over);
    document.body.classList.toggle("waiting", stopped && !over && now < 1);
    says();
    byId("sitting").replaceChildren(make("h2", {}, people.length ? "Here so far" : "Nobody is here yet"), make("ul", {}, ...people.map((p) => make("li", {}, make("strong", {}, p.name), ` ${titleOf(p.seat)}`))));
  }
  if (told.board) {
    lead(told.board); happened(told.board.changes);
    const { changes } = told.board, open = changes.filter((c) => c.open);
    byId("changes").replaceChildren(make("h2", {}, open.length ? `Open changes: ${open.length}` : "No open changes"), make("ul", {}, ...[...open, ...changes.filter((c) => !c.open).slice(-2)].map((c) => make("li", { class: c.open ? "call" : null }, make("strong", {}, `${c.id} ${c.change}`), `: ${c.standing}`))));
    fit();
  }
  if (told.trace) { recall(told.trace); impact(); }
  if (told.past?.at) { recall(told.past); impact(); }
  if (told.gauges) { gather(told.gauges); impact(); }
  if (told.lines) { posts.push(...told.lines.filter((line) => line.kind === "Posted" && line.public)); page(); }
});
setInterval(impact, 2000);
addEventListener("resize", impact);
