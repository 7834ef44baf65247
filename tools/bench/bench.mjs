// `make bench`: measures the built site against its budgets and ends with 1 when one is broken.
//
//   node tools/bench/bench.mjs [--only NAME[,NAME]] [--runs N] [--json FILE] [--doc FILE] [--dist DIR] [--full]
//
// NAME: load bytes links taps play scroll screens reading search builder progress tones hour freeze memory lighthouse. `--full` also plays ten real minutes for the
// tones on the real audio clock (otherwise ninety seconds). `--doc` writes the figures between the markers of a
// Markdown file. See docs/performance.md.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { canRunRealTime, chromiumVersion } from "./cdp.mjs";
import { serve } from "./server.mjs";
import { judge, markdown, table } from "./table.mjs";
import { measures } from "./measures.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    runs: { type: "string", default: "5" },
    json: { type: "string" },
    doc: { type: "string" },
    dist: { type: "string", default: join(HERE, "../../dist") },
    full: { type: "boolean", default: false },
  },
});

const log = (text) => process.stderr.write(`  ${text}\n`);

/** A fixed piece of work in ms, compiled anew each time; it tells how busy the machine was. */
function machineLoop() {
  const work = new Function("let sum = 1; for (let i = 0; i < 1e8; i += 1) sum = (Math.imul(sum, 1664525) + i) | 0; return sum;");
  const start = performance.now();
  work();
  return Math.round(performance.now() - start);
}

// Other work on the machine spoils the figures; where it is allowed, run ahead of it.
function runAhead() {
  if (process.env.UNKNOT_BENCH_AHEAD || !canRunRealTime()) return;
  const again = spawnSync("chrt", ["-r", "5", process.execPath, ...process.argv.slice(1)], {
    stdio: "inherit",
    env: { ...process.env, UNKNOT_BENCH_AHEAD: "1" },
  });
  process.exit(again.status ?? 1);
}

async function main() {
  const dist = resolve(options.dist);
  if (!existsSync(join(dist, "index.html"))) throw new Error("there is no built site: run `make build` first");
  const wanted = options.only?.split(",") ?? Object.keys(measures);
  const unknown = wanted.filter((name) => !(name in measures));
  if (unknown.length) throw new Error(`--only knows ${Object.keys(measures).join(", ")}; not ${unknown.join(", ")}`);

  const app = await serve(dist);
  // The floor's script is inline, so it cannot live under the app's policy; every other header is the same.
  const floor = await serve(join(HERE, "floor"), {
    headersFile: join(dist, "_headers"),
    withoutHeaders: ["content-security-policy"],
  });
  const context = { app, floor, dist, runs: Number(options.runs), full: options.full, log, shared: {} };
  const rows = [];
  const details = { machine: { loopBefore: machineLoop() } };
  for (const name of wanted) {
    const started = performance.now();
    try {
      const { values, ...rest } = await measures[name](context);
      rows.push(...judge(values));
      details[name] = rest;
    } catch (error) {
      log(`${name}: ${error.stack}`);
      rows.push({ id: name, what: `${name}: could not be measured`, value: NaN, unit: "", limit: NaN, least: false, ok: false });
      details[name] = { failure: error.message };
    }
    details[name].seconds = Math.round((performance.now() - started) / 1000);
  }
  details.machine.loopAfter = machineLoop();
  report(rows, details);
  process.exit(rows.every((row) => row.ok) ? 0 : 1);
}

function report(rows, details) {
  console.log(table(rows));
  const broken = rows.filter((row) => !row.ok);
  console.log(`\n${rows.length - broken.length} of ${rows.length} within limits.`);
  for (const [name, { notes = [] }] of Object.entries(details)) for (const note of notes) console.log(`${name}: ${note}`);
  console.log(`fixed loop: ${details.machine.loopBefore} ms before, ${details.machine.loopAfter} ms after`);
  if (options.doc) writeDoc(options.doc, rows, details);
  if (options.json) writeFileSync(options.json, JSON.stringify({ rows, details }, null, 1));
}

function writeDoc(file, rows, details) {
  const spread = Object.assign({}, ...Object.values(details).map((one) => one.spread ?? {}));
  const { loopBefore, loopAfter } = details.machine;
  const where = `${new Date().toISOString().slice(0, 10)}, ${chromiumVersion()}, ${cpus().length} cores (${process.arch}), fixed loop ${loopBefore} ms before and ${loopAfter} ms after, ${options.runs} runs.`;
  const block = `<!-- measured -->\n${where}\n\n${markdown(rows, spread)}\n<!-- /measured -->`;
  const text = readFileSync(file, "utf8");
  if (!text.includes("<!-- measured -->")) throw new Error(`${file} has no <!-- measured --> marker`);
  writeFileSync(file, text.replace(/<!-- measured -->[^]*<!-- \/measured -->/, () => block));
}

runAhead();
await main().catch((error) => {
  console.error(error.message);
  process.exit(2);
});
