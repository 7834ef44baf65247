// node --test tools/site/ (needs rustc with the wasm target, and Binaryen's tools in the path)
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { shareOut, withAdded } from "./data.mjs";
import { readLinked } from "./linked.mjs";
import { takeApart } from "./wasm.mjs";
import { parsed } from "./wat.mjs";

/** Functions that use constants: of their own, of both, through a table of addresses, and through a function's address. */
const PROGRAM = `
#![no_std]
#![no_main]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! { loop {} }
#[link(wasm_import_module = "glue")] unsafe extern "C" { safe fn which() -> usize; }
static LISTED: [&str; 2] = ["words that a list of the first part names", "and its other words"];
#[used] static SPARE: [u8; 40] = *b"constants that nothing in here ever uses";
#[unsafe(no_mangle)] pub extern "C" fn shown_first() -> *const u8 { "words of the first part alone".as_ptr() }
#[unsafe(no_mangle)] pub extern "C" fn listed_first() -> *const u8 { LISTED[which() & 1].as_ptr() }
#[unsafe(no_mangle)] pub extern "C" fn of_both_first() -> *const u8 { "words that both parts have in use".as_ptr() }
extern "C" fn slot_later() -> *const u8 { "words behind a slot of the table".as_ptr() }
extern "C" fn slot_other_later() -> *const u8 { "other words behind a slot".as_ptr() }
static CALLED: [extern "C" fn() -> *const u8; 2] = [slot_later, slot_other_later];
#[unsafe(no_mangle)] pub extern "C" fn called_first() -> *const u8 { CALLED[which() & 1]() }
#[unsafe(no_mangle)] pub extern "C" fn shown_later() -> *const u8 { "words of the later part alone".as_ptr() }
#[unsafe(no_mangle)] pub extern "C" fn of_both_later() -> *const u8 { "words that both parts have in use".as_ptr() }
`;

function built() {
  const dir = mkdtempSync(join(tmpdir(), "unknot-"));
  try {
    writeFileSync(join(dir, "lib.rs"), PROGRAM);
    const flags = ["--edition=2024", "--crate-type=cdylib", "--target=wasm32-unknown-unknown", "-Copt-level=1", "-Cpanic=abort", "-Clink-arg=--emit-relocs"];
    const run = spawnSync("rustc", [...flags, "-o", join(dir, "lib.wasm"), join(dir, "lib.rs")], { encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
    return readFileSync(join(dir, "lib.wasm"));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const wasm = built();
const bare = takeApart(wasm);
bare.dropCustom((name) => /^(?:linking|reloc\..*)$/.test(name));
const { fields } = parsed(bare.bytes());
const linked = withAdded(readLinked(wasm), fields);
const functions = fields.filter(({ kind }) => kind === "func");
const isFirst = ({ name }) => name.includes("first");
const contentOf = (data) => data.map(({ text }) => text).join("\n");

test("each part gets the constants of its own functions, and the first those of both", () => {
  const { first, later } = shareOut(fields, functions.filter(isFirst), functions.filter((one) => !isFirst(one)), linked);
  assert.match(contentOf(first), /words of the first part alone/);
  assert.match(contentOf(first), /words that both parts have in use/);
  assert.match(contentOf(later), /words of the later part alone/);
  assert.doesNotMatch(contentOf(first), /later part alone/);
  assert.doesNotMatch(contentOf(later), /first part alone|both parts/);
});

test("what a list of addresses names comes along with it", () => {
  const { first, later } = shareOut(fields, functions.filter(isFirst), functions.filter((one) => !isFirst(one)), linked);
  assert.match(contentOf(first), /words that a list of the first part names/);
  assert.match(contentOf(first), /and its other words/);
  assert.doesNotMatch(contentOf(later), /of the first part names/);
});

test("a function of the later part in the table keeps its constants, and the first part knows its slot", () => {
  const { later, slots } = shareOut(fields, functions.filter(isFirst), functions.filter((one) => !isFirst(one)), linked);
  assert.match(contentOf(later), /words behind a slot of the table/);
  assert.equal(slots.size, 2);
});

test("what nothing uses is in neither part", () => {
  const { first, later } = shareOut(fields, functions.filter(isFirst), functions.filter((one) => !isFirst(one)), linked);
  assert.doesNotMatch(contentOf([...first, ...later]), /nothing in here ever uses/);
});

test("a function that came from nowhere and may use constants stops the build", () => {
  const at = linked.constants.address + 1;
  const stranger = { kind: "func", name: "$stranger", text: ` (func $stranger (result i32)\n  (i32.const ${at})\n )` };
  const known = withAdded(readLinked(wasm), [...fields, stranger]);
  const all = [...functions.filter(isFirst), stranger];
  assert.throws(() => shareOut([...fields, stranger], all, functions.filter((one) => !isFirst(one)), known), /nothing is known of the data/);
});
