// The board: what is owed, what runs, what is unverified, what was promised. `deeds` opens forms, where there are any.
import { TITLES } from "./crew.js";
import { clock, left, make, renew, since, simulated, span, time } from "./show.js";

const part = (title, items) => items.length
  ? make("section", { class: "part" }, make("h2", {}, title), make("ul", {}, ...items)) : null;
const item = (text, { call = false, timed = false, act = null } = {}) =>
  make("li", { class: call ? "call" : null, "data-timed": timed || null }, make("span", { class: "what" }, ...[text].flat().filter((each) => each !== null && each !== "")), act);
const act = (deeds, name, values, label, key) => deeds?.can(name)
  ? make("button", { type: "button", class: "small", "data-key": key, onclick: () => deeds.open(name, values) }, label) : null;

export function showBoard(panel, board, deeds = null) {
  const over = time.over, live = board.resolved === null && !over;
  renew(panel,
    part("Fails again", live && board.again.length ? [item(`Called mitigated at ${clock(board.mitigated)}. Since then: ${board.again.map((each) => (board.alerts.some((a) => a.name === each) ? `▲ ${each}` : each)).join(", ")}.`, { call: true })] : []),
    part("Owed now", (over ? [] : board.owed ?? []).map((o, n) => item([`${o.what}: `, make("code", {}, o.say)], { call: true, act: settles(o, n, board, deeds) }))),
    part("Wait for an answer", (over ? [] : board.swoops).map((s, n) => item(`${s} wants ${wish(board.wants?.[s])}`, { call: true, act: act(deeds, "Answer", { audience: s }, "Answer", `swoop${n}`) }))),
    part("Waits for approval", (board.drafts ?? []).map((d, n) => item(`${d.audience}: ${d.state}`, { call: true, act: deeds ? make("button", { type: "button", class: "small", "data-key": `draft${n}`, onclick: () => deeds.compose(d.audience) }, "Read it") : null }))),
    part("Updates due", (over ? [] : [...board.dues]).sort((a, b) => a.at - b.at).map((d, n) => item(
      [make("strong", {}, d.audience), ` ${d.promised ? "promised" : "due"} by ${clock(d.at)}, `, left(d.at)],
      { timed: true, act: live && deeds?.can("Post") ? make("button", { type: "button", class: "small", "data-key": `due${n}`, onclick: () => deeds.compose(d.audience) }, "Write") : null }))),
    part("Being written", (over ? [] : board.writing ?? []).map((w) => item(
      [make("strong", {}, w.who === "you" ? "You" : w.who), `${w.who === "you" ? " write" : " writes"} to `, make("strong", {}, w.audience), ...(w.out === null ? [", once free"] : [", out ", left(w.out)])]))),
    part("By law", (over ? [] : board.notices ?? []).map((n) => item([`${n.audience} must hear by ${clock(n.at)}, `, left(n.at)], { timed: true }))),
    part("Changes", [...board.changes].reverse().map((c) => change(c, board, deeds))),
    part("Prepared", board.prepared.map((p) => item([make("strong", {}, p.change), ` stands ready to be made, since ${clock(p.at)}`]))),
    part("Work", (over ? [] : board.work).map((w, n) => work(w, n, deeds))),
    part("Alerts", board.alerts.map((a) => item([make("span", { class: "alarm" }, "▲ "), a.name, " for ", since(a.since)], { call: true }))),
    part("Customers", [item(reports(board.reports))]),
    part("Roles", roles(board)),
    part("Workstreams", board.workstreams.map((w) => item(`${w.name} under ${w.leader}${w.scope ? `: ${w.scope}` : ""}`))),
    part("Found", board.found.slice(-8).reverse().map((f) => item([make("strong", {}, `${f.who} on ${f.place}: `), f.says]))),
    part("Told so far", board.heard.map((h) => item(`${h.audience}: ${h.state}, at ${clock(h.at)}`))),
    part("Summed up", board.sitrep ? [item(board.sitrep)] : []),
    part("Decided", board.decisions.slice(-5).reverse().map((d) => item(`${clock(d.at)} ${d.text}`))),
    part("Frozen", board.frozen ? [item("Other teams' changes are stopped.")] : []),
    board.work.length || board.changes.length || over ? null : make("p", { class: "quiet later" }, "Who works on what, changes, promises and what was found appear here as they come."),
  );
}

const me = () => { const { seat, watches, person } = document.body.dataset; return seat === watches ? person : null; };
const wish = (want) => ({ eta: "to know when it is over", severity: "to know why it is this severe", command: "to take over" })[want] ?? "news";

const reports = (told) => (told ? [`${told.count === 1 ? "1 report" : `${told.count} reports`}, as support said at ${clock(told.at)}`] : "Support has not said yet how many wrote in.");

