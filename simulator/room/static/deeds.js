// Forms for what can be said. Each writes a line that could be typed and shows it, so that one learns the words.
import { askBack } from "./askback.js";
import { byId, clock, make } from "./show.js";

export const select = (name, values, empty, chosen, called = {}) => make("select", { name },
  ...(empty !== undefined ? [make("option", { value: "" }, empty)] : []),
  ...values.map((value) => make("option", { value, selected: value === chosen }, called[value] ?? value)));
const text = (name, placeholder = "", required = true) => make("input", { name, placeholder, required, maxlength: 500, autocomplete: "off" });
const tick = (name, label) => make("label", { class: "check" }, make("input", { type: "checkbox", name, value: "yes" }), label);
const box = (name = "within", chosen = "10m", empty) => select(name, ["3m", "5m", "10m", "15m", "20m"], empty, chosen);
const by = (f) => (f.who ? ` by ${f.who}` : "");
const needed = (field) => { field.required = true; return field; };
const sure = (name, values, chosen, called) => needed(select(name, values, "choose one", chosen, called));
const ALL = "everyone", ANYBODY = "nobody by name: whoever takes it", NOBODY = "nobody is on the call yet: page somebody first";
const IN_WORDS = "in words";
const ANSWERS = { "no eta": "There is no time yet (no eta)", "severity stays": "The severity stays as it is", "take command": "Then take command", [IN_WORDS]: "In your own words", eta: "It should be over within...", later: "Later, not now (they come back)" };
const FITS = { news: ["take command", "later"], eta: ["no eta", "eta"], severity: ["severity stays"], command: ["take command"] };
const because = (f) => (f.why ? ` because ${f.why}` : "");

