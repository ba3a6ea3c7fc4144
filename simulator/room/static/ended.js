// Once it is over, the way to what comes afterwards.
import { byId, make } from "./show.js";

let over = false;
document.addEventListener("told", (event) => {
  if (over || !event.detail.standing?.over) return;
  over = true;
  byId("lines").before(make("p", { class: "done", role: "status" }, "It is over. ", make("a", { href: `${location.pathname}/after` }, "Look back")));
});
