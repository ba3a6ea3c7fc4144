// What is said in private: the facilitator's word can be answered to the facilitator alone.
import { post } from "./net.js";
import { make } from "./show.js";

const here = location.pathname.replace(/\/$/, "");

export function answerable() {
  const field = make("input", { maxlength: 300, required: true, autocomplete: "off", "aria-label": "Answer to the facilitator alone" });
  const wrong = make("span", { class: "wrong", role: "status" });
  const form = make("form", { class: "privately", hidden: true, onsubmit: async (event) => {
    event.preventDefault();
    const told = await post(`${here}/aside`, { text: field.value.trim() });
    wrong.textContent = told.ok ? "" : told.answer;
    if (told.ok) { field.value = ""; form.hidden = true; open.hidden = false; }
  } }, field, make("button", { class: "small" }, "Send"), wrong);
  const open = make("button", { type: "button", class: "small", onclick: () => { form.hidden = false; open.hidden = true; field.focus(); } }, "Answer in private");
  return [open, form];
}
