// Observers pin notes to lines of the channel. The team is sent none before the end; what is written anew is shown as one.
import { post } from "./net.js";
import { byId, clock, make } from "./show.js";

const here = location.pathname.replace(/\/$/, ""), lines = byId("lines"), panel = byId("pinned");
let roles = {}, shown = "", edits = 0, begun = 0, fresh = false, known = [];

const parts = (told) => [told.competence, roles[told.role], told.rating ? `${told.rating} of 5` : ""].filter(Boolean).join(", ");
const button = (label, does) => make("button", { type: "button", class: "small", onclick: does }, label);
const note = (told) => make("li", { id: `pin-${told.number}`, tabindex: -1, class: told.withdrawn ? "withdrawn" : null },
  make("a", { href: `#line-${told.n}` }, clock(told.at)), " ", parts(told) ? make("strong", {}, `${parts(told)}: `) : "", told.text,
  make("span", { class: "quiet" }, ` ${told.by}${told.edited ? ", edited" : ""}${told.withdrawn ? ", withdrawn" : ""}`),
  told.mine && !told.withdrawn ? button("Edit", () => begin(told)) : "", told.mine && !told.withdrawn ? button("Withdraw", () => send({ withdraw: told.number })) : "",
  told.mine && told.withdrawn ? button("Write it again", () => begin(told, true)) : "");

async function send(body) {
  const told = await post(`${here}/note`, body);
  byId("note-wrong").textContent = told.ok ? "" : told.answer;
  fresh = told.ok && !body.withdraw;
  await look();
  return told.ok;
}
async function look() {
  const answer = await fetch(`${here}/notes`).catch(() => null);
  if (!answer?.ok) return null;
  const told = await answer.json();
  roles = told.roles;
  hear(told.notes);
  return told;
}
// In the order of the channel; what was just written is brought into view, wherever that is.
function hear(notes) {
  const text = JSON.stringify(notes);
  if (text === shown) return;
  shown = text;
  known = notes;
  byId("pins").replaceChildren(...notes.filter((each) => each.mine || !each.withdrawn).map(note));
  for (const item of lines.querySelectorAll(".noted")) item.classList.remove("noted");
  for (const { n, withdrawn } of notes) if (!withdrawn) byId(`line-${n}`)?.classList.add("noted");
  if (!fresh) return;
  fresh = false;
  const mine = notes.filter((each) => each.mine && !each.withdrawn).sort((a, b) => a.number - b.number).at(-1), item = mine && byId(`pin-${mine.number}`);
  if (!item) return;
  item.classList.add("fresh");
  item.scrollIntoView({ block: "nearest" });
  byId("note-done").textContent = `Pinned at ${clock(mine.at)}; ${notes.filter((each) => !each.withdrawn).length} in all.`;
}

const option = ([value, title]) => make("option", { value }, title);
const form = make("form", { class: "pin" },
  make("p", { class: "quiet" }, "Pins are read by observers and the facilitator now, and by the team in the debrief; by a link for others only if the facilitator says so when making it."),
  make("p", { id: "pin-to" }, "Choose a line of the channel."), make("input", { type: "hidden", name: "line", value: "" }),
  make("label", { for: "pin-text" }, "What you saw"), make("textarea", { id: "pin-text", name: "text", maxlength: 1000, rows: 3 }),
  make("fieldset", {}, make("legend", {}, "Rating (1: poor, 5: as good as it gets)"), ...[0, 1, 2, 3, 4, 5].map((value) => make("label", { class: "check" }, make("input", { type: "radio", name: "rating", value, checked: value === 0 }), value ? String(value) : "none"))),
  make("div", { class: "pair" },
    make("div", {}, make("label", { for: "pin-competence" }, "Topic"), make("select", { id: "pin-competence", name: "competence" }, make("option", { value: "" }, "none"))),
    make("div", {}, make("label", { for: "pin-role" }, "Whose part"), make("select", { id: "pin-role", name: "role" }, make("option", { value: "" }, "nobody's")))),
  make("p", { id: "note-wrong", class: "wrong", role: "alert" }), make("button", { id: "pin-it" }, "Pin it"), " ", make("button", { type: "button", class: "plain", id: "pin-cancel", hidden: true, onclick: () => end() }, "Cancel"),
  make("p", { id: "note-done", class: "quiet", role: "status" }));
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const data = new FormData(form), said = { text: data.get("text"), rating: Number(data.get("rating")), competence: data.get("competence"), role: data.get("role") };
  if (!edits && !data.get("line")) { byId("note-wrong").textContent = "Choose a line of the channel first."; return; }
  if (bare(said)) return;
  const one = begun;
  const done = await send(edits ? { edit: edits, ...said } : { line: Number(data.get("line")), ...said });
  if (done && begun === one && byId("pin-text").value === said.text) end(); // or the next one was begun meanwhile
});
panel.append(form, make("h2", {}, "Pinned, by the time of their lines"), make("ul", { id: "pins", class: "notes" }));

