// Rows of a journal, put into the database as the app would have written them.
//   __seed({ weeks, perWeek, from, to }) - pain falls from one number to the other
window.__rows = ({ weeks, perDay = 3 / 7, from = 6, to = 3, today = Math.floor((Date.now() - new Date().getTimezoneOffset() * 60000) / 86400000) }) => {
  const days = weeks * 7;
  const rows = [];
  const put = (kind, number, fields) => rows.push([`${kind}-${number}`, JSON.stringify({ v: 1, kind, ...fields })]);
  const noon = (day) => day * 86400000 + 43200000;
  const routines = [["lower-back-10", 1, "Lower back, 10 minutes"], ["gentle-whole-body-10", 2, "Gentle whole body, 10 minutes"], ["lower-back-5", 3, "Lower back, 5 minutes"]];
  let owed = 0;
  let nth = 0;
  for (let ago = days - 1; ago >= 0; ago -= 1) {
    const day = today - ago;
    const share = 1 - ago / Math.max(1, days - 1);
    const level = from + (to - from) * share;
    put("pain", day, { at: noon(day), day, pain: Math.max(0, Math.min(10, Math.round(level + Math.sin(day * 1.7)))) });
    owed += perDay;
    for (; owed >= 1; owed -= 1, nth += 1) {
      const started = noon(day) + nth * 1000;
      const [routine, number, name] = routines[nth % routines.length];
      const steps = Array.from({ length: 8 }, (_, at) => [at + 1, at === 3 && nth % 5 === 0 ? 2 : 0, at === 2 && nth % 4 === 0 ? 1 : 0, 60]);
      put("session", started, { at: started + 600000, day, started, routine, number, name, secs: 480 + (nth % 7) * 20, mode: "standard", ending: 0, steps });
      put("before", started, { at: started, day, session: started, pain: Math.max(0, Math.min(10, Math.round(level + 1))), place: "lower-back" });
      put("after", started, { at: started + 600000, day, session: started, pain: Math.max(0, Math.min(10, Math.round(level - (nth % 3) * 0.6))), place: null });
    }
    if ((days - 1 - ago) % 7 === 0) {
      const week = Math.round(3 + 4 * share);
      put("week", day, { at: noon(day), day, activities: [[1000, week], [2000, Math.min(10, week + 1)]], sleep: 6, confidence: 5 });
    }
  }
  const first = today - days + 1;
  put("activity", 1000, { at: noon(first), day: first, id: 1000, name: "Put on socks", asked: true });
  put("activity", 2000, { at: noon(first), day: first, id: 2000, name: "Sit through a film", asked: true });
  put("plan", first, { at: noon(first), day: first, routine: "", schedule: [1, 3, 52] });
  return rows;
};
window.__store = (act) =>
  new Promise((resolve, reject) => {
    const open = indexedDB.open("unknot");
    open.onupgradeneeded = () => {
      for (const name of ["routines", "journal"]) open.result.createObjectStore(name);
    };
    open.onerror = () => reject(open.error);
    open.onblocked = () => reject(new Error("blocked"));
    open.onsuccess = () => {
      const database = open.result;
      try {
        const transaction = database.transaction(["journal", "routines"], "readwrite");
        const answer = act(transaction.objectStore("journal"), transaction.objectStore("routines"));
        transaction.oncomplete = () => {
          database.close();
          resolve(answer && "result" in answer ? answer.result : null);
        };
        transaction.onabort = () => reject(transaction.error);
      } catch (error) {
        reject(new Error(`${error}: version ${database.version}, stores ${[...database.objectStoreNames]}`));
      }
    };
  });
window.__seed = (wanted) => {
  const rows = window.__rows(wanted);
  return window.__store((journal) => {
    for (const [key, text] of rows) journal.put(text, key);
  }).then(() => rows.length);
};
