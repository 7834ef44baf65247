// node --test tools/site/
import assert from "node:assert/strict";
import test from "node:test";
import { chained } from "./order.mjs";

/** A function as wasm-dis writes it, with these instructions; its last line closes with the last of them. */
const made = (name, ...lines) => ({ name, text: [` (func $${name} (result i32)`, ...lines.map((line) => `  (${line})`)].join("\n") + ")" });
const names = (functions) => functions.map(({ name }) => name).join(" ");

const adds = (name, by) => made(name, "i32.add", "local.get 0", `i32.const ${by}`, "i32.load 4");
const stores = (name, at) => made(name, "i64.store", "local.get 1", `i64.const ${at}`, "call $far");

test("functions that are alike stand side by side, whatever stood between them", () => {
  assert.equal(names(chained([adds("a", 1), stores("b", 1), adds("c", 2), stores("d", 2), adds("e", 3)])), "a c e b d");
});

test("every function comes once, also where none is like another", () => {
  const all = Array.from({ length: 40 }, (_, at) => made(`f${at}`, `i32.const ${at * 3}`, `local.get ${at}`));
  assert.deepEqual([...chained(all)].sort((a, b) => all.indexOf(a) - all.indexOf(b)), all);
  assert.deepEqual(chained([]), []);
  assert.equal(names(chained([adds("a", 1)])), "a");
});

test("what the functions are called changes nothing", () => {
  const all = (name) => Array.from({ length: 40 }, (_, at) => (at % 3 ? adds(name(at), at % 7) : stores(name(at), at % 5)));
  const places = (name) => chained(all(name)).map((one) => all(name).findIndex((other) => other.name === one.name));
  assert.deepEqual(places((at) => `z${99 - at}`), places((at) => `a${at}`));
});
