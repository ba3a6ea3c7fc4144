// After the end: what the facilitator says to everybody, the way to where they look, and the facilitator's own box.
import { post } from "./net.js";
import { byId, make } from "./show.js";

const OFTEN = 3000, base = document.body.dataset.base ?? "", seat = base.replace(/\/after$/, "");
const speaks = seat.endsWith("/facilitator");
let seen = Number(sessionStorage.getItem("word") ?? 0);

// The steps of a talk have names, so that one can be led to.
document.querySelectorAll(".steps > li").forEach((step, index) => { step.id = `step-${index + 1}`; step.tabIndex = -1; });
const marked = () => {
  for (const each of document.querySelectorAll(".steps > .here")) each.classList.remove("here");
  const step = location.hash.startsWith("#step-") && byId(location.hash.slice(1));
  if (step) { step.classList.add("here"); step.scrollIntoView({ block: "start" }); step.focus({ preventScroll: true }); }
};
addEventListener("hashchange", marked);
marked();

const band = make("div", { class: "word toall", role: "status", hidden: true });
document.body.append(band);
function show(told) {
  const close = () => { band.hidden = true; seen = told.n; sessionStorage.setItem("word", told.n); };
  const way = told.place ? make("a", { class: "button", href: `${base}/${told.place}`, onclick: close }, "Go there") : "";
  band.replaceChildren(make("p", {}, make("strong", {}, "The facilitator, to everybody: "), told.text), way, make("button", { type: "button", class: "small plain", onclick: close }, "Close"));
  band.hidden = false;
}
let shown = 0;
async function look() {
  if (document.hidden) return;
  const answer = await fetch(`${seat}/told`).catch(() => null), told = answer?.ok ? (await answer.json())[0] : null;
  if (told && told.n > seen && told.n !== shown) { shown = told.n; show(told); }
}
if (seat.startsWith("/r/") && !speaks) { look(); setInterval(look, OFTEN); }

if (speaks) {
  const words = make("input", { id: "word-text", maxlength: 600, autocomplete: "off" }), wrong = make("span", { class: "wrong", role: "alert" }), done = make("span", { class: "quiet", role: "status" });
  const tell = async (text, place = "") => {
    const told = await post(`${seat}/tell`, { text, place });
    wrong.textContent = told.ok ? "" : told.answer;
    done.textContent = told.ok ? `Everybody is told: ${text}` : "";
    if (told.ok) words.value = "";
  };
  const form = make("form", { class: "tellall" }, make("label", { for: "word-text" }, "Say to everybody"), words, make("button", {}, "Say"), wrong, done);
  form.addEventListener("submit", (event) => { event.preventDefault(); if (words.value.trim()) tell(words.value.trim()); });
  document.body.append(form);
  const page = location.pathname.slice(base.length + 1);
  const leads = (text, place) => make("button", { type: "button", class: "small plain lead-here", onclick: () => tell(words.value.trim() || text(), place()) }, "Bring everybody here");
  for (const step of document.querySelectorAll(".steps > li")) {
    const title = step.querySelector("h2"), name = title.firstChild.textContent.trim();
    title.append(" ", leads(() => `Look at this step with me: ${name}.`, () => `${page}#${step.id}`));
  }
  if (page === "replay") document.querySelector(".controls")?.append(leads(() => `Look at ${byId("clock").textContent} in the replay with me.`, () => `replay?at=${byId("scrub").value}`));
}
