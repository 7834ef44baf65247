#!/usr/bin/env node
// The recognition test (docs/figures.md): can a figure be told from its picture alone?
//
//   node tools/figures/quiz.mjs ask [round]              one picture and four names for each exercise
//   node tools/figures/quiz.mjs score [round] file...    what readers answered, one "number letter" a line
//
// "ask" writes to target/figures/quiz/: <number>.png, questions.txt, and both together as page-<n>.png, nine to
// a page. Pictures are numbered in a mixed order and say nothing of their exercise. The four names are the right
// one and three others from the same position, those first that share its area or tool, in a mixed order.
// Everything follows from the round, so that no key is kept beside the questions.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OUT, built, css, library, strip } from "./built.mjs";
import { read } from "./sheet.mjs";

const LETTERS = "abcd";
/** Questions on a page. */
const PAGE = 9;

/** Numbers between 0 and 1 that are always the same for a seed (mulberry32). */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled(list, roll) {
  const left = [...list];
  return list.map(() => left.splice(Math.floor(roll() * left.length), 1)[0]);
}

/** The questions of a round: the exercise that is shown, and four exercises to choose from. */
function questions(round) {
  const roll = dice(round * 7919);
  const exercises = library().flatMap(({ area, exercises }) => exercises.map((it) => ({ ...it, area })));
  return shuffled(exercises, roll).map((shown, index) => {
    const others = exercises.filter((it) => it.position === shown.position && it !== shown);
    const alike = (it) => (it.area === shown.area ? 1 : 0) + (it.tool === shown.tool ? 1 : 0);
    const near = shuffled(others, roll).sort((a, b) => alike(b) - alike(a));
    const names = shuffled([shown, ...near.slice(0, 3)], roll);
    return { number: index + 1, shown, names, right: LETTERS[names.indexOf(shown)] };
  });
}

async function ask(round) {
  const { chromium } = await import("playwright-core");
  const sheet = read(built());
  const folder = join(OUT, "quiz");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const asked = questions(round).map(({ number, shown, names }) => ({
    number,
    drawn: strip(sheet, sheet.figures.find((it) => it.number === shown.number), false),
    choice: names.map((it, place) => `${LETTERS[place]}  ${it.name}`),
  }));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const shoot = async (name, width, height, body) => {
    const tab = await browser.newPage({ viewport: { width, height } });
    await tab.setContent(`<!doctype html><html class="light"><style>${css}</style>${body}</html>`);
    await tab.screenshot({ path: join(folder, name), fullPage: true });
    await tab.close();
  };
  for (const { number, drawn } of asked) {
    await shoot(`${number}.png`, 1200, 560, `<body style="--tall:520px"><figure>${drawn}</figure></body>`);
  }
  for (let page = 0; page * PAGE < asked.length; page += 1) {
    const cards = asked.slice(page * PAGE, (page + 1) * PAGE).map(({ number, drawn, choice }) =>
      `<figure><figcaption><b>${number}</b></figcaption>${drawn}<figcaption>${choice.join("<br>")}</figcaption></figure>`);
    await shoot(`page-${page + 1}.png`, 1500, 600, `<body style="--tall:290px"><main>${cards.join("")}</main></body>`);
  }
  await browser.close();
  writeFileSync(join(folder, "questions.txt"), asked.map((it) => `${it.number}\n  ${it.choice.join("\n  ")}\n`).join("\n"));
  console.log(`${asked.length} questions: target/figures/quiz/questions.txt`);
}

function score(round, files) {
  const answers = new Map(files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^\s*(\d+)\W+([a-d])\b/gim)]
    .map(([, number, letter]) => [Number(number), letter.toLowerCase()])));
  const asked = questions(round);
  const wrong = asked.filter((it) => answers.get(it.number) !== it.right);
  console.log(`${asked.length - wrong.length} of ${asked.length} right in round ${round}\n`);
  if (wrong.length > 0) console.log("| shown | taken for |\n|---|---|");
  for (const { number, shown, names } of wrong) {
    const taken = names[LETTERS.indexOf(answers.get(number) ?? "?")];
    console.log(`| ${shown.code} ${shown.name} | ${taken ? `${taken.code} ${taken.name}` : "no answer"} |`);
  }
}

const [what, round = "1", ...files] = process.argv.slice(2);
if (what === "ask") await ask(Number(round));
else if (what === "score" && files.length > 0) score(Number(round), files);
else {
  console.error("quiz.mjs ask [round] | quiz.mjs score round file...");
  process.exitCode = 2;
}
