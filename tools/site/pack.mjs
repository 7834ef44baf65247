// Packs the rest of the program for sending: a compressor sees instructions, numbers of locals,
// offsets, constants and so on better one kind after the other than all mixed (12 % less).
// unpack.js, which the page brings along, makes a module of it again before it is compiled.
//
// The file is a module that holds nothing but a custom section, so that hosts treat it as what it
// is. The section: its name "R", four check bytes of what follows, then numbers (LEB128): the module's length, how many functions,
// how many instructions; pairs of instructions that got a code of their own (count, then code and
// both); what goes to a stream of its own because of an instruction beside it (count, then stream and
// instruction of each): a constant or a local that is read because of the next one, a callee because of
// the one before, an alignment because of its own; the length of each stream; then the streams. Lengths of
// functions are left out and are written anew in three bytes, that of the code section in five.
import { readFileSync } from "node:fs";
import { Reader, encoded } from "./wasm.mjs";

const SOURCE = readFileSync(new URL("unpack.js", import.meta.url), "utf8");
const { unpacked, sumOf, streams, NATURAL, OPERANDS } = new Function(`${SOURCE}
  const streams = { BEFORE, AFTER, OPS, LOCALS, LOCAL, ALIGN, OFFSET, BLOCK, CALL, CALL_LOW, BRANCH, TABLE, INDIRECT, LONG, FLOAT, OTHER, CONSTANT };
  return { unpacked, sumOf, streams, NATURAL, OPERANDS };`)();
const CODE = 10;
/** So many pairs get a code. */
const PAIRS = 64;
/** So often a stream's number has to stand beside an instruction for a stream of its own. */
const OFTEN = new Map([[streams.LOCAL, 800], [streams.ALIGN, 100], [streams.CALL, 50], [streams.CONSTANT, 50]]);

/** What work in steps returns in the end. */
function atOnce(steps) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The module's bytes again, as the page makes them. */
export const unpack = (packed) => Buffer.from(atOnce(unpacked(packed)));

/** Reads one function's instructions into `into(stream, bytes)`; `op(byte)` takes each instruction. */
function readFunction(reader, end, op, into) {
  const { LOCALS, LOCAL, ALIGN, OFFSET, BLOCK, CALL, CALL_LOW, BRANCH, TABLE, INDIRECT, LONG, FLOAT, OTHER, CONSTANT } = streams;
  const number = () => reader.raw(() => reader.number());
  const numbers = (stream, count) => {
    for (; count > 0; count -= 1) into(stream, number());
  };
  const counted = (stream, more) => {
    const count = number();
    into(stream, count);
    numbers(stream, new Reader(count).number() * more + (more === 1 && stream === TABLE ? 1 : 0));
  };
  counted(LOCALS, 2);
  while (reader.at < end) {
    const code = reader.byte();
    op(code);
    if (code === 0x41) into(CONSTANT, number());
    else if (code >= 0x20 && code <= 0x22) into(LOCAL, number());
    else if (code >= 0x28 && code <= 0x3e) {
      const less = Number(NATURAL[code - 0x28]) - reader.number();
      if (less < 0) throw new Error("an alignment that is more than natural: see tools/site/pack.mjs");
      into(ALIGN, [less]);
      into(OFFSET, number());
    } else if (code >= 2 && code <= 4) into(BLOCK, number());
    else if (code === 0x10 || code === 0xd2) {
      const callee = reader.number();
      if (callee >= 64 * 256) throw new Error("too many functions: see tools/site/pack.mjs");
      into(CALL, [callee < 192 ? callee : 192 + (callee >> 8)]);
      if (callee >= 192) into(CALL_LOW, [callee & 255]);
    } else if (code === 0x0c || code === 0x0d) into(BRANCH, number());
    else if (code === 0x0e) counted(TABLE, 1);
    else if (code === 0x1c) counted(OTHER, 1);
    else if (code === 0x11) numbers(INDIRECT, 2);
    else if (code === 0x42) into(LONG, number());
    else if (code === 0x43 || code === 0x44) into(FLOAT, reader.take(code === 0x43 ? 4 : 8));
    else if (code === 0xfc) {
      const kind = reader.byte();
      op(kind);
      numbers(OTHER, Number(OPERANDS[kind]));
    } else if ((code >= 0x23 && code <= 0x26) || code === 0x3f || code === 0x40 || code === 0xd0) into(OTHER, number());
    else if (!(code <= 1 || code === 5 || code === 0x0b || code === 0x0f || code === 0x1a || code === 0x1b || (code >= 0x45 && code <= 0xc4) || code === 0xd1)) {
      throw new Error(`instruction ${code.toString(16)} is not known: see tools/site/pack.mjs`);
    }
  }
}

