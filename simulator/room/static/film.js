// The film of an exercise: what was so at a second. Everything here is a function of the film and the second.
const last = (list, second) => {
  let low = 0, high = list.length;
  while (low < high) { const middle = (low + high) >> 1; if (list[middle] <= second) low = middle + 1; else high = middle; }
  return low - 1;
};

export function film(told) {
  const ats = told.lines.map((line) => line.at), begins = told.impact.map(([at]) => at), moved = told.beliefs.map(([at]) => at);
  const step = (second) => told.impact[Math.max(0, last(begins, second))];
  const failing = (second) => {
    const found = step(second);
    if (!found) return 0;
    const [at, until, from, to] = found, share = Math.min(1, (second - at) / Math.max(1, until - at));
    return from + share * (to - from);
  };
  return {
    ...told, failing,
    lost(second) {
      const found = step(second);
      if (!found) return 0;
      const [at, until, from, , total] = found, after = told.impact[told.impact.indexOf(found) + 1]?.[4] ?? Infinity;
      return Math.min(after, total + ((Math.min(second, until) - at) / 60) * (from + failing(Math.min(second, until))) / 2);
    },
    heard: (second) => last(ats, second) + 1,
    belief: (second) => told.beliefs.length ? told.beliefs[Math.max(0, last(moved, second))].slice(1) : [],
    turn: (seat, second) => Math.max(0, last(told.turns[seat], second)),
    frame: (second) => Math.min(Math.floor(second / told.step), Math.max(0, ...told.signals.map((s) => s.values.length - 1))),
    mark: (second, way) => way > 0 ? told.marks.find((mark) => mark.at > second) : told.marks.findLast((mark) => mark.at < second),
  };
}
