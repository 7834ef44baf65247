// Cuts the program in two: what the first screen and the first tap run, and the rest, which is
// fetched once that screen can be used (docs/decisions/split.md). Both share one memory, one
// table and one stack. A function of the rest that the first part can reach leaves a stand-in
// there: it calls `need`, which makes sure the rest is joined, then goes on through the table,
// where the rest has put the real function.
import { createHash } from "node:crypto";
import { shareOut } from "./data.mjs";
import { chained } from "./order.mjs";
import { NAME, SMALLEST, assembled, mentioned, named, parsed, signature } from "./wat.mjs";

/** A function's name without what changes from build to build. */
export const plainName = (name) =>
  name.replace(/^\$"?|"$/g, "").replace(/(?:[._]\d+)+$/, "").replace(/17h[0-9a-f]{16}E$/, "").replace(/Cs[0-9A-Za-z]{5,}_/g, "C");

/** What a function's instructions are, without names and numbers. */
const instructions = ({ text }) => (text.match(/\([a-z][a-z0-9_.]*/g) ?? []).join("");

/** The same in eight letters. Many functions share a name. */
export const fingerprint = (field) => createHash("sha256").update(instructions(field)).digest("hex").slice(0, 8);

/**
 * Reads the list of the first screen: a name a line, then the fingerprints of those functions of that name
 * which did not run. What the list does not know, it does not send away.
 */
export function firstScreen(list) {
  const lines = list.split("\n").filter(Boolean).map((line) => line.split("\t"));
  const names = new Map(lines.map(([name, cold = ""]) => [name, new Set(cold.split(" "))]));
  return (field) => {
    const cold = names.get(plainName(field.name));
    return cold !== undefined && !cold.has(fingerprint(field));
  };
}

/** A call of a named function. */
const CALL = new RegExp(`\\(call (${NAME.source})`, "g");

/** The module under which the rest imports what the first part lends it. */
const LENT = "1";

/** The program's one table of functions: its field, what is in it, and from which slot on. */
function tableOf(fields) {
  const elements = fields.filter(({ kind }) => kind === "elem");
  const field = fields.find(({ kind, text }) => kind === "table" && /funcref\)\s*$/.test(text));
  if (elements.length !== 1 || !field) throw new Error("the program's table is not as expected: see tools/site/split.mjs");
  const { text } = elements[0];
  return {
    field,
    elements: elements[0],
    listed: text.slice(text.indexOf(" func ")).match(NAME),
    base: Number(/\(i32\.const (\d+)\)/.exec(text)[1]),
    size: Number(/(\d+) \d+ funcref/.exec(field.text)[1]),
  };
}

/** A slot for each of `names`: the one it has in the table, else a new one behind the last. */
function slotsFor(names, table) {
  const slots = new Map();
  table.listed.forEach((name, at) => slots.has(name) || slots.set(name, table.base + at));
  let { size } = table;
  for (const name of names) if (!slots.has(name)) slots.set(name, size++);
  table.field.text = table.field.text.replace(/\d+ \d+ funcref/, `${size} ${size} funcref`);
  return slots;
}

/** The function that stands in for `field` in the first part. */
function standIn(field, slot, table) {
  const { params, results } = signature(field);
  const result = results && ` (result ${results})`;
  const named = params.map((type, at) => ` (param $${at} ${type})`).join("");
  const type = params.length ? ` (param ${params.join(" ")})` : "";
  const given = params.map((_, at) => `(local.get $${at}) `).join("");
  const call = `(call_indirect ${table.field.name}${type}${result} ${given}(i32.const ${slot}))`;
  return { kind: "func", name: field.name, text: ` (func ${field.name}${named}${result}\n  (call $need)\n  ${call})` };
}

/** How the rest imports `field` of the first part. */
function borrowed(field, alias) {
  const shape = {
    func() {
      const { params, results } = signature(field);
      const types = `${params.length ? ` (param ${params.join(" ")})` : ""}${results && ` (result ${results})`}`;
      return `(func ${field.name}${types})`;
    },
    global: () => `(global ${field.name} ${/^ \(global \S+ (\(mut \w+\)|\w+)/.exec(field.text)[1]})`,
    memory: () => field.text.trim(),
    table: () => field.text.trim(),
  };
  return { kind: "import", name: field.name, text: ` (import "${LENT}" "${alias}" ${shape[field.kind]()})` };
}

