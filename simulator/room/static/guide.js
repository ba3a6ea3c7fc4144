// A commitment is written down, and stands in the list.
import { post } from "./net.js";

const form = document.getElementById("commit"), wrong = document.getElementById("wrong");
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const told = await post(`${document.body.dataset.base}/commit`, Object.fromEntries(new FormData(form)));
  if (told.ok) { location.reload(); return; }
  wrong.textContent = told.answer; wrong.hidden = false;
});
