import { post } from "./net.js";
document.getElementById("open").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = Object.fromEntries(new FormData(event.target)), wrong = document.getElementById("wrong");
  const told = await post("/host/open", { ...form, seed: form.seed === "" ? null : Number(form.seed) });
  if (told.ok) { location.href = `/host/enter/${told.id}/facilitator`; return; }
  wrong.textContent = told.answer; wrong.hidden = false;
});

// What an outage is about stands below its name.
for (const about of document.querySelectorAll(".offers")) {
  const select = about.previousElementSibling, show = () => { for (const each of about.children) each.hidden = each.dataset.outage !== select.value; };
  select.addEventListener("change", show);
  show();
}
document.addEventListener("click", async (event) => {
  const { hide, hidden } = event.target.dataset ?? {};
  if (hide && (await post("/host/hide", { room: hide, hidden: hidden === "yes" })).ok) location.reload();
});
