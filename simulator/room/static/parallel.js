// The same outage for several teams at once.
import { post } from "./net.js";

document.getElementById("parallel").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = Object.fromEntries(new FormData(event.target)), wrong = document.getElementById("many-wrong");
  const told = await post("/host/parallel", { ...form, seed: form.seed === "" ? null : Number(form.seed) });
  if (told.ok) { location.href = told.to; return; }
  wrong.textContent = told.answer; wrong.hidden = false;
});
