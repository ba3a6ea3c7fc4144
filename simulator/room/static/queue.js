// The row of what waits until one is free: all of it, in order; each can be taken back before it is said.
import { post } from "./net.js";
import { byId, clock, make, renew } from "./show.js";
import { tell } from "./speak.js";

const here = location.pathname.replace(/\/$/, ""), me = document.body.dataset.person, SLIP = 900;
let before = [], taken = [];

// `back` puts what was taken back where it came from, and says where that is.
export function showRow({ until, waiting }, back) {
  const panel = byId("row"), fewer = waiting.length < before.length;
  panel.hidden = !waiting.length;
  const times = waiting.length === 1 ? "This is said" : `These ${waiting.length} are said, one after the other,`;
  renew(panel, make("p", { class: "quiet" }, `You are busy until ${clock(until)}. ${times} then:`),
    make("ol", {}, ...waiting.map((each, place) => make("li", {}, what(each),
      make("button", { type: "button", class: "small", "data-key": `row${place}`, "aria-label": `Take back: ${each.about}`, onclick: () => takeBack(each, place, back) }, "Take back")))));
  if (fewer) settle(panel);
  follow(waiting);
}

// An update is one line, and the whole of it on request.
function what(each) {
  const by = each.by && each.by !== me ? make("strong", {}, `${each.by}: `) : "";
  return each.more ? make("details", { class: "what" }, make("summary", {}, by, each.about), each.more) : make("span", { class: "what", title: each.about }, by, each.about);
}

// What moved up under a finger is not taken back by the tap that was meant for what stood there.
function settle(panel) {
  const buttons = [...panel.querySelectorAll("button")];
  for (const each of buttons) each.disabled = true;
  setTimeout(() => { for (const each of buttons) each.disabled = false; }, SLIP);
}

async function takeBack(each, place, back) {
  taken.push(each.text);
  const told = await post(`${here}/unsay`, { text: each.text, place }), done = told.status === "done";
  if (!done) taken = taken.filter((text) => text !== each.text);
  tell(done ? `Taken back: ${each.about}. ${back(each)}` : told.answer, done);
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
