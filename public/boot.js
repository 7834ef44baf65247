// Starts the app, and says so in plain words when it cannot. A file of its own because the policy allows no inline
// script; what it shows is static HTML in index.html: the panel, whose reason this names, and until the app has
// started Home or the routine offered there first. One thing more, at its end, is for Safari.

const SLOW_MS = 5000;
const files = document.querySelector("script[data-wasm]").dataset;
/** Resolves when the whole page is there: this script runs as soon as it has come, before the page's end. */
const parsed = new Promise((resolve) => {
  if (document.readyState !== "loading") resolve();
  else document.addEventListener("DOMContentLoaded", resolve, { once: true });
});

// Under `require-trusted-types-for 'script'` markup and worker addresses pass through here.
// Leptos writes its static markup with innerHTML; hostile shapes are refused, not cleaned.
const HOSTILE = /<\s*(?:script|iframe|object|embed|base|meta)|<[^>]*[\s/"']on\w+\s*=|javascript:/i;
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (markup) => {
    if (HOSTILE.test(markup)) throw new TypeError("markup refused");
    return markup;
  },
  createScriptURL: (address) => {
    const url = new URL(address, document.baseURI).href;
    if (url !== new URL("./sw.js", document.baseURI).href) throw new TypeError("script address refused");
    return url;
  },
});

/** Shows the panel for `reason`: "no-wasm", "files" or "crash". The first reason stays. */
function fail(reason) {
  if (document.body.dataset.app === "failed") return;
  document.body.dataset.failed = reason;
  document.body.dataset.app = "failed";
  document.getElementById("app").inert = true;
  document.querySelector(".failure [data-action]").focus();
  offerUpdate().catch(() => {});
}

/** A newer version may not have the fault: look for it, and offer it once it waits. */
async function offerUpdate() {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return;
  const show = () => {
    if (registration.waiting) document.body.dataset.update = "waiting";
  };
  show();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", show);
  });
  await registration.update();
  show();
}

/** The person's tap: the waiting version takes over and the page starts again with it. */
async function useNewVersion() {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting.postMessage({ type: "SKIP_WAITING" });
}

/** Files that did not start may be damaged on the disk: the service worker then checks each one. */
function reload() {
  if (document.body.dataset.failed === "files") location.replace(`./?verify${location.hash}`);
  else location.reload();
}

function listenOnPanel() {
  document.querySelector(".failure")?.addEventListener("click", (event) => {
    const action = event.target.closest("[data-action]")?.dataset.action;
    if (action === "reload") reload();
    if (action === "update-now") useNewVersion().catch(() => location.reload());
  });
}

// A panic leaves the module unusable (`panic = "abort"`): every later call would fail too.
// A late event on a view that has gone is harmless: nothing of ours ran.
const HARMLESS = /closure invoked recursively or after being dropped/;
function isCrash(error) {
  if (typeof WebAssembly !== "object") return false;
  if (error instanceof WebAssembly.RuntimeError) return true;
  return error instanceof Error && !HARMLESS.test(error.message) && /wasm-function/.test(error.stack ?? "");
}
addEventListener("error", ({ error }) => {
  // The rest of the program could not be fetched when it was needed at once.
  if (isCrash(error)) fail(error.message === "files" ? "files" : "crash");
});
addEventListener("unhandledrejection", ({ reason }) => {
  // Only a trap: a promise nobody waited for may be refused without harm (a wake lock, a share).
  if (typeof WebAssembly === "object" && reason instanceof WebAssembly.RuntimeError) fail("crash");
});

// Chrome may offer the installation before the app has started; it is kept for the app's own button.
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  globalThis.unknotInstallOffer = event;
});

/** The program, compiled while its bytes arrive, or after that on a host that sends the wrong type. */
async function program() {
  const file = async () => {
    const answer = await fetch(files.wasm);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return answer;
  };
  try {
    return await WebAssembly.compileStreaming(await file());
  } catch {
    return WebAssembly.compile(await (await file()).arrayBuffer());
  }
}

const WHOLE = "unknot.whole";
/** Whether the page is the app's by now. */
let started = false;

/**
 * Whether more than Home or a routine of the library is wanted at once, or a session waits: the start then needs the rest of the
 * program. Not every browser can fetch it in the middle of a call (WebKit cannot without a network).
 */
