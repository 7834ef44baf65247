// Pages as a phone would show them: 412 x 823, touch, optionally a slow processor and a slow network.
import { readFileSync } from "node:fs";
import { launch, sleep } from "./cdp.mjs";

/** The phone every figure is taken on. */
export const PHONE = { width: 412, height: 823, deviceScaleFactor: 1.75, mobile: true };
/** 150 ms and 1.6 Mbit/s down, 750 kbit/s up. */
export const SLOW_NET = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
/** How much slower the processor is made where a row says 4x. */
export const SLOW_CPU = 4;

/** The text of a script that runs inside the page, from tools/bench/page/. */
export function pageScript(name, config = {}) {
  const text = readFileSync(new URL(`./page/${name}`, import.meta.url), "utf8");
  return `(() => { const config = ${JSON.stringify(config)};\n${text}\n})();`;
}

const CONDITIONS = new URL("../../data/conditions.json", import.meta.url);
/** A script that makes the page's person someone who knows the app (tools/bench/page/person.js). */
export const practised = () => pageScript("person.js", { conditions: JSON.parse(readFileSync(CONDITIONS, "utf8")).conditions.length });

/** A browser with a fresh profile whose service workers get the network `net` (null: as fast as it goes). */
export async function openBrowser({ net = null, flags = [] } = {}) {
  const { connection, close } = await launch(flags);
  const workers = new Map();
  connection.on("Target.attachedToTarget", "", async ({ sessionId, targetInfo, waitingForDebugger }) => {
    if (targetInfo.type !== "service_worker") return;
    workers.set(sessionId, targetInfo.url);
    const quiet = () => {};
    if (net) {
      connection.send("Network.enable", {}, sessionId).catch(quiet);
      connection.send("Network.emulateNetworkConditions", net, sessionId).catch(quiet);
    }
    if (waitingForDebugger) connection.send("Runtime.runIfWaitingForDebugger", {}, sessionId).catch(quiet);
  });
  await connection.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: "service_worker" }],
  });
  return { connection, close, openPage: (options) => openPage(connection, { net, ...options }) };
}

async function openPage(connection, { cpu = 1, net = null, scripts = [] } = {}) {
  const { targetId } = await connection.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await connection.send("Target.attachToTarget", { targetId, flatten: true });
  const page = new Page(connection, targetId, sessionId);
  await page.send("Page.enable");
  await page.send("Runtime.enable");
  await page.send("Network.enable");
  await page.send("Performance.enable", { timeDomain: "timeTicks" });
  await page.send("Emulation.setDeviceMetricsOverride", PHONE);
  await page.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 1 });
  await page.send("Runtime.addBinding", { name: "__bench" });
  for (const source of scripts) await page.send("Page.addScriptToEvaluateOnNewDocument", { source });
  if (net) await page.send("Network.emulateNetworkConditions", net);
  if (cpu !== 1) await page.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  return page;
}

/** One tab, driven by protocol calls. */
class Page {
  #connection;
  #targetId;
  #session;
  /** What went wrong inside the page: uncaught errors and console errors. */
  errors = [];

  constructor(connection, targetId, session) {
    this.#connection = connection;
    this.#targetId = targetId;
    this.#session = session;
    this.on("Runtime.exceptionThrown", ({ exceptionDetails }) => {
      this.errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
    });
    this.on("Runtime.consoleAPICalled", ({ type, args }) => {
      if (type === "error") this.errors.push(args.map((arg) => arg.value ?? arg.description).join(" "));
    });
  }

  send(method, params) {
    return this.#connection.send(method, params, this.#session);
  }

  on(method, run) {
    return this.#connection.on(method, this.#session, run);
  }

  /** Hears what a page script reports through `__bench(JSON)`. */
  onReport(run) {
    return this.on("Runtime.bindingCalled", ({ name, payload }) => name === "__bench" && run(JSON.parse(payload)));
  }

  async goto(url) {
    const { errorText } = await this.send("Page.navigate", { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
  }

  /** The value of an expression in the page (promises are awaited). `gesture` counts as a person's act. */
  async evaluate(expression, { gesture = false } = {}) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: gesture,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Polls an expression until it is truthy. */
  async until(expression, what = expression, timeoutMs = 15_000) {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const value = await this.evaluate(expression).catch(() => false);
      if (value) return value;
      if (Date.now() > end) throw new Error(`waited ${timeoutMs} ms for: ${what}`);
      await sleep(30);
    }
  }

  /** A real touch at a point of the viewport. */
  async touch(x, y) {
    const start = this.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    const end = this.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await Promise.all([start, end]);
  }

  /** A real touch at the middle of the first element that matches, scrolled into view. */
  async tap(selector) {
    const point = await this.until(`(() => {
      const all = [...document.querySelectorAll(${JSON.stringify(selector)})];
      const el = all.find((one) => one.getClientRects().length > 0);
      if (!el) return null;
      el.scrollIntoView({ block: "nearest", behavior: "instant" });
      const box = el.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    })()`, `something to tap: ${selector}`);
    await this.touch(point.x, point.y);
  }

  /** Collects garbage, then counts what is left: script heap in bytes and DOM nodes. */
  async memory() {
    for (let round = 0; round < 3; round += 1) await this.send("HeapProfiler.collectGarbage");
    const metrics = await this.metrics();
    return { heap: metrics.JSHeapUsedSize, nodes: metrics.Nodes };
  }

  async metrics() {
    const { metrics } = await this.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  async close() {
    await this.#connection.send("Target.closeTarget", { targetId: this.#targetId });
  }
}
