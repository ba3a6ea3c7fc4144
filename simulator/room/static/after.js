// What can be done once it is over: decide again, give out a link, take it back.
import { post } from "./net.js";

const base = document.body.dataset.base, wrong = document.getElementById("wrong");
const tell = (text) => { wrong.textContent = text; wrong.hidden = false; };

export async function again(body) {
  const told = await post(`${base}/retry`, body);
  if (told.ok) location.href = told.to; else tell(told.answer);
}

document.addEventListener("click", async (event) => {
  const { moment, takeBack } = event.target.dataset ?? {};
  if (moment) { event.target.disabled = true; await again({ moment: Number(moment) }); event.target.disabled = false; }
  const link = takeBack ? { take_back: Number(takeBack) } : event.target.id === "share" ? {} : null;
  if (!link) return;
  const told = await post(`${base}/share`, link);
  if (told.ok) location.reload(); else tell(told.answer);
});
