// Notes everything that must not happen on any page, for the oracle to read afterwards.
(() => {
  const seen = (window.__problems = []);
  const note = (kind, text) => seen.push(`${kind}: ${text}`);
  addEventListener(
    "error",
    (event) => {
      const from = event.target?.src || event.target?.href || "";
      note("error", event.message || `could not load ${from}`);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => note("rejection", String(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) =>
    note("policy", `${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample}`),
  );
  // The rest of the program has come, and what the app makes of it stands there.
  addEventListener("unknot-rest", () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (window.__whole = true);
    port2.postMessage(0);
  });
  const loud = console.error.bind(console);
  console.error = (...words) => {
    note("console", words.map(String).join(" "));
    loud(...words);
  };
})();
