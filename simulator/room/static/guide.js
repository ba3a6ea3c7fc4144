// The talk in steps: the one that all look at is marked; commitments are written down, corrected and taken back.
import { bring, leads } from "./talk.js";
import { post } from "./net.js";
import { byId, make } from "./show.js";

const base = document.body.dataset.base, page = location.pathname.slice(base.length + 1);
const form = byId("commit"), wrong = byId("wrong"), done = byId("done"), list = byId("made"), button = form.querySelector("button");

function marked() {
  for (const each of document.querySelectorAll(".steps > .here")) each.classList.remove("here");
  const step = location.hash.startsWith("#step-") && byId(location.hash.slice(1));
  if (step) { step.classList.add("here"); step.scrollIntoView({ block: "start" }); step.focus({ preventScroll: true }); }
}
addEventListener("hashchange", marked);
marked();
if (leads) for (const step of document.querySelectorAll(".steps > li")) {
  const title = step.querySelector("h2"), name = title.firstChild.textContent.trim();
  title.append(" ", make("button", { type: "button", class: "small plain", onclick: () => { history.replaceState(null, "", `#${step.id}`); marked(); bring(`Look at this step with me: ${name}.`, `${page}#${step.id}`); } }, "Bring everybody here"));
}

// The day to look again is one to come, as the calendar stands where one sits.
const two = (n) => String(n).padStart(2, "0"), now = new Date();
byId("by").min = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

let corrects = 0, shown = "";
const names = ["when", "will", "owner", "by"];
const tell = (text, bad = false) => { wrong.textContent = bad ? text : ""; wrong.hidden = !bad; done.textContent = bad ? "" : text; };
function correct(each) {
  corrects = each.number;
  for (const name of names) form.elements[name].value = each[name];
  button.textContent = "Save the correction"; byId("stop").hidden = false;
  form.scrollIntoView({ block: "center" }); form.elements.when.focus({ preventScroll: true });
}
function fresh() {
  corrects = 0;
  for (const name of ["when", "will", "by"]) form.elements[name].value = "";
  button.textContent = "Commit to it"; byId("stop").hidden = true;
}
byId("stop").addEventListener("click", fresh);

async function takeBack(each) {
  const told = await post(`${base}/commit`, { withdraw: each.number });
  tell(told.ok ? "It is taken back." : told.answer, !told.ok);
  if (corrects === each.number) fresh();
  await look();
}
const row = (each, isNew) => make("li", { class: isNew ? "fresh" : "", "data-number": each.number }, each.says,
  each.yours ? make("span", { class: "own" }, make("button", { type: "button", class: "small plain", "aria-label": `Correct: ${each.will}`, onclick: () => correct(each) }, "Correct"), make("button", { type: "button", class: "small plain", "aria-label": `Take back: ${each.will}`, onclick: () => takeBack(each) }, "Take back")) : "");

// The latest stands first, where the form is. What others write down meanwhile stands there too.
const EVERY = 5000;
async function look() {
  const got = document.hidden ? null : await fetch(`${base}/commitments`).catch(() => null), text = got?.ok ? await got.text() : shown;
  if (text === shown) return;
  const known = new Set([...list.querySelectorAll("li")].map((item) => item.textContent)), first = !shown, made = JSON.parse(text).reverse();
  shown = text;
  list.querySelector("ul").replaceChildren(...made.map((each) => { const item = row(each); if (!first && !known.has(item.textContent)) item.classList.add("fresh"); return item; }));
  list.hidden = !made.length;
}
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const told = await post(`${base}/commit`, { ...Object.fromEntries(new FormData(form)), correct: corrects });
  if (!told.ok) { tell(told.answer, true); return; }
  const anew = corrects;
  fresh();
  await look();
  tell(anew ? "It is corrected, here below." : "It is written down: it stands first, here below.");
});
look(); setInterval(look, EVERY);
