// What one types to look at something is shown: its view, and where the answer is text, the answer to whoever asked.
import { clock, span, simulated } from "./show.js";

const PANELS = { board: "board", clocks: "board", people: "crew", runbook: "runbook", services: "map", signals: "charts", severities: "board", timeline: "channel" };
const LOOKING = /^(look|show|view|see|display|list)\s+/i;
const SHARES = ["success", "errors", "hit rate", "lost work"];
const STATES = { here: "on the call", paged: "paged", acknowledged: "on the way", unanswered: "does not answer", left: "has left" };

// The view that a line asks for, and what of it; null when it asks for none.
export function lookIn(text, looks) {
  const words = text.trim().toLowerCase().replace(LOOKING, "").replace(/[?.!]+$/, "");
  const name = Object.keys(looks).filter((each) => words === each || words.startsWith(`${each} `)).sort((a, b) => b.length - a.length)[0];
  if (!name) return null;
  const of = words.slice(name.length).trim();
  return of && looks[name] !== "runbook" ? null : { view: looks[name], panel: PANELS[looks[name]], of };
}

export const read = (shows, value) => (SHARES.includes(shows) ? `${(100 * value).toFixed(value < 0.1 ? 1 : 0)} %` : shows === "waiting" ? `${Math.round(value / 60)} min` : `${value.toFixed(1)}x`);

export function answerTo(view, offer, known) {
  const board = known.board;
  if (view === "signals") {
    const all = offer.signals.filter((signal) => known.gauges?.[signal.name] !== undefined);
    if (!all.length) return "The dashboards do not load.";
    const beyond = (signal) => offer.alerts.some((alert) => alert.signal === signal.name && (alert.beyond === "below" ? known.gauges[signal.name] < alert.threshold : known.gauges[signal.name] > alert.threshold));
    const told = (signal) => `${signal.name} ${read(signal.shows, known.gauges[signal.name])} (${span(signal.lag)} ago)`;
    const high = all.filter(beyond), rest = all.filter((signal) => !beyond(signal));
    return [high.length ? `▲ Beyond their alarm: ${high.map(told).join("; ")}.` : "None is beyond its alarm.", ["All others", rest.map(told)]];
  }
  if (view === "people") {
    const seats = (known.standing?.people ?? []).map((each) => each.name).join(", ");
    const company = board?.people.map((each) => `${each.name} ${STATES[each.state] ?? each.state}`).join(", ");
    return `At keyboards: ${seats || "nobody"}. Of the company: ${company || "nobody has been paged yet"}.`;
  }
  if (view === "clocks") return board?.dues.length ? board.dues.map((due) => `${due.audience} by ${clock(due.at)} (${due.at < simulated() ? `${span(due.at - simulated())} late` : `in ${span(due.at - simulated())}`})`).join("; ") : "Nobody waits for an update yet.";
  if (view === "severities") return Object.entries(offer.levels).map(([name, means]) => `${name}: ${means}`);
  return "";
}
