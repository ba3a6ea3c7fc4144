import { post } from "./net.js";
const byId = (id) => document.getElementById(id);
let name = "";
byId("upload").addEventListener("submit", async (event) => {
  event.preventDefault();
  const told = await post("/host/upload", { text: await byId("file").files[0].text() });
  name = told.outage ?? "";
  byId("told").textContent = !told.ok ? told.answer : name ? "It can be played." : "It cannot be played yet.";
  byId("problems").textContent = (told.problems ?? []).join("\n\n");
  byId("problems").hidden = !told.problems?.length;
  byId("open").hidden = !name;
});
byId("open").addEventListener("click", async () => {
  const told = await post("/host/open", { outage: name, doctrine: "", seed: null });
  if (told.ok) location.href = `/host/enter/${told.id}/facilitator`;
  else byId("told").textContent = told.answer;
});