export function deedsOf(offer, known, speak, compose) {
  const board = () => known.board;
  const can = (kind) => offer.may.includes(kind);
  const here = () => (board()?.people ?? []).filter((p) => p.state === "here" && p.name !== "you").map((p) => p.name);
  const bare = () => board().changes.filter((c) => c.done !== null && c.ended === null && c.standing.includes("NOT VERIFIED")).map((c) => c.change);
  // Who stands in the room, and who asked something from outside and has been told nothing since.
  const askers = () => [...new Set([...(board()?.swoops ?? []), ...(board()?.asks ?? []).map((each) => each.audience)])];
  const asker = (audience) => { const who = board().asks?.find((each) => each.audience === audience)?.who; return who && who !== audience ? `${audience} (${who})` : audience; };
  const made = () => board().changes.filter((c) => c.done !== null && c.ended === null).map((c) => c.change);
  const page = (change) => offer.runbook.find((each) => each.name === change);
  // Changes by what they are made on: there are dozens.
  const risky = offer.runbook.filter((each) => each.hazards.length), prepared = offer.runbook.filter((each) => each.prepares);
  const changes = (chosen, some = offer.runbook) => make("select", { name: "change", required: true }, make("option", { value: "" }, "choose one"), ...[...new Set(some.map((each) => each.on))].map((on) => make("optgroup", { label: on },
    ...some.filter((each) => each.on === on).map(({ name }) => make("option", { value: name, selected: name === chosen }, name)))));
  const hands = (v) => ["Who", select("who", here(), here().length ? ANYBODY : NOBODY, v.who)];
  const inHand = (name) => board().work.find((w) => w.who === name)?.what;
  const called = (name, more = "") => `${name}${inHand(name) ? `, busy: to ${inHand(name)}` : ""}${more}`;
  const whom = () => Object.fromEntries(here().map((name) => [name, called(name)]));
  // Who can: of a part that is looked into, all may look, and it is said who does not know it.
  const able = (name, place) => !offer.able[place] || offer.able[place].includes(board().people.find((p) => p.name === name)?.id);
  function fitHands(form, place, all = false) {
    for (const option of form.elements.who.options) {
      if (!option.value) continue;
      const can_ = able(option.value, place);
      option.disabled = option.hidden = !can_ && !all;
      option.textContent = called(option.value, can_ ? "" : ", does not know it");
      if (option.disabled && option.selected) form.elements.who.value = "";
    }
    const nobody = place && !all && here().length && ![...form.elements.who.options].some((option) => option.value && !option.disabled);
    form.elements.who.options[0].textContent = nobody ? `nobody on the call can work on ${place} yet` : here().length ? ANYBODY : NOBODY;
  }
  const requests = () => (board()?.work ?? []).filter((w) => w.withdraw);
  const fitChange = (form, f) => fitHands(form, page(f.change)?.on);
  const asked = (what) => { const w = what && board().work.find((each) => each.what.endsWith(what)); return w ? ` ${w.who || "Nobody yet"} is asked to ${w.what} already.` : ""; };
  const alarmed = () => [...new Set(offer.alerts.filter((a) => board()?.alerts.some((each) => each.name === a.name)).map((a) => a.of))].filter((each) => offer.places.includes(each));
  const places = (v) => sure("place", [...new Set([...alarmed(), ...offer.places])], v.place ?? alarmed()[0], Object.fromEntries(alarmed().map((each) => [each, `${each} (alarmed)`])));
  const undone = (change) => page(change)?.undo !== null;
  const declared = () => Boolean(board()?.severity), live = () => board() && board().resolved === null;
  const team = (name) => offer.services.filter((each) => each.team === name).map((each) => each.name);
  const levels = Object.fromEntries(offer.severities.map((name) => [name, `${name}: ${offer.levels[name]}`]));
  const about = (f) => {
    const change = page(f.change);
    return change ? `${change.about} On ${change.on}; takes about ${change.takes}; ${change.undo ? `undone in ${change.undo}` : "cannot be undone"}; shows on ${change.signal}.${!change.hazards.length ? "" : board().checked[change.name] === undefined ? " It has hazards: check it first." : ` Its hazards were looked for, ${clock(board().checked[change.name])}: read what was found.`}` : "";
  };

  const DEEDS = [
    { group: "Lead", name: "Declare", kind: "Declare", main: true, when: () => !declared(), about: "Opens the incident and takes command. Between two levels take the higher one.",
      fields: () => [["Severity", needed(select("level", offer.severities, "choose one", undefined, levels))]], line: (f) => `declare ${f.level}`, hint: (f) => offer.levels[f.level] },
    { group: "Lead", name: "Severity", kind: "SetSeverity", when: () => declared() && live(), about: "Change it as you learn the impact, and say why.",
      fields: () => [["Severity", select("level", offer.severities, undefined, board().severity, levels)], ["Because", text("why")]], line: (f) => `severity ${f.level}${because(f)}`, hint: (f) => offer.levels[f.level] },
    { group: "Lead", name: "Assign", kind: "Assign", when: () => declared() && live(), about: "Give somebody of the company a role; whoever sits in a seat of the room has its role already.",
      fields: (v) => [["Role", sure("role", offer.roles, v.role)], ["To", sure("who", [...new Set([...here(), ...offer.people])])]], line: (f) => `assign ${f.role} to ${f.who}` },
    { group: "Lead", name: "Sum up", kind: "Sitrep", when: () => declared() && live(), about: "State, open tasks, next time: whenever there is a lull.",
      fields: () => [["In a sentence", text("text", "rollback is running, next look in five minutes")]], line: (f) => `sitrep ${f.text}` },
    { group: "Lead", name: "Decide", kind: "Decide", when: declared, about: "Say a decision and its reason before you act on it.",
      fields: () => [["What, and why", text("text")]], line: (f) => `decide ${f.text}` },
    { group: "Lead", name: "Answer", kind: "Answer", main: true, when: () => askers().length > 0, about: "Whoever stands in the room stays until they are answered, or told in an update; whoever asked from outside waits for a word.",
      fields: (v) => [["Whom", select("audience", askers(), undefined, v.audience, Object.fromEntries(askers().map((name) => [name, asker(name)])))], ["", make("blockquote", { class: "asks" })], ["With", sure("how", Object.keys(ANSWERS), v.how, ANSWERS)], ["Within", select("eta", ["15m", "30m", "60m", "120m"])], ["Because", text("why", "what you know, and when they hear more", false)]],
      line: (f) => f.how === IN_WORDS ? `answer ${f.audience} saying ${f.why}` : `answer ${f.audience} ${f.how === "eta" ? `eta ${f.eta}` : f.how}${because(f)}`,
      fit: (form, f) => {
        form.querySelector(".asks").textContent = known.asked?.[f.audience] ?? "They want news.";
        form.elements.eta.closest(".field").hidden = f.how !== "eta";
        const stands = board().swoops.includes(f.audience), fits = stands ? FITS[board().wants?.[f.audience]] ?? [] : [];
        for (const option of form.elements.how.options) option.hidden = option.disabled = option.value === IN_WORDS && stands;
        form.elements.why.required = f.how === IN_WORDS;
        form.elements.why.closest(".field").querySelector("label").firstChild.textContent = f.how === IN_WORDS ? "Says" : "Because";
        for (const option of form.elements.how.options) if (option.value) option.textContent = `${ANSWERS[option.value]}${fits.includes(option.value) ? ", which they came for" : ""}`;
      } },
    { group: "People", name: "Page", kind: "Page", when: () => live() !== false, about: "Page the one team you need, not everyone.",
      fields: (v) => [["Whom", sure("who", [...offer.teams, ...offer.people], v.who)]], line: (f) => `page ${f.who}`,
      hint: (f) => { const own = team(f.who); return own.length ? `They look after ${own.join(", ")}.` : ""; } },
    { group: "People", name: "Ask", kind: "Ask", when: () => here().length > 0, about: "One question to one person is answered soonest. An interruption costs them minutes.",
      fields: (v) => [["Whom", sure("who", [...here(), ALL], v.who, { ...whom(), [ALL]: "everyone on the call" })], ["What", select("topic", ["what changed", "what can we quickly try", "impact", "progress", "theory", "save the evidence"], undefined, v.topic)]], line: (f) => `ask ${f.who === ALL ? "" : `${f.who} `}${f.topic}` },
    { group: "People", name: "Release", kind: "Release", when: () => here().length > 0, about: "Say who must stay, and let the others go.", fields: () => [["Whom", sure("who", here(), undefined, whom())]], line: (f) => `release ${f.who}` },
    { group: "People", name: "Hand over", kind: "HandOver", when: () => declared() && here().length > 0, about: "They must accept before it is theirs; brief them first.", fields: () => [["To", sure("who", here(), undefined, whom())]], line: (f) => `hand over to ${f.who}` },
    { group: "Find out", name: "Look into", kind: "Investigate", when: () => live() !== false, about: "One owner and a time-box, then come back to it.",
      fields: (v) => [["Where", places(v)], hands(v), ["Time-box", box("within", v.within ?? "10m")]], line: (f) => `investigate ${f.place}${by(f)} within ${f.within}`,
      hint: (f) => { const part = offer.services.find((each) => each.name === f.place); return part ? [part.about, part.team ? `The team ${part.team} looks after it.` : "", asked(`look into ${f.place}`)].filter(Boolean).join(" ") : ""; },
      fit: (form, f) => fitHands(form, f.place, true) },
    { group: "Find out", name: "Signals", kind: "Look", atOnce: true, when: () => true, line: () => "signals" },
    { group: "Find out", name: "Check", kind: "Check", when: () => live() !== false && risky.length > 0, about: "Somebody looks whether what the runbook warns of is so now. That takes a few minutes; an outage made worse takes longer.",
      fields: (v) => [["Change", changes(v.change, risky)], hands(v)], line: (f) => `check ${f.change}${by(f)}`,
      hint: (f) => (f.change ? `Could be wrong: ${page(f.change).hazards.join("; ")}.${asked(`'${f.change}'`)}` : "What is not in this list has no hazard that the runbook knows."), fit: fitChange },
    { group: "Find out", name: "Take back", kind: "Withdraw", when: () => requests().length > 0, about: "What nobody has begun is forgotten; whoever is at it is free again.",
      fields: (v) => [["What was asked for", sure("work", requests().map((w) => w.withdraw), v.work, Object.fromEntries(requests().map((w) => [w.withdraw, `${w.who || "nobody yet"} to ${w.what}`])))]], line: (f) => f.work },
    { group: "Change", name: "Order", kind: "Order", when: () => live() !== false, about: "One change at a time: verify it before the next.",
      fields: (v) => [["Change", changes(v.change)], hands(v), ["", tick("staged", "In the small form first")], ["Because", text("why", "what makes you think so", false)]],
      line: (f) => `order ${f.change}${by(f)}${f.staged && page(f.change)?.staged ? " staged" : ""}${because(f)}`, hint: about,
      fit: (form, f) => { fitChange(form, f); const staged = page(f.change)?.staged, field = form.elements.staged.closest(".field"); field.hidden = !staged; field.querySelector("label").lastChild.textContent = staged ? `Small form first: ${staged}` : ""; } },
    { group: "Change", name: "Prepare", kind: "Prepare", when: () => live() !== false && prepared.length > 0, about: "Get plan B ready without applying it.",
      fields: (v) => [["Change", sure("change", prepared.map((c) => c.name), v.change)], hands(v)], line: (f) => `prepare ${f.change}${by(f)}`, fit: fitChange,
      hint: () => "What is not in this list needs no preparation." },
    { group: "Change", name: "Objections?", kind: "Poll", when: () => here().length > 0, about: "Ask for strong objections before what is large or cannot be undone.", fields: (v) => [["Change", changes(v.change)]], line: (f) => `poll ${f.change}` },
    { group: "Change", name: "Verify", kind: "Verify", main: true, when: () => bare().length > 0, about: "Watch its signal for at least its own lag, or you read the past.",
      fields: (v) => [["Change not yet verified", select("change", bare(), undefined, v.change)], ["On", select("signal", offer.signals.map((s) => s.name), "the runbook's own signal")], ["For", box("within", "5m")], hands(v)],
      line: (f) => `verify ${f.change}${f.signal ? ` on ${f.signal}` : ""} for ${f.within}${by(f)}`,
      hint: (f) => { const signal = offer.signals.find((s) => s.name === (f.signal || page(f.change)?.signal)); return signal ? `${signal.name} is ${Math.ceil(signal.lag / 60)} min behind.` : ""; } },
    { group: "Change", name: "Revert", kind: "Revert", when: () => made().some(undone), about: "Undo what did not help, or put on record that it stays.", fields: (v) => [["Change", select("change", made().filter(undone), undefined, v.change)], hands(v)], line: (f) => `revert ${f.change}${by(f)}`, fit: fitChange },
    { group: "Change", name: "Keep", kind: "Residual", when: () => made().length > 0, about: "A change stays in place although the incident ends: put on record that it is there and why (the word for it is residual), or it is the next incident.", fields: (v) => [["Change", select("change", made(), undefined, v.change)], ["Because", text("why", "", false)]], line: (f) => `residual ${f.change}${because(f)}` },
    { group: "Change", name: "Freeze", kind: "Freeze", when: () => declared() && live() && !board().frozen, about: "Stops other teams' changes, so that only what you order moves the graphs.", fields: () => [], line: () => "freeze" },
    { group: "Change", name: "Unfreeze", kind: "Unfreeze", when: () => Boolean(board()?.frozen), about: "Lets other teams change things again.", fields: () => [], line: () => "unfreeze" },
    { group: "Tell", name: "Talk", kind: "Say", when: () => true, about: "To everybody at a keyboard, in your own words; it takes no time. In the box: begin with a ' and write.",
      fields: () => [["What you say", text("text", "I look after the shards, back in five")]], line: (f) => `say ${(f.text ?? "").replaceAll('"', "'")}` },
    { group: "Tell", name: "Write an update", kind: "Post", compose: true, when: () => true },
    { group: "Tell", name: "Note", kind: "Note", when: () => true, about: `Goes on record for all to read, and in the debrief.${can("Say") ? " To talk, use Talk: that keeps you busy with nothing." : ""}`, fields: () => [["Text", text("text")]], line: (f) => `note ${f.text}` },
    { group: "Wind down", name: "Mitigated", kind: "Mitigated", when: () => declared() && live() && board().mitigated === null, about: "Say it when the signals say that customers are well, not when the fix has landed.", fields: () => [], line: () => "mitigated" },
    { group: "Wind down", name: "Resolve", kind: "Resolve", when: () => declared() && live(), about: "After recovery has held for a while and the backlog has drained.", fields: () => [], line: () => "resolve" },
    { group: "Wind down", name: "Follow-up", kind: "FollowUp", when: declared, about: "Work without an owner is not done.",
      fields: () => [["What", text("text")], ["For", sure("who", offer.people)], ["Due", text("due", "friday", false)]], line: (f) => `follow-up "${(f.text ?? "").replaceAll('"', "'")}" for ${f.who}${f.due ? ` due ${f.due}` : ""}` },
    { group: "Wind down", name: "Review", kind: "Review", when: declared, about: "Name the writer before people leave.", fields: () => [["By", sure("who", offer.people)], ["Due", text("due", "thursday", false)]], line: (f) => `review by ${f.who}${f.due ? ` due ${f.due}` : ""}` },
    { group: "Wind down", name: "End", kind: "End", when: declared, about: "Ends the exercise for everybody, and opens the debrief.", fields: () => [], line: () => "end",
      hint: () => (live() ? `It is not resolved. If customers still fail, you walk away: the outage runs on to its end at once, and nobody can do anything more.${document.body.dataset.owner ? "" : " To stop where it stands, ask the facilitator."}` : "") },
  ];
  const mine = DEEDS.filter((deed) => can(deed.kind));
  const deedOf = (name) => mine.find((deed) => deed.name === name || deed.kind === name);

  function open(name, values = {}) {
    const deed = deedOf(name);
    if (!deed) return;
    if (deed.compose) { compose(values.audience); return; }
    if (deed.atOnce) { speak(deed.line()); return; } // a mere look
    const dialog = byId("form"), inner = dialog.querySelector("form");
    const preview = make("code", { class: "preview" }), hint = make("p", { class: "hint-text" });
    const told = () => Object.fromEntries([...new FormData(inner)].map(([key, value]) => [key, value.trim()]));
    // What is still to be chosen is left open in the words that are shown.
    const open_ = (f) => Object.fromEntries(Object.entries(f).map(([key, value]) => [key, value || (inner.elements[key]?.required ? "..." : "")]));
    const show = () => { const f = told(); preview.textContent = deed.line(open_(f)); hint.textContent = deed.hint?.(f) ?? ""; deed.fit?.(inner, f); };
    inner.replaceChildren(make("h2", { id: "form-title" }, deed.name), make("p", { class: "quiet" }, deed.about),
      ...deed.fields(values).map(([label, field]) => make("div", { class: "field" }, label ? make("label", {}, label, field) : field)), hint,
      make("p", { class: "says" }, "Says ", preview),
      make("p", { class: "ends" }, make("button", { value: "say" }, "Say it"), make("button", { type: "button", class: "plain", onclick: () => dialog.close("") }, "Not now")));
    inner.oninput = show; show();
    dialog.onclose = () => { if (dialog.returnValue === "say") { const line = deed.line(told()); if (!asksFirst(line)) speak(line); } };
    dialog.returnValue = ""; dialog.showModal();
  }

  // Whoever pages a team again wakes somebody else: that is asked back. True when it is being asked.
  function asksFirst(line) {
    const target = line.trim().match(/^(?:page|call|summon)\s+(?:the\s+)?(.+?)(?:\s+(?:team|on.?call))?$/i)?.[1].toLowerCase();
    const team_ = offer.teams.find((each) => each.toLowerCase() === target);
    const coming = team_ && can("Page") ? board().people.filter((p) => offer.belongs[p.id] === team_ && ["paged", "acknowledged"].includes(p.state)).map((p) => p.name) : [];
    const waits = (known.row?.waiting ?? []).some((each) => each.text.toLowerCase() === line.trim().toLowerCase());
    if (!coming.length && !(target && waits)) return false;
    const are = coming.length > 1 ? "have" : "has";
    const why = coming.length ? `${coming.join(" and ")} of ${team_} ${are} been paged and ${coming.length > 1 ? "are" : "is"} still to join. Another page wakes somebody else of that team.` : "This page waits to be said already.";
    askBack({ title: `Page ${team_ ?? target} again?`, why, yes: "Page another one", no: "Wait for them" }, () => speak(line, true));
    return true;
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
  return { can, open, compose, offerNow, asksFirst, undone, has: (name) => Boolean(deedOf(name)) };
}
