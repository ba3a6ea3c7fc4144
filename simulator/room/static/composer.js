// Updates: the claims one by one, and how it reads to whoever gets it. Drafts wait here for approval.
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
    write: (audience) => fields?.write(audience),
    hear: (lines) => {
      const more = lines.filter((line) => line.kind === "Posted" && line.update);
      if (!more.length) return;
      posts.push(...more);
      renew(sent, make("h2", {}, "Sent so far"), ...[...posts].reverse().slice(0, 12).map((line) => make("article", { class: "sent" }, make("p", { class: "quiet" }, `${line.update.audience}, at ${clock(line.at)}`), ...card(line.update, line.at, offer))));
      fields?.show();
    },
    waiting: (told) => renew(drafts, ...told.map((draft) => make("article", { class: "draft" }, make("h2", {}, `Waits for approval: ${draft.audience}`), ...card(draft, simulated(), offer),
      can("Approve") ? make("button", { type: "button", "data-key": draft.audience, onclick: () => speak(`approve ${draft.audience}`) }, `Approve and send: approve ${draft.audience}`) : make("p", { class: "quiet" }, "The commander approves it.")))),
  };
}

// An update as its readers see it.
export function card(update, at, offer) {
  const next = typeof update.next === "string" ? (update.next ? parseInt(update.next, 10) * 60 : null) : update.next;
  const eta = typeof update.eta === "string" ? (update.eta ? parseInt(update.eta, 10) * 60 : null) : update.eta;
  const row = (name, value) => (value ? make("p", {}, make("strong", {}, `${name}: `), value) : null);
  return [
    make("p", { class: `state ${update.state}` }, update.state),
    update.text ? make("p", { class: "says" }, update.text) : null,
    row(update.state === "resolved" ? "Was affected" : "Affected", update.scope.join(", ")), row("Cause", update.cause), row("Meanwhile", update.workaround),
    row("Your data", { safe: "is safe", lost: "some was lost", unknown: "we do not know yet" }[update.data]),
    row("Expected to be over by", eta === null ? "" : wall(offer.starts, at + eta)),
    next === null ? null : make("p", { class: "quiet" }, `Next update by ${wall(offer.starts, at + next)}`),
  ].filter(Boolean);
}

function form(offer, speak, drafting, posts) {
  const text = (name, label, hint, area) => make("label", {}, label, make(area ? "textarea" : "input", { name, maxlength: area ? 600 : 160, placeholder: hint, autocomplete: "off" }));
  const says = make("code", { class: "preview" }), shown = make("article", { class: "sent", "aria-label": "As it will read" });
  const node = make("form", { id: "composer" },
    make("div", { class: "pair" }, make("label", {}, "To", select("audience", offer.audiences)), make("label", {}, "State", select("state", STATES))),
    make("fieldset", {}, make("legend", {}, "Affected"), ...offer.journeys.map((name) => make("label", { class: "check" }, make("input", { type: "checkbox", name: "scope", value: name }), name))),
    text("text", "In plain words: what they feel, what you do", "Some customers cannot send messages. We are looking into it.", true),
    make("div", { class: "pair" }, make("label", {}, "Next update in", select("next", NEXT, "no promise", "20m")), make("label", {}, "Over in", select("eta", ["15m", "30m", "60m", "120m"], "no estimate"))),
    make("details", {}, make("summary", {}, "Cause, workaround, data"),
      text("cause", "Cause, only when it is known", ""), text("workaround", "What they can do meanwhile", "retry once"),
      make("label", {}, "Their data", select("data", ["safe", "lost", "unknown"], "not mentioned"))),
    drafting ? make("label", {}, "How", make("select", { name: "how" }, make("option", { value: "send" }, "Send it now"), make("option", { value: "draft" }, "Have it drafted for approval"))) : null,
    make("h2", {}, "As it will read"), shown, make("p", { class: "says" }, "Says ", says), make("button", {}, "Send"));
  const told = () => { const data = new FormData(node); return { ...Object.fromEntries(data), scope: data.getAll("scope") }; };
  const line = (f) => {
    const verb = f.how === "draft" ? "draft" : f.audience === "status page" ? "post" : "brief";
    const clause = (name, value) => (value ? ` ${name} ${value}` : "");
    return `${verb} ${f.audience} ${f.state}${clause("affecting", f.scope.join(", "))}${clause("cause", f.cause.trim() && quoted(f.cause))}${clause("workaround", f.workaround.trim() && quoted(f.workaround))}`
      + `${clause("data", f.data)}${clause("eta", f.eta)}${clause("next in", f.next)}${clause("saying", f.text.trim() && quoted(f.text.replace(/\s+/g, " ")))}`;
  };
  const show = () => { const f = told(); says.textContent = line(f); shown.replaceChildren(...card(f, simulated(), offer)); node.querySelector("button").textContent = f.how === "draft" ? "Have it drafted" : `Send to ${f.audience}`; };
  const recall = () => {
    const audience = node.elements.audience.value, last = posts.filter((p) => p.update.audience === audience).at(-1) ?? posts.at(-1);
    if (last) for (const tick of node.querySelectorAll("[name=scope]")) tick.checked = last.update.scope.includes(tick.value);
    if (last) node.elements.state.value = last.update.state;
  };
  node.addEventListener("input", show);
  node.elements.state.addEventListener("change", () => { node.elements.next.value = node.elements.state.value === "resolved" ? "" : node.elements.next.value || "20m"; show(); });
  node.elements.audience.addEventListener("change", () => { recall(); show(); });
  node.addEventListener("submit", async (event) => { event.preventDefault(); if (await speak(line(told()))) { node.elements.text.value = ""; show(); } });
  setInterval(show, 20000);
  return { node, show, write: (audience) => { if (audience) { node.elements.audience.value = audience; recall(); show(); } node.elements.text.focus(); } };
}
