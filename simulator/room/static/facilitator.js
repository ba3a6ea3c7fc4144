import { act, follow } from "./net.js";
import { addLines, byId, forms, lead, lineRow, showBoard, showCrew, stand, tabs } from "./show.js";
import { draw, gather } from "./charts.js";

const offer = forms(), known = {};
tabs();
document.querySelector(".controls").addEventListener("click", (event) => {
  const { act: deed, amount } = event.target.dataset;
  if (deed) act(deed, Number(amount ?? 0));
});
const row = (line) => lineRow({ ...line, news: line.news || line.truth });
follow((told) => {
  if (told.lines) addLines(byId("lines"), told.lines, row);
  if (told.standing) { known.standing = told.standing; stand(told.standing); }
  if (told.board) { known.board = told.board; lead(told.board); }
  if (told.gauges) { gather(told.gauges); if (!byId("charts").hidden) draw(byId("charts"), offer.signals); }
  if (known.board) showBoard(byId("board"), known.board);
  if (known.standing) showCrew(byId("crew"), known.standing, known.board);
});
