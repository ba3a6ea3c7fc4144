// What is typed goes to the box, wherever the keyboard is: nobody's line is lost to a tab or a button.
// A field keeps what is typed in it, and a control its keys: Space and Enter are never taken, nor is a key with Ctrl or Alt.
import { byId } from "./show.js";

const words = byId("words");
const typed = ({ key, ctrlKey, metaKey, altKey }) => !ctrlKey && !metaKey && !altKey && key !== " " && (key.length === 1 || key === "Dead");
const elsewhere = (target) => !target.closest("input, textarea, select, [contenteditable], dialog") && !document.querySelector("dialog[open]");

if (words) document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || !typed(event) || !elsewhere(event.target)) return;
  if (event.key === "/") event.preventDefault(); // the way to the box, and never a word of it
  const tab = byId("tab-channel");
  if (tab.offsetParent) tab.click(); // on a phone the box is in a view of its own
  words.focus();
});
