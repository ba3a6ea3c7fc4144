// A commitment is written down, and stands in the list.
import { post } from "./net.js";

const form = document.getElementById("commit"), wrong = document.getElementById("wrong");
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const told = await post(`${document.body.dataset.base}/commit`, Object.fromEntries(new FormData(form)));
  if (told.ok) { location.reload(); return; }
  wrong.textContent = told.answer; wrong.hidden = false;
});

// What others write down meanwhile stands there too.
const EVERY = 10000;
setInterval(async () => {
  if (document.hidden) return;
  const got = await fetch(location.href).catch(() => null);
  if (!got?.ok) return;
  const fresh = new DOMParser().parseFromString(await got.text(), "text/html").getElementById("made"), made = document.getElementById("made");
  if (fresh && fresh.textContent !== made.textContent) made.replaceWith(fresh);
}, EVERY);
