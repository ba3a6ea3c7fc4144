// Where somebody decides again: who else has joined, told as they come.
import { byId } from "./show.js";
import { titleOf } from "./crew.js";

const { person, seat } = document.body.dataset;
document.addEventListener("told", ({ detail }) => {
  if (!detail.standing) return;
  const others = detail.standing.people.filter((each) => each.name !== person || each.seat !== seat).map((each) => `${each.name} (${titleOf(each.seat)})`);
  const text = others.length ? `With you: ${others.join(", ")}.` : "Nobody has so far.";
  if (byId("with").textContent !== text) byId("with").textContent = text;
});