/** The same with the most frequent pairs, one after the other, replaced by codes that nothing uses. */
function paired(ops) {
  const used = new Set(ops);
  const free = Array.from({ length: 256 }, (_, code) => code).filter((code) => !used.has(code)).slice(0, PAIRS);
  const pairs = [];
  for (const code of free) {
    const counts = new Uint32Array(65536);
    for (let at = 1; at < ops.length; at += 1) counts[(ops[at - 1] << 8) | ops[at]] += 1;
    const most = counts.reduce((best, count, pair) => (count > counts[best] ? pair : best), 0);
    if (counts[most] < 3) break;
    const [a, b] = [most >> 8, most & 255];
    pairs.push(code, a, b);
    const left = [];
    for (let at = 0; at < ops.length; at += 1) {
      if (ops[at] === a && ops[at + 1] === b) (left.push(code), (at += 1));
      else left.push(ops[at]);
    }
    ops = left;
  }
  return { ops, pairs };
}

/** The instruction by which the `at`-th instruction's number for this stream is told apart, if it is. */
function beside(stream, ops, at) {
  if (stream === streams.ALIGN) return ops[at];
  if (stream === streams.CALL) return ops[at - 1] ?? 0;
  return stream === streams.CONSTANT || (stream === streams.LOCAL && ops[at] === 0x20) ? ops[at + 1] : null;
}

/** All streams, those beside a frequent instruction behind the others, and which these are. */
function shared(numbers, ops) {
  const counts = new Map();
  const keys = numbers.map(({ stream, at }) => {
    const op = OFTEN.has(stream) ? beside(stream, ops, at) : null;
    const key = op === null ? null : stream * 256 + op;
    if (op !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
    return key;
  });
  const own = [...counts].filter(([key, count]) => count >= OFTEN.get(key >> 8)).map(([key]) => key).sort((a, b) => a - b);
  const places = new Map(own.map((key, nth) => [key, streams.CONSTANT + 1 + nth]));
  const parts = Array.from({ length: streams.CONSTANT + 1 + own.length }, () => []);
  numbers.forEach(({ stream, bytes }, nth) => parts[places.get(keys[nth]) ?? stream].push(...bytes));
  return { own: own.flatMap((key) => [key >> 8, key & 255]), parts };
}

/** A module's parts before and behind its code, and the bodies of its functions. */
function bodiesOf(module) {
  const reader = new Reader(module);
  reader.take(8);
  while (reader.byte() !== CODE) reader.take(reader.number());
  const before = module.subarray(0, reader.at);
  reader.number();
  const bodies = Array.from({ length: reader.number() }, () => reader.take(reader.number()));
  return [before, ...bodies, module.subarray(reader.at)];
}

/** Stops the build when the page would not get the same module back. */
function checkSame(packed, module) {
  const back = unpack(packed);
  const [mine, theirs] = [bodiesOf(back), bodiesOf(module)];
  const isSame = mine.length === theirs.length && mine.every((part, at) => part.equals(theirs[at]));
  if (!isSame || !WebAssembly.validate(back)) throw new Error("the packed rest does not unpack to what it was: see tools/site/pack.mjs");
}

/** Packs a module without a start, names or debug notes. Stops the build on anything it does not know. */
export function pack(module) {
  const reader = new Reader(module);
  reader.take(8);
  while (reader.byte() !== CODE) reader.take(reader.number());
  const before = module.subarray(0, reader.at);
  const after = module.subarray(reader.number() + reader.at);

  const ops = [];
  const numbers = [];
  const into = (stream, bytes) => numbers.push({ stream, bytes, at: ops.length - 1 });
  const functions = reader.number();
  let bodies = 0;
  for (let left = functions; left > 0; left -= 1) {
    const size = reader.number();
    bodies += size + 3;
    readFunction(reader, reader.at + size, (op) => ops.push(op), into);
  }
  const { own, parts } = shared(numbers, ops);
  const short = paired(ops);
  Object.assign(parts, { [streams.BEFORE]: before, [streams.AFTER]: after, [streams.OPS]: short.ops });
  const length = before.length + 10 + bodies + after.length;
  const head = [length, functions, ops.length, short.pairs.length / 3].map(encoded);
  const content = Buffer.concat([...head, Buffer.from(short.pairs), encoded(own.length / 2), Buffer.from(own), ...parts.map((part) => encoded(part.length)), ...parts.map((part) => Buffer.from(part))]);
  const size = Buffer.alloc(5);
  for (let at = 0, value = content.length + 6; at < 5; at += 1, value >>>= 7) size[at] = (value & 127) | (at < 4 ? 128 : 0);
  const packed = Buffer.concat([module.subarray(0, 8), Buffer.from([0]), size, Buffer.from([1, 82, 0, 0, 0, 0]), content]);
  packed.writeInt32BE(atOnce(sumOf(packed)), 16);
  checkSame(packed, module);
  return packed;
}
