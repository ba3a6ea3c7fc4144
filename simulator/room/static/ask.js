// One dialog for all questions: what is asked, its fields, and what follows a yes.
import { byId, make } from "./show.js";

export function ask(title, fields, then, yes = "Do it") {
  const dialog = byId("ask"), form = dialog.querySelector("form");
  form.replaceChildren(make("h2", { id: "ask-title" }, title), ...fields,
    make("button", { value: "yes" }, yes), make("button", { value: "", formnovalidate: true, class: "plain" }, "Not now"));
  dialog.returnValue = "";
  dialog.onclose = () => { if (dialog.returnValue === "yes") then(new FormData(form)); };
  dialog.showModal();
}

export const quoted = (text) => `"${text.replaceAll('"', "'").replaceAll(/\s+/g, " ").trim()}"`;
export const choice = (name, offered) => make("select", { name }, ...offered.map((each) => make("option", { value: each.say, title: each.about }, each.label)));
export const field = (label, input) => make("label", {}, label, input);