function startsElsewhere() {
  if (!/^(?:#?\/?|#\/routine\/(?!link-|my-).*)$/.test(location.hash)) return true;
  try {
    return localStorage.getItem("unknot.place") !== null || sessionStorage.getItem(WHOLE) !== null;
  } catch {
    return false;
  }
}

/** The start called something of the rest after all: start anew with the rest first. Only once. */
function startAgainWhole() {
  try {
    if (sessionStorage.getItem(WHOLE) !== null) return false;
    sessionStorage.setItem(WHOLE, "1");
  } catch {
    return false;
  }
  location.reload();
  return true;
}

/** How long a finger that rests on the static page is waited for, in steps of 10 ms. */
const PATIENCE = 200;

/** The app's own page takes the static one's place: not under a finger, and what had the focus has it again. */
async function handOver(begin) {
  const isHeld = () => pages.next?.isConnected && pages.next.querySelector(":active") !== null;
  for (let wait = 0; wait < PATIENCE && isHeld(); wait += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  fitShell();
  const focused = pages.next?.contains(document.activeElement) && document.activeElement;
  await begin();
  started = true;
  if (!focused) return;
  const { action } = focused.dataset;
  const address = focused.getAttribute("href");
  const same = action ? `[data-action="${action}"]` : address ? `a[href="${address}"]` : "h1";
  document.querySelector(`#app ${same}`)?.focus({ preventScroll: true });
}

async function start() {
  if (typeof WebAssembly !== "object") return parsed.then(() => fail("no-wasm"));
  const slow = setTimeout(() => {
    if (!document.body.dataset.app) document.body.dataset.failed = "slow";
  }, SLOW_MS);
  // Both are under way while the page is still being read; only the start has to wait for it.
  const parts = Promise.all([program(), import(files.js)]);
  parts.catch(() => {});
  await parsed;
  listenOnPanel();
  try {
    const [module_or_path, glue] = await parts;
    if (startsElsewhere()) await glue.wholeFirst?.();
    await handOver(() => glue.default({ module_or_path }));
    return glue;
  } catch (error) {
    if (error.message === "files" && startAgainWhole()) return undefined;
    fail(isCrash(error) && error.message !== "files" ? "crash" : "files");
  } finally {
    clearTimeout(slow);
    if (document.body.dataset.failed === "slow") delete document.body.dataset.failed;
  }
}

// Not needed for the first screen: asked for once that can be used, so that nothing waits behind it.
function offerInstall() {
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = "./manifest.webmanifest";
  document.head.append(link);
}

/** Whether nothing of a person's is kept here: the app will show them what it shows everybody at first. */
function isNew() {
  try {
    return !Object.keys(localStorage).some((key) => key.startsWith("unknot."));
  } catch {
    return false;
  }
}

/** The static pages: Home, and that of the routine it offers first. */
const pages = { home: null, next: null };
const title = document.title;

/** A page like Home with `content` in it. */
function pageWith(content) {
  const page = pages.home.cloneNode(true);
  page.dataset.screen = "routine";
  page.querySelector("main").replaceChildren(content);
  return page;
}

/** Shows one static page in place of the other, from its top; who came by a link is led to its headline. */
function turnTo(page, isLed) {
  document.querySelector("#app > .page").replaceWith(page);
  const headline = page.querySelector("h1");
  document.title = page === pages.next ? `${headline.textContent} · Unknot` : title;
  scrollTo(0, 0);
  if (isLed) headline.focus({ preventScroll: true });
}

// Until the app has started, a tap on the routine that Home offers first opens a static page, for somebody new.
// For any other address the static words would be the wrong ones for a moment.
function fitShell(change) {
  if (started || document.body?.dataset.app) return;
  // While the page is still being read, there may be a part of it only.
  const template = document.readyState === "loading" ? null : document.getElementById("next");
  const isNext = template?.dataset.address === location.hash && isNew();
  if (template) {
    const shown = document.querySelector("#app > .page");
    pages.home ??= shown;
    if (isNext) pages.next ??= pageWith(template.content);
    const right = isNext ? pages.next : pages.home;
    if (shown !== right) turnTo(right, change !== undefined);
  }
  if (isNext || /^#?\/?$/.test(location.hash)) delete document.documentElement.dataset.shell;
  else document.documentElement.dataset.shell = "other";
}
fitShell();
parsed.then(() => fitShell());
addEventListener("hashchange", fitShell);

async function textOf(file) {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.text();
}

/** Tells the app that a file has come; false when it is of no use to it. */
const tell = (event, detail) => dispatchEvent(new CustomEvent(event, { detail, cancelable: true }));

/** Waits before something is asked for again, less long when the network is back. */
const later = (pause) =>
  new Promise((resolve) => {
    setTimeout(resolve, pause);
    addEventListener("online", resolve, { once: true });
  });

/** The rest of the style; asked for again only when it failed. */
let style;
function fetchStyle() {
  style ??= new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = files.style;
    // Not there while developing: the server changes the file as it is edited.
    if (files.styleIntegrity) link.integrity = files.styleIntegrity;
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      style = undefined;
      reject(new Error("no style"));
    };
    document.head.append(link);
  });
  return style;
}

/** The page has nothing to do for a moment, fifty milliseconds at most; a hidden page is not painted. */
const pageIsIdle = () =>
  new Promise((resolve) => {
    if (document.hidden) resolve();
    else if (globalThis.requestIdleCallback) requestIdleCallback(resolve, { timeout: 250 });
    else requestAnimationFrame(() => requestAnimationFrame(resolve));
  });

// The rest of the program, the library's words and the other screens' style come behind the first
// screen; the app hears of all at once. What fails is asked for again: sooner when the network is back, else ever more rarely.
async function fetchRest(glue) {
  // Once the first screen has been painted and a first tap, which is quick, has been answered.
  for (let quiet = 0; quiet < 4; quiet += 1) await pageIsIdle();
  let refused = 0;
  for (let pause = 1000; ; pause = Math.min(2 * pause, 30_000)) {
    try {
      const [words] = await Promise.all([textOf(files.words), glue.rest?.(), fetchStyle()]);
      if (tell("unknot-rest", words)) return;
      throw new Error("status: not the words of this version");
    } catch (error) {
      // A captive portal's page will be another one next time. A file that stays gone or wrong will not:
      // the server has a newer version, which a reload brings.
      if (/^status/.test(error.message) && ++refused > 3) return fail("files");
      await later(pause);
    }
  }
}

// The figures come last: nothing waits for them, and without them the words stay.
async function fetchFigures() {
  for (let pause = 2000; pause < 200_000; pause *= 2) {
    try {
      if (tell("unknot-figures", await textOf(files.figures))) return;
    } catch {}
    await later(pause);
  }
}

start().then((glue) => glue && fetchRest(glue)).then(offerInstall).then(fetchFigures);

// Safari leaves a text field that Tab leads to under the bar below: it heeds the page's scroll padding here alone.
addEventListener("keyup", ({ key, target }) => {
  if (key === "Tab" && target.matches?.("input, textarea")) target.scrollIntoView({ block: "nearest" });
});
