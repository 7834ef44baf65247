// Reads the sections of a WebAssembly module, and rewrites its import and export lists; nothing else in it.
// https://webassembly.github.io/spec/core/binary/modules.html

const IMPORTS = 2;
const EXPORTS = 7;

/** Reads numbers and names one after the other. */
export class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  byte() {
    return this.bytes[this.at++];
  }
  number() {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }
  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }
  name() {
    return this.take(this.number()).toString();
  }
  /** The bytes that `step` reads. */
  raw(step) {
    const from = this.at;
    step();
    return this.bytes.subarray(from, this.at);
  }
}

/** A number as LEB128. */
export function encoded(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value);
  return Buffer.from(bytes);
}
const encodedName = (name) => Buffer.concat([encoded(Buffer.byteLength(name)), Buffer.from(name)]);

/** What kind of thing an import is, as it stands: function, table, memory, global or tag. */
function importKind(reader) {
  return reader.raw(() => {
    const kind = reader.byte();
    const limits = () => {
      const flags = reader.byte();
      reader.number();
      if (flags & 1) reader.number();
    };
    if (kind === 0) reader.number();
    else if (kind === 1) (reader.byte(), limits());
    else if (kind === 2) limits();
    else if (kind === 3) reader.take(2);
    else throw new Error(`import of unknown kind ${kind}`);
  });
}

const READ_ENTRY = {
  [IMPORTS]: (reader) => ({ module: reader.name(), name: reader.name(), rest: importKind(reader) }),
  [EXPORTS]: (reader) => ({ name: reader.name(), rest: reader.raw(() => (reader.byte(), reader.number())) }),
};

/** A module's sections: `body` is all of one; a custom one has a name, and `content` behind it. */
export function sectionsOf(bytes) {
  if (bytes.readUInt32LE(0) !== 0x6d736100) throw new Error("not a WebAssembly module");
  const reader = new Reader(bytes);
  reader.take(8);
  const sections = [];
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const body = reader.take(reader.number());
    const inner = new Reader(body);
    const name = id === 0 ? inner.name() : undefined;
    sections.push({ id, body, name, content: body.subarray(inner.at) });
  }
  return sections;
}

/** A module taken apart: `imports` and `exports` may be changed, then `bytes()` puts it together. */
export function takeApart(bytes) {
  const lists = { [IMPORTS]: [], [EXPORTS]: [] };
  const sections = sectionsOf(bytes);
  for (const { id, body } of sections) {
    if (!(id in READ_ENTRY)) continue;
    const inner = new Reader(body);
    lists[id] = Array.from({ length: inner.number() }, () => READ_ENTRY[id](inner));
  }
  return {
    imports: lists[IMPORTS],
    exports: lists[EXPORTS],
    /** Drops the sections that only tools read; of those that `isDropped(name)`. */
    dropCustom(isDropped = () => true) {
      for (let index = sections.length - 1; index >= 0; index -= 1) {
        if (sections[index].id === 0 && isDropped(sections[index].name)) sections.splice(index, 1);
      }
    },
    bytes() {
      const entry = ({ module, name, rest }) =>
        Buffer.concat([...(module === undefined ? [] : [encodedName(module)]), encodedName(name), rest]);
      const parts = [bytes.subarray(0, 8)];
      for (const { id, body } of sections) {
        const own = this[{ [IMPORTS]: "imports", [EXPORTS]: "exports" }[id]];
        const content = own ? Buffer.concat([encoded(own.length), ...own.map(entry)]) : body;
        parts.push(Buffer.from([id]), encoded(content.length), content);
      }
      return Buffer.concat(parts);
    },
  };
}
