// Updates: the claims one by one, and how it reads to whoever gets it. Drafts wait here for approval.
// Each audience has a draft of its own. One writes first and chooses afterwards: words go along to an audience that has
// no draft yet, and the form says so; where both have one, each is kept, with a way to it. Nothing is carried unseen.
import { clock, make, renew, simulated, wall } from "./show.js";
import { select } from "./deeds.js";

const STATES = ["investigating", "identified", "monitoring", "resolved"];
const NEXT = ["10m", "15m", "20m", "30m", "60m"];
const quoted = (text) => `"${text.replaceAll('"', "'").trim()}"`;

export function composer(panel, offer, speak) {
  const can = (kind) => offer.may.includes(kind);
  const drafts = make("div", {}), sent = make("div", {}), posts = [];
  let fields = null;
  if (can("Post")) fields = form(offer, speak, can("Draft"), posts);
  panel.append(drafts, ...(fields ? [fields.node] : []), sent);
  if (fields) fields.show();
  return {
    write: (audience) => fields?.write(audience), back: (update) => fields?.back(update) ?? false,
    hear: (lines) => {
      const more = lines.filter((line) => line.kind === "Posted" && line.update);
      if (!more.length) return;
      posts.push(...more);
      renew(sent, make("h2", {}, "Sent so far"), ...[...posts].reverse().slice(0, 12).map((line) => make("article", { class: "sent" }, make("p", { class: "quiet" }, `${line.update.audience}, at ${clock(line.at)}`), ...card(line.update, line.at, offer))));
      fields?.heard();
    },
    waiting: (told) => renew(drafts, ...told.map((draft) => make("article", { class: "draft" }, make("h2", {}, `Waits for approval: ${draft.audience}`), ...card(draft, simulated(), offer),
      can("Approve") ? make("button", { type: "button", "data-key": draft.audience, onclick: () => speak(`approve ${draft.audience}`) }, `Approve and send to ${draft.audience}`) : make("p", { class: "quiet" }, "The commander approves it.")))),
  };
}

// An update as its readers see it.
export function card(update, at, offer, also = () => "") {
  const next = typeof update.next === "string" ? (update.next ? parseInt(update.next, 10) * 60 : null) : update.next;
  const eta = typeof update.eta === "string" ? (update.eta ? parseInt(update.eta, 10) * 60 : null) : update.eta;
  const row = (name, value) => (value ? make("p", {}, make("strong", {}, `${name}: `), value) : null);
  return [
    make("p", { class: `state ${update.state}` }, update.state),
    update.text ? make("p", { class: "says" }, update.text) : null,
    row(update.state === "resolved" ? "Was affected" : "Affected", update.scope.join(", ")), row("Cause", update.cause), row("Meanwhile", update.workaround),
    row("Your data", { safe: "is safe", lost: "some was lost", unknown: "we do not know yet" }[update.data]),
    row("Expected to be over by", eta === null ? "" : wall(offer.starts, at + eta) + also(at + eta)),
    next === null ? null : make("p", { class: "quiet" }, `Next update by ${wall(offer.starts, at + next)}${also(at + next)}`),
  ].filter(Boolean);
}

const KEPT = `drafts ${location.pathname}`, PROMISED = `promised ${location.pathname}`;
const inMinutes = (seconds) => (seconds ? `${Math.round(seconds / 60)}m` : "");
const EMPTY = { state: "investigating", scope: [], text: "", cause: "", workaround: "", data: "", eta: "", next: "20m" };

