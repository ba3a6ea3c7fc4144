// What lies ahead of a clock that runs fast or is moved: promises, updates due, injects that wait for their time.
import { byId, simulated, span, time } from "./show.js";

const SHORT = 30;
let known = [];
const coming = () => known.filter((each) => each.at > simulated());
export function ahead(told) { known = told; show(); }
export const within = (seconds) => coming().filter((each) => each.at <= simulated() + seconds);
export const says = (each) => `in ${span(each.at - simulated())} ${each.what}`;

// At a speed, what is due before anybody could do much about it.
export const rushed = (speed) => speed > 1 ? within(SHORT * speed) : [];
export const rush = (each, speed) => `${says(each).replace(/^in/, "In")}: at ${speed}x that is ${span((each.at - simulated()) / speed)} for them`;

function show() {
  const line = byId("ahead"), next = coming().slice(0, 2), fast = time.stopped ? [] : rushed(time.speed);
  line.classList.toggle("wrong", fast.length > 0);
  const text = time.over ? "" : fast.length ? `${rush(fast[0], time.speed)}.` : next.length ? `Coming up: ${next.map(says).join("; ")}.` : "Coming up: nothing that has a set time.";
  if (line.textContent !== text) line.textContent = text;
}
setInterval(show, 500);
