// Someone past the first three sessions, whose doses are the routine's own, and who answered every question
// today with "none of these": what is measured is the session. What is kept already stays.
const day = Math.floor((Date.now() - new Date().getTimezoneOffset() * 60000) / 86400000);
const told = Array.from({ length: config.conditions }, (_, at) => [at + 1, false, day, day, null, []]);
const records = {
  history: { v: 1, finished: 3, last_day: null, recent: [] },
  check: { v: 1, list: "full", ticked: [], day, stopped: null, cleared: null, last_session: null, ask_full: false },
  health: { v: 1, told, marks: [], marked: day, pain: [0, null, day, false], cleared: [], left_gentle: null, ill: null },
};
try {
  for (const [name, record] of Object.entries(records)) {
    const key = `unknot.${name}`;
    if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify(record));
  }
} catch {
  // A page without storage, such as about:blank.
}
