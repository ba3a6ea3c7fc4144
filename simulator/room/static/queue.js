// The row of what waits until one is free: all of it, in order; each can be taken back before it is said.
import { post } from "./net.js";
import { byId, clock, make, renew } from "./show.js";
import { tell } from "./speak.js";

const here = location.pathname.replace(/\/$/, ""), me = document.body.dataset.person;
let before = [], taken = [];

export function showRow({ until, waiting }) {
  const panel = byId("row");
  panel.hidden = !waiting.length;
  const times = waiting.length === 1 ? "This is said" : `These ${waiting.length} are said, one after the other,`;
  renew(panel, make("p", { class: "quiet" }, `You are busy until ${clock(until)}. ${times} then:`),
    make("ol", {}, ...waiting.map((each, place) => make("li", {},
      make("span", { class: "what" }, each.by && each.by !== me ? make("strong", {}, `${each.by}: `) : "", each.about),
      make("button", { type: "button", class: "small", "data-key": `row${place}`, "aria-label": `Take back: ${each.about}`, onclick: () => takeBack(each, place) }, "Take back")))));
  follow(waiting);
}

async function takeBack(each, place) {
  taken.push(each.text);
  const told = await post(`${here}/unsay`, { text: each.text, place });
  if (told.status !== "done") taken = taken.filter((text) => text !== each.text);
  tell(told.status === "done" ? `Taken back: ${each.about}` : told.answer, told.status === "done");
}

// What left the row without being taken back has been said now: that is worth a word.
function follow(waiting) {
  const left = [...waiting.map((each) => each.text)];
  for (const each of before) {
    const still = left.indexOf(each.text), back = taken.indexOf(each.text);
    if (still >= 0) left.splice(still, 1);
    else if (back >= 0) taken.splice(back, 1);
    else tell(`Said now: ${each.about}`);
  }
  before = waiting;
}
