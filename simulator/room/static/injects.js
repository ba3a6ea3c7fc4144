// What the author has happen: what each waits for, and buttons to hurry, hold or reword it.
import { byId, clock, make } from "./show.js";
import { ask, field, quoted } from "./ask.js";

const GONE = ["happened", "passed by"], CAME = [...GONE, "unsaid"];
// Somebody of the company speaks on the call: whoever is not there yet says it once they are.
const SAYS = {
  unsaid: (each) => `Its time came at ${clock(each.at)}. ${each.who} is not on the call, and says it once they have joined.`,
  "passed by": (each) => (each.at === null ? "passed by" : `passed by: ${each.who} was not on the call at ${clock(each.at)}, nor soon after`),
  happened: (each) => `said at ${clock(each.at)}`,
};

function waits(inject) {
  return make("ul", { class: "waits" }, ...inject.waits.map((one) => make("li", { class: one.holds ? "holds" : null },
    make("span", { "aria-label": one.holds ? "holds" : "does not hold yet" }, one.holds ? "\u2713 " : "\u25cb "), one.for)),
  ...inject.unless.map((text) => make("li", {}, `unless ${text}`)));
}

function buttons(inject, speak) {
  if (CAME.includes(inject.state)) return null;
  const button = (label, does, kind = null) => make("button", { type: "button", class: kind, onclick: does, "aria-label": `${label}: inject ${inject.number}` }, label);
  const press = (label, text, kind = null) => button(label, () => speak(text), kind);
  const reword = (about, verb, yes) => () => ask(`Inject ${inject.number}, in other words`, [make("p", { class: "quiet" }, about), field(`${inject.who} says`, make("textarea", { name: "text", required: true, maxlength: 600, rows: 4 }, inject.says))],
    (told) => speak(`${verb} ${inject.number} saying ${quoted(told.get("text"))}`), yes);
  const edit = reword("It still waits for its time, and is said in these words then.", "reword", "Keep these words");
  const fire = reword("It happens at once, in these words.", "fire", "Fire it now");
  return make("div", { class: "deeds" }, ...[press("Fire now", `fire ${inject.number}`),
    inject.state === "held" ? press("Let it come", `let go ${inject.number}`, "plain") : press("Hold", `hold ${inject.number}`, "plain"),
    inject.who && inject.says ? [button("Edit...", edit, "plain"), button("Fire now in other words...", fire, "plain")] : []].flat());
}

function card(inject, speak) {
  const state = SAYS[inject.state] && (inject.says || inject.at === null) ? SAYS[inject.state](inject) : inject.at === null ? inject.state : `${inject.state} at ${clock(inject.at)}`;
  return make("article", { class: `inject ${inject.state.replace(" ", "-")}` },
    make("header", {}, make("strong", {}, `${inject.number}. ${inject.who || "The world"}${inject.own ? " (yours)" : ""}`), make("span", { class: "state" }, state)),
    inject.says ? make("p", {}, `${inject.steps_in ? "steps in: " : ""}\u201c${inject.says}\u201d`) : null,
    inject.written ? make("p", { class: "quiet" }, `the author's words: \u201c${inject.written}\u201d`) : null,
    inject.does.length ? make("p", { class: "quiet" }, inject.does.join("; ")) : null,
    inject.every ? make("p", { class: "quiet" }, `again every ${inject.every}`) : null,
    CAME.includes(inject.state) ? null : waits(inject), buttons(inject, speak));
}

export function showInjects(panel, console, speak) {
  const focus = document.activeElement?.getAttribute("aria-label");
  const open = console.injects.filter((each) => !GONE.includes(each.state)), gone = console.injects.filter((each) => GONE.includes(each.state));
  panel.replaceChildren(
    make("p", { class: "deeds" }, make("button", { type: "button", class: "plain", "aria-label": "Write one of your own", onclick: () => { byId("tab-stepin").click(); const text = document.querySelector("#stepin [name=in]")?.closest("form").querySelector("textarea"); text?.scrollIntoView({ block: "center" }); text?.focus(); } }, "Write one of your own...")),
    make("h2", {}, `Still to come (${open.length})`), ...open.map((each) => card(each, speak)), open.length ? "" : make("p", {}, "Nothing more is planned."),
    gone.length ? make("h2", {}, "Had their moment") : "", ...gone.map((each) => card(each, speak)),
  );
  if (focus) panel.querySelector(`[aria-label="${CSS.escape(focus)}"]`)?.focus();
}
