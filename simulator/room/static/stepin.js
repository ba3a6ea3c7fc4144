// Forms to step in: each only writes a line that could be typed, and shows it.
import { post } from "./net.js";
import { byId, clock, make } from "./show.js";
import { choice, field, quoted } from "./ask.js";

const area = (name) => make("textarea", { name, required: true, maxlength: 600, rows: 2 });
const number = (name, value, max) => make("input", { name, type: "number", min: 1, max, value, required: true, inputmode: "numeric" });

function form(title, about, fields, line, button, speak, shown = true) {
  const shows = make("output", { class: "preview" });
  const made = make("form", { class: "step" }, make("h2", {}, title), make("p", { class: "quiet" }, about), ...fields,
    shown ? make("p", { class: "says" }, shows) : "", make("button", {}, button));
  const text = () => line(Object.fromEntries(new FormData(made)));
  const show = () => { shows.textContent = text(); };
  made.addEventListener("input", show);
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await speak(text())) { for (const each of made.querySelectorAll("textarea")) each.value = ""; show(); }
  });
  show();
  return made;
}

// In the facilitator's own name: it is no word of the exercise, so it is not one that could be typed.
async function toAll(text) {
  const told = await post(`${location.pathname.replace(/\/$/, "")}/tell`, { text: text.replace(/\s+/g, " ").trim() });
  byId("told-wrong").textContent = told.ok ? "" : told.answer;
  return told.ok;
}

// Before somebody is told to do something: whether their seat may.
export function bounds(to, offered) {
  const told = make("p", { class: "quiet bounds" }), show = () => {
    const { may, not } = offered.bounds[to.value] ?? { may: [], not: [] };
    told.textContent = not.length ? `May say: ${may.join(", ") || "nothing but notes"}. May not: ${not.join(", ")}.` : "May say everything.";
  };
  to.addEventListener("input", show);
  show();
  return told;
}

let built = false, left;
export function showStepIn(panel, offered, console, speak) {
  if (!built) {
    built = true;
    left = make("p", { role: "status" });
    const { share, minutes } = offered.most, to = choice("to", offered.seats);
    panel.append(
      form("Say something to everybody", "In your own name, before the start, in a pause, while it runs. Every channel shows it, and the big screen while time stands. To type \u201csay\u201d and your words does the same.",
        [field("You say", area("text")), make("p", { class: "wrong", id: "told-wrong", role: "alert" })], (f) => f.text, "Say it to everybody", toAll, false),
      form("Have somebody say something", "Everybody on the call hears it: now, or later. What is said later waits under Injects, where you can hold or reword it.", [field("Who", choice("who", offered.speakers)), field("Says", area("text")), field("In how many minutes (0: now)", make("input", { name: "in", type: "number", min: 0, max: 240, value: 0, required: true, inputmode: "numeric" }))],
        (f) => (Number(f.in) ? `plan ${f.who} in ${f.in}m saying ${quoted(f.text)}` : `have ${f.who} say ${quoted(f.text)}`), "Have it said", speak),
      form("A word to one seat", "Only that seat sees it, and it costs them no attention.", [field("To", to), bounds(to, offered), field("You say", area("text"))],
        (f) => `whisper ${f.to} saying ${quoted(f.text)}`, "Whisper", speak),
      form("Somebody senior steps in", "They stay until they are answered.", [field("Who", choice("who", offered.seniors)), field("Wants to", make("select", { name: "wants" }, ...offered.wants.map((w) => make("option", { value: w.say }, w.about)))), field("In these words (empty: in their own)", make("textarea", { name: "text", maxlength: 600, rows: 2 }))],
        (f) => `send in ${f.who} wanting ${f.wants}${f.text.trim() ? ` saying ${quoted(f.text)}` : ""}`, "Send them in", speak),
      form("Nudge the world", `A strain on one service, at most ${share} % for ${minutes} minutes. It goes by itself, and is charged to nobody.`,
        [field("Service", choice("service", offered.services)), field("With", choice("pull", offered.pulls)), field("By (%)", number("by", 20, share)), field("For (minutes)", number("for", 10, minutes))],
        (f) => `nudge ${f.service} ${f.pull} by ${f.by}% for ${f.for}m`, "Nudge", speak),
      left,
    );
  }
  const acting = console.nudges.acting.map((n) => ` ${n.service}: ${n.pull} ${n.amount} % until ${clock(n.until)}.`).join("");
  const says = `${console.nudges.left} nudges left.${acting}`;
  if (left.textContent !== says) left.textContent = says;
}
