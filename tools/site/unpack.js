// Part of the glue: makes a module of the packed rest again. pack.mjs says how it is packed, and why.
/** What the bytes from 20 on add up to, as the packer noted it in the four before. */
function* sumOf(packed) {
  let sum = 0;
  for (let at = 20; at < packed.length; at++) {
    sum = Math.imul(sum ^ packed[at], 16777619);
    if (at % 8192 === 0) yield;
  }
  return sum;
}
/**
 * Yields now and then, so that the page can do something else meanwhile; returns the module's bytes.
 * Throws when `packed` is not what the packer made: a cut or damaged file, or another page in its place.
 */
function* unpacked(packed) {
  let at = 16;
  if (packed[15] !== 82 || new DataView(packed.buffer, packed.byteOffset).getInt32(at) !== (yield* sumOf(packed))) throw new Error("not the rest");
  at += 4;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = packed[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const out = new Uint8Array(number());
  const functions = number();
  const ops = new Uint8Array(number() + 1);
  // Codes that stand for two others, which may be such codes themselves.
  const spelled = [];
  for (let left = number(); left--; ) {
    const [code, a, b] = packed.subarray(at, (at += 3));
    spelled[code] = [...(spelled[a] ?? [a]), ...(spelled[b] ?? [b])];
  }
  // Beside one of these instructions a stream's numbers have one of their own.
  const near = [];
  const own = number();
  for (let nth = 0; nth++ < own; ) near[(packed[at++] << 8) | packed[at++]] = CONSTANT + nth;
  const beside = (stream, op) => near[(stream << 8) | op] ?? stream;
  const ends = Array.from({ length: CONSTANT + 1 + own }, number);
  const from = ends.map((length) => (at += length) - length);

  let to = 0;
  const put = (stream) => {
    for (let left = ends[stream]; left--; ) out[to++] = packed[from[stream]++];
  };
  /** Writes the next number of a stream as it stands there, and returns it. */
  const copy = (stream) => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = (out[to++] = packed[from[stream]++]);
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const write = (value, place, width) => {
    for (; width--; value >>= 7) out[place++] = (value & 127) | (width && 128);
  };

  for (let left = ends[OPS], end = 0; left--; ) {
    const code = packed[from[OPS]++];
    for (const op of spelled[code] ?? [code]) ops[end++] = op;
    if (left % 4096 === 0) yield;
  }
  put(BEFORE);
  const section = to;
  write(functions, to + 5, 5);
  to += 10;
  let next = 0;
  for (let done = 0; done < functions; done++) {
    if (done % 32 === 0) yield;
    const body = (to += 3);
    for (let left = 2 * copy(LOCALS); left--; ) copy(LOCALS);
    for (let depth = 1; depth; ) {
      const op = ops[next++];
      out[to++] = op;
      if (op >= 0x20 && op < 0x23) copy(op === 0x20 ? beside(LOCAL, ops[next]) : LOCAL);
      else if (op === 0x41) copy(beside(CONSTANT, ops[next]));
      else if (op >= 0x28 && op < 0x3f) {
        out[to++] = NATURAL[op - 0x28] - packed[from[beside(ALIGN, op)]++];
        copy(OFFSET);
      } else if (op === 0x0b) depth--;
      else if (op > 1 && op < 5) depth++, copy(BLOCK);
      else if (op === 0x10 || op === 0xd2) {
        let callee = packed[from[beside(CALL, ops[next - 2])]++];
        if (callee > 191) callee = ((callee - 192) << 8) | packed[from[CALL_LOW]++];
        for (; callee > 127; callee >>= 7) out[to++] = (callee & 127) | 128;
        out[to++] = callee;
      } else if (op === 0x0c || op === 0x0d) copy(BRANCH);
      else if (op === 0x0e) for (let left = copy(TABLE); left-- >= 0; ) copy(TABLE);
      else if (op === 0x1c) for (let left = copy(OTHER); left--; ) copy(OTHER);
      else if (op === 0x11) copy(INDIRECT), copy(INDIRECT);
      else if (op === 0x42) copy(LONG);
      else if (op === 0x43 || op === 0x44) for (let left = op === 0x43 ? 4 : 8; left--; ) out[to++] = packed[from[FLOAT]++];
      else if (op === 0xfc) {
        const kind = (out[to++] = ops[next++]);
        for (let left = OPERANDS[kind] ?? 0; left--; ) copy(OTHER);
      } else if ((op > 0x22 && op < 0x27) || op === 0x3f || op === 0x40 || op === 0xd0) copy(OTHER);
    }
    write(to - body, body - 3, 3);
  }
  write(to - section - 5, section, 5);
  put(AFTER);
  return out;
}
// The streams, in order.
const BEFORE = 0;
const AFTER = 1;
const OPS = 2;
const LOCALS = 3;
const LOCAL = 4;
const ALIGN = 5;
const OFFSET = 6;
const BLOCK = 7;
const CALL = 8;
const CALL_LOW = 9;
const BRANCH = 10;
const TABLE = 11;
const INDIRECT = 12;
const LONG = 13;
const FLOAT = 14;
const OTHER = 15;
const CONSTANT = 16;
/** What each load and store aligns to by itself, as a power of two, from 0x28 on. */
const NATURAL = "23230011001122232301012";
/** How many numbers follow an instruction behind 0xfc: none a saturating conversion, two a copy of memory. */
const OPERANDS = "000000002121212111";
