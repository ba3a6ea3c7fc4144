// How it really is and how it goes: truth, what would cure it, what could be believed, the score so far, hints.
import { clock, make, span } from "./show.js";
import { choice, field, quoted } from "./ask.js";
import { titleOf } from "./crew.js";
import { bounds } from "./stepin.js";

const percent = (share) => `${share > 0 && share < 0.01 ? "under 1" : Math.round(100 * share)} %`;
const bar = (value, max, label) => make("meter", { min: 0, max, value, "aria-label": label });

// One change, and what it would really do: about what is wrong, and what besides.
function change(each) {
  const dangerous = each.dangers.filter((one) => one.holds), safe = each.dangers.filter((one) => !one.holds), named = (list) => list.map((one) => `\u201c${one.hazard}\u201d`).join(", ");
  return make("li", {}, make("strong", {}, each.id ? `${each.id} ${each.change}` : each.change), ` ${each.what}`, each.chance === null ? "" : `, ${percent(each.chance)} likely`,
    each.in_place ? " (in place)" : "", each.needs.length ? `; first: ${each.needs.join(", ")}` : "", ".",
    dangerous.length ? make("span", { class: "danger" }, ` Dangerous today: ${named(dangerous)} is true now.`) : "",
    safe.length ? make("span", { class: "safe" }, ` Safe today: ${named(safe)} is not true now.`) : "",
    each.dangers.length ? "" : make("span", { class: "quiet" }, " The runbook has no warning on it."),
    each.harms.length ? make("span", { class: "danger" }, ` It also does harm: ${each.harms.join("; ")}.`) : "");
}

export function showTruth(panel, told) {
  panel.replaceChildren(
    make("h2", {}, "What is wrong"), make("p", {}, make("strong", {}, told.cause.name)), make("p", {}, told.cause.truth),
    make("p", { class: "quiet" }, `${told.failing.toLocaleString("en")} customers fail now; ${told.lost.toLocaleString("en")} customer-minutes are lost so far.`),
    ...(told.ordered.length ? [make("h2", {}, "What was ordered, and will do"), make("ul", { class: "cures" }, ...told.ordered.map(change))] : []),
    make("h2", {}, "What would help now"), make("ul", { class: "cures" }, ...told.cures.map(change)),
    make("h2", {}, "What the team could believe"),
    make("table", { class: "belief" }, ...told.belief.map((b) => make("tr", {}, make("th", { scope: "row" }, b.cause, b.really ? " (real)" : ""), make("td", {}, bar(b.share, 1, b.cause)), make("td", { class: "amount" }, percent(b.share))))),
  );
}

export function showScore(panel, told) {
  const { axes, grade, judged, pass_mark, lost, earned, marks } = told.score, open = panel.querySelector("details")?.open ?? false;
  panel.replaceChildren(
    make("h2", {}, `So far, at ${clock(told.at)}`), make("p", { class: "grade" }, grade || "Too early for a grade"),
    make("p", {}, `${judged} of ${axes.length} axes can be judged so far, ${span(told.at)} in; what can still be put right in time is not judged yet. It is settled at the end.`),
    make("table", { class: "belief" }, ...axes.map((axis) => make("tr", { class: axis.points !== null && axis.points < pass_mark ? "call" : null }, make("th", { scope: "row" }, axis.axis), make("td", {}, axis.points === null ? "" : bar(axis.points, 100, axis.axis)), make("td", { class: "amount" }, axis.points ?? "\u2013")))),
    make("p", { class: "quiet" }, `${earned} of ${marks} marks are earned in full; ${pass_mark} on every axis is a pass. Trainees see none of this before the end.`),
    lost.length ? make("details", { open }, make("summary", {}, `What cost points lately (${lost.length})`), make("ul", {}, ...lost.map((mark) => make("li", {}, make("time", {}, `${clock(mark.at)} `), mark.text)))) : "",
  );
}

let shown = "";
export function showHints(panel, hints, offered, given, standing, speak) {
  const now = JSON.stringify([hints, given, standing?.people.map((p) => [p.name, p.seat])]);
  if (now === shown || panel.contains(document.activeElement)) return;
  shown = now;
  const chosen = panel.querySelector("select")?.value, to = choice("to", offered.seats);
  if (chosen) to.value = chosen;
  const called = (seat) => { const names = standing?.people.filter((p) => p.seat === seat).map((p) => p.name) ?? []; return names.length ? `${titleOf(seat)} (${names.join(", ")})` : titleOf(seat); };
  const had = (step, text) => { const found = given.filter((each) => each.step === step && each.text === text.replaceAll('"', "'")); return found.length ? make("small", { class: "given" }, `Given to ${found.map((each) => `the ${called(each.to)} at ${clock(each.at)}`).join(", ")}`) : ""; };
  const give = (step, text) => make("button", { type: "button", class: step === "question" ? null : "plain", "aria-label": `Give: the ${step}, ${text}`, onclick: (event) => { event.target.blur(); speak(`hint ${to.value} ${step} saying ${quoted(text)}`); } }, "Give");
  panel.replaceChildren(field("Whom to help", to), bounds(to, offered), make("p", { class: "quiet" }, "Made of what is so now: what is being done or was done is not among them. A question first, the answer last. The debrief says how often help was given: " + (given.length === 1 ? "once so far." : `${given.length || "no"} times so far.`)),
    ...hints.map((hint) => make("article", { class: "inject" }, make("header", {}, make("strong", {}, hint.about)),
      ...["question", "direction", "answer"].map((step) => make("p", { class: "rung" }, make("span", {}, hint[step], had(step, hint[step])), give(step, hint[step]))))),
    hints.length ? "" : make("p", {}, "Nothing presses, and nothing is left to weigh. Let them work."),
    given.length ? make("h2", {}, "Given") : "", make("ul", {}, ...given.toReversed().map((each) => make("li", {}, make("time", {}, clock(each.at)), ` to the ${called(each.to)}: ${each.text}`))));
}
