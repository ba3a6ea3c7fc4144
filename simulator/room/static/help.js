// The words there are, as a sheet over the page: only those that this seat may say. A word that is chosen is typed.
import { byId, make } from "./show.js";

export function helpOf(offer, put, lead = null) {
  const dialog = byId("help"), inner = make("div", { class: "sheet-inner" });
  const shut = make("button", { type: "button", class: "plain", onclick: () => dialog.close() }, "Close");
  dialog.append(make("header", {}, make("h2", { id: "help-title" }, "What you can say here"), shut), inner);
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  const choose = (text) => { dialog.close(); put(text); };
  const talking = offer.may.includes("Say");

  const word = (each) => make("li", {}, make("button", { type: "button", class: "word", onclick: () => choose(each.verb === each.form ? each.verb : `${each.verb} `) }, make("code", {}, each.form), make("span", {}, each.means)));
  const group = (name) => make("section", {}, make("h3", {}, name === "take command" && !offer.may.includes("Declare") ? "for the record" : name), make("ul", {}, ...offer.words.filter((each) => each.group === name).map(word)));
  const all = () => [
    lead ? make("p", { class: "lead" }, lead) : talking ? make("p", { class: "lead" }, "To talk to the others, begin with ", make("code", {}, "'"), " (or ", make("code", {}, "say"), ") and write as you speak. It takes no time. All else is a command; choose one to have it typed, or write ", make("code", {}, "help"), " and its name.")
      : make("p", { class: "lead" }, "You watch: you can look at everything, and write down what you saw."),
    make("div", { class: "groups" }, ...[...new Set(offer.words.map((each) => each.group))].map(group))];

  // About one word: lines that were broken for a terminal are made whole again.
  function one(text) {
    const lines = text.replace(/\n {6}(?=\S)/g, " ").split("\n").filter((line) => line.trim());
    return lines.map((line) => make("p", { class: line.startsWith(" ") ? null : "lead" }, line.startsWith(" ") ? line.trim() : make("code", {}, line.replace(/\s+/g, " "))));
  }
  return (text, said) => {
    const about = !/^(help|commands|\?)$/i.test(said.trim());
    byId("help-title").textContent = about ? said : "What you can say here";
    inner.replaceChildren(...(about ? [...one(text), make("p", {}, make("button", { type: "button", class: "plain", onclick: () => { byId("help-title").textContent = "What you can say here"; inner.replaceChildren(...all()); } }, "All words"))] : all()));
    if (!dialog.open) dialog.showModal();
    inner.scrollTop = 0; shut.focus();
  };
}
