// The map: what customers do at the top, what it needs below. A sick part is marked by shape and words, too.
// It is drawn as wide as it is shown, and never smaller: letters keep their size, and rows become more.
import { make, shape } from "./show.js";
import { readings } from "./charts.js";

const LEAST = 84, MOST_WIDE = 190, GAP = 14, BETWEEN = 48, MOST = 6, LETTER = 0.6, FLAGS = 3;
const WELL = 0.95; // of what customers try: with less than that a journey is marked as failing (assumption)

// How many could stand beside each other in a width.
const most = (width) => Math.min(MOST, Math.max(2, Math.floor((width - GAP) / (LEAST + GAP))));
// How wide each is where so many do, so that they fill it, and how many letters go into it.
function fit(width, beside) {
  const wide = Math.min(MOST_WIDE, Math.floor((width - GAP) / beside) - GAP), size = wide >= 104 ? 13 : 12;
  return { wide, letters: Math.floor((wide - 8) / (LETTER * size)), size };
}

// What customers do stands alone at the top, whatever else nothing needs.
function layers(nodes, most) {
  const depth = new Map(nodes.map((node) => [node.id, node.does ? 0 : 1]));
  for (let round = 0; round < nodes.length; round++) {
    let moved = false;
    for (const node of nodes) for (const need of node.needs) {
      if (depth.has(need) && depth.get(need) <= depth.get(node.id) && depth.get(node.id) < nodes.length) { depth.set(need, depth.get(node.id) + 1); moved = true; }
    }
    if (!moved) break;
  }
  const rows = [];
  for (const node of nodes) (rows[depth.get(node.id)] ??= []).push(node);
  return rows.filter(Boolean).flatMap((row) => { const deep = Math.ceil(row.length / most), each = Math.ceil(row.length / deep); return Array.from({ length: deep }, (_, n) => row.slice(n * each, (n + 1) * each)); });
}

// Each part under the middle of those that need it, so that fewer lines cross.
function place(rows, wide, high) {
  const at = new Map(), most = Math.max(...rows.map((row) => row.length)), width = most * (wide + GAP) + GAP;
  rows.forEach((row, level) => {
    const above = rows.slice(0, level).flat();
    const middle = (node) => { const over = above.filter((each) => each.needs.includes(node.id)).map((each) => at.get(each.id).x); return over.length ? over.reduce((a, b) => a + b, 0) / over.length : width / 2; };
    if (level) row.sort((a, b) => middle(a) - middle(b));
    const from = (width - row.length * (wide + GAP) + GAP) / 2;
    row.forEach((node, index) => at.set(node.id, { x: from + index * (wide + GAP) + wide / 2, y: 10 + level * (high + BETWEEN) }));
  });
  return { at, width, height: rows.length * (high + BETWEEN) };
}

// A text in at most so many lines of so many letters, broken after a hyphen too; what does not go in is left out, and shown to be.
function fold(text, letters, most) {
  const lines = [""];
  for (const word of text.split(/(?<=-)| /)) {
    const longer = `${lines.at(-1)}${/(^|-)$/.test(lines.at(-1)) ? "" : " "}${word}`;
    if (lines.at(-1) && longer.length > letters) lines.push(word); else lines[lines.length - 1] = longer;
  }
  const kept = lines.slice(0, most).map((line) => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line));
  if (lines.length > most) kept[most - 1] = `${kept[most - 1].slice(0, letters - 1)}…`;
  return kept;
}
const written = (lines, x, y, deep) => lines.map((line, n) => shape("tspan", { x, y: y + n * deep }, line));

// The way of a line from one part to another: straight down between two rows, and past the boxes of those between.
function way(a, b, rows, at, { wide, high }, turn) {
  let path = `M${a.x} ${a.y + high}`, from = { x: a.x, y: a.y + high };
  const curve = (x, y) => { const bend = Math.max(12, (y - from.y) / 2); path += `C${from.x} ${from.y + bend} ${x} ${y - bend} ${x} ${y}`; from = { x, y }; };
  for (const row of rows) {
    const y = at.get(row[0].id).y;
    if (y <= a.y || y >= b.y) continue;
    const straight = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), xs = row.map((node) => at.get(node.id).x).sort((one, other) => one - other), half = (wide + GAP) / 2;
    const gaps = [xs[0] - half, ...xs.map((x) => x + half)], gap = gaps.reduce((best, each) => (Math.abs(each - straight) < Math.abs(best - straight) ? each : best));
    const x = gap + ((turn % 5) - 2) * 2;
    curve(x, y - 4);
    path += `V${y + high + 4}`; from = { x, y: y + high + 4 };
  }
  curve(b.x, b.y);
  return path;
}

