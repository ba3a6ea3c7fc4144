import { follow, offers, post, say } from "./net.js";
import { addLines, byId, forms, lead, lineRow, make, showBoard, showCrew, stand, tabs } from "./show.js";
import { draw, gather } from "./charts.js";

const offer = forms(), words = byId("words"), list = byId("offers"), answer = byId("answer"), seat = document.body.dataset.seat;
const known = { board: null, standing: null };

async function speak(text) {
  const said = text.trim();
  if (!said) return;
  const told = await say(said);
  answer.textContent = told.status === "done" ? "" : told.answer || told.status;
  answer.className = told.ok && ["done", "waiting", "help"].includes(told.status) ? "" : "wrong";
  if (told.ok) { if (!past.length || past.at(-1) !== said) past.push(said); place = past.length; if (words.value.trim() === said) words.value = ""; }
  close();
}

// Completion and history.
const past = []; let place = 0, chosen = -1, found = [], asked = 0;
function close() { list.hidden = true; words.setAttribute("aria-expanded", "false"); words.removeAttribute("aria-activedescendant"); chosen = -1; }
async function suggest() {
  const mine = ++asked, text = words.value.slice(0, words.selectionStart);
  const got = await offers(text).catch(() => []);
  if (mine !== asked || !Array.isArray(got)) return;
  found = got.slice(0, 12);
  list.replaceChildren(...found.map((each, index) => make("li", { id: `offer-${index}`, role: "option", onmousedown: (event) => { event.preventDefault(); take(index); } }, make("span", {}, each.label), make("small", {}, each.meaning))));
  list.hidden = !found.length; words.setAttribute("aria-expanded", String(!list.hidden)); chosen = -1;
}
function take(index) {
  const each = found[index], at = words.selectionStart;
  const head = words.value.slice(0, at - each.start) + each.text + (/[ "(]$/.test(each.text) ? "" : " ");
  words.value = head + words.value.slice(at); words.setSelectionRange(head.length, head.length); words.focus(); suggest();
}
function choose(step) {
  chosen = (chosen + step + found.length) % found.length;
  [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
  words.setAttribute("aria-activedescendant", `offer-${chosen}`);
  list.children[chosen].scrollIntoView({ block: "nearest" });
}
words.addEventListener("input", suggest);
words.addEventListener("blur", close);
words.addEventListener("keydown", (event) => {
  const open = !list.hidden;
  if (event.key === "Tab" && open) { event.preventDefault(); take(Math.max(0, chosen)); }
  else if (event.key === "Escape") close();
  else if (event.key === "ArrowDown" && open) { event.preventDefault(); choose(1); }
  else if (event.key === "ArrowUp" && open && chosen >= 0) { event.preventDefault(); choose(-1); }
  else if (event.key === "ArrowUp" && past.length) { event.preventDefault(); place = Math.max(0, place - 1); words.value = past[place]; close(); }
  else if (event.key === "Enter" && open && chosen >= 0) { event.preventDefault(); take(chosen); }
});
byId("say").addEventListener("submit", (event) => { event.preventDefault(); speak(words.value); });
for (const hint of document.querySelectorAll(".hint")) hint.addEventListener("click", () => { words.value = hint.textContent; words.focus(); });

// Forms: each writes a line that could be typed, and shows it, so that one learns the words.
const select = (name, values, empty) => make("select", { name }, ...(empty !== undefined ? [make("option", { value: "" }, empty)] : []), ...values.map((value) => make("option", {}, value)));
const here = () => (known.board?.people ?? []).filter((p) => p.state === "here").map((p) => p.name);
const changes = () => (known.board?.changes ?? []).filter((c) => c.open).map((c) => c.change);
const box = () => make("select", { name: "within" }, ...["5m", "10m", "15m", "20m"].map((v) => make("option", {}, v)));
const FORMS = {
  Declare: [() => [["Severity", select("a", offer.severities)]], (f) => `declare ${f.a}`],
  Page: [() => [["Whom", select("a", [...offer.teams, ...offer.people])]], (f) => `page ${f.a}`],
  Assign: [() => [["Role", select("a", offer.roles)], ["To", select("b", offer.people)]], (f) => `assign ${f.a} to ${f.b}`],
  Ask: [() => [["Whom", select("a", here(), "everyone")], ["What", select("b", ["what changed", "what can we quickly try", "impact", "progress", "theory"])]], (f) => `ask ${f.a ? `${f.a} ` : ""}${f.b}`],
  Look: [() => [["Where", select("a", offer.places)], ["Who", select("b", here(), "anyone")], ["Time-box", box()]], (f) => `investigate ${f.a}${f.b ? ` by ${f.b}` : ""} within ${f.within}`],
  Check: [() => [["Change", select("a", offer.changes)], ["Who", select("b", here(), "anyone")]], (f) => `check ${f.a}${f.b ? ` by ${f.b}` : ""}`],
  Order: [() => [["Change", select("a", offer.changes)], ["Who", select("b", here(), "anyone")], ["Because", make("input", { name: "c" })]], (f) => `order ${f.a}${f.b ? ` by ${f.b}` : ""}${f.c ? ` because ${f.c}` : ""}`],
  Verify: [() => [["Change", select("a", changes())], ["For", box()]], (f) => `verify ${f.a} for ${f.within}`],
  Revert: [() => [["Change", select("a", (known.board?.changes ?? []).map((c) => c.change))]], (f) => `revert ${f.a}`],
  "Sum up": [() => [["In a sentence", make("input", { name: "a", required: true })]], (f) => `sitrep ${f.a}`],
  Decide: [() => [["What, and why", make("input", { name: "a", required: true })]], (f) => `decide ${f.a}`],
  Note: [() => [["Text", make("input", { name: "a", required: true })]], (f) => `note ${f.a}`],
  Mitigated: [() => [], () => "mitigated"], Resolve: [() => [], () => "resolve"], End: [() => [], () => "end"],
};
const MAY = { "business-lead": ["Ask", "Note"], scribe: ["Note"], observer: ["Note"], responder: ["Look", "Check", "Verify", "Ask", "Note"] };
const dialog = byId("form");
function openForm(name) {
  const [fields, line] = FORMS[name], inner = dialog.querySelector("form"), preview = make("output", { class: "preview" });
  const values = () => Object.fromEntries(new FormData(inner));
  const show = () => { preview.textContent = line(values()); };
  inner.replaceChildren(make("h2", {}, name), ...fields().map(([label, field]) => make("label", {}, label, field)), make("p", {}, "Says: ", preview),
    make("button", { value: "say" }, "Say"), make("button", { value: "", formnovalidate: true }, "Not now"));
  inner.oninput = show; show();
  dialog.onclose = () => { if (dialog.returnValue === "say") speak(line(values())); };
  dialog.showModal();
}
const buttons = MAY[seat] ?? Object.keys(FORMS);
byId("buttons").append(...buttons.map((name) => make("button", { type: "button", onclick: () => openForm(name) }, name)));

// The composer: structured claims next to free text.
const composer = byId("post");
if (["observer", "scribe", "responder", "technical-lead"].includes(seat)) composer.remove();
else {
  const fields = make("form", { id: "composer" },
    make("label", {}, "To", select("audience", offer.audiences)), make("label", {}, "State", select("state", ["investigating", "identified", "monitoring", "resolved"])),
    make("fieldset", {}, make("legend", {}, "Affected"), ...offer.journeys.map((journey) => make("label", { class: "check" }, make("input", { type: "checkbox", name: "scope", value: journey }), journey))),
    make("label", {}, "Next update in", select("next", ["10m", "15m", "20m", "30m", "60m"], "no promise")), make("label", {}, "In plain words", make("textarea", { name: "text", maxlength: 600 })),
    make("p", {}, "Says: ", make("output", { class: "preview" })), make("button", {}, "Send"));
  const line = () => {
    const data = new FormData(fields), scope = data.getAll("scope"), text = data.get("text").replaceAll('"', "'").trim();
    const verb = data.get("audience") === "status page" ? "post" : "brief";
    return `${verb} ${data.get("audience")} ${data.get("state")}${scope.length ? ` affecting ${scope.join(", ")}` : ""}${data.get("next") ? ` next in ${data.get("next")}` : ""}${text ? ` saying "${text}"` : ""}`;
  };
  const show = () => { fields.querySelector("output").textContent = line(); };
  fields.addEventListener("input", show); show();
  fields.addEventListener("submit", (event) => { event.preventDefault(); speak(line()); });
  composer.append(fields);
}

tabs();
const map = byId("map");
map.append(make("ul", { class: "map" }, ...offer.services.map((s) => make("li", {}, make("strong", {}, s.name), ` (${s.team})`, s.needs.length ? ` needs ${s.needs.join(", ")}` : ""))));
const rows = byId("lines");
follow((told) => {
  if (told.lines) addLines(rows, told.lines, lineRow);
  if (told.standing) { known.standing = told.standing; stand(told.standing); if (told.standing.over) ended(); }
  if (told.board) { known.board = told.board; lead(told.board); }
  if (told.gauges) { gather(told.gauges); if (!byId("charts").hidden) draw(byId("charts"), offer.signals); }
  if (known.standing) showCrew(byId("crew"), known.standing, known.board);
  if (known.board) showBoard(byId("board"), known.board);
});
setInterval(() => { if (known.board) showBoard(byId("board"), known.board); if (!byId("charts").hidden) draw(byId("charts"), offer.signals); }, 2000);
document.querySelector(".tabs").addEventListener("click", () => draw(byId("charts"), offer.signals));
let over = false;
function ended() {
  if (over) return;
  over = true;
  byId("say").before(make("p", { class: "done", role: "status" }, "It is over. ", make("a", { href: `${location.pathname}/after` }, "See how it went")));
}
void post;
