// For tests that drive the window: WebDriver has no way to ask WebKit for what the console said.
(() => {
  const complaints = [];
  Object.defineProperty(window, "__complaints", { value: complaints });
  const note = (kind, what) => complaints.push(`${kind}: ${what}`);
  for (const level of ["error", "warn"]) {
    const original = console[level].bind(console);
    console[level] = (...what) => {
      note(level, what.map((one) => one?.stack ?? String(one)).join(" "));
      original(...what);
    };
  }
  addEventListener("error", (event) => note("uncaught", event.error?.stack ?? event.message ?? event.target?.localName), true);
  addEventListener("unhandledrejection", (event) => note("unhandled", event.reason?.stack ?? JSON.stringify(event.reason)));
  addEventListener("securitypolicyviolation", (event) =>
    note("policy", `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
  );
})();
