// Shares the program's constant data out between its two parts: each piece goes where something uses it,
// the first part before the rest; what nothing uses goes away. What is kept where follows from the
// linker's own notes (linked.mjs), so no part can come upon data that is not there.
import { NAME, mentioned } from "./wat.mjs";

/** Kept bytes that lie no further apart than this are one segment: a segment of its own has some 7 bytes around it. */
const GAP = 12;

/** wasm-opt copies a function into its callers only when it is of a few instructions; this many lines or bytes are more. */
const COPIED = 32;

const ESCAPED = /\\(?:([0-9a-fA-F]{2})|(.))/gs;
const LETTERS = { t: "\t", n: "\n", r: "\r" };

/** The bytes that a quoted string of the text format stands for. */
const unquoted = (text) =>
  Buffer.from(
    text.replace(ESCAPED, (_, code, letter) => (code ? String.fromCharCode(parseInt(code, 16)) : (LETTERS[letter] ?? letter))),
    "latin1",
  );
const quoted = (bytes) =>
  [...bytes].map((byte) => (byte >= 32 && byte < 127 && byte !== 34 && byte !== 92 ? String.fromCharCode(byte) : `\\${byte.toString(16).padStart(2, "0")}`)).join("");

/** A field's name as the linker knows it. */
const linkerName = (name) => (name.startsWith('$"') ? unquoted(name.slice(2, -1)).toString() : name.slice(1));

/** The numbers in a function that may be addresses of constants. */
const constantsIn = ({ text }, { address, size }) =>
  [...text.replace(NAME, "").matchAll(/(?:i32\.const |offset=)(\d+)/g)].map(([, at]) => Number(at)).filter((at) => at >= address && at < address + size);

/**
 * The linker's knowledge with the functions among `fields` that were added or renamed after it. Those that use
 * no data only name others; what the rest of them use is not known.
 */
export function withAdded(linked, fields) {
  const functions = new Map(linked.functions);
  for (const field of fields.filter(({ kind, name }) => kind === "func" && !linked.functions.has(linkerName(name)))) {
    const isUnknown = constantsIn(field, linked.constants).length > 0;
    functions.set(linkerName(field.name), { isUnknown, pieces: new Set(), slots: new Set(), functions: new Set(mentioned(field).map(linkerName)) });
  }
  return { ...linked, functions };
}

/** What stands in memory when the program starts: `bytes` from `base` on, and which of them are `set`. */
function imageOf(fields) {
  const segments = fields.filter(({ kind }) => kind === "data").map(({ text }) => {
    const [, address, content] = /\(i32\.const (\d+)\) "((?:[^"\\]|\\.)*)"/s.exec(text) ?? [];
    if (content === undefined) throw new Error("a data segment has no fixed address: see tools/site/data.mjs");
    return { address: Number(address), bytes: unquoted(content) };
  });
  const base = Math.min(...segments.map(({ address }) => address));
  const end = Math.max(...segments.map(({ address, bytes }) => address + bytes.length));
  const image = { base, bytes: Buffer.alloc(end - base), set: new Uint8Array(end - base) };
  for (const { address, bytes } of segments) {
    bytes.copy(image.bytes, address - base);
    image.set.fill(1, address - base, address - base + bytes.length);
  }
  return image;
}

/**
 * The linker's knowledge with the functions that wasm-opt has made of the like parts of others, which now call
 * them: such a function uses nothing that its caller did not use.
 */
function withMerged(linked, fields) {
  const functions = new Map(linked.functions);
  const isKnown = ({ name }) => functions.has(linkerName(name));
  for (let open = fields.filter((field) => !isKnown(field)), before; open.length > 0; open = open.filter((field) => !isKnown(field))) {
    if (open.length === before) throw new Error(`nothing is known of the data that ${open[0].name} uses`);
    before = open.length;
    for (const { name } of open) {
      const caller = fields.find((field) => isKnown(field) && field.name !== name && mentioned(field).includes(name));
      if (caller) functions.set(linkerName(name), functions.get(linkerName(caller.name)));
    }
  }
  return { ...linked, functions };
}

/** The functions as the linker knew them that these are made of: themselves and what has become part of them. */
function partsOf(fields, isSettled, linked) {
  const parts = new Map();
  const open = fields.map(({ name }) => linkerName(name));
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const known = linked.functions.get(name);
    if (parts.has(name) || !known) continue;
    if (known.isUnknown) throw new Error(`nothing is known of the data that ${name} uses`);
    parts.set(name, known);
    for (const other of known.functions) if (!isSettled(other)) open.push(other);
  }
  return [...parts.values()];
}

/**
 * What these functions use: all pieces, also through other pieces, and those whose address they so much as mention;
 * and the slots of the table that they or the pieces hold.
 */
function usedBy(fields, isSettled, linked) {
  const parts = partsOf(fields, isSettled, linked);
  const pieces = new Set(parts.flatMap((part) => [...part.pieces]));
  const numbers = new Set(fields.flatMap((field) => constantsIn(field, linked.constants)));
  for (const [id, { address, size }] of linked.pieces) {
    for (let at = address; at < address + size; at += 1) if (numbers.has(at)) pieces.add(id);
  }
  // A set that grows while it is walked: what is added is walked as well.
  for (const id of pieces) for (const other of linked.pieces.get(id).names) pieces.add(other);
  const used = [...pieces].map((id) => linked.pieces.get(id));
  return { pieces: used, slots: new Set([...parts, ...used].flatMap(({ slots }) => [...slots])) };
}

/** The segments that hold every byte for which `isWanted(at)`; `mayHold(at)` says which others may come along. */
function segments(image, isWanted, mayHold) {
  const runs = [];
  for (let at = 0; at < image.bytes.length; at += 1) {
    if (!image.set[at] || !isWanted(at)) continue;
    const last = runs.at(-1);
    const isNear = last && at - last.to <= GAP && Array.from({ length: at - last.to }, (_, step) => last.to + step).every(mayHold);
    if (isNear) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs.map(({ from, to }) => ({
    kind: "data",
    text: ` (data (i32.const ${image.base + from}) "${quoted(image.bytes.subarray(from, to))}")`,
  }));
}

/**
 * The data fields of the two parts, whose functions are `first` and `later`, and the slots of the table that the first
 * part can know of.
 */
export function shareOut(fields, first, later, beforehand) {
  const image = imageOf(fields);
  const linked = withMerged(beforehand, [...first, ...later]);
  const { address, size } = linked.constants;
  // A function that is still there and too big to be copied is in none of those that call it.
  const settled = new Set([...first, ...later].filter(({ text }) => text.split("\n").length > COPIED).map(({ name }) => linkerName(name)));
  const isSettled = (name) => settled.has(name) && linked.functions.get(name).size > COPIED;
  const mark = (pieces) => {
    const marked = new Uint8Array(image.bytes.length);
    for (const { address: from, size: length } of pieces) marked.fill(1, from - image.base, from - image.base + length);
    return marked;
  };
  const isConstant = (at) => image.base + at >= address && image.base + at < address + size;
  const used = usedBy(first, isSettled, linked);
  const [inFirst, inLater] = [mark(used.pieces), mark(usedBy(later, isSettled, linked).pieces)];
  return {
    first: segments(image, (at) => !isConstant(at) || inFirst[at], (at) => image.set[at] || !isConstant(at)),
    later: segments(image, (at) => isConstant(at) && inLater[at] && !inFirst[at], (at) => isConstant(at) && image.set[at]),
    slots: used.slots,
  };
}
