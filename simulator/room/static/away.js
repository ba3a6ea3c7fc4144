// Who comes back is told what they missed: a fence before the first line of it, and a way there.
import { byId, clock, make, simulated } from "./show.js";

const KEY = `icsim last ${location.pathname}`, LONG = 15000, STAYS = 60000, list = byId("lines");
let last = 0, was = null, settling = 0, loaded = false, stands = false;
try { was = JSON.parse(localStorage.getItem(KEY)); } catch { was = null; }
const button = make("button", { id: "missed", type: "button", hidden: true, onclick: () => { button.hidden = true; document.querySelector(".fence.away")?.scrollIntoView({ block: "start" }); list.focus(); } });
list.parentNode.append(button);

const keep = () => { if (!document.hidden && loaded) localStorage.setItem(KEY, JSON.stringify({ n: last, at: simulated(), when: Date.now() })); };
setInterval(() => { if (!was) keep(); }, 2000);
addEventListener("pagehide", () => { if (!was) keep(); });
// Cut off: what comes once the line holds again was missed.
document.addEventListener("lost", () => { stands = false; if (loaded) was ??= { n: last, at: simulated(), when: Date.now() }; });

document.addEventListener("told", ({ detail }) => {
  if (detail.lines?.length) last = detail.lines.at(-1).n;
  if (!detail.standing && !detail.lines) return;
  if (detail.standing) stands = true; // all lines come before; until then it is not known what time it is
  clearTimeout(settling);
  if (stands) settling = setTimeout(back, 300);
});

function back() {
  loaded = true;
  if (was && Date.now() - was.when >= LONG && last > was.n) missed(was);
  was = null;
  keep();
}

function missed({ n, at }) {
  const lines = [...list.querySelectorAll("li[id^=line-]")].filter((line) => Number(line.id.slice(5)) > n);
  if (!lines.length) return;
  const told = `You were away from ${clock(at)} to ${clock(simulated())}: ${lines.length === 1 ? "1 line" : `${lines.length} lines`}`;
  list.querySelector(".fence.away")?.remove();
  const fence = make("li", { class: "fence away" }, told);
  lines[0].before(fence);
  button.textContent = `${told} ↑`;
  seen();
  setTimeout(() => { button.hidden = true; }, STAYS); // it covers lines; the fence stays
}
// The way there is offered until the fence is in sight.
function seen() {
  const fence = list.querySelector(".fence.away");
  button.hidden = !fence || fence.getBoundingClientRect().bottom > list.getBoundingClientRect().top;
}
list.addEventListener("scroll", () => { if (!button.hidden) seen(); });
