// What is better not said by a slip is asked back; the safe answer is the one at hand.
import { byId, make } from "./show.js";

export function askBack({ title, why, yes, no }, then) {
  const dialog = byId("form"), inner = dialog.querySelector("form");
  inner.replaceChildren(make("h2", { id: "form-title" }, title), make("p", {}, why),
    make("p", { class: "ends" }, make("button", { type: "button", class: "plain", autofocus: true, onclick: () => dialog.close("") }, no), make("button", { value: "say" }, yes)));
  inner.oninput = null;
  dialog.onclose = () => { if (dialog.returnValue === "say") then(); };
  dialog.returnValue = ""; dialog.showModal();
}
