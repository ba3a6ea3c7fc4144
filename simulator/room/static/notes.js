// Observers pin notes to lines of the channel. Nobody else is sent them, and none is ever changed.
import { post } from "./net.js";
import { byId, clock, make } from "./show.js";

const here = location.pathname.replace(/\/$/, ""), lines = byId("lines"), panel = byId("pinned");
let competences = [], shown = "";

const stars = (rating) => rating ? `${rating} of 5` : "";
const note = (told) => make("li", { class: told.withdrawn ? "withdrawn" : null },
  make("a", { href: `#line-${told.n}` }, clock(told.at)), " ", make("strong", {}, told.competence), ` ${stars(told.rating)} `, told.text, make("span", { class: "quiet" }, ` ${told.by}${told.withdrawn ? ", withdrawn" : ""}`),
  told.mine && !told.withdrawn ? make("button", { type: "button", class: "hint", onclick: () => send({ withdraw: told.number }) }, "Withdraw") : "");

async function send(body) {
  const told = await post(`${here}/note`, body);
  byId("note-wrong").textContent = told.ok ? "" : told.answer;
  await look();
  return told.ok;
}
async function look() {
  const answer = await fetch(`${here}/notes`).catch(() => null);
  if (!answer?.ok) return;
  const told = await answer.json();
  competences = told.competences;
  hear(told.notes);
}
function hear(notes) {
  const text = JSON.stringify(notes);
  if (text === shown) return;
  shown = text;
  byId("pins").replaceChildren(...notes.map(note));
  for (const item of lines.querySelectorAll(".noted")) item.classList.remove("noted");
  for (const { n, withdrawn } of notes) if (!withdrawn) byId(`line-${n}`)?.classList.add("noted");
}

const form = make("form", { class: "pin" },
  make("p", { id: "pin-to", class: "quiet" }, "Choose a line of the channel."), make("input", { type: "hidden", name: "line", value: "" }),
  make("label", { for: "pin-text" }, "What you saw"), make("textarea", { id: "pin-text", name: "text", maxlength: 1000, rows: 3 }),
  make("fieldset", {}, make("legend", {}, "Rating (1: poor, 5: as good as it gets)"), ...[0, 1, 2, 3, 4, 5].map((value) => make("label", { class: "check" }, make("input", { type: "radio", name: "rating", value, checked: value === 0 }), value ? String(value) : "none"))),
  make("label", { for: "pin-competence" }, "About"), make("select", { id: "pin-competence", name: "competence" }, make("option", { value: "" }, "nothing named")),
  make("p", { id: "note-wrong", class: "wrong", role: "alert" }), make("button", {}, "Pin it"));
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const data = new FormData(form);
  if (!data.get("line")) { byId("note-wrong").textContent = "Choose a line of the channel first."; return; }
  if (await send({ line: Number(data.get("line")), text: data.get("text"), rating: Number(data.get("rating")), competence: data.get("competence") })) { byId("pin-text").value = ""; form.querySelector("[name=rating]").checked = true; }
});
panel.append(form, make("h2", {}, "Pinned"), make("ul", { id: "pins", class: "notes" }));

function choose(item) {
  const n = item?.id?.match(/^line-(\d+)$/)?.[1];
  if (!n) return;
  lines.querySelector(".chosen")?.classList.remove("chosen");
  item.classList.add("chosen");
  form.line.value = n;
  byId("pin-to").textContent = `On ${item.querySelector("time")?.textContent ?? ""} ${item.querySelector(".text, span:last-child").textContent}`;
  byId("tab-pinned")?.click();
  byId("pin-text").focus();
}
lines.addEventListener("click", (event) => choose(event.target.closest("li")));
// With the keyboard: the arrows choose a line, Enter goes to the form.
let at = null;
// What is no line of the exercise is passed over.
const line = (one, way) => { while (one && !one.id) one = one[way]; return one ?? null; };
lines.addEventListener("keydown", (event) => {
  if (!["ArrowUp", "ArrowDown", "Enter"].includes(event.key)) return;
  event.preventDefault();
  if (event.key === "Enter") { choose(at ?? line(lines.lastElementChild, "previousElementSibling")); return; }
  at = (event.key === "ArrowUp" ? line(at ? at.previousElementSibling : lines.lastElementChild, "previousElementSibling") : line(at?.nextElementSibling, "nextElementSibling")) ?? at;
  lines.querySelector(".chosen")?.classList.remove("chosen");
  at?.classList.add("chosen"); at?.scrollIntoView({ block: "nearest" });
});
document.addEventListener("told", (event) => { if (event.detail.notes) hear(event.detail.notes); });
await look();
byId("pin-competence").append(...competences.map((name) => make("option", {}, name)));
