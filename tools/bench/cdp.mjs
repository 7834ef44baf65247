// The Chrome DevTools protocol over a pipe, and nothing more.
//
// Test libraries switch focus emulation on, which makes "freeze the page" do nothing; speaking the protocol
// ourselves keeps the page as a person's would be, and lets the service worker be slowed like the page.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CANDIDATES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const FLAGS = [
  "--headless=new",
  "--remote-debugging-pipe",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--mute-audio",
  "--password-store=basic",
  "--use-mock-keychain",
  "--window-size=412,823",
  // Nothing but this machine may be asked for anything.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** Where Chromium is, or a message that says what to install. */
export function chromiumPath() {
  const found = [process.env.CHROMIUM, ...CANDIDATES].find((path) => path && existsSync(path));
  if (!found) throw new Error("Chromium was not found: install it (Debian: apt-get install chromium) or set CHROMIUM");
  return found;
}

/** One DevTools connection: `send` answers or throws; `on` hears events of one session ("" is the browser). */
class Connection {
  #next = 1;
  #waiting = new Map();
  #listeners = new Set();
  #pipe;

  constructor(child) {
    this.#pipe = child.stdio[3];
    let rest = "";
    child.stdio[4].setEncoding("utf8").on("data", (chunk) => {
      const parts = (rest + chunk).split("\0");
      rest = parts.pop();
      for (const part of parts) this.#receive(JSON.parse(part));
    });
    child.once("exit", () => {
      for (const { reject, method } of this.#waiting.values()) reject(new Error(`${method}: the browser has ended`));
      this.#waiting.clear();
    });
    this.#pipe.on("error", () => {});
  }

  #receive(message) {
    if (message.id === undefined) {
      for (const listener of [...this.#listeners]) listener(message);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (!waiting) return;
    if (message.error) waiting.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting.resolve(message.result);
  }

  send(method, params = {}, sessionId) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, method });
      this.#pipe.write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    });
  }

  on(method, sessionId, run) {
    const listener = (message) => {
      if (message.method === method && (message.sessionId ?? "") === sessionId) run(message.params, message);
    };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Starts a browser with a fresh profile; `close` ends it and removes the profile. */
export async function launch(extraFlags = []) {
  const profile = mkdtempSync(join(tmpdir(), "unknot-bench-"));
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const child = spawn(chromiumPath(), [...FLAGS, ...root, ...extraFlags, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const connection = new Connection(child);
  const close = async () => {
    await Promise.race([connection.send("Browser.close").catch(() => {}), sleep(3000)]);
    await Promise.race([ended, sleep(3000)]);
    kill();
    await ended;
    process.off("exit", kill);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { connection, close };
}

/** Waits for some milliseconds of real time. */
export function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** True when this machine lets us ask for real-time priority (Linux, root); see docs/performance.md. */
export function canRunRealTime() {
  return process.platform === "linux" && spawnSync("chrt", ["-r", "5", "true"]).status === 0;
}

/** Name and main version of the browser, such as "Chromium 156". */
export function chromiumVersion() {
  const { stdout } = spawnSync(chromiumPath(), ["--version"], { encoding: "utf8" });
  return stdout?.match(/^\S.*? \d+/)?.[0] ?? "Chromium";
}
