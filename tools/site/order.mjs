// Puts the functions of a module in the order in which a compressor finds most to say again: each behind those
// that it is most like.

/** So much do functions further back still count, from one to the next. */
const FADES = 0.5;
/** So many instructions in a row are compared at most. */
const LONGEST = 3;

/** A function's instructions with what belongs to them, one after the other as they are written. */
const instructionsOf = ({ text }) => text.split("\n").map((line) => line.trim()).filter(Boolean);

/** The different runs of instructions in each function, as numbers; runs that no two share are left out. */
function runsOf(functions) {
  const holders = new Map();
  functions.forEach((field, nth) => {
    const all = instructionsOf(field).slice(1);
    for (let from = 0; from < all.length; from += 1) {
      for (let to = from + 1; to <= Math.min(from + LONGEST, all.length); to += 1) {
        const run = all.slice(from, to).join("\n");
        const held = holders.get(run);
        if (!held) holders.set(run, [nth]);
        else if (held.at(-1) !== nth) held.push(nth);
      }
    }
  });
  return [...holders.values()].filter((held) => held.length > 1);
}

/** The functions in that order; the first stays the first. The same ones always come in the same order. */
export function chained(functions) {
  if (functions.length < 3) return functions;
  const holders = runsOf(functions);
  const runs = functions.map(() => []);
  holders.forEach((held, run) => held.forEach((nth) => runs[nth].push(run)));
  const size = runs.map(({ length }) => Math.sqrt(length || 1));
  const likeness = new Float64Array(functions.length);
  const left = new Set(functions.keys());
  const order = [];
  for (let last = 0; ; ) {
    order.push(last);
    left.delete(last);
    if (left.size === 0) return order.map((nth) => functions[nth]);
    for (let nth = 0; nth < likeness.length; nth += 1) likeness[nth] *= FADES;
    for (const run of runs[last]) for (const nth of holders[run]) likeness[nth] += 1 / size[last];
    last = [...left].reduce((best, nth) => (likeness[nth] / size[nth] > likeness[best] / size[best] ? nth : best));
  }
}
