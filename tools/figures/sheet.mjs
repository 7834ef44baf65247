// Reads figures.txt (docs/spec/figures.md) and draws one stop of a figure as SVG. The program has a reader of
// its own, src/figure/sheet.rs; this one serves the contact sheet.

const NAMES = {
  s: "skin", h: "hair", l: "line", c: "cloth", e: "sleeve", g: "legs",
  t: "tool", k: "mark", f: "surface", p: "top", q: "soft", o: "glow", a: "arrow",
};

const numbers = (text) => (text ? text.split(" ").map(Number) : []);
const at = (list, stop, usual) => (list.length === 0 ? usual : list.length === 1 ? list[0] : list[stop]);

const toned = (text) => ({ tone: NAMES[text[0]], path: text.slice(1) });

function layer(text) {
  const [head, ...rest] = text.split("|");
  if (head[0] === "x") return { kind: "fixed", paths: rest.map(toned) };
  const places = numbers(head.slice(1));
  if (head[0] === "m") {
    return { kind: "moving", places, turns: numbers(rest[0]), along: numbers(rest[1]), paths: rest.slice(2).map(toned) };
  }
  const parts = rest.map((part) => {
    const [shape, turns, along, across] = part.split(",");
    return { shapes: shape.split(" "), turns: numbers(turns), along: numbers(along), across: numbers(across) };
  });
  return { kind: "chain", far: head[0] === "d", places, parts };
}

export function read(text) {
  const sheet = { shapes: [], figures: [] };
  for (const line of text.split("\n")) {
    const [kind, ...fields] = line.split("\t");
    if (kind === "s") sheet.shapes.push({ length: Number(fields[0]), paths: fields.slice(1).map(toned) });
    if (kind !== "f") continue;
    const [cycle, ...stops] = fields[2].split(" ");
    sheet.figures.push({
      number: Number(fields[0]),
      box: numbers(fields[1]),
      cycle,
      stops: stops.map((it) => ({ key: !it.startsWith("~"), at: Number(it.replace("~", "")) / 10 })),
      layers: fields.slice(3).map(layer),
    });
  }
  return sheet;
}

const place = (places, stop) => (places.length === 2 ? places : places.slice(stop * 2, stop * 2 + 2));

function chain(sheet, layer, stop) {
  let open = "";
  let close = "";
  let before = 0;
  const [x, y] = place(layer.places, stop);
  layer.parts.forEach((part, index) => {
    const name = at(part.shapes, stop, "0");
    const shape = sheet.shapes[parseInt(name, 10)];
    // A head is mirrored along its own x, everything else across it.
    const [flipX, flipY] = !name.endsWith("'") ? [1, 1] : shape.paths.some((it) => it.tone === "hair") ? [-1, 1] : [1, -1];
    const turn = at(part.turns, stop, 0) / 2;
    const along = at(part.along, stop, 100) / 100;
    const across = at(part.across, stop, 100) / 100;
    const move = index === 0 ? `${x} ${y}` : `${before} 0`;
    open += `<g transform="translate(${move}) rotate(${turn})"><g transform="scale(${along * flipX} ${across * flipY})">`;
    open += shape.paths.map((it) => `<path class="${it.tone}${layer.far ? " far" : ""}" d="${it.path}"/>`).join("");
    open += "</g>";
    close += "</g>";
    before = shape.length * along;
  });
  return open + close;
}

function moving(layer, stop) {
  const [x, y] = place(layer.places, stop);
  const inner = layer.paths.map((it) => `<path class="${it.tone}" d="${it.path}"/>`).join("");
  const turn = at(layer.turns, stop, 0) / 2;
  return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${at(layer.along, stop, 100) / 100} 1)">${inner}</g>`;
}

export function svg(sheet, figure, stop, { mirrored = false, ghost = null, arrows = true } = {}) {
  const [x, y, wide, tall] = figure.box;
  const draw = (stop, only) => figure.layers.map((it) => {
    if (it.kind === "chain") return chain(sheet, it, stop);
    if (only) return "";
    if (it.kind === "moving") return moving(it, stop);
    const shown = it.paths.filter((path) => arrows || path.tone !== "arrow");
    return shown.map((path) => `<path class="${path.tone}" d="${path.path}"/>`).join("");
  }).join("");
  const back = ghost === null ? "" : `<g class="ghost">${draw(ghost, true)}</g>`;
  const flip = ` style="aspect-ratio:${wide}/${tall}${mirrored ? ";transform:scaleX(-1)" : ""}"`;
  return `<svg viewBox="${x} ${y} ${wide} ${tall}"${flip}>${back}${draw(stop, false)}</svg>`;
}
