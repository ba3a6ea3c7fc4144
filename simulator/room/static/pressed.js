// A page that changes between a press and its release would swallow the click: what comes meanwhile waits.
const LONGEST = 5000; // whoever holds longer drags or selects, and may see what has come
const CLICKED = 60; // after the release, until the click has been heard
const later = [];
let pressed = null;

function letGo() {
  pressed = null;
  while (later.length && pressed === null) later.shift()();
}

function hold(time) {
  clearTimeout(pressed);
  pressed = setTimeout(letGo, time);
}

addEventListener("pointerdown", () => hold(LONGEST), true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => { if (pressed !== null) hold(CLICKED); }, true);

// Does something at once, or when nothing is pressed any more; in the order in which it was asked for.
export function unpressed(then) {
  if (pressed === null) then(); else later.push(then);
}
