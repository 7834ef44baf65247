// Makes the nth write fail, and does the main job quickly. `e2e.fail` says which; 0 makes none fail.
//   __writes - what was written on this page so far, in order
//   __job()  - rates, notes, plays, keeps, marks: everything that the app writes, by its own controls
(() => {
  const setItem = Storage.prototype.setItem;
  // A page without storage, such as about:blank, writes nothing.
  if (!/^http/.test(location.protocol)) return;
  const fail = Number(localStorage.getItem("e2e.fail") ?? 0);
  const writes = (window.__writes = []);
  const fails = (what) => writes.push(what) === fail;
  let places = 0;
  Storage.prototype.setItem = function (key, text) {
    // The place of a session is written each second by one and the same call: three of them stand for all.
    const counts = key.startsWith("unknot.") && !(key === "unknot.place" && (places += 1) > 3);
    if (counts && fails(key)) throw new DOMException("full", "QuotaExceededError");
    return setItem.call(this, key, text);
  };
  for (const name of ["put", "delete"]) {
    const real = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...given) {
      if (!fails(`${name} ${this.name}`)) return real.apply(this, given);
      // In turns: the write is refused at once, or its whole transaction fails afterwards.
      if (fail % 2) throw new DOMException("full", "QuotaExceededError");
      const answer = real.apply(this, given);
      this.transaction.abort();
      return answer;
    };
  }

  const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
  const find = async (css) => {
    for (let nth = 0; nth < 600; nth += 1) {
      const found = [...document.querySelectorAll(css)].find((it) => it.checkVisibility());
      if (found && !found.disabled) return found;
      await frame();
    }
    throw new Error(`${css} never came, after ${writes.length} writes: ${document.body.innerText}`);
  };
  const press = async (css) => (await find(css)).click();
  const type = async (css, words) => {
    const field = await find(css);
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const go = async (fragment, css) => {
    location.hash = fragment;
    await find(css);
  };
  window.__job = async () => {
    // What is told of today already is taken back first.
    await find("[data-role=check-pain]");
    for (const role of ["check-pain", "check-flare"]) {
      document.querySelector(`[data-role=${role}][data-state=told] [data-action=undo]`)?.click();
      await frame();
    }
    await press("[data-role=check-pain] [data-rating='4']");
    await find("[data-role=check-pain][data-state=told]");
    await press("[data-action=flare]");
    await find("[data-role=check-flare][data-state=told]");
    (await find("details:has([name=note])")).open = true;
    await type("[name=note]", "A note");
    await press("[data-action=save-note]");
    await go("#/settings", "[data-screen=settings]");
    await press("input[name=vibration]");
    await go("#/routine/lower-back-10", "[data-screen=routine]");
    await press("[data-action=favourite]");
    await press("[data-action=start]");
    await find("[data-screen=check], [data-screen=player]");
    if (document.querySelector("[data-screen=check]")) await press("[data-action=accept-check]");
    await find("[data-screen=player]");
    const start = document.querySelector("[data-screen=player] [data-action=start]");
    if (start?.checkVisibility()) start.click();
    await find("[data-screen=player][data-running=true]");
    window.__clock.stop();
    await window.__clock.run(75000);
    await press("[data-action=end]");
    await press("[data-action=end-now]");
    window.__clock.go();
    await press("[data-role=felt-after] [data-rating='3']");
    await find("[data-role=felt-after] [data-action=undo]");
    await go("#/routines", "[data-kept]");
    await press("[data-kept] [data-action=more]");
    await press("[data-kept] [data-action=duplicate]");
    for (let nth = 0; nth < 30; nth += 1) await frame();
    return { writes, told: Boolean(document.querySelector("[data-role=notice]")?.checkVisibility()) };
  };
})();
