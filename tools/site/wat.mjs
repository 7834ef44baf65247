// Reads and writes WebAssembly as text, field by field, through Binaryen's tools.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A name in the text format: `$name` or `$"any name"`. */
export const NAME = /\$(?:"(?:[^"\\]|\\.)*"|[^\s()]+)/g;

/** Runs one of Binaryen's tools on `input`, and returns what it writes. */
export function binaryen(tool, input, flags = [], [from, to] = ["in.wasm", "out.wasm"]) {
  const dir = mkdtempSync(join(tmpdir(), "unknot-"));
  try {
    writeFileSync(join(dir, from), input);
    const run = spawnSync(tool, [join(dir, from), "-o", join(dir, to), ...flags], { stdio: "inherit" });
    if (run.status !== 0) throw new Error(`${tool} failed (${run.error?.message ?? `status ${run.status}`})`);
    return readFileSync(join(dir, to));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function fieldOf(text) {
  const kind = /^ \((\w+)/.exec(text)[1];
  const inner = kind === "import" ? /\((func|global|table|memory) /.exec(text)?.[1] : undefined;
  const head = inner ? text.slice(text.indexOf(`(${inner} `)) : text.split("\n")[0];
  return { kind, inner, name: head.match(NAME)?.[0], text };
}

/** A module's fields, each with its kind, name and text, and the flags of the features it uses. */
export function parsed(wasm) {
  const text = binaryen("wasm-dis", wasm, [], ["in.wasm", "out.wat"]).toString();
  const parts = text.slice(text.indexOf("\n") + 1).split(/\n(?= \(| ;;|\))/);
  const features = /;; features section: (.*)/.exec(text)?.[1].split(", ") ?? [];
  return {
    fields: parts.filter((part) => part.startsWith(" (")).map(fieldOf),
    flags: features.map((feature) => `--enable-${feature}`),
  };
}

/** As small as brotli makes it: these passes save bytes, but leave less that is said twice (0.6 % in all). */
export const SMALLEST = ["-Oz", "--skip-pass=local-cse", "--skip-pass=code-folding", "--skip-pass=merge-similar-functions"];

/** The module that these fields make, with their names; `passes` may change anything but what it does. */
export function named(fields, flags, passes) {
  const text = `(module\n${fields.map((field) => field.text).join("\n")}\n)\n`;
  return binaryen("wasm-opt", text, [...flags, ...passes], ["in.wat", "out.wasm"]);
}

/** The same without names and other notes. */
export const assembled = (fields, flags, passes = SMALLEST) => named(fields, flags, [...passes, "--strip-debug", "--strip-producers"]);

/** The names that a field mentions, its own among them. */
export const mentioned = ({ text }) => text.match(NAME) ?? [];

/** Parameters and results of a function, as its first line says them. */
export function signature({ text }) {
  const [head] = text.split("\n");
  const params = [...head.matchAll(/\(param (?:\$\S+ )?([^)]+)\)/g)].flatMap(([, types]) => types.split(" "));
  return { params, results: /\(result ([^)]+)\)/.exec(head)?.[1] ?? "" };
}
