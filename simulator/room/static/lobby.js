// The lobby: who sits where, by itself; and sitting down.
import { post } from "./net.js";
import { make, wall } from "./show.js";
import { titleOf } from "./crew.js";

const { code, starts } = document.body.dataset, form = document.getElementById("join"), wrong = document.getElementById("wrong"), state = document.getElementById("state");
const name = document.getElementById("name");
name.value ||= sessionStorage.getItem("name") ?? "";

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const data = new FormData(form), chosen = data.get("seat"), seat = chosen === "watch" ? `${data.get("how")}${data.get("whom")}` : chosen;
  sessionStorage.setItem("name", data.get("name"));
  const told = await post("/join", { code, name: data.get("name"), seat });
  if (told.ok) { sessionStorage.removeItem("moved"); location.href = told.to; return; }
  wrong.textContent = told.answer; wrong.hidden = false;
});

function show({ seating }) {
  const { people, program, stopped, over, now, speed } = seating;
  for (const row of document.querySelectorAll(".seat[data-seat]")) {
    const here = people.filter((p) => p.seat === row.dataset.seat), choice = row.querySelector("input"), shared = row.dataset.shared === "yes";
    const taken = here.length > 0 && !shared && !here[0].away;
    if (choice.disabled !== taken) { choice.disabled = taken; if (taken) choice.checked = false; }
    row.classList.toggle("taken", taken);
    const names = here.map((p) => (p.away ? `${p.name}, away` : p.name)).join(", ");
    row.querySelector(".holder").classList.toggle("vacant", !names);
    row.querySelector(".holder").textContent = names ? `${names}${shared ? "; room for more" : ""}` : shared ? "room for many" : row.dataset.seat === "commander" && program ? "a program leads; take over" : "free";
  }
  const beside = people.filter((p) => p.seat.includes("-") && !document.querySelector(`.seat[data-seat="${p.seat}"]`));
  document.getElementById("beside").replaceChildren(...beside.map((p) => make("li", {}, `${p.name}, ${titleOf(p.seat)}`)));
  state.textContent = over ? "It is over." : stopped ? (now < 1 ? `Not started yet. Sit down; the facilitator starts the clock${speed === 1 ? "" : `, at ${speed}x`}.` : "Paused.") : `It is running at ${speed}x; at the company it is ${wall(Number(starts), now, true)}.`;
}

let wait = 500;
function follow() {
  const socket = new WebSocket(`${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/j/${code}/ws`);
  socket.onopen = () => { wait = 500; };
  socket.onmessage = (message) => show(JSON.parse(message.data));
  socket.onclose = () => {
    state.textContent = navigator.onLine ? "Connection lost, trying again..." : "You are offline; it goes on when you are back."; wait = Math.min(wait * 1.6, 8000); setTimeout(follow, wait); };
}
follow();
form.querySelector(":scope > button").disabled = false;
