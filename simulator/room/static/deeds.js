// Forms for what can be said. Each writes a line that could be typed and shows it, so that one learns the words.
import { byId, make } from "./show.js";

export const select = (name, values, empty, chosen, called = {}) => make("select", { name },
  ...(empty !== undefined ? [make("option", { value: "" }, empty)] : []),
  ...values.map((value) => make("option", { value, selected: value === chosen }, called[value] ?? value)));
const text = (name, placeholder = "", required = true) => make("input", { name, placeholder, required, maxlength: 500, autocomplete: "off" });
const tick = (name, label) => make("label", { class: "check" }, make("input", { type: "checkbox", name, value: "yes" }), label);
const box = (name = "within", chosen = "10m", empty) => select(name, ["3m", "5m", "10m", "15m", "20m"], empty, chosen);
const by = (f) => (f.who ? ` by ${f.who}` : "");
const needed = (field) => { field.required = true; return field; };
const ANSWERS = { "no eta": "There is no time yet (no eta)", "severity stays": "The severity stays as it is", "take command": "Then take command", later: "Later, not now" };
const FITS = { eta: "no eta", severity: "severity stays", command: "take command" };
const because = (f) => (f.why ? ` because ${f.why}` : "");

export function deedsOf(offer, known, speak, compose) {
  const board = () => known.board;
  const can = (kind) => offer.may.includes(kind);
  const here = () => (board()?.people ?? []).filter((p) => p.state === "here" && p.name !== "you").map((p) => p.name);
  const bare = () => board().changes.filter((c) => c.done !== null && c.ended === null && c.standing.includes("NOT VERIFIED")).map((c) => c.change);
  const made = () => board().changes.filter((c) => c.done !== null && c.ended === null).map((c) => c.change);
  const page = (change) => offer.runbook.find((each) => each.name === change);
  // Changes by what they are made on: there are dozens.
  const changes = (chosen) => make("select", { name: "change" }, ...[...new Set(offer.runbook.map((each) => each.on))].map((on) => make("optgroup", { label: on },
    ...offer.runbook.filter((each) => each.on === on).map(({ name }) => make("option", { value: name, selected: name === chosen }, name)))));
  const known_ = (v, list, fallback) => (list.includes(v) ? v : fallback);
  const hands = (v) => ["Who", select("who", here(), "anyone", known_(v.who, here()))];
  const declared = () => Boolean(board()?.severity), live = () => board() && board().resolved === null;
  const team = (name) => offer.services.filter((each) => each.team === name).map((each) => each.name);
  const levels = Object.fromEntries(offer.severities.map((name) => [name, `${name}: ${offer.levels[name]}`]));
  const about = (f) => {
    const change = page(f.change);
    return change ? `${change.about} On ${change.on}; takes about ${change.takes}; ${change.undo ? `undone in ${change.undo}` : "cannot be undone"}; shows on ${change.signal}.${change.hazards.length ? " It has hazards: check it first." : ""}` : "";
  };

  const DEEDS = [
    { group: "Lead", name: "Declare", kind: "Declare", main: true, when: () => !declared(), about: "Opens the incident and takes command. Between two levels take the higher one.",
      fields: () => [["Severity", needed(select("level", offer.severities, "choose one", undefined, levels))]], line: (f) => `declare ${f.level}`, hint: (f) => offer.levels[f.level] },
    { group: "Lead", name: "Severity", kind: "SetSeverity", when: () => declared() && live(), about: "Change it as you learn the impact, and say why.",
      fields: () => [["Severity", select("level", offer.severities, undefined, board().severity, levels)], ["Because", text("why")]], line: (f) => `severity ${f.level}${because(f)}`, hint: (f) => offer.levels[f.level] },
    { group: "Lead", name: "Assign", kind: "Assign", when: () => declared() && live(), about: "Give someone a role. Fill the one that writes to customers first.",
      fields: (v) => [["Role", select("role", offer.roles, undefined, v.role)], ["To", select("who", [...new Set([...here(), ...offer.people])])]], line: (f) => `assign ${f.role} to ${f.who}` },
    { group: "Lead", name: "Sum up", kind: "Sitrep", when: () => declared() && live(), about: "State, open tasks, next time: whenever there is a lull.",
      fields: () => [["In a sentence", text("text", "rollback is running, next look in five minutes")]], line: (f) => `sitrep ${f.text}` },
    { group: "Lead", name: "Decide", kind: "Decide", when: declared, about: "Say a decision and its reason before you act on it.",
      fields: () => [["What, and why", text("text")]], line: (f) => `decide ${f.text}` },
    { group: "Lead", name: "Answer", kind: "Answer", main: true, when: () => Boolean(board()?.swoops.length), about: "A senior stands in the room until you answer.",
      fields: (v) => [["Whom", select("audience", board().swoops, undefined, v.audience)], ["With", select("how", Object.keys(ANSWERS), undefined, FITS[board().wants?.[v.audience ?? board().swoops[0]]] ?? "later", ANSWERS)], ["Because", text("why", "", false)]], line: (f) => `answer ${f.audience} ${f.how}${because(f)}` },
    { group: "People", name: "Page", kind: "Page", when: () => live() !== false, about: "Page the one team you need, not everyone.",
      fields: () => [["Whom", select("who", [...offer.teams, ...offer.people])]], line: (f) => `page ${f.who}`,
      hint: (f) => { const own = team(f.who); return own.length ? `They look after ${own.join(", ")}.` : ""; } },
    { group: "People", name: "Ask", kind: "Ask", when: () => here().length > 0, about: "One question, one person. An interruption costs them minutes.",
      fields: (v) => [["Whom", select("who", here(), "everyone on the call", v.who)], ["What", select("topic", ["what changed", "what can we quickly try", "impact", "progress", "theory", "save the evidence"], undefined, v.topic)]], line: (f) => `ask ${f.who ? `${f.who} ` : ""}${f.topic}` },
    { group: "People", name: "Release", kind: "Release", when: () => here().length > 0, about: "Say who must stay, and let the others go.", fields: () => [["Whom", select("who", here())]], line: (f) => `release ${f.who}` },
    { group: "People", name: "Hand over", kind: "HandOver", when: () => declared() && here().length > 0, about: "They must accept before it is theirs; brief them first.", fields: () => [["To", select("who", here())]], line: (f) => `hand over to ${f.who}` },
    { group: "Find out", name: "Look into", kind: "Investigate", when: () => live() !== false, about: "One owner and a time-box, then come back to it.",
      fields: (v) => [["Where", select("place", offer.places, undefined, v.place)], hands(v), ["Time-box", box("within", v.within ?? "10m")]], line: (f) => `investigate ${f.place}${by(f)} within ${f.within}`,
      hint: (f) => { const part = offer.services.find((each) => each.name === f.place); return part ? [part.about, part.team ? `The team ${part.team} looks after it.` : ""].filter(Boolean).join(" ") : ""; } },
    { group: "Find out", name: "Signals", kind: "Look", when: () => true, about: "Reads all gauges out on the channel, so that it is on record that you looked.", fields: () => [], line: () => "signals" },
    { group: "Find out", name: "Check", kind: "Check", when: () => live() !== false, about: "Is it safe now? Minutes, against an outage made worse.",
      fields: (v) => [["Change", changes(v.change)], hands(v)], line: (f) => `check ${f.change}${by(f)}`,
      hint: (f) => (page(f.change)?.hazards.length ? `Could be wrong: ${page(f.change).hazards.join("; ")}.` : "The runbook knows no hazard of this one.") },
    { group: "Change", name: "Order", kind: "Order", when: () => live() !== false, about: "One change at a time: verify it before the next.",
      fields: (v) => [["Change", changes(v.change)], hands(v), ["", tick("staged", "In the small form first")], ["Because", text("why", "what makes you think so", false)]],
      line: (f) => `order ${f.change}${by(f)}${f.staged && page(f.change)?.staged ? " staged" : ""}${because(f)}`, hint: about,
      fit: (form, f) => { const staged = page(f.change)?.staged, field = form.elements.staged.closest(".field"); field.hidden = !staged; field.querySelector("label").lastChild.textContent = staged ? `Small form first: ${staged}` : ""; } },
    { group: "Change", name: "Prepare", kind: "Prepare", when: () => live() !== false, about: "Get plan B ready without applying it.",
      fields: (v) => [["Change", select("change", offer.runbook.filter((c) => c.prepares).map((c) => c.name), undefined, v.change)], hands(v)], line: (f) => `prepare ${f.change}${by(f)}` },
    { group: "Change", name: "Objections?", kind: "Poll", when: () => here().length > 0, about: "Ask for strong objections before what is large or cannot be undone.", fields: (v) => [["Change", changes(v.change)]], line: (f) => `poll ${f.change}` },
    { group: "Change", name: "Verify", kind: "Verify", main: true, when: () => bare().length > 0, about: "Watch its signal for at least its own lag, or you read the past.",
      fields: (v) => [["Change not yet verified", select("change", bare(), undefined, v.change)], ["On", select("signal", offer.signals.map((s) => s.name), "the runbook's own signal")], ["For", box("within", "5m")], hands(v)],
      line: (f) => `verify ${f.change}${f.signal ? ` on ${f.signal}` : ""} for ${f.within}${by(f)}`,
      hint: (f) => { const signal = offer.signals.find((s) => s.name === (f.signal || page(f.change)?.signal)); return signal ? `${signal.name} is ${Math.ceil(signal.lag / 60)} min behind.` : ""; } },
    { group: "Change", name: "Revert", kind: "Revert", when: () => made().length > 0, about: "Undo what did not help, or put it on record.", fields: (v) => [["Change", select("change", made(), undefined, v.change)], hands(v)], line: (f) => `revert ${f.change}${by(f)}` },
    { group: "Change", name: "Keep", kind: "Residual", when: () => made().length > 0, about: "Put on record that a change stays.", fields: (v) => [["Change", select("change", made(), undefined, v.change)], ["Because", text("why", "", false)]], line: (f) => `residual ${f.change}${because(f)}` },
    { group: "Change", name: "Freeze", kind: "Freeze", when: () => declared() && live() && !board().frozen, about: "Stops other teams' changes, so that only what you order moves the graphs.", fields: () => [], line: () => "freeze" },
    { group: "Change", name: "Unfreeze", kind: "Unfreeze", when: () => Boolean(board()?.frozen), about: "Lets other teams change things again.", fields: () => [], line: () => "unfreeze" },
    { group: "Tell", name: "Write an update", kind: "Post", compose: true, when: () => true },
    { group: "Tell", name: "Note", kind: "Note", when: () => true, about: "What is on record does not have to be remembered.", fields: () => [["Text", text("text")]], line: (f) => `note ${f.text}` },
    { group: "Wind down", name: "Mitigated", kind: "Mitigated", when: () => declared() && live() && board().mitigated === null, about: "Say it when the signals say that customers are well, not when the fix has landed.", fields: () => [], line: () => "mitigated" },
    { group: "Wind down", name: "Resolve", kind: "Resolve", when: () => declared() && live(), about: "After recovery has held for a while and the backlog has drained.", fields: () => [], line: () => "resolve" },
    { group: "Wind down", name: "Follow-up", kind: "FollowUp", when: declared, about: "Work without an owner is not done.",
      fields: () => [["What", text("text")], ["For", select("who", offer.people)], ["Due", text("due", "friday", false)]], line: (f) => `follow-up "${(f.text ?? "").replaceAll('"', "'")}" for ${f.who}${f.due ? ` due ${f.due}` : ""}` },
    { group: "Wind down", name: "Review", kind: "Review", when: declared, about: "Name the writer before people leave.", fields: () => [["By", select("who", offer.people)], ["Due", text("due", "thursday", false)]], line: (f) => `review by ${f.who}${f.due ? ` due ${f.due}` : ""}` },
    { group: "Wind down", name: "End", kind: "End", when: declared, about: "Ends the exercise for everybody, and opens the debrief.", fields: () => [], line: () => "end",
      hint: () => (live() ? `It is not resolved. If customers still fail, you walk away: the outage runs on to its end at once, and nobody can do anything more.${document.body.dataset.owner ? "" : " To stop where it stands, ask the facilitator."}` : "") },
  ];
  const mine = DEEDS.filter((deed) => can(deed.kind));
  const deedOf = (name) => mine.find((deed) => deed.name === name || deed.kind === name);

  function open(name, values = {}) {
    const deed = deedOf(name);
    if (!deed) return;
    if (deed.compose) { compose(values.audience); return; }
    const dialog = byId("form"), inner = dialog.querySelector("form");
    const preview = make("code", { class: "preview" }), hint = make("p", { class: "hint-text" });
    const told = () => Object.fromEntries([...new FormData(inner)].map(([key, value]) => [key, value.trim()]));
    const show = () => { const f = told(); preview.textContent = deed.line(f); hint.textContent = deed.hint?.(f) ?? ""; deed.fit?.(inner, f); };
    inner.replaceChildren(make("h2", { id: "form-title" }, deed.name), make("p", { class: "quiet" }, deed.about),
      ...deed.fields(values).map(([label, field]) => make("div", { class: "field" }, label ? make("label", {}, label, field) : field)), hint,
      make("p", { class: "says" }, "Says ", preview),
      make("p", { class: "ends" }, make("button", { value: "say" }, "Say it"), make("button", { type: "button", class: "plain", onclick: () => dialog.close("") }, "Not now")));
    inner.oninput = show; show();
    dialog.onclose = () => { if (dialog.returnValue === "say") speak(deed.line(told())); };
    dialog.returnValue = ""; dialog.showModal();
  }

  // What makes sense now, in groups; a button that is already there keeps its place and the keyboard.
  function offerNow(panel) {
    const now = mine.filter((deed) => board() && deed.when());
    const told = now.map((deed) => deed.name).join();
    if (panel.dataset.told === told) return;
    panel.dataset.told = told;
    const key = panel.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const groups = [...new Set(now.map((deed) => deed.group))];
    panel.replaceChildren(...groups.map((group) => make("div", { class: "deeds", role: "group", "aria-label": group }, make("span", { class: "quiet", "aria-hidden": "true" }, group),
      ...now.filter((deed) => deed.group === group).map((deed) => make("button", { type: "button", class: deed.main ? "main" : "", "data-key": deed.name, onclick: () => open(deed.name) }, deed.name)))));
    if (key) (panel.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? panel.querySelector("button"))?.focus();
  }
  return { can, open, compose, offerNow, has: (name) => Boolean(deedOf(name)) };
}