/** Element segments that put each named function at its slot; neighbours share one. */
function placed(pairs, table) {
  const runs = [];
  for (const [slot, name] of pairs.sort(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    if (last && last.from + last.names.length === slot) last.names.push(name);
    else runs.push({ from: slot, names: [name] });
  }
  const text = ({ from, names }) => ` (elem (table ${table.field.name}) (i32.const ${from}) func ${names.join(" ")})`;
  return runs.map((run) => ({ kind: "elem", text: text(run) }));
}

/** So often is a function called that it gets one of the low numbers, which are short to say. */
const OFTEN = 20;

/** How often each function is called by name. */
function calls(fields) {
  const counts = new Map();
  for (const { text } of fields) {
    for (const [, name] of text.matchAll(CALL)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return ({ name }) => counts.get(name) ?? 0;
}

/**
 * The module that these fields make, like functions side by side: brotli then finds more to say again (3 % less).
 * With `isPacked` the most called ones come first (pack.mjs: 1 % less).
 */
function inOrder(fields, flags, isPacked) {
  const small = parsed(named(fields, flags, [...SMALLEST, "-g"])).fields;
  const often = isPacked ? calls(small) : () => 0;
  const order = (field) => [String(Math.floor(Math.log2(field.text.length))).padStart(2, "0"), ...Object.values(signature(field)), instructions(field)].join();
  const functions = small.filter(({ kind }) => kind === "func").map((field) => ({ field, key: order(field), often: often(field) }));
  const rank = ({ often }) => (often < OFTEN ? 0 : often);
  functions.sort((a, b) => rank(b) - rank(a) || (a.key < b.key ? -1 : Number(a.key > b.key)));
  const called = functions.filter((one) => rank(one) > 0).map(({ field }) => field);
  const like = chained(functions.filter((one) => rank(one) === 0).map(({ field }) => field));
  const imports = small.filter(isFunctionImport).sort((a, b) => often(b) - often(a));
  const others = small.filter((field) => field.kind !== "func" && !isFunctionImport(field));
  return assembled([...others.filter(({ kind }) => kind === "type"), ...imports, ...others.filter(({ kind }) => kind !== "type"), ...called, ...like], flags, []);
}

const namesIn = (fields) => new Set(fields.flatMap((field) => mentioned(field)));
const isFunctionImport = ({ kind, inner }) => kind === "import" && inner === "func";

/**
 * The two parts of a program that still has its names. `isFirst(field)` says which functions the
 * first screen runs; `glue` is the module that the program imports its JavaScript functions from;
 * `linked` is what the linker knew of the program (linked.mjs).
 */
export function split(wasm, isFirst, glue, linked) {
  const { fields, flags } = parsed(wasm);
  const of = (kind) => fields.filter((field) => field.kind === kind);
  const table = tableOf(fields);
  const first = of("func").filter(isFirst);
  const later = of("func").filter((field) => !first.includes(field));
  const data = shareOut(fields, first, later, linked);
  const isLater = new Set(later.map(({ name }) => name));
  // A slot that nothing in the first part knows of is empty until the rest has come.
  const known = table.listed.map((name, at) => [table.base + at, name]).filter(([slot, name]) => !isLater.has(name) || data.slots.has(slot));
  const elements = placed(known, table);
  const outside = [...of("export"), ...of("start"), ...elements];

  const firstUses = namesIn([...first, ...outside]);
  const laterUses = namesIn(later);
  const reached = later.filter(({ name }) => firstUses.has(name));
  const slots = slotsFor(reached.map(({ name }) => name), table);
  const shared = fields.filter(({ kind, name }) => kind === "memory" || (["global", "table"].includes(kind) && laterUses.has(name)));
  if (!shared.includes(table.field)) shared.push(table.field);
  const lent = [...shared, ...first.filter(({ name }) => laterUses.has(name))].map((field, at) => ({ field, alias: `.${at.toString(36)}` }));

  const firstPart = [
    ...of("type"),
    ...of("import").filter((field) => !isFunctionImport(field) || firstUses.has(field.name)),
    { kind: "import", text: ` (import "${glue}" "need" (func $need))` },
    ...fields.filter(({ kind }) => !["type", "import", "func", "data", "elem"].includes(kind)),
    ...elements,
    ...data.first,
    ...lent.map(({ field: { kind, name }, alias }) => ({ kind: "export", text: ` (export "${alias}" (${kind} ${name}))` })),
    ...first,
    ...reached.map((field) => standIn(field, slots.get(field.name), table)),
  ];
  const inTable = table.listed.map((name, at) => [table.base + at, name]).filter(([, name]) => isLater.has(name));
  const added = [...slots].filter(([, slot]) => slot >= table.size).map(([name, slot]) => [slot, name]);
  const rest = [
    ...of("type"),
    ...of("import").filter((field) => isFunctionImport(field) && laterUses.has(field.name)),
    ...lent.map(({ field, alias }) => borrowed(field, alias)),
    ...placed([...inTable, ...added], table),
    ...data.later,
    ...later,
  ];
  return { first: inOrder(firstPart, flags, false), rest: inOrder(rest, flags, true) };
}

/** The whole program with a note at the head of each function, and the names those notes count. */
export function noted(wasm, glue) {
  const { fields, flags } = parsed(wasm);
  const names = [];
  const headed = fields.map((field) => {
    if (field.kind !== "func") return field;
    const lines = field.text.split("\n");
    const head = lines.findIndex((line, at) => at > 0 && !line.startsWith("  (local "));
    lines.splice(head, 0, `  (call $ran (i32.const ${names.push([plainName(field.name), fingerprint(field)]) - 1}))`);
    return { ...field, text: lines.join("\n") };
  });
  const ran = { kind: "import", text: ` (import "${glue}" "ran" (func $ran (param i32)))` };
  const first = headed.findIndex(({ kind }) => kind === "import");
  return { wasm: assembled([...headed.slice(0, first), ran, ...headed.slice(first)], flags, ["-O1"]), names };
}
