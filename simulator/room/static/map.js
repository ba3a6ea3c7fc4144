// The map: what customers do at the top, what it needs below. A sick part is marked by shape and words, too.
import { make, shape } from "./show.js";

const WIDE = 114, HIGH = 40, GAP = 10, DEEP = 82, MOST = 6;

function layers(nodes) {
  const depth = new Map(nodes.map((node) => [node.id, 0]));
  for (let round = 0; round < nodes.length; round++) {
    let moved = false;
    for (const node of nodes) for (const need of node.needs) {
      if (depth.has(need) && depth.get(need) <= depth.get(node.id) && depth.get(node.id) < nodes.length) { depth.set(need, depth.get(node.id) + 1); moved = true; }
    }
    if (!moved) break;
  }
  const rows = [];
  for (const node of nodes) (rows[depth.get(node.id)] ??= []).push(node);
  return rows.filter(Boolean).flatMap((row) => { const deep = Math.ceil(row.length / MOST), each = Math.ceil(row.length / deep); return Array.from({ length: deep }, (_, n) => row.slice(n * each, (n + 1) * each)); });
}

// Each part under the middle of those that need it, so that fewer lines cross.
function place(rows) {
  const at = new Map(), most = Math.max(...rows.map((row) => row.length)), width = most * (WIDE + GAP) + GAP;
  rows.forEach((row, level) => {
    const above = rows.slice(0, level).flat();
    const middle = (node) => { const over = above.filter((each) => each.needs.includes(node.id)).map((each) => at.get(each.id).x); return over.length ? over.reduce((a, b) => a + b, 0) / over.length : width / 2; };
    if (level) row.sort((a, b) => middle(a) - middle(b));
    const from = (width - row.length * (WIDE + GAP) + GAP) / 2;
    row.forEach((node, index) => at.set(node.id, { x: from + index * (WIDE + GAP) + WIDE / 2, y: 10 + level * DEEP }));
  });
  return { at, width, height: rows.length * DEEP };
}

const fold = (name) => (name.length > 17 ? `${name.slice(0, 16)}…` : name);

export function mapOf(panel, offer, open) {
  const nodes = [...offer.does.map((each) => ({ ...each, id: `does ${each.name}`, does: true })), ...offer.services.map((each) => ({ ...each, id: each.name }))];
  const { at, width, height } = place(layers(nodes));
  const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, width, role: "group", "aria-label": "What customers do, and what that needs" });
  for (const node of nodes) for (const need of node.needs) {
    const a = at.get(node.id), b = at.get(need);
    if (b && b.y > a.y) svg.append(shape("path", { class: "need", d: `M${a.x} ${a.y + HIGH}C${a.x} ${a.y + HIGH + 26} ${b.x} ${b.y - 26} ${b.x} ${b.y}` }));
  }
  const boxes = new Map();
  for (const node of nodes) {
    const { x, y } = at.get(node.id), says = shape("text", { class: "flag", x, y: y + HIGH + 13, "text-anchor": "middle" });
    const box = shape("g", { class: `node${node.does ? " does" : ""}${node.outside ? " outside" : ""}`, ...(node.does || !open ? {} : { tabindex: 0, role: "button" }) },
      shape("rect", { x: x - WIDE / 2, y, width: WIDE, height: HIGH, rx: node.does ? 19 : 5 }), shape("path", { class: "sick", d: octagon(x, y) }),
      shape("text", { x, y: y + (node.does ? 25 : 17), "text-anchor": "middle" }, fold(node.name)), node.does ? "" : shape("text", { class: "team", x, y: y + 32, "text-anchor": "middle" }, node.outside ? "outside" : node.team), says,
      shape("title", {}, node.about || node.name));
    if (open && !node.does) { box.addEventListener("click", () => open(node.name)); box.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(node.name); } }); }
    boxes.set(node.id, { box, says, node });
    svg.append(box);
  }
  const list = make("ul", {});
  panel.append(make("p", { class: "quiet" }, open ? "Choose a part to have it looked into. ▲ an alarm, ◆ a change on it." : "▲ an alarm, ◆ a change on it."), make("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": "Map" }, svg), make("details", {}, make("summary", {}, "The same as a list"), list));
  return (board) => mark(boxes, offer, board, list);
}
const successful = (offer, alert) => offer.signals.find((signal) => signal.name === alert.signal)?.shows === "success";
const octagon = (x, y) => { const l = x - WIDE / 2 - 4, r = x + WIDE / 2 + 4, t = y - 4, b = y + HIGH + 4, c = 9; return `M${l + c} ${t}H${r - c}L${r} ${t + c}V${b - c}L${r - c} ${b}H${l + c}L${l} ${b - c}V${t + c}Z`; };

function mark(boxes, offer, board, list) {
  const firing = new Set(board.alerts.map((alert) => alert.name)), rows = [];
  for (const { box, says, node } of boxes.values()) {
    const alarms = offer.alerts.filter((alert) => alert.of === node.name && successful(offer, alert) === Boolean(node.does) && firing.has(alert.name)).map((alert) => alert.signal);
    const moved = board.changes.filter((change) => change.open && offer.runbook.find((page) => page.name === change.change)?.on === node.name).map((change) => change.change);
    const flags = [...alarms.map((each) => `▲ ${each}`), ...moved.map((each) => `◆ ${each}`)];
    says.textContent = fold2(flags);
    box.classList.toggle("alarmed", alarms.length > 0);
    box.classList.toggle("moved", moved.length > 0);
    const words = `${node.name}${node.team ? `, ${node.team}` : ""}${alarms.length ? `, alarm on ${alarms.join(" and ")}` : ""}${moved.length ? `, change: ${moved.join(" and ")}` : ""}`;
    if (box.getAttribute("role")) box.setAttribute("aria-label", `Have ${words} looked into`);
    rows.push(make("li", { class: alarms.length ? "call" : null }, words, node.needs.length ? `; needs ${node.needs.join(", ")}` : ""));
  }
  list.replaceChildren(...rows);
}
const fold2 = (flags) => (flags.length > 1 ? `${flags[0].slice(0, 18)} +${flags.length - 1}` : (flags[0] ?? "").slice(0, 24));
