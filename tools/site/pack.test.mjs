// node --test tools/site/ (needs Binaryen's tools in the path)
import assert from "node:assert/strict";
import test from "node:test";
import { pack, unpack } from "./pack.mjs";
import { assembled } from "./wat.mjs";

const FEATURES = ["--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-reference-types", "--enable-sign-ext", "--enable-multivalue"];
const made = (text) => assembled([{ text }], FEATURES, []);

/** Instructions of every shape the packer knows. */
const EVERY_SHAPE = `
  (memory 1) (table 4 funcref) (global $g (mut i32) (i32.const 7)) (data "abc") (elem (i32.const 0) $sum)
  (export "sum" (func $sum)) (export "all" (func $all)) (export "far" (func $far))
  (func $sum (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func $far (param i32) (result i32)
    (block $c (block $b (block $a (br_table $a $b $c (local.get 0))) (return (i32.const 100000))) (return (i32.const -1)))
    (i32.const 200))
  (func $all (param $x i32) (result i32) (local $y i64) (local $z f64) (local $w f32)
    (i32.store offset=300 align=2 (i32.const 16) (i32.const 123456))
    (i64.store8 (i32.const 400) (i64.const -5000000000))
    (local.set $y (i64.load8_s (i32.const 400)))
    (local.set $z (f64.const 1.5)) (local.set $w (f32.const -0.25))
    (memory.fill (i32.const 0) (i32.const 1) (i32.const 4))
    (memory.copy (i32.const 8) (i32.const 0) (i32.const 4))
    (memory.init 0 (i32.const 12) (i32.const 0) (i32.const 3)) (data.drop 0)
    (global.set $g (i32.add (global.get $g) (i32.const 1)))
    (if (i32.eqz (local.get $x)) (then (drop (memory.grow (i32.const 1)))) (else (nop)))
    (loop $again (local.set $x (i32.sub (local.get $x) (i32.const 1))) (br_if $again (i32.gt_s (local.get $x) (i32.const 0))))
    (table.set 0 (i32.const 1) (ref.func $sum)) (drop (ref.is_null (table.get 0 (i32.const 2))))
    (table.set 0 (i32.const 3) (select (result funcref) (ref.null func) (ref.func $far) (local.get $x)))
    (i32.add (call $far (i32.const 1))
      (i32.add (call_indirect (param i32 i32) (result i32) (global.get $g) (i32.load offset=300 (i32.const 16)) (i32.const 1))
        (i32.add (i32.trunc_sat_f64_s (local.get $z)) (i32.wrap_i64 (local.get $y))))))`;

/**
 * So many functions that some have numbers of two bytes, and that locals before a load have a stream of their own, with
 * calls among them, one at the very start, and pairs to find.
 */
const many = () => {
  const names = Array.from({ length: 1000 }, (_, at) => `$f${at}`);
  const body = (at) => at === 0 ? `(func ${names[0]} (param i32) (result i32) (call $five))` : `(func ${names[at]} (param i32) (result i32) (i32.add (i32.const ${at * 37}) ${at < 2 ? "(local.get 0)" : `(call ${names[(at * 7) % at]} (i32.load offset=${at} (local.get 0)))`}))`;
  return `(memory 1) (export "last" (func ${names.at(-1)}))\n${names.map((_, at) => body(at)).join("\n")}\n(func $five (result i32) (i32.const 5))`;
};

const run = (bytes, name, ...given) => new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports[name](...given);

test("a module with instructions of every shape does the same after it was packed", () => {
  const module = made(EVERY_SHAPE);
  const back = unpack(pack(module));
  for (const x of [0, 1, 5]) assert.equal(run(back, "all", x), run(module, "all", x));
  for (const x of [0, 1, 2, 9]) assert.equal(run(back, "far", x), run(module, "far", x));
});

test("a module with hundreds of functions does the same after it was packed, and what is sent of it is smaller", () => {
  const module = made(many());
  const packed = pack(module);
  for (const x of [0, 3]) assert.equal(run(unpack(packed), "last", x), run(module, "last", x));
  assert.ok(packed.length < module.length, `${packed.length} of ${module.length}`);
});

test("a host sees a module in what is sent", () => {
  assert.ok(WebAssembly.validate(pack(made(EVERY_SHAPE))));
});

test("a file cut anywhere is refused, and so is one that goes on", () => {
  const packed = pack(made(EVERY_SHAPE));
  for (let length = 0; length < packed.length; length += 1) assert.throws(() => unpack(packed.subarray(0, length)), `${length} bytes`);
  assert.throws(() => unpack(Buffer.concat([packed, Buffer.from([0])])));
});

test("another page in its place is refused", () => {
  assert.throws(() => unpack(Buffer.from("<!doctype html><html lang=en><title>Sign in to the network</title>")), /not the rest/);
  assert.throws(() => unpack(made(EVERY_SHAPE)), /not the rest/);
});

test("a file with a damaged byte is refused", () => {
  const packed = pack(made(EVERY_SHAPE));
  for (let at = 16; at < packed.length; at += 1) {
    const damaged = Buffer.from(packed);
    damaged[at] ^= 0x55;
    assert.throws(() => unpack(damaged), /not the rest/, `byte ${at}`);
  }
});

test("an instruction that the packer does not know stops the build", () => {
  const text = `(memory 1) (export "v" (func $v)) (func $v (result i32) (i8x16.extract_lane_s 0 (v128.load (i32.const 0))))`;
  const vector = assembled([{ text }], [...FEATURES, "--enable-simd"], []);
  assert.throws(() => pack(vector), /is not known/);
});
