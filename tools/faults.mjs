// Lists every fault with the tests that hold it, in docs/faults.md: `make faults`.
// With --check nothing is written: it fails when the file is stale, when a fault has neither a test
// nor a reason, and when a test names a fault that is not on the list.
//
// A test names its faults in its documentation: `/// Fault: A1, C13`. The engine is that of its
// folder, unless a line `/// Engines: Chromium, WebKitGTK` says more.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const TOP = fileURLToPath(new URL("..", import.meta.url));
const PAGE = "docs/faults.md";
const ROWS = "tests/fixtures/faults.tsv";
const REASONS = "tests/fixtures/faults-open.tsv";
const NOT_ON_WEBKIT = "tests/fixtures/webkit-left-out.tsv";
const read = (name) => readFileSync(join(TOP, name), "utf8");
const table = (name) =>
  read(name)
    .split("\n")
    .map((line, at) => ({ cells: line.split("\t"), at: at + 1 }))
    .filter(({ cells }) => cells[0] && !cells[0].startsWith("#"))
    .map(({ cells, at }) => ({ id: cells[0], text: cells[1] ?? "", where: `${name}:${at}` }));

const leftOut = table(NOT_ON_WEBKIT);

function files(folder) {
  return readdirSync(join(TOP, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === "fixtures" ? [] : files(name);
      return /\.(rs|sh|mjs)$/.test(entry.name) ? [name] : [];
    });
}

const moduleOf = (name) => name.slice("tests/e2e/".length, -".rs".length).replaceAll("/", "::");
/** The tests of the built site run on WebKitGTK too (`make test-webkit`), but for those that the list names. */
const engineOf = (name, test, body) => {
  if (name.startsWith("tests/browser/")) return "Chromium";
  if (!name.startsWith("tests/e2e/")) return name.startsWith("tools/") ? "script" : "native";
  const without = leftOut.find(({ id }) => `${moduleOf(name)}::${test}`.startsWith(id));
  if (without) return `Chromium; not WebKitGTK: ${without.text}`;
  // A test that names its engine is run on that one wherever it is started.
  const own = [...body.matchAll(/Engine::(Chromium|WebKit|Firefox)\b/g)].map((found) => found[1].replace("WebKit", "WebKitGTK"));
  return own.length ? [...new Set(own)].join(", ") : "Chromium, WebKitGTK";
};

/** What stands between a test's name and the next item. */
const bodyFrom = (text, at) => text.split("\n").slice(at).join("\n").split(/\n}\n/, 1)[0];

/** The tests of one file that name a fault. */
function tests(name) {
  const found = [];
  let [faults, engines, line, isLong] = [[], null, 0, false];
  for (const [at, text] of read(name).split("\n").entries()) {
    const note = /^\s*(?:\/\/\/|#|\/\/) (Fault|Engines): (.+)$/.exec(text);
    if (note?.[1] === "Fault") {
      faults = note[2].split(",").map((id) => id.trim());
      line = at + 1;
    } else if (note) {
      engines = note[2].trim();
    }
    if (/^\s*#\[ignore/.test(text)) isLong = true;
    const begin = /^\s*(?:pub(?:\(crate\))? )?(?:async )?fn ([a-z0-9_]+)/.exec(text);
    const script = name.startsWith("tools/") && note?.[1] === "Fault";
    if (faults.length && (begin || script)) {
      const on = engines ?? engineOf(name, begin?.[1] ?? "", bodyFrom(read(name), at));
      found.push({ name: begin ? begin[1] : name, file: name, line, faults, engines: isLong ? `${on}; in make soak` : on });
      [faults, engines] = [[], null];
      isLong = false;
    }
  }
  return found;
}

function page(rows, reasons, all) {
  const lines = [
    "# Every fault, and the test that holds it",
    "",
    "Made by `make faults` from the tests' own annotations; `make test` fails when it is stale or a row has neither a",
    "test nor a reason. “native” tests run the rules without a browser; the others run the built site or its adapters: on",
    "Chromium in `make test`, on WebKitGTK in `make test-webkit`, which passes over those of",
    "`tests/fixtures/webkit-left-out.tsv`, each with its reason. Those that take long run in `make soak` only.",
    "",
  ];
  const held = rows.filter((row) => row.id.length > 1 && all.some((test) => test.faults.includes(row.id)));
  const count = rows.filter((row) => row.id.length > 1).length;
  lines.push(`${held.length} of ${count} rows are held by ${all.length} tests; ${reasons.length} have a limit or reason.`, "");
  for (const row of rows) {
    if (row.id.length === 1) {
      lines.push(`## ${row.text}`, "");
      continue;
    }
    lines.push(`**${row.id}** ${row.text}.`, "");
    for (const test of all.filter((it) => it.faults.includes(row.id))) {
      const words = test.name.includes("/") ? test.name : test.name.replaceAll("_", " ");
      lines.push(`- ${words} ([${relative("tests", test.file).replace(/^\.\.\//, "")}](../${test.file}), ${test.engines})`);
    }
    for (const reason of reasons.filter((it) => it.id === row.id)) lines.push(`- *Limit:* ${reason.text}`);
    lines.push("");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

const [rows, reasons] = [table(ROWS), table(REASONS)];
const all = ["tests", "src", "tools"].flatMap(files).flatMap(tests);
const known = new Set(rows.map((row) => row.id));
const problems = [];
for (const test of all) {
  for (const id of test.faults) if (!known.has(id)) problems.push(`${test.file}:${test.line}: there is no fault ${id}`);
}
const named = files("tests/e2e").flatMap((name) =>
  [...read(name).matchAll(/^async fn ([a-z0-9_]+)/gm)].map((found) => `${moduleOf(name)}::${found[1]}`),
);
for (const { id, text, where } of leftOut) {
  if (!named.some((name) => name.startsWith(id))) problems.push(`${where}: there is no test ${id}`);
  if (!text) problems.push(`${where}: ${id} has no reason`);
}
for (const { id, text, where } of reasons) {
  if (!known.has(id)) problems.push(`${where}: there is no fault ${id}`);
  if (!text) problems.push(`${where}: ${id} has no reason`);
}
for (const { id, where } of rows) {
  const named = all.some((test) => test.faults.includes(id)) || reasons.some((it) => it.id === id);
  if (id.length > 1 && !named) problems.push(`${where}: ${id} has neither a test nor a reason`);
}
const text = page(rows, reasons, all);
if (process.argv.includes("--check")) {
  let kept = "";
  try {
    kept = read(PAGE);
  } catch {
    // There is none yet, which is stale.
  }
  if (kept !== text) problems.push(`${PAGE} is stale: run make faults`);
} else {
  writeFileSync(join(TOP, PAGE), text);
}
if (problems.length) {
  console.error(problems.join("\n"));
  process.exit(1);
}
console.log(`${known.size - rows.filter((row) => row.id.length === 1).length} faults, ${all.length} tests, ${reasons.length} limits`);
