import { follow } from "./net.js";
import { byId, clock, forms, lead, make, stand } from "./show.js";
import { draw, gather } from "./charts.js";

const offer = forms(), posts = [];
follow((told) => {
  if (told.standing) stand(told.standing);
  if (told.gauges) { gather(told.gauges); draw(byId("impact"), offer.signals, (signal) => signal.shows === "success"); }
  if (told.board) {
    lead(told.board);
    byId("changes").replaceChildren(make("h2", {}, "Changes"), make("ul", {}, ...told.board.changes.map((c) => make("li", { class: c.open ? "call" : null }, `${c.change}: ${c.standing}`))));
  }
  if (told.lines) {
    posts.push(...told.lines.filter((line) => line.kind === "Posted" && line.public));
    byId("status").replaceChildren(make("h2", {}, "Status page"), ...(posts.length ? posts.slice(-4).reverse().map((p) => make("article", {}, make("time", {}, clock(p.at)), make("p", {}, p.text))) : [make("p", {}, "All systems operational.")]));
  }
});
