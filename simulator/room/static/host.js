// The facilitator's page of rooms: one is opened, or one for each of several teams; one is put away.
import { post } from "./net.js";

document.getElementById("open").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { teams, ...form } = Object.fromEntries(new FormData(event.target)), wrong = document.getElementById("wrong");
  const asked = { ...form, seed: form.seed === "" ? null : Number(form.seed), speed: Number(form.speed) };
  const told = await (teams.trim() ? post("/host/parallel", { ...asked, teams }) : post("/host/open", asked));
  if (told.ok) { location.href = told.to ?? `/host/enter/${told.id}/facilitator`; return; }
  wrong.textContent = told.answer; wrong.hidden = false;
});

// What a process is like stands below its name.
const process = document.getElementById("doctrine"), show = () => { for (const each of document.querySelectorAll("[data-process]")) each.hidden = each.dataset.process !== process.value; };
process.addEventListener("change", show);
show();
document.addEventListener("click", async (event) => {
  const { hide, hidden } = event.target.dataset ?? {};
  if (hide && (await post("/host/hide", { room: hide, hidden: hidden === "yes" })).ok) location.reload();
});
