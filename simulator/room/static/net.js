// One socket down, posts up. The number of the last line seen is all that a reconnect needs.
import { unpressed } from "./pressed.js";

const LEFT = 4401, TOO_MANY = 4429, COMES_AGAIN = 1012;
const SAYS = {
  [TOO_MANY]: "You have this room open in too many tabs. Close some; this one goes on by itself.",
  [COMES_AGAIN]: "The room is being opened again, one moment...",
};
const OFFLINE = "You are offline. Nothing is lost; it goes on when you are back.";
const here = location.pathname.replace(/\/$/, "");

// The room says something every few seconds; who hears nothing for so long is cut off.
const SILENCE = 9000, HANGS = 15000;

export function follow(hear, gone = null) {
  let last = 0, wait = 500, socket = null, heard = Infinity;
  const net = document.getElementById("net");
  const tell = (text) => { net.textContent = text; };
  const take = (told) => {
    if (told.lines) {
      told.lines = told.lines.filter((line) => line.n > last);
      if (told.lines.length) last = told.lines.at(-1).n;
    }
    hear(told);
    document.dispatchEvent(new CustomEvent("told", { detail: told }));
  };
  const open = () => {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:", mine = new WebSocket(`${scheme}//${location.host}${here}/ws?after=${last}`);
    socket = mine; heard = performance.now();
    mine.onmessage = (message) => {
      if (socket !== mine) return;
      heard = performance.now();
      if (net.textContent) tell("");
      wait = 500;
      unpressed(() => { if (socket === mine) take(JSON.parse(message.data)); });
    };
    mine.onclose = (why) => { if (socket === mine) cut(why.code); };
  };
  const cut = (code) => {
    socket = null; heard = Infinity;
    document.dispatchEvent(new Event("lost")); // no clock runs on that nobody hears of
    if (code === LEFT) { tell(gone ? "You have left this seat." : "This page is not let in any more. Open it again from the rooms."); if (gone) setTimeout(gone, 300); return; }
    tell(SAYS[code] ?? (navigator.onLine ? "Connection lost, trying again..." : OFFLINE));
    if (code === TOO_MANY) wait = 5000;
    setTimeout(open, wait * (0.5 + Math.random()));
    wait = Math.min(wait * 1.6, code === TOO_MANY ? 10000 : 2000);
  };
  setInterval(() => { if (socket && performance.now() - heard > SILENCE) { const dead = socket; cut(0); dead.close(); } }, 1000);
  addEventListener("offline", () => { tell(OFFLINE); document.dispatchEvent(new Event("lost")); });
  addEventListener("online", () => { wait = 500; socket?.close(); });
  open();
}

export const UNREACHED = "The room could not be reached. Your words are still here: say them again once you are back.";
const soon = (time) => new Promise((done) => setTimeout(done, time));
// Until the line is back, or for so long.
const pause = (time) => new Promise((done) => {
  const wake = () => { clearTimeout(timer); document.removeEventListener("told", wake); removeEventListener("online", wake); done(); };
  const timer = setTimeout(wake, time);
  document.addEventListener("told", wake); addEventListener("online", wake);
});

// Tried again and again: as long as `wanted`, if that is given.
export async function post(path, body, wanted = null) {
  const key = crypto.getRandomValues(new Uint32Array(2)).join("-");
  for (let tries = 0; ; tries++) {
    try {
      const answer = await fetch(path, {
        method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ key, ...body }),
        ...(wanted ? { signal: AbortSignal.timeout(HANGS) } : {}), // on a dead line; its key lets nothing be said twice
      });
      return { ok: answer.ok, ...(await answer.json()) };
    } catch {
      if (!navigator.onLine) { await new Promise((done) => addEventListener("online", done, { once: true })); tries = 0; }
      if (wanted ? !wanted() : tries > 8) return { ok: false, answer: UNREACHED };
      await soon(400);
      await pause(Math.min(400 * tries, 3000));
      if (wanted && !wanted()) return { ok: false, answer: UNREACHED };
    }
  }
}

export const say = (text) => post(`${here}/say`, { text: text.replace(/\s+/g, " ").trim() }); // a word is one line
export const act = (name, amount = 0) => post(`${here}/act`, { act: name, amount });
export const offers = async (text) => (await fetch(`${here}/offers?text=${encodeURIComponent(text)}`)).json();
