// Words on their way: in their order, each exactly once under its key, however long the line is cut, also after a
// reload. What has not gone out can be taken back.
import { post } from "./net.js";

const here = location.pathname.replace(/\/$/, ""), KEPT = `outbox ${location.pathname}`;
const waiting = []; // what is being said first
const keep = () => sessionStorage.setItem(KEPT, JSON.stringify(waiting.map(({ key, text }) => ({ key, text }))));
let last = Promise.resolve();

export const onTheirWay = () => waiting.map((each) => each.text);

// The answer to what was said; null once it is taken back.
export function send(text, sure = false, key = crypto.getRandomValues(new Uint32Array(2)).join("-")) {
  const mine = { key, text, back: false, taken: null };
  const whenBack = new Promise((done) => { mine.taken = () => { mine.back = true; done(null); }; });
  waiting.push(mine);
  keep();
  const said = last.then(() => (mine.back ? null : post(`${here}/say`, { text: text.replace(/\s+/g, " ").trim(), key, ask: sure ? "no" : "yes" }, () => !mine.back))); // a word is one line
  const answer = Promise.race([said, whenBack]).finally(() => { const place = waiting.indexOf(mine); if (place >= 0) waiting.splice(place, 1); keep(); });
  last = answer.catch(() => null);
  return answer;
}

export function takeBack(text) {
  const mine = waiting.find((each) => each.text === text);
  mine?.taken();
  return Boolean(mine);
}

// What a page that is gone had said and nobody had answered.
export function left() {
  const before = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
  sessionStorage.removeItem(KEPT);
  return before;
}
