import { post } from "./net.js";
document.getElementById("join").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = Object.fromEntries(new FormData(event.target)), wrong = document.getElementById("wrong");
  const told = await post("/join", { code: document.body.dataset.code, ...form });
  if (told.ok) { location.href = told.to; return; }
  wrong.textContent = told.answer; wrong.hidden = false;
});
