// Makes the program and its JavaScript glue smaller without changing what they do. wasm-bindgen
// writes glue for everything any crate might offer to JavaScript; we call nothing but the start.
//  1. drop the glue's classes that nothing uses, then the exports that only they used,
//  2. wasm-opt then finds what nothing reaches any more,
//  3. drop the glue of imports that have gone with it, and give the rest one-letter names,
//  4. split.mjs cuts the program into the first screen's part and the rest, which pack.mjs packs,
//  5. terser writes the glue small (Trunk's own minifier cannot).
// Every step looks for the shapes wasm-bindgen writes and stops the build when it finds others.
import { readFileSync, writeFileSync } from "node:fs";
import { minify } from "terser";
import { withAdded } from "./data.mjs";
import { readLinked } from "./linked.mjs";
import { pack } from "./pack.mjs";
import { firstScreen, noted, split } from "./split.mjs";
import { takeApart } from "./wasm.mjs";
import { SMALLEST, named, parsed } from "./wat.mjs";

/** The functions that the first screen and the first tap run: `make profile` writes it. */
const FIRST_SCREEN = new URL("first-screen.txt", import.meta.url);
/** Set by `make profile`: where the names of the functions go. */
const PROFILE = process.env.UNKNOT_PROFILE;
/**
 * What is called from one place only stays a function when it is big: else a screen that nobody sees first
 * would be part of the function that shows the first one. Within each part it is joined after all.
 */
const APART = ["--one-caller-inline-max-function-size=100"];
/** What the glue calls itself, on both sides. */
const GLUE = "_";

/** A module as a minifier sees it, small; its exports keep their names. */
export async function small(text) {
  const { code } = await minify(text, { module: true, compress: { passes: 3, ecma: 2020 }, format: { ecma: 2020 } });
  return code;
}

/** The glue without the classes that only the outside could use; only the start stays exported. */
function withoutClasses(glue) {
  let text = glue;
  for (const [, name] of glue.matchAll(/^export class (\w+) \{/gm)) {
    const own = [
      new RegExp(`^export class ${name} \\{\\n[^]*?^\\}\\n`, "m"),
      new RegExp(`^if \\(Symbol\\.dispose\\) ${name}\\.prototype.*\\n`, "m"),
      new RegExp(`^const ${name}Finalization = [^]*?;\\n`, "m"),
    ];
    const rest = own.reduce((left, part) => left.replace(part, ""), text);
    // Something else uses it: then it stays.
    if (!new RegExp(`\\b${name}`).test(rest)) text = rest;
  }
  const line = "export { initSync, __wbg_init as default };";
  if (!text.includes(line)) throw new Error("the glue does not end as expected: see tools/site/shrink.mjs");
  return text.replace(line, "export { __wbg_init as default };").replace(/^function initSync\([^]*?^\}\n/m, "");
}

const usedExports = (glue) => new Set([...glue.matchAll(/\bwasm\.(\w+)/g)].map(([, name]) => name));

/** The glue without the functions the program no longer imports. */
function withoutImports(glue, kept) {
  return glue.replace(/^ {8}(__\w+): function[^]*?^ {8}\}.*,\n/gm, (entry, name) => (kept.has(name) ? entry : ""));
}

/** Short names for `names`, in order of appearance: a, b, … z, aa, … */
function shortNames(names) {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const short = (index) => (index < 26 ? "" : short(Math.floor(index / 26) - 1)) + letters[index % 26];
  return new Map([...new Set(names)].map((name, index) => [name, `_${short(index)}`]));
}

/** The glue with one more function for the program, and more code behind it. */
function withOffer(glue, offer, code) {
  const start = /(function __wbg_get_imports\(\) \{\n {4}const import0 = \{\n)/;
  if (!start.test(glue)) throw new Error("the glue's imports do not begin as expected: see tools/site/shrink.mjs");
  return `${glue.replace(start, `$1        ${offer},\n`)}\n${code}`;
}

/** The glue that can also fetch the rest. */
function withRest(glue) {
  const start = /^ {4}wasm\.\w+\(\);\n {4}return wasm;\n\}/m;
  if (!start.test(glue)) throw new Error("the glue does not start the program as expected: see tools/site/shrink.mjs");
  const joined = glue.replace(start, (call) => `    if (early) join(early);\n${call}`);
  const code = ["unpack.js", "rest.js"].map((name) => readFileSync(new URL(name, import.meta.url), "utf8"));
  return withOffer(joined, "need: need", code.join("\n"));
}

/** For `make profile`: the whole program, telling which functions run. */
function withNotes(glue, wasm) {
  const { wasm: first, names } = noted(wasm, GLUE);
  writeFileSync(PROFILE, JSON.stringify(names));
  return { glue: withOffer(glue, "ran: (at) => globalThis.ran.add(at)", "globalThis.ran = new Set();\nexport const rest = () => new Promise(() => {});"), first };
}

/** A module without the sections that only tools read. */
function bare(wasm) {
  const module = takeApart(wasm);
  module.dropCustom();
  return module.bytes();
}

/** What the linker noted, which binaryen cannot read. */
const isLinkers = (name) => /^(?:linking|reloc\..*)$/.test(name);

/**
 * From what wasm-bindgen wrote: the glue (`%REST%` stands for the rest's file name) and the program
 * in its two parts. `linked` is the program as the linker left it, with its notes.
 */
export async function shrink(glue, wasm, linked) {
  let text = withoutClasses(glue);
  const used = usedExports(text);
  const before = takeApart(wasm);
  before.dropCustom(isLinkers);
  before.exports = before.exports.filter(({ name }) => used.has(name));
  // As text, so that functions wasm-bindgen has added and not named keep one name from here on.
  const { fields, flags } = parsed(before.bytes());
  const program = takeApart(named(fields, flags, [...SMALLEST, ...APART, "-g", "--emit-target-features"]));

  text = withoutImports(text, new Set(program.imports.map(({ name }) => name)));
  const imports = shortNames(program.imports.map(({ name }) => name));
  const exports = shortNames(program.exports.map(({ name }) => name));
  const modules = new Set(program.imports.map(({ module }) => module));
  if (modules.size !== 1) throw new Error(`the program imports from ${[...modules].join(", ")}: one module was expected`);
  const [module] = modules;
  for (const name of imports.keys()) {
    if (!new RegExp(`^ {8}${name}: `, "m").test(text)) throw new Error(`the glue does not offer ${name}`);
  }
  text = text
    .replace(/^ {8}(__\w+): /gm, (whole, name) => (imports.has(name) ? `        ${imports.get(name)}: ` : whole))
    .replace(/\bwasm\.(\w+)/g, (whole, name) => (exports.has(name) ? `wasm.${exports.get(name)}` : whole))
    .replace(`"${module}"`, `"${GLUE}"`);
  for (const entry of program.imports) Object.assign(entry, { module: GLUE, name: imports.get(entry.name) });
  for (const entry of program.exports) entry.name = exports.get(entry.name);
  if (PROFILE) return withNotes(text, program.bytes());
  const parts = split(program.bytes(), firstScreen(readFileSync(FIRST_SCREEN, "utf8")), GLUE, withAdded(readLinked(linked), fields));
  return { glue: withRest(text), first: bare(parts.first), rest: pack(bare(parts.rest)) };
}
