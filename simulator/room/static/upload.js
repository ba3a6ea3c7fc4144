// An outage that a facilitator brings along: checked by the server, and opened if it can be played.
import { post } from "./net.js";

const byId = (id) => document.getElementById(id), LARGEST = 900_000;
let name = "";
const tell = (text, wrong) => { byId("told").textContent = text; byId("told").className = wrong ? "wrong" : ""; };
const problems = (found) => { byId("problems").textContent = found.join("\n\n"); byId("problems").hidden = !found.length; };

byId("file").addEventListener("change", () => { name = ""; tell("", false); problems([]); byId("open").hidden = true; });
byId("upload").addEventListener("submit", async (event) => {
  event.preventDefault();
  const file = byId("file").files[0], button = event.submitter;
  if (file.size > LARGEST) { tell("This file is too large to be an outage.", true); return; }
  button.disabled = true;
  tell("Checking...", false);
  const told = await post("/host/upload", { text: await file.text() });
  button.disabled = false;
  name = told.outage ?? "";
  const count = told.problems?.length ?? 0;
  tell(!told.ok ? told.answer : name ? "It can be played." : `It cannot be played yet. ${count === 1 ? "One thing is" : `${count} things are`} to be mended:`, !name);
  problems(told.problems ?? []);
  byId("open").hidden = !name;
});
byId("open").addEventListener("click", async () => {
  const told = await post("/host/open", { outage: name, doctrine: "", seed: null });
  if (told.ok) location.href = `/host/enter/${told.id}/facilitator`;
  else tell(told.answer, true);
});
