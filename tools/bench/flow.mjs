// Drives the app by the DOM contract: from a routine's page to a running player, and back.

/** Presses the first enabled, visible control with this action from inside the page; false when there is none. */
export async function press(page, action) {
  return page.evaluate(
    `(() => {
      const all = [...document.querySelectorAll('[data-action=${JSON.stringify(action)}]')];
      const control = all.find((one) => one.getClientRects().length > 0 && !one.disabled);
      control?.click();
      return Boolean(control);
    })()`,
    { gesture: true },
  );
}

const SCREEN = "document.querySelector('[data-screen]')?.dataset.screen ?? null";
const RUNNING = `document.querySelector('[data-screen="player"]')?.dataset.running === "true"`;

/** The screen shown now. */
export function screen(page) {
  return page.evaluate(SCREEN);
}

/** Shows a routine's page and waits for it. */
export async function showRoutine(page, site, slug) {
  await page.goto(`${site.url}#/routine/${slug}`);
  await page.until(`document.body.dataset.app === "ready"`, "the app to be ready", 30_000);
  await page.until(`document.querySelector('[data-screen="routine"] [data-action="start"]') !== null`, "the routine's page");
}

/**
 * From a routine's page to a running player, answering "none of these" wherever a check comes first.
 * `turn` lets time pass between presses when the clock stands (see page/clock.js).
 */
export async function startSession(page, turn) {
  for (let act = 0; act < 30; act += 1) {
    if (await page.evaluate(RUNNING)) return;
    const before = await page.evaluate("document.body.innerHTML.length");
    const pressed = await firstPossible(page, act);
    if (!pressed) await turn();
    await turn();
    const after = await page.evaluate("document.body.innerHTML.length");
    if (pressed === "none" && before === after) await turn();
  }
  throw new Error(`the session did not start; the screen is "${await screen(page)}"`);
}

async function firstPossible(page, act) {
  const here = await screen(page);
  if (here === "routine" || here === "player") return (await press(page, "start")) && "start";
  if (here !== "check") return null;
  // Every group of questions has its "none"; going on is possible once they are answered.
  if (act % 2 === 1 && (await press(page, "none"))) return "none";
  for (const action of ["accept-check", "continue"]) {
    if (await press(page, action)) return action;
  }
  return (await press(page, "none")) && "none";
}