// What is written in a box: what customers do, or a part and under it the team that looks after it.
function inside(node, letters) {
  if (node.does) return fold(`customers ${node.name}`, letters, 3).map((line) => [line, null]);
  const team = fold(node.outside ? "outside" : `team ${node.team}`, letters, 2);
  return [...fold(node.name, letters, 2).map((line) => [line, null]), ...team.map((line) => [line, "team"])];
}

function drawn(nodes, width, open) {
  const rows = layers(nodes, most(width)), { wide, letters, size } = fit(width, Math.max(...rows.map((row) => row.length))), boxed = new Map(nodes.map((node) => [node.id, inside(node, letters)]));
  const high = 14 + 15 * Math.max(2, ...[...boxed.values()].map((lines) => lines.length)), fits = { wide, high }, { at, width: all, height } = place(rows, wide, high);
  const svg = shape("svg", { viewBox: `0 0 ${all} ${height}`, width: all, height, role: "group", "aria-label": "What customers do, and what that needs" });
  const needs = [];
  for (const node of nodes) for (const need of node.needs) {
    const a = at.get(node.id), b = at.get(need);
    if (!b || b.y <= a.y) continue;
    const line = shape("path", { class: "need", d: way(a, b, rows, at, fits, needs.length) });
    needs.push({ line, ends: [node.id, need] }); svg.append(line);
  }
  const light = (id) => { svg.classList.toggle("chosen", id !== null); for (const { line, ends } of needs) line.classList.toggle("lit", ends.includes(id)); };
  const boxes = new Map();
  for (const node of nodes) {
    const { x, y } = at.get(node.id), says = shape("text", { class: "flag", "text-anchor": "middle" }), behind = shape("path", { class: "behind" });
    const lines = boxed.get(node.id), first = y + (high - 15 * lines.length) / 2 + 12;
    const box = shape("g", { class: `node${node.does ? " does" : ""}${node.outside ? " outside" : ""}`, ...(node.does || !open ? {} : { tabindex: 0, role: "button" }) },
      shape("rect", { x: x - wide / 2, y, width: wide, height: high, rx: node.does ? high / 2.4 : 5 }), shape("path", { class: "sick", d: octagon(x, y, wide, high) }),
      ...lines.map(([text, kind], n) => shape("text", { class: kind, x, y: first + 15 * n, "text-anchor": "middle", "font-size": kind ? 12 : size }, text)), behind, says,
      shape("title", {}, node.does ? `What customers do: ${node.name}` : `${node.name}: ${node.about || "no description"} (${node.outside ? "of another company" : `team ${node.team}`})`));
    for (const [event, id] of [["pointerenter", node.id], ["pointerleave", null], ["focus", node.id], ["blur", null]]) box.addEventListener(event, () => light(id));
    if (open && !node.does) { box.addEventListener("click", () => open(node.name)); box.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(node.name); } }); }
    boxes.set(node.id, { box, node, flag: (lines) => { says.replaceChildren(...written(lines, x, y + high + 14, 13)); behind.setAttribute("d", under(lines, x, y + high + 2)); }, letters: letters + 2 });
    svg.append(box);
  }
  return { svg, boxes };
}

