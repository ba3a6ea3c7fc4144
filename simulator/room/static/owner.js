// The clock of a room that somebody opened for themselves: they keep its time.
import { post } from "./net.js";
import { byId } from "./show.js";

const here = location.pathname.replace(/\/$/, ""), group = byId("own"), speed = byId("speed");
const tell = (told) => { if (!told.ok) byId("answer").textContent = told.answer; };
const act = async (deed, amount = 0) => tell(await post(`${here}/act`, { act: deed, amount }));

group.addEventListener("click", async (event) => {
  const { act: deed, amount, words } = event.target.dataset;
  if (deed) await act(deed, Number(amount ?? 0));
  if (words) tell(await post(`${here}/say`, { text: words, key: crypto.randomUUID?.() ?? String(Math.random()) }));
});
speed.addEventListener("change", () => act("speed", Number(speed.value)));
document.addEventListener("told", ({ detail: { standing } }) => {
  if (!standing) return;
  group.hidden = standing.over;
  if (speed !== document.activeElement) speed.value = String(standing.speed.toFixed(1));
  group.querySelector("[data-act=go]").disabled = !standing.stopped;
  group.querySelector("[data-act=pause]").disabled = standing.stopped;
});