// A rating by itself tells nobody what was seen: it is asked for once.
let asked = false;
function bare({ text, rating }) {
  if (text.trim() || !rating || asked) return false;
  asked = true;
  byId("note-wrong").textContent = "A rating alone says little. Write what you saw, or press again to pin it so.";
  byId("pin-text").focus();
  return true;
}
function fill(text, rating, competence, role) {
  byId("pin-text").value = text;
  form.querySelector(`[name=rating][value="${rating}"]`).checked = true;
  byId("pin-competence").value = competence;
  byId("pin-role").value = role;
}
function end() {
  edits = 0; asked = false;
  fill("", 0, "", "");
  byId("pin-it").textContent = "Pin it"; byId("pin-cancel").hidden = true;
}
function begin(told, anew = false) {
  choose(byId(`line-${told.n}`));
  begun += 1;
  edits = anew ? 0 : told.number;
  fill(told.text, told.rating, told.competence, told.role);
  byId("pin-it").textContent = anew ? "Pin it" : "Save"; byId("pin-cancel").hidden = false;
  form.scrollIntoView({ block: "nearest" });
}

// The words of a line without its badge.
const wordsOf = (item) => [...(item.querySelector(".text") ?? item.lastChild).childNodes].filter((node) => !node.classList?.contains("note")).map((node) => node.textContent).join("");
// A line that is chosen is only marked while another view is open: nobody is taken away from what they look at.
const pin = make("button", { type: "button", class: "small pin-this", onclick: (event) => { event.stopPropagation(); begins(); } }, "Pin a note to this");
function begins() {
  pin.remove();
  byId("tab-pinned")?.click();
  byId("pin-text").focus({ preventScroll: true });
  form.scrollIntoView({ block: "nearest" });
}
function choose(item) {
  const n = item?.id?.match(/^line-(\d+)$/)?.[1];
  if (!n) return;
  lines.querySelector(".chosen")?.classList.remove("chosen");
  item.classList.add("chosen");
  form.line.value = n;
  if (edits) end();
  byId("note-done").textContent = "";
  byId("pin-to").replaceChildren(make("strong", {}, `On ${item.querySelector("time")?.textContent ?? ""} `), wordsOf(item));
  if (panel.hidden) item.append(pin); else begins();
}
lines.addEventListener("click", (event) => { if (!event.target.closest("button, a")) choose(event.target.closest("li")); });
// With the keyboard: the arrows choose a line, Enter goes to the form.
let at = null;
// What is no line of the exercise is passed over.
const line = (one, way) => { while (one && !one.id) one = one[way]; return one ?? null; };
lines.addEventListener("keydown", (event) => {
  if (!["ArrowUp", "ArrowDown", "Enter"].includes(event.key) || event.target.closest("button")) return;
  event.preventDefault();
  if (event.key === "Enter") { choose(at ?? line(lines.lastElementChild, "previousElementSibling")); begins(); return; }
  at = (event.key === "ArrowUp" ? line(at ? at.previousElementSibling : lines.lastElementChild, "previousElementSibling") : line(at?.nextElementSibling, "nextElementSibling")) ?? at;
  lines.querySelector(".chosen")?.classList.remove("chosen");
  at?.classList.add("chosen"); at?.scrollIntoView({ block: "nearest" });
});
document.addEventListener("told", (event) => {
  if (event.detail.notes) hear(event.detail.notes);
  if (event.detail.lines) for (const { n, withdrawn } of known) if (!withdrawn) byId(`line-${n}`)?.classList.add("noted");
});
const told = await look();
byId("pin-competence").append(...(told?.topics ?? []).map((name) => option([name, name])));
byId("pin-role").append(...Object.entries(roles).map(option));
shown = ""; hear(known);