export function mapOf(panel, offer, open) {
  const nodes = [...offer.does.map((each) => ({ ...each, id: `does ${each.name}`, does: true, signal: succeeds(offer, each.name) })), ...offer.services.map((each) => ({ ...each, id: each.name }))];
  const list = make("ul", {}), sheet = make("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": "Map" });
  const legend = "Round: what customers do, and how much of it succeeds, or ✖ fails, as the dashboards show it. Square: a part, and the team that looks after it. A line: needs. ▲ an alarm on it, ◆ a change on it that is not verified.";
  const sick = make("p", { class: "acts sick", "aria-label": "What alarms or fails" });
  panel.append(sick, sheet, make("p", { class: "quiet" }, `${open ? "Choose a part to have it looked into. " : ""}${legend}`), make("details", {}, make("summary", {}, "The same as a list"), list));
  let boxes = new Map(), known = null, width = 0;
  new ResizeObserver(() => {
    const now = Math.floor(sheet.clientWidth);
    if (!now || now === width) return;
    width = now;
    const made = drawn(nodes, now, open), focus = [...boxes.values()].find(({ box }) => box === document.activeElement)?.node.id;
    boxes = made.boxes;
    sheet.replaceChildren(made.svg);
    if (known) point(mark(boxes, offer, known, list));
    boxes.get(focus)?.box.focus();
  }).observe(sheet);
  // What is sick may be far down: its name stands above the map, and leads there.
  function point(found) {
    const told = JSON.stringify(found);
    if (sick.dataset.told === told) return;
    sick.dataset.told = told;
    sick.replaceChildren(...found.map(({ id, name, why }) => make("button", { type: "button", class: "small alarm", onclick: () => boxes.get(id)?.box.scrollIntoView({ block: "center" }) }, `▲ ${name}: ${why}`)));
  }
  return (board = known) => { if (!board) return; known = board; point(mark(boxes.size ? boxes : drawn(nodes, 600, null).boxes, offer, board, list)); };
}
const succeeds = (offer, name) => offer.signals.find((signal) => signal.of === name && signal.shows === "success")?.name ?? null;
const successful = (offer, alert) => offer.signals.find((signal) => signal.name === alert.signal)?.shows === "success";
// What is written under a box stands on paper, and no line runs through it.
const under = (lines, x, y) => { const half = (Math.max(0, ...lines.map((line) => line.length)) * LETTER * 12) / 2 + 3; return lines.length ? `M${x - half} ${y}h${2 * half}v${13 * lines.length + 4}h${-2 * half}Z` : ""; };
const octagon = (x, y, wide, high) => { const l = x - wide / 2 - 4, r = x + wide / 2 + 4, t = y - 4, b = y + high + 4, c = 9; return `M${l + c} ${t}H${r - c}L${r} ${t + c}V${b - c}L${r - c} ${b}H${l + c}L${l} ${b - c}V${t + c}Z`; };

// How much of a journey succeeds, as it was last shown; null where nothing shows it.
const share = (node) => (node.signal ? readings(node.signal).at(-1)?.[1] ?? null : null);
const percent = (value) => `${Math.round(100 * value)} %`;

function mark(boxes, offer, board, list) {
  const firing = new Set(board.alerts.map((alert) => alert.name)), rows = [], sick = [];
  for (const { box, flag, node, letters } of boxes.values()) {
    const alarms = offer.alerts.filter((alert) => alert.of === node.name && successful(offer, alert) === Boolean(node.does) && firing.has(alert.name)).map((alert) => alert.signal);
    const moved = board.changes.filter((change) => change.open && offer.runbook.find((page) => page.name === change.change)?.on === node.name);
    const works = node.does ? share(node) : null, fails = works !== null && works < WELL;
    const felt = works === null ? "" : fails ? `${percent(1 - works)} fail` : `${percent(works)} succeed`;
    const shown = node.does ? [felt ? `${fails ? "✖ " : ""}${felt}` : node.signal ? "not shown now" : "not measured"] : [];
    const flags = [...shown, ...alarms.map((each) => `▲ ${each}`), ...moved.map((each) => `◆ ${each.id} ${each.change}`)];
    // Broken in two where there is room below the box: the end of a signal's name tells it from others.
    const whole = flags.flatMap((each) => fold(each, letters, 2));
    flag(whole.length <= FLAGS ? whole : (flags.length > FLAGS ? [...flags.slice(0, FLAGS - 1), `and ${flags.length - FLAGS + 1} more`] : flags).map((each) => fold(each, letters, 1)[0]));
    box.classList.toggle("alarmed", alarms.length > 0 || fails);
    box.classList.toggle("moved", moved.length > 0);
    const words = `${node.does ? `customers ${node.name}` : node.name}${node.team ? `, team ${node.team}` : ""}${felt ? `, ${felt}` : ""}${alarms.length ? `, alarm on ${alarms.join(" and ")}` : ""}${moved.length ? `, change: ${moved.map((each) => each.change).join(" and ")}` : ""}`;
    if (box.getAttribute("role")) box.setAttribute("aria-label", `Have ${words} looked into`);
    if (alarms.length || fails) sick.push({ id: node.id, name: node.does ? `customers ${node.name}` : node.name, why: alarms.length ? alarms.join(", ") : "fails" });
    rows.push(make("li", { class: alarms.length || fails ? "call" : null }, words, node.needs.length ? `; needs ${node.needs.join(", ")}` : ""));
  }
  list.replaceChildren(...rows);
  return sick.sort((one, other) => one.id.startsWith("does ") - other.id.startsWith("does "));
}
