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
  const link = takeBack ? { take_back: Number(takeBack) } : event.target.id === "share" ? { pins: document.getElementById("with-pins").checked } : null;
  if (!link) return;
  const told = await post(`${base}/share`, link);
  if (told.ok) location.reload(); else tell(told.answer);
});

// The first debrief of a room takes some seconds: the press is answered at once.
const making = document.querySelector(`a.way[href="${base}/debrief"] span`), about = making?.textContent;
making?.closest("a").addEventListener("click", (event) => { if (!event.metaKey && !event.ctrlKey) { making.textContent = "It is being made, a few seconds..."; making.setAttribute("role", "status"); } });
addEventListener("pageshow", () => { if (making) making.textContent = about; });
