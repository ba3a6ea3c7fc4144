// The big screen: what anybody may see, to be read across a room.
import { follow } from "./net.js";
import { byId, forms, lead, make, simulated, stand, wall } from "./show.js";
import { gather, happened, loads, plot, readings, recall, since } from "./charts.js";
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
// It is not known where the dashboards did not load, and nowhere else.
function failing() {
  if (!measured.length) return [];
  return readings(measured[0].signal.name).map(([at, shown]) => {
    if (shown === null) return [at, null];
    let sum = 0;
    for (const each of measured) {
      const value = then(readings(each.signal.name), at - lag + each.signal.lag, each.signal.lag < lag ? 1 : -1);
      if (value === undefined) return [at, null];
      sum += each.share * Math.max(0, 0.99 - value) / 0.99;
    }
    return [at, sum * active(at - lag)];
  });
}
// What was shown at a second. Where nothing was, what is slower counts as last known, and what is sooner as it was next.
function then(series, at, way) {
  let low = 0, high = series.length - 1;
  while (low < high) { const middle = Math.ceil((low + high) / 2); if (series[middle][0] <= at) low = middle; else high = middle - 1; }
  const shown = (step) => { let index = low; while (series[index]?.[1] === null) index += step; return series[index]?.[1]; };
  return shown(way) ?? shown(-way);
}
const round = (n) => (n < 100 ? Math.round(n / 10) * 10 : Number(n.toPrecision(2)));
const many = (n) => round(n).toLocaleString("en-GB").replaceAll(",", "\u202f");

function impact() {
  const series = failing(), last = series.filter(([, v]) => v !== null).at(-1), now = simulated(), panel = byId("impact");
  byId("moment").textContent = wall(offer.starts, now, true);
  byId("known").classList.toggle("alone", !last);
  if (!last) { byId("number").textContent = "?"; byId("share").textContent = "customers affected: not known yet"; byId("asof").textContent = now ? "The dashboards have shown nothing so far" : ""; return; }
  const blank = !loads(), share = Math.round((100 * last[1]) / Math.max(1, active(last[0] - lag)));
  // A dashboard that is behind shows at first how it was before: that nobody was affected then says nothing.
  const unknown = blank || (now < lag && share < 1);
  byId("number").textContent = unknown ? "?" : many(last[1]);
  byId("share").textContent = blank ? "customers affected: not known" : unknown ? "customers affected: not known yet" : `customers affected, ${share} % of those active`;
  byId("asof").textContent = blank ? "The dashboards do not load." : unknown ? `The dashboards are ${minutes(lag)} behind: the first number comes at ${wall(offer.starts, lag)}` : lag ? `as of ${minutes(lag)} ago, ${wall(offer.starts, now - lag)}` : "";
  byId("trend").textContent = blank ? `Last known, as of ${wall(offer.starts, last[0] - lag)}: ${many(last[1])}` : unknown ? "" : trend(series, now);
  const top = Math.max(active(now) * 0.05, ...series.map(([, v]) => v ?? 0)) * 1.15;
  panel.replaceChildren(plot(series, { now, from: since(now, 7200), lag, top, ...size(panel), letters: 19, value: many, label: unknown ? "Customers affected: not known yet" : `Customers affected: ${many(last[1])}, ${minutes(lag)} ago` }));
  byId("unseen").textContent = `As the dashboards show it.${slower.length ? ` Further behind, and counted as last known: ${slower.join(", ")}.` : ""}${unseen.length ? ` Not measured: ${unseen.join(", ")}.` : ""}`;
}
// As wide as high as its place is, so that letters keep their size.
function size({ clientWidth, clientHeight }) {
  if (innerWidth < 700) return { wide: 500, high: 380 };
  return { wide: 1000, high: clientWidth && clientHeight ? Math.min(700, Math.max(200, Math.round((1000 * clientHeight) / clientWidth))) : 520 };
}
// What anybody knows who heard the alarms and support, also while no dashboard loads.
const RINGING = 6;
function known({ alerts, reports }) {
  const rings = alerts.slice(0, RINGING).map((a) => make("li", { class: "call" }, make("strong", {}, "▲ ", a.name), ` for ${minutes(simulated() - a.since)}`, make("span", { class: "when" }, `, since ${wall(offer.starts, a.since)}`)));
  byId("known").replaceChildren(...rings, alerts.length > RINGING ? make("li", {}, `and ${alerts.length - RINGING} more alarms`) : "", reports ? make("li", {}, make("strong", {}, reports.count === 1 ? "1 report" : `${reports.count} reports`), ` from customers, as support said at ${wall(offer.starts, reports.at)}`) : "");
}
const minutes = (seconds) => (seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`);
function trend(series, now) {
  const known = series.filter(([, v]) => v !== null), before = known.filter(([at]) => at <= now - 300 && at > now - 600).at(-1), last = known.at(-1);
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
// All of it is shown: what is less goes first, then letters become smaller, as far as one can read them across a room.
// How to join goes last: who comes late looks for it here.
function fit() {
  const box = byId("status"), join = document.querySelector(".joinhere"), tall = () => box.scrollHeight > box.clientHeight + 1;
  const less = [...[...box.querySelectorAll(":scope > p")].reverse(), ...[...byId("changes").querySelectorAll("li:not(.call)")].reverse()];
  const letters = (from, to) => { for (let size = from; size >= to && tall(); size -= 5) box.style.fontSize = `${size}%`; };
  box.style.fontSize = "";
  for (const each of [...less, join]) each.hidden = false;
  for (const each of less) if (tall()) each.hidden = true;
  letters(95, 70);
  if (tall()) join.hidden = true;
  letters(70, 60);
}
new ResizeObserver(fit).observe(document.querySelector(".told"));
page();

// What the facilitator said to everybody lately: to be read while time stands.
const LATELY = 300;
let word = null, board = null;
function says() {
  const shown = word && document.body.matches(".stopped, .over") && (word.over || simulated() - word.at < LATELY);
  byId("word").hidden = !shown;
  byId("word").textContent = shown ? word.text : "";
  smaller();
}
// A long word leaves room for what stands below it.
function smaller() {
  const box = byId("word");
  box.style.fontSize = "";
  for (let size = 1.9; size >= 1.2 && box.offsetHeight > innerHeight / 4; size -= 0.1) box.style.fontSize = `${size}em`;
}
addEventListener("resize", smaller);

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
    lead(told.board); known(told.board); board = told.board; happened(told.board.changes);
    const { changes } = told.board, open = changes.filter((c) => c.open);
    byId("changes").replaceChildren(make("h2", {}, open.length ? `Open changes: ${open.length}` : "No open changes"), make("ul", {}, ...[...open, ...changes.filter((c) => !c.open).slice(-2)].map((c) => make("li", { class: c.open ? "call" : null }, make("strong", {}, `${c.id} ${c.change}`), `: ${c.standing}`))));
    fit();
  }
  if (told.trace) { recall(told.trace); impact(); }
  if (told.past?.at) { recall(told.past); impact(); }
  if (told.gauges) { gather(told.gauges); impact(); }
  if (told.lines) { posts.push(...told.lines.filter((line) => line.kind === "Posted" && line.public)); page(); }
});
setInterval(() => { impact(); if (board) known(board); }, 2000);
addEventListener("resize", impact);
