import { post } from "./net.js";
document.getElementById("open").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = Object.fromEntries(new FormData(event.target)), wrong = document.getElementById("wrong");
  const told = await post("/host/open", { ...form, seed: form.seed === "" ? null : Number(form.seed) });
  if (told.ok) { location.href = `/host/enter/${told.id}/facilitator`; return; }
  wrong.textContent = told.answer; wrong.hidden = false;
});
// What one hears first of the outage that is chosen.
for (const select of document.querySelectorAll("select[name=outage]")) {
  const tell = () => { const [about, more] = document.getElementById(select.getAttribute("aria-describedby")).children, { dataset } = select.selectedOptions[0]; about.textContent = dataset.about; more.textContent = dataset.more; };
  select.addEventListener("change", tell);
  tell();
}
