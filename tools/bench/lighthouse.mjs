// Lighthouse's four categories, phone preset, against the served site with the production headers.
import { chromiumPath, sleep } from "./cdp.mjs";
import { median } from "./load.mjs";

const CATEGORIES = {
  lhPerformance: "performance",
  lhAccessibility: "accessibility",
  lhBestPractices: "best-practices",
  lhSeo: "seo",
};

/** A trace can be lost on a busy machine; the run is then repeated, a few times at most. */
async function patiently(url, log) {
  for (let left = 4; ; left -= 1) {
    try {
      return await once(url);
    } catch (error) {
      if (left === 0 || !/NO_|PROTOCOL_TIMEOUT/.test(error.message)) throw error;
      log(`${error.message.slice(0, 90)}: once more`);
    }
  }
}

async function once(url) {
  const { default: lighthouse } = await import("lighthouse");
  const { launch } = await import("chrome-launcher");
  const flags = ["--headless=new", "--mute-audio", "--disable-dev-shm-usage"];
  if (process.getuid?.() === 0) flags.push("--no-sandbox");
  const chrome = await launch({ chromePath: chromiumPath(), chromeFlags: flags, logLevel: "silent" });
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      logLevel: "error",
      onlyCategories: Object.values(CATEGORIES),
    });
    const { lhr } = result;
    if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.code}`);
    const scores = Object.entries(CATEGORIES).map(([id, name]) => [id, (lhr.categories[name].score ?? 0) * 100]);
    const failed = Object.values(lhr.categories).flatMap((category) =>
      category.auditRefs
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
        .map(({ id }) => `${category.id}: ${id} ${lhr.audits[id].displayValue ?? ""}`.trim()),
    );
    const timings = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "speed-index"];
    const shown = Object.fromEntries(timings.map((id) => [id, Math.round(lhr.audits[id]?.numericValue ?? -1)]));
    return { scores: Object.fromEntries(scores), failed, timings: shown };
  } finally {
    await chrome.kill();
    await sleep(200);
  }
}

/** Medians of `runs` runs, with what lost points in any of them. */
export async function measureLighthouse(url, { runs, log }) {
  const all = [];
  for (let run = 0; run < runs; run += 1) {
    log(`Lighthouse, run ${run + 1} of ${runs}`);
    all.push(await patiently(url, log));
  }
  const values = Object.keys(CATEGORIES).map((id) => [id, Math.round(median(all.map((one) => one.scores[id])))]);
  return {
    values: Object.fromEntries(values),
    spread: Object.fromEntries(Object.keys(CATEGORIES).map((id) => [id, all.map((one) => Math.round(one.scores[id])).join(", ")])),
    failed: [...new Set(all.flatMap((one) => one.failed))],
    timings: all.map((one) => one.timings),
  };
}
