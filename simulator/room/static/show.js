// Small pieces of the page. Text is only ever set as text, never as markup.
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

export const clock = (seconds) => {
  const s = Math.max(0, Math.floor(seconds));
  const two = (n) => String(n).padStart(2, "0");
  return `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
};

export const span = (seconds) => {
  const s = Math.abs(Math.round(seconds));
  return s < 90 ? `${s} s` : s < 5400 ? `${Math.round(s / 60)} min` : `${(s / 3600).toFixed(1)} h`;
};

export const byId = (id) => document.getElementById(id);
export const forms = () => JSON.parse(byId("forms").textContent);

// The simulated clock runs on by itself between two messages.
export const time = { now: 0, speed: 1, stopped: true, since: performance.now(), over: false };
export const simulated = () => time.now + (time.stopped ? 0 : ((performance.now() - time.since) / 1000) * time.speed);

export function stand(told) {
  Object.assign(time, { ...told, since: performance.now() });
  byId("pace").textContent = told.over ? "It is over" : told.stopped ? "PAUSED" : `${told.speed}x`;
}

if (byId("clock")) setInterval(() => { byId("clock").textContent = clock(simulated()); }, 250);

export function lead(board) {
  byId("level").textContent = board.severity || "not declared";
  byId("stage").textContent = board.resolved !== null ? "resolved" : board.mitigated !== null ? "mitigated" : board.stage;
}

export function addLines(list, lines, row) {
  const near = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  for (const line of lines) { const item = row(line); if (item) list.append(item); }
  if (near) list.scrollTop = list.scrollHeight;
}

const MARKS = { "!": "wants you", "*": "news" };
export function lineRow(line) {
  const own = line.said !== undefined;
  if (line.kind === "Looked" || (!own && !line.news && !["Misread", "Refused"].includes(line.kind))) return null;
  const mark = line.mark ? make("abbr", { title: MARKS[line.mark] }, line.mark) : "";
  return make("li", { id: `line-${line.n}`, class: `${line.tone}${own ? " own" : ""}${line.mark === "!" ? " call" : ""}${line.truth ? " hidden-truth" : ""}` },
    make("time", {}, clock(line.at)), make("span", { class: "mark" }, mark),
    make("span", {}, own ? `${line.said}: ` : "", line.text));
}

export function tabs() {
  const nav = document.querySelector(".tabs"), panels = [...document.querySelectorAll(".side > .panel")];
  const choose = (panel) => {
    for (const each of panels) {
      each.hidden = each !== panel;
      byId(`tab-${each.id}`).setAttribute("aria-selected", each === panel);
      byId(`tab-${each.id}`).tabIndex = each === panel ? 0 : -1;
    }
  };
  panels.forEach((panel, index) => {
    panel.setAttribute("aria-labelledby", `tab-${panel.id}`);
    nav.append(make("button", { id: `tab-${panel.id}`, role: "tab", type: "button", "aria-controls": panel.id,
      onclick: () => choose(panel),
      onkeydown: (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        const next = panels[(index + step + panels.length) % panels.length];
        choose(next); byId(`tab-${next.id}`).focus();
      } }, panel.dataset.title));
  });
  choose(panels[0]);
}

const part = (title, items) => items.length
  ? make("section", {}, make("h3", {}, title), make("ul", {}, ...items.map((item) => make("li", { class: item.call ? "call" : null }, item.text ?? item)))) : "";

export function showBoard(panel, board) {
  const now = simulated();
  panel.replaceChildren(...[
    part("Alerts", board.alerts.map((a) => ({ text: `${a.name}, since ${clock(a.since)}`, call: true }))),
    part("Customers", [`${board.reports} reports`]),
    part("Waiting for you", board.swoops.map((s) => ({ text: `${s} stands in the room`, call: true }))),
    part("Roles", board.roles.map((r) => `${r.role}: ${r.person}`)),
    part("Work", board.work.map((w) => ({ text: `${w.who || "nobody yet"} to ${w.what}, ${w.started ? "at it" : "waits"} for ${span(now - w.since)}${w.within ? `, time-box ${span(w.within)}` : ""}`, call: w.within && now - w.since > w.within }))),
    part("Changes", board.changes.map((c) => ({ text: `${c.id} ${c.change}${c.who ? ` by ${c.who}` : ""}: ${c.standing}`, call: c.open && c.standing.includes("NOT VERIFIED") }))),
    part("Updates due", board.dues.map((d) => ({ text: `${d.audience} ${d.promised ? "promised" : "due"} by ${clock(d.at)} (${d.at < now ? `${span(d.at - now)} LATE` : `in ${span(d.at - now)}`})`, call: d.at < now }))),
    part("Told so far", board.heard.map((h) => `${h.audience}: ${h.state} at ${clock(h.at)}`)),
    part("Workstreams", board.workstreams.map((w) => `${w.name} under ${w.leader}`)),
    part("Found", board.found.slice(-6).map((f) => `${f.who} on ${f.place}: ${f.says}`)),
    part("Decided", board.decisions.slice(-4).map((d) => `${clock(d.at)} ${d.text}`)),
  ].filter(Boolean));
}

export function showCrew(panel, standing, board) {
  panel.replaceChildren(
    make("h3", {}, "Seats"),
    make("ul", {}, ...standing.seats.map((s) => make("li", {}, `${s.seat}: ${s.people.join(", ") || (s.seat === "commander" && standing.program ? "a program" : "free")}`))),
    make("h3", {}, "On the call"),
    make("ul", {}, ...(board?.people ?? []).map((p) => make("li", { class: p.state === "unanswered" ? "call" : null }, `${p.name}: ${p.state}`))),
  );
}
