// The runbook: what each change does, how long it takes, what could go wrong, and the words that have it made.
import { make } from "./show.js";

export function runbook(panel, offer, deeds) {
  const find = make("input", { type: "search", placeholder: "roll back, shard, cache...", autocomplete: "off" });
  const places = [...new Set(offer.runbook.map((change) => change.on))];
  const groups = places.map((place) => make("section", {}, make("h2", {}, place), ...offer.runbook.filter((change) => change.on === place).map((change) => entry(change, deeds))));
  const entries = groups.map((group) => [...group.querySelectorAll("details")]);
  find.addEventListener("input", () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    // What begins with the words comes before what has them within one: "edge" is no "ledger".
    const rank = (item) => (words.every((word) => ` ${item.dataset.words}`.includes(` ${word}`)) ? 0 : words.every((word) => item.dataset.words.includes(word)) ? 1 : 2);
    const best = new Map(groups.map((group, at) => {
      const items = entries[at].map((item) => [item, rank(item)]);
      for (const [item, fits] of items) item.hidden = fits === 2;
      group.append(...items.sort((a, b) => a[1] - b[1]).map(([item]) => item));
      return [group, items[0][1]];
    }));
    for (const group of groups) group.hidden = best.get(group) === 2;
    panel.append(...[...groups].sort((a, b) => best.get(a) - best.get(b)));
  });
  panel.append(make("label", { class: "find" }, "Find a change", find), ...groups);
  return (words) => { find.value = words; find.dispatchEvent(new Event("input")); };
}

function entry(change, deeds) {
  const row = (name, value) => (value ? [make("dt", {}, name), make("dd", {}, value)] : []);
  const button = (kind, label) => (deeds.can(kind) ? make("button", { type: "button", class: "small", onclick: () => deeds.open(kind, { change: change.name }) }, label) : null);
  return make("details", { class: "change", "data-words": `${change.name} ${change.on} ${change.kind} ${change.about}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ") },
    make("summary", {}, make("strong", {}, change.name), make("span", { class: "quiet" }, ` about ${change.takes}`), change.hazards.length ? make("span", { class: "badge" }, "check first") : "", change.undo === null ? make("span", { class: "badge" }, "cannot be undone") : ""),
    make("p", {}, change.about || "The runbook says no more."),
    make("dl", {}, ...row("Kind", change.kind), ...row("On", change.on), ...row("Takes about", change.takes), ...row("Undone in", change.undo ?? "cannot be undone"), ...row("Shows on", change.signal),
      ...row("Could be wrong", change.hazards.join("; ")), ...row("Small form", change.staged), ...row("Can be prepared in", change.prepares)),
    make("p", { class: "acts" }, change.hazards.length ? button("Check", "Check it") : null, button("Order", "Order it"), change.prepares ? button("Prepare", "Prepare it") : null, button("Poll", "Objections?")));
}
