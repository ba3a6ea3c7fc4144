// All teams on one page, as they stand now.
import { post } from "./net.js";
import { clock, make, renew } from "./show.js";

const base = document.body.dataset.base, teams = document.getElementById("teams"), wrong = document.getElementById("wrong");

const card = (team) => make("article", { class: "team paper", "aria-label": team.team },
  make("header", {}, make("h2", {}, team.team), make("span", { class: "clock" }, clock(team.now))),
  make("p", { class: "state" }, make("strong", {}, team.severity || "not declared"), ` ${team.severity ? team.stage : ""} `, make("span", { class: "quiet" }, team.over ? "over" : team.stopped ? "paused" : `${team.speed}x`)),
  make("h3", {}, "Open changes"), team.changes.length ? make("ul", { class: "open" }, ...team.changes.map((text) => make("li", {}, text))) : make("p", { class: "quiet" }, "none"),
  make("h3", {}, "Heard last"), make("ol", { class: "heard" }, ...team.lines.map((line) => make("li", { class: line.tone }, make("time", {}, clock(line.at)), make("span", {}, line.text)))),
  make("p", { class: "quiet" }, team.people.length ? team.people.join(", ") : `nobody yet: ${team.code}`),
  make("p", {}, make("a", { href: `/host/enter/${team.id}/facilitator`, "data-key": `guide ${team.id}` }, "Facilitate"), " ", make("a", { href: `/host/enter/${team.id}/screen`, target: "_blank", "data-key": `screen ${team.id}` }, "Big screen")));

// It asks once a second, and not while nobody looks; what it has already is not sent again.
let tag = "";
async function look() {
  try {
    const answer = await fetch(`${base}/now`, { headers: tag ? { "if-none-match": tag } : {} });
    if (!answer.ok && answer.status !== 304) throw new Error(answer.status);
    wrong.hidden = true;
    if (answer.status === 304) return;
    tag = answer.headers.get("etag");
    draw(await answer.json());
  } catch { wrong.textContent = "The rooms cannot be reached."; wrong.hidden = false; }
}
async function follow() {
  if (!document.hidden) await look();
  setTimeout(follow, 1000);
}
function draw(told) {
  renew(teams, ...told.map(card));
  document.getElementById("done").hidden = !told.every((team) => team.over);
}
document.querySelector(".controls").addEventListener("click", (event) => {
  if (event.target.dataset.act) post(`${base}/clocks`, { act: event.target.dataset.act });
});
follow();
