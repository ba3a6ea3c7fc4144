// Signs of life, for the facilitator: when each person last typed, and since when they are gone.
import { make, span } from "./show.js";

const FEW = 10;
const skew = Number(document.body.dataset.wall ?? 0) - Date.now() / 1000;
let known = {};

function says(n) {
  const now = Date.now() / 1000 + skew, [acted, gone] = known[n] ?? [null, null];
  if (gone !== null && now - gone > FEW) return `away ${span(now - gone)}`;
  if (acted === null) return "reads, nothing typed yet";
  return now - acted < FEW ? "types" : now - acted < 60 ? `typed ${span(now - acted)} ago` : `reads, typed ${span(now - acted)} ago`;
}
export const sign = (n) => make("span", { class: "quiet sign", "data-sign": n }, says(n));
export function active(told) { known = told; refresh(); }
function refresh() {
  for (const each of document.querySelectorAll("[data-sign]")) {
    const text = says(each.dataset.sign);
    if (each.textContent !== text) each.textContent = text;
  }
}
setInterval(refresh, 2000);
