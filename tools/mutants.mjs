// Counts what became of each change: node tools/mutants.mjs OUTCOMES LEAST FLOOR SHARD
import { readFileSync } from "node:fs";

const [file, least, floor, shard] = process.argv.slice(2);
const parts = Number(shard.split("/")[1]);
const { outcomes } = JSON.parse(readFileSync(file, "utf8"));
const mutants = outcomes.filter((it) => it.scenario !== "Baseline");
const of = (summary) => mutants.filter((it) => it.summary === summary);
const [caught, missed, hung, unviable] = ["CaughtMutant", "MissedMutant", "Timeout", "Unviable"].map((it) => of(it).length);
// A change that makes the tests hang is noticed by whoever runs them.
const viable = caught + missed + hung;
const share = viable ? (100 * (caught + hung)) / viable : 0;
for (const it of of("MissedMutant")) console.log(`missed: ${it.scenario.Mutant.name ?? JSON.stringify(it.scenario.Mutant)}`);
console.log(`${mutants.length} tried: ${caught} caught, ${hung} hung, ${missed} missed, ${unviable} did not compile: ${share.toFixed(1)} %`);
const enough = mutants.length >= Math.floor(Number(least) / parts);
if (!enough) console.log(`Too few were tried: at least ${least} were expected over ${parts} part(s).`);
process.exitCode = enough && share >= Number(floor) ? 0 : 1;
