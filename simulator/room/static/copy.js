// A button that copies what stands beside it; also where the browser lets no script at the clipboard.
import { make } from "./show.js";

async function take(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = make("textarea", {}, text);
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("not copied");
  return null;
}
export function copier(text, label = "Copy") {
  const button = make("button", { type: "button", class: "small" }, label);
  button.addEventListener("click", async () => {
    button.textContent = await take(text()).then(() => "Copied", () => "Select it and copy by hand");
    setTimeout(() => { button.textContent = label; }, 3000);
  });
  return button;
}
for (const each of document.querySelectorAll("[data-copy]")) each.append(" ", copier(() => each.dataset.copy, each.dataset.label ?? "Copy"));
for (const each of document.querySelectorAll(".links input[readonly]")) each.after(copier(() => each.value, "Copy"));