// Every seat that somebody sits in, and the roles that people of the company were given.
function roles(board) {
  const sitting = (time.people ?? []).filter((each) => TITLES[each.seat]), mine = me();
  const rows = Object.entries(TITLES).map(([seat, title]) => [title, sitting.filter((each) => each.seat === seat).map((each) => (each.name === mine && each.seat === document.body.dataset.seat ? "you" : `${each.name}${each.away ? " (away)" : ""}`))]).filter(([, names]) => names.length);
  const named = new Set(rows.map(([title]) => title.toLowerCase()));
  const given = board.roles.filter((r) => !named.has(r.role.toLowerCase())).map((r) => [r.role, [r.person === mine ? "you" : r.person]]);
  return [...rows, ...given].map(([role, names]) => item([`${role}: `, make("strong", {}, names.join(", "))]));
}

// The form that settles what is owed, found by the first of its words.
const SETTLES = { assign: ["Assign", "Assign"], freeze: ["Freeze", "Freeze"], sitrep: ["Sitrep", "Sum up"], ask: ["Ask", "Ask"], investigate: ["Investigate", "Go on"] };
function settles({ say }, n, board, deeds) {
  const [kind, label] = SETTLES[say.split(" ")[0]] ?? [], role = say.match(/^assign (.+) to /)?.[1].replaceAll(" ", "-"), topic = say.match(/ for (?:a )?(progress|theory)/)?.[1];
  const [, place, by, within] = say.match(/^investigate (.+) by (.+?) within (\w+)/) ?? [];
  const who = board.people.find((p) => say.startsWith(`ask ${p.name.toLowerCase()} `) || p.name.toLowerCase() === by)?.name;
  return kind ? act(deeds, kind, { role, who, topic, place, within }, label, `owed${n}`) : null;
}

function change(c, board, deeds) {
  const bare = c.open && c.standing.includes("NOT VERIFIED"), worn = c.worn !== null && c.worn !== undefined;
  const watch = c.watched?.[0], now = simulated();
  const bar = watch && now < watch.began + watch.window + 600 ? box(watch.began, watch.began + watch.window, `watching ${watch.signal}`) : null;
  const buttons = [
    bare ? act(deeds, "Verify", { change: c.change }, "Verify", `verify ${c.id}`) : null,
    c.done !== null && c.ended === null && !c.lasting && board.resolved === null && deeds?.undone(c.change) !== false ? act(deeds, "Revert", { change: c.change }, "Revert", `revert ${c.id}`) : null,
  ].filter(Boolean);
  return item([make("strong", {}, c.id ? `${c.id} ${c.change}` : c.change), c.who ? ` by ${c.who}` : "", ": ",
    ...(bare ? [make("span", { class: "badge" }, "NOT VERIFIED"), ` since ${clock(c.done)}`] : c.standing === "under way" ? underWay(c) : [c.standing]), asked(c, "ordered"), bar],
  { call: bare || worn || c.standing.startsWith("hangs") || (c.failed && c === board.changes.at(-1)), act: buttons.length ? make("span", { class: "acts" }, ...buttons) : null });
}

// How long it has been going on, and how long it usually takes: nobody has to ask for that.
function underWay(c) {
  const usual = c.takes ? [" of about ", span(c.takes)] : [];
  return ["under way for ", since(c.started), ...usual, c.takes ? box(c.started, c.started + c.takes, `${c.change}: how far it usually is by now`) : ""].filter(Boolean);
}
const asked = (each, how) => (each.asked ? make("small", { class: "quiet asked" }, `${how} by ${each.asked}`) : "");

function work(w, n, deeds) {
  const end = w.within && w.started ? w.since + w.within : null, who = w.who || "nobody has taken it";
  return item([...(w.who ? [make("strong", {}, who), ` to ${w.what}, ${w.started ? "at it" : "waits"} for `] : [`to ${w.what}: `, make("strong", {}, who), ", for "]), since(w.since),
    end !== null ? make("span", {}, `, time-box ${span(w.within)}, `, left(end)) : w.within ? `, time-box ${span(w.within)} from when it is begun` : "", asked(w, "asked"), end === null ? null : box(w.since, end, `${who}'s time-box`)],
  { timed: end !== null, act: make("span", { class: "acts" }, w.who && w.who !== "you" ? act(deeds, "Ask", { who: w.who, topic: "progress" }, "Ask", `work${n}`) : null,
    w.withdraw ? act(deeds, "Withdraw", { work: w.withdraw }, "Take back", `back${n}`) : null) });
}

const box = (from, to, label) => make("progress", { max: 100, "data-from": from, "data-to": to, "aria-label": label });