function form(offer, speak, drafting, posts) {
  const text = (name, label, hint, area) => make("label", {}, label, make(area ? "textarea" : "input", { name, rows: area ? 6 : null, maxlength: area ? 600 : 160, placeholder: hint, autocomplete: "off" }));
  const says = make("code", { class: "preview" }), shown = make("article", { class: "sent", "aria-label": "As it will read" });
  const last = make("p", { class: "last quiet", role: "status" }), aside = make("p", { class: "kept", role: "status" }), more = [
    text("cause", "Cause, only when it is known: a wrong one comes back to you", ""), text("workaround", "What they can do meanwhile", ""),
    make("label", {}, "Their data", select("data", ["safe", "lost", "unknown"], "not mentioned"))];
  const too = make("fieldset", { class: "too" }, make("legend", {}, "The same words also to"), ...offer.audiences.map((name) => make("label", { class: "check" }, make("input", { type: "checkbox", name: "too", value: name }), name)));
  const node = make("form", { id: "composer" },
    make("div", { class: "pair" }, make("label", {}, "To", select("audience", offer.audiences)), make("label", {}, "State", select("state", STATES))), last, aside,
    make("fieldset", {}, make("legend", {}, "Affected"), ...offer.journeys.map((name) => make("label", { class: "check" }, make("input", { type: "checkbox", name: "scope", value: name }), name))),
    text("text", "In plain words: what they feel, what you do", `Some customers cannot ${offer.journeys[0]}. We are looking into it.`, true),
    make("div", { class: "pair" }, make("label", {}, "Next update in", select("next", NEXT, "no promise", "20m")), make("label", {}, "Expected to be over in", select("eta", ["15m", "30m", "60m", "120m"], "no estimate"))),
    ...more, too,
    drafting ? make("label", {}, "How", make("select", { name: "how" }, make("option", { value: "send" }, "Send it now"), make("option", { value: "draft" }, "Have it drafted for approval"))) : null,
    make("h2", {}, "As it will read"), shown, make("details", { class: "says" }, make("summary", {}, "The command that is said"), says), make("button", { class: "send" }, "Send"));
  const told = () => { const data = new FormData(node); return { ...Object.fromEntries(data), scope: data.getAll("scope"), too: data.getAll("too").filter((each) => each !== data.get("audience")) }; };
  const line = (f, audience = f.audience) => {
    const verb = f.how === "draft" ? "draft" : audience === "status page" ? "post" : "brief";
    const clause = (name, value) => (value ? ` ${name} ${value}` : "");
    return `${verb} ${audience} ${f.state}${clause("affecting", f.scope.join(", "))}${clause("cause", f.cause.trim() && quoted(f.cause))}${clause("workaround", f.workaround.trim() && quoted(f.workaround))}`
      + `${clause("data", f.data)}${clause("eta", f.eta)}${clause("next in", f.next)}${clause("saying", f.text.trim() && quoted(f.text.replace(/\s+/g, " ")))}`;
  };
  const exact = (at) => ` (${clock(at)})`; // the clock that everything else in the room goes by
  const latest = (audience) => posts.filter((each) => each.update.audience === audience).at(-1);

  // A draft for each audience; one that is new begins with what that audience was told last, state and scope,
  // and says so. A cause, a workaround and a word about data are written for each audience anew.
  const drafts = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
  let current = node.elements.audience.value;
  const going = {}; // what is on its way counts as told
  const onItsWay = (audience) => (going[audience] && going[audience].after === latest(audience)?.n ? going[audience] : null);
  // The promise is as long as the last one: to them, or to anybody.
  let promised = sessionStorage.getItem(PROMISED) ?? EMPTY.next;
  const begun = (audience) => {
    const before = onItsWay(audience) ?? latest(audience)?.update;
    if (!before) return { ...EMPTY, next: promised };
    const next = typeof before.next === "number" ? inMinutes(before.next) : before.next;
    return { ...EMPTY, state: before.state, scope: before.scope, next: before.state === "resolved" ? "" : next || promised };
  };
  const same = (a, b) => Object.keys(EMPTY).every((name) => String(a[name]) === String(b[name]));
  const keep = () => {
    const f = told();
    if (same(f, begun(current))) delete drafts[current];
    else drafts[current] = Object.fromEntries(Object.keys(EMPTY).map((name) => [name, f[name]]));
    save();
  };
  const save = () => sessionStorage.setItem(KEPT, JSON.stringify(drafts));
  // What was written goes along, unless the other one has a draft; whoever meant to leave it there says so.
  function turn(audience) {
    const from = current, along = Boolean(drafts[from] && !drafts[audience]);
    if (along) { drafts[audience] = drafts[from]; delete drafts[from]; save(); }
    fill(audience, along ? from : "");
  }
  function leaveIn(from) {
    drafts[from] = drafts[current]; delete drafts[current]; save();
    fill(current);
    node.elements.text.focus();
  }
  function keptBeside(carried) {
    const others = Object.keys(drafts).filter((each) => each !== current);
    const way = (label, does) => make("button", { type: "button", class: "small", onclick: does }, label);
    aside.replaceChildren(...(carried ? [`These words are carried over from ${carried}. `, way(`Leave them for ${carried}`, () => leaveIn(carried)), " "] : []),
      ...others.flatMap((each) => [`A draft for ${each} is kept. `, way(`Go to ${each}`, () => fill(each)), " "]));
  }

  // Whoever can be told can be chosen, also one who was only ever written to by word.
  const choosable = (audience) => { if (![...node.elements.audience.options].some((each) => each.value === audience)) node.elements.audience.append(make("option", { value: audience }, audience)); node.elements.audience.value = audience; };

  function fill(audience, carried = "") {
    current = audience;
    choosable(audience);
    keptBeside(carried);
    const f = drafts[audience] ?? begun(audience);
    for (const name of ["eta", "next"]) if (![...node.elements[name].options].some((each) => each.value === f[name])) node.elements[name].append(make("option", { value: f[name] }, f[name]));
    for (const name of Object.keys(EMPTY)) if (name !== "scope") node.elements[name].value = f[name];
    for (const box of node.querySelectorAll("[name=scope]")) box.checked = f.scope.includes(box.value);
    for (const box of node.querySelectorAll("[name=too]")) box.checked = false;
    show();
  }

  function show() {
    const f = told(), before = latest(f.audience), count = f.too.length + 1;
    last.textContent = onItsWay(f.audience) ? `An update to ${f.audience} is on its way: it goes out once it is written.` : before ? `Told ${f.audience} last, at ${clock(before.at)}: ${before.update.state}${before.update.scope.length ? `, affecting ${before.update.scope.join(", ")}` : ""}${before.update.cause ? `, cause "${before.update.cause}"` : ""}.${before.update.state !== f.state ? ` Now you say ${f.state}.` : ""}` : `${f.audience[0].toUpperCase()}${f.audience.slice(1)}: nothing told yet.`;
    says.textContent = [f.audience, ...f.too].map((each) => line(f, each)).join("\n");
    shown.replaceChildren(...card(f, simulated(), offer, exact));
    for (const box of node.querySelectorAll("[name=too]")) box.closest("label").hidden = box.value === f.audience;
    node.querySelector("button.send").textContent = f.how === "draft" ? "Have it drafted" : count > 1 ? `Send to ${f.audience} and ${count - 1} more, one after the other` : `Send to ${f.audience}`;
  }
  node.addEventListener("input", () => { if (node.elements.audience.value === current) keep(); show(); });
  node.elements.state.addEventListener("change", () => { node.elements.next.value = node.elements.state.value === "resolved" ? "" : node.elements.next.value || "20m"; keep(); show(); });
  node.elements.audience.addEventListener("change", () => turn(node.elements.audience.value));
  node.addEventListener("submit", async (event) => {
    event.preventDefault();
    const f = told();
    // Each is settled as soon as it is taken: it may be taken back while others are on their way.
    for (const audience of [f.audience, ...f.too]) {
      if (!(await speak(line(f, audience)))) return;
      if (audience === f.audience) delete drafts[audience]; // one that another of them has is theirs still
      going[audience] = { state: f.state, scope: f.scope, next: f.next, after: latest(audience)?.n };
    }
    if (f.next) { promised = f.next; sessionStorage.setItem(PROMISED, promised); }
    save();
    if (current !== f.audience) { show(); return; } // another one was begun meanwhile
    fill(f.audience);
    node.scrollIntoView({ block: "start" });
  });
  setInterval(show, 20000);
  fill(current);
  const write = (audience) => { if (audience && audience !== current) fill(audience); node.scrollIntoView({ block: "start" }); node.elements.text.focus({ preventScroll: true }); };
  // What was told meanwhile is what a draft begins with that nobody has begun.
  const heard = () => (drafts[current] ? show() : fill(current));
  // What was taken back before it went out is as it was, unless another one was begun meanwhile.
  function back({ audience, how, ...said }) {
    delete going[audience];
    if (drafts[audience]) { show(); return false; }
    drafts[audience] = Object.fromEntries(Object.keys(EMPTY).map((name) => [name, ["eta", "next"].includes(name) ? inMinutes(said[name]) : said[name]]));
    save();
    if (node.elements.how) node.elements.how.value = how;
    if (!drafts[current] || current === audience) fill(audience); else { keptBeside(""); show(); }
    return true;
  }
  return { node, show, write, heard, back };
}
