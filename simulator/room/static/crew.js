// People: who sits where in the room, and who of the company is on the call.
import { make, renew, since } from "./show.js";
import { post } from "./net.js";
import { sign } from "./activity.js";

export const TITLES = { commander: "Incident Commander", deputy: "Deputy", "business-lead": "Business Lead", "technical-lead": "Technical Lead", scribe: "Scribe", responder: "Responder", observer: "Observer" };
export const titleOf = (seat) => seat.startsWith("shadow-") ? `shadow of the ${TITLES[seat.slice(7)]}`
  : seat.startsWith("beside-") ? `supervisor of the ${TITLES[seat.slice(7)]}` : TITLES[seat] ?? seat;
const STATES = { here: "on the call", paged: "paged", acknowledged: "on the way", unanswered: "does not answer", left: "has left" };

// What becomes of a seat's work while nobody sits there: only the commander's can be held by a program.
const EMPTY = {
  commander: "nobody leads until somebody sits down; a program can (below)", deputy: "nothing waits for it",
  "business-lead": "whoever commands writes the updates, or assigns somebody of the company", "technical-lead": "whoever commands gives the work to people of the company, who do it",
  scribe: "what is said is on record all the same", responder: "people of the company do the looking", observer: "nobody pins notes",
};

export function showCrew(panel, standing, board, deeds = null) {
  const facilitates = document.body.dataset.seat === "facilitator";
  const told = JSON.stringify([standing.people, standing.program, board?.people, board?.roles, board?.moods, board?.work.map((w) => [w.who, w.what])]);
  if (panel.dataset.told === told || panel.querySelector(".asks:not([hidden])")) return; // a question is not taken away
  panel.dataset.told = told;
  renew(panel, make("h2", {}, "Seats"), make("ul", {}, ...seats(standing, facilitates, board?.roles ?? [])),
    make("h2", {}, "The company"), make("ul", { class: "crew" }, ...people(board, deeds)));
}

function* seats(standing, facilitates, roles) {
  const sitting = standing.people ?? [];
  for (const { seat } of standing.seats) {
    const here = sitting.filter((p) => p.seat === seat);
    const given = roles.find((each) => each.role.toLowerCase() === TITLES[seat].toLowerCase())?.person;
    const free = seat === "commander" && standing.program ? "a program" : given && !sitting.some((p) => p.name === given) ? `free; ${given} of the company does it` : "free";
    const row = (named, moved) => make("li", {}, make("span", { class: "what" }, `${TITLES[seat]}: `, make("strong", {}, named),
      facilitates && moved ? make("span", {}, " ", sign(moved.n)) : "", facilitates && (!moved || moved.away) && named !== "a program" ? make("small", { class: "quiet" }, ` ${moved ? "meanwhile " : ""}${EMPTY[seat]}`) : ""), moved ? mover(moved) : null);
    const called = (each) => (each.away ? `${each.name} (away)` : each.name);
    if (seat === "observer" || seat === "responder") { if (!here.length) { yield row("nobody; there is room for many"); continue; } }
    if (facilitates && here.length) for (const each of here) yield row(called(each), each);
    else yield row(here.map(called).join(", ") || free);
  }
  for (const each of sitting.filter((p) => !TITLES[p.seat])) yield make("li", {}, make("span", { class: "what" }, `${each.name}, ${titleOf(each.seat)}`, facilitates ? make("span", {}, " ", sign(each.n)) : ""), facilitates ? mover(each) : null);
}

function mover(person) {
  const to = make("select", { "aria-label": `Move ${person.name} to`, "data-key": `move${person.n}`,
    onchange: () => { ask.hidden = to.value === person.seat; ask.querySelector("span").textContent = `Move ${person.name} to ${titleOf(to.value)}? `; } },
  ...Object.entries(TITLES).map(([seat, title]) => make("option", { value: seat, selected: seat === person.seat }, title)));
  if (!TITLES[person.seat]) to.prepend(make("option", { value: person.seat, selected: true }, titleOf(person.seat)));
  const back = () => { to.value = person.seat; ask.hidden = true; };
  const move = async () => {
    ask.hidden = true;
    const told = await post(`${location.pathname.replace(/\/$/, "")}/move`, { person: person.n, seat: to.value });
    if (told.answer) { back(); to.after(make("span", { class: "wrong", role: "alert" }, told.answer)); }
  };
  // One slip of the mouse would take somebody out of their seat.
  const ask = make("span", { class: "asks", role: "group", hidden: true }, make("span", {}), make("button", { type: "button", class: "small", "data-key": `moves${person.n}`, onclick: move }, "Move"), make("button", { type: "button", class: "small", onclick: back }, "Stay"));
  return make("span", { class: "mover" }, to, ask);
}

function people(board, deeds) {
  if (!board?.people.length) return [make("li", {}, "Nobody has been paged yet.")];
  return board.people.map((p) => {
    const mood = board.moods.find((m) => m.who === p.name)?.mood, task = board.work.find((w) => w.who === p.name)?.what;
    const ask = deeds?.can("Ask") && p.state === "here" && p.name !== "you"
      ? make("button", { type: "button", class: "small", "data-key": `ask ${p.id}`, onclick: () => deeds.open("Ask", { who: p.name }) }, "Ask") : null;
    return make("li", { class: p.state === "unanswered" ? "call" : null },
      make("span", { class: "what" }, make("strong", {}, p.name), p.team ? ` of ${p.team},` : "", ` ${STATES[p.state] ?? p.state}`, p.state === "here" && p.since !== null ? make("span", {}, " for ", since(p.since)) : "",
        task ? `; asked to ${task}` : p.state === "here" ? "; free" : "", mood ? ` (${mood})` : ""), ask);
  });
}
