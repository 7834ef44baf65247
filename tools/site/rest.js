// Part of the glue: fetches the rest of the program and joins it to what runs already.
// tools/site/split.mjs says how the two parts fit; shrink.mjs puts this behind wasm-bindgen's code.
let whole = false;
const restAddress = new URL("%REST%", import.meta.url);

function join(module) {
  if (whole) return;
  new WebAssembly.Instance(module, { ...__wbg_get_imports(), 1: wasm });
  whole = true;
}

/** Something of the rest is called before it has come: nothing can go on without, so this waits. */
function need() {
  if (whole) return;
  try {
    const request = new XMLHttpRequest();
    request.open("GET", restAddress, false);
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    if (request.status !== 200) throw new Error(`status ${request.status}`);
    const steps = unpacked(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 255));
    let step;
    do step = steps.next();
    while (!step.done);
    join(new WebAssembly.Module(step.value));
  } catch (error) {
    throw new WebAssembly.RuntimeError("files", { cause: error });
  }
}

async function fetched() {
  const answer = await fetch(restAddress);
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return WebAssembly.compile(await bitByBit(unpacked(new Uint8Array(await answer.arrayBuffer()))));
}

/** What `steps` return in the end; between short stretches of work the page has its turn. */
async function bitByBit(steps) {
  // Not a timer: those wait longer each time, and stand still in a page that nobody sees.
  const { port1, port2 } = new MessageChannel();
  for (;;) {
    const end = performance.now() + 5;
    let step;
    do step = steps.next();
    while (!step.done && performance.now() < end);
    if (step.done) return step.value;
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  }
}

/** Fetches the rest, once the first screen can be used. */
export async function rest() {
  if (!whole) join(await fetched());
}

/** Fetches the rest before the start, which then joins it first (`early` stands before the start's call). */
let early;
export async function wholeFirst() {
  early = await fetched();
}
