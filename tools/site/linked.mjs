// Reads what the linker noted in the program it made (`--emit-relocs`, set by build.rs): which piece of
// the program's constant data each function uses, and which other pieces and functions those name.
// https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md
import { Reader, sectionsOf } from "./wasm.mjs";

const CUSTOM = 0;
const IMPORT = 2;
const ELEMENTS = 9;
const CODE = 10;
const DATA = 11;
/** Kinds of symbol: only functions and data matter here. */
const FUNCTION = 0;
const CONTENT = 1;
const SECTION = 3;
/** Notes that stand where a function's slot in the table does. */
const ON_SLOT = new Set([1, 2, 12, 18, 24]);
/** A note on a type has the type's number where others have a symbol's. */
const ON_TYPE = 6;
const UNDEFINED = 0x10;
const EXPLICIT_NAME = 0x40;
/** Notes that have an addend: addresses of data, and offsets that only debuggers read. */
const WITH_ADDEND = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25]);
const SYMBOL_TABLE = 8;

function readSymbol(reader) {
  const kind = reader.byte();
  const flags = reader.number();
  const isDefined = !(flags & UNDEFINED);
  if (kind === CONTENT) {
    const symbol = { kind, name: reader.name() };
    return isDefined ? { ...symbol, segment: reader.number(), from: reader.number(), size: reader.number() } : symbol;
  }
  if (kind === SECTION) return { kind, index: reader.number() };
  const index = reader.number();
  return { kind, index, name: isDefined || flags & EXPLICIT_NAME ? reader.name() : undefined };
}

function readSymbols(section) {
  const reader = new Reader(section.content);
  if (reader.number() !== 2) throw new Error("the linker's notes are of an unknown version: see tools/site/linked.mjs");
  while (reader.at < reader.bytes.length) {
    const kind = reader.byte();
    const part = new Reader(reader.take(reader.number()));
    if (kind === SYMBOL_TABLE) return Array.from({ length: part.number() }, () => readSymbol(part));
  }
  throw new Error("the linker wrote no list of symbols");
}

/** Each note: at which offset of its section stands what symbol. */
function readNotes(section) {
  const reader = new Reader(section.content);
  reader.number();
  return Array.from({ length: reader.number() }, () => {
    const [kind, at, symbol] = [reader.byte(), reader.number(), reader.number()];
    if (WITH_ADDEND.has(kind)) reader.number();
    return { at, symbol: kind === ON_TYPE ? undefined : symbol, isSlot: ON_SLOT.has(kind) };
  });
}

/** Where each function's code lies in the code section. */
function readBodies(section) {
  const reader = new Reader(section.body);
  return Array.from({ length: reader.number() }, () => {
    const size = reader.number();
    const from = reader.at;
    reader.take(size);
    return { from, to: reader.at };
  });
}

/** The data segments: the address of each and where its bytes lie in the data section. */
function readSegments(section) {
  const reader = new Reader(section.body);
  return Array.from({ length: reader.number() }, () => {
    if (reader.number() !== 0 || reader.byte() !== 0x41) throw new Error("a data segment has no fixed address");
    const address = reader.number();
    reader.byte();
    const size = reader.number();
    const from = reader.at;
    return { address, from, bytes: reader.take(size) };
  });
}

function readNames(section) {
  const reader = new Reader(section.content);
  while (reader.at < reader.bytes.length) {
    const kind = reader.byte();
    const part = new Reader(reader.take(reader.number()));
    if (kind === 1) return new Map(Array.from({ length: part.number() }, () => [part.number(), part.name()]));
  }
  throw new Error("the linker wrote no names");
}

/** The slot of each function that has one in the program's table, by name. */
function readSlots(section, names) {
  const reader = new Reader(section.body);
  if (reader.number() !== 1 || reader.number() !== 0 || reader.byte() !== 0x41) throw new Error("the program's table is not as expected");
  const base = reader.number();
  reader.byte();
  return new Map(Array.from({ length: reader.number() }, (_, at) => [names.get(reader.number()), base + at]));
}

/** The entry of sorted `ranges` (`from`, `to`) in which `at` lies. */
function holder(ranges, at) {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle].to <= at) low = middle + 1;
    else high = middle;
  }
  return ranges[low]?.from <= at ? low : -1;
}

/**
 * What the linker knew: `constants` are the bytes of the first segment and their address; `pieces` the
 * symbols in it, by number, each with address, size, the pieces it names and the slots
 * of the table; `functions` by name, each with its size, the pieces and slots it uses and the functions it names.
 */
export function readLinked(wasm) {
  const sections = sectionsOf(wasm);
  const one = (id) => sections.find((section) => section.id === id);
  const custom = (name) => {
    const found = sections.find((section) => section.id === CUSTOM && section.name === name);
    if (!found) throw new Error(`the linked program has no section ${name}: build.rs asks the linker for it`);
    return found;
  };
  const symbols = readSymbols(custom("linking"));
  const names = readNames(custom("name"));
  const segments = readSegments(one(DATA));
  const [constants] = segments;
  const imports = new Reader(one(IMPORT).body).number();
  const bodies = readBodies(one(CODE));

  const pieces = new Map();
  symbols.forEach(({ kind, segment, from, size }, id) => {
    if (kind === CONTENT && segment === 0) pieces.set(id, { address: constants.address + from, from, to: from + size, size, names: new Set(), slots: new Set() });
  });
  const functions = new Map(
    bodies.map(({ from, to }, at) => [names.get(imports + at), { size: to - from, pieces: new Set(), functions: new Set(), slots: new Set() }]),
  );
  const slots = readSlots(one(ELEMENTS), names);
  const slotOf = (symbol) => slots.get(names.get(symbols[symbol].index));
  for (const { at, symbol, isSlot } of readNotes(custom("reloc.CODE"))) {
    const used = functions.get(names.get(imports + holder(bodies, at)));
    if (pieces.has(symbol)) used.pieces.add(symbol);
    else if (isSlot) used.slots.add(slotOf(symbol));
    else if (symbols[symbol]?.kind === FUNCTION) used.functions.add(names.get(symbols[symbol].index));
  }
  const sorted = [...pieces.values()].sort((a, b) => a.to - b.to || a.from - b.from);
  for (const { at, symbol, isSlot } of readNotes(custom("reloc.DATA"))) {
    const inside = at - constants.from;
    if ((!pieces.has(symbol) && !isSlot) || inside < 0 || inside >= constants.bytes.length) continue;
    const owners = sorted.filter(({ from, to }) => from <= inside && inside < to);
    if (!owners.length) throw new Error("a piece of data that the linker noted belongs to no symbol");
    for (const owner of owners) {
      if (isSlot) owner.slots.add(slotOf(symbol));
      else owner.names.add(symbol);
    }
  }
  return { constants: { address: constants.address, size: constants.bytes.length }, pieces, functions };
}
