// Drives Chromium over its debugging pipe: no ports, and nothing to install beside the browser.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A page that was left is gone, with its connections.
  "--disable-features=BackForwardCache",
  "--disable-extensions",
  "--hide-scrollbars",
  "--force-prefers-reduced-motion",
  "--remote-debugging-pipe",
];

function program() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  for (const name of NAMES) {
    const { stdout, status } = spawnSync("which", [name], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  throw new Error("No Chromium found. Install the package chromium, or set CHROME_PATH.");
}

const PATIENCE_MS = 15_000;

function inTime(promise, name) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name}: no answer`)), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export class Browser {
  #waiting = new Map();
  #tabs = new Map();
  #last = 0;
  #rest = "";

  constructor() {
    this.profile = mkdtempSync(join(tmpdir(), "ui-audit-"));
    this.process = spawn(program(), [...FLAGS, `--user-data-dir=${this.profile}`], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    this.ended = new Promise((resolve) => this.process.on("exit", resolve));
    this.process.on("exit", (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`Chromium ended: ${code}`));
    });
    this.process.stdio[3].on("error", () => undefined);
    this.process.stdio[4].setEncoding("utf8").on("data", (text) => this.#hear(text));
  }

  #hear(text) {
    const messages = (this.#rest + text).split("\0");
    this.#rest = messages.pop();
    for (const message of messages) {
      const { id, error, result, sessionId, method, params } = JSON.parse(message);
      if (!id) {
        this.#tabs.get(sessionId)?.on(method, params);
        continue;
      }
      const { resolve, reject, name } = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) reject(new Error(`${name}: ${error.message}`));
      else resolve(result);
    }
  }

  send(name, params = {}, sessionId = undefined) {
    const id = ++this.#last;
    this.process.stdio[3].write(`${JSON.stringify({ id, method: name, params, sessionId })}\0`);
    return inTime(new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject, name })), name);
  }

  async open() {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const tab = new Tab((name, params) => this.send(name, params, sessionId));
    this.#tabs.set(sessionId, tab);
    for (const domain of ["Page", "Runtime", "Log"]) await tab.send(`${domain}.enable`);
    await tab.send("Emulation.setFocusEmulationEnabled", { enabled: true });
    return tab;
  }

  async close() {
    await this.send("Browser.close").catch(() => this.process.kill());
    await this.ended;
    // Its helpers may still be writing for a moment.
    await rm(this.profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

const MODIFIERS = { Alt: 1, Ctrl: 2, Shift: 8 };
const CODES = {
  Enter: 13,
  Escape: 27,
  Tab: 9,
  F8: 119,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
};

class Tab {
  /** Exceptions and errors since the last visit. */
  errors = [];
  #loaded = () => undefined;

  constructor(send) {
    this.send = send;
  }

  on(method, params) {
    if (method === "Page.loadEventFired") this.#loaded();
    if (method === "Runtime.exceptionThrown") {
      const { text, exception } = params.exceptionDetails;
      this.errors.push(exception?.description ?? text);
    }
    if (method === "Log.entryAdded") {
      const { level, text, url } = params.entry;
      if (level === "error" && !url?.endsWith("/favicon.ico")) this.errors.push(`${text} ${url ?? ""}`);
    }
  }

  async visit(url) {
    this.errors = [];
    const loaded = new Promise((resolve) => (this.#loaded = resolve));
    await this.send("Page.navigate", { url });
    await inTime(loaded, `load ${url}`);
  }

  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** A window of that size, with letters of that size, as the window of the app zooms. */
  async resize({ width, height, letters = 100 }) {
    await this.send("Emulation.setDeviceMetricsOverride", {
      width: Math.round((width * 100) / letters),
      height: Math.round((height * 100) / letters),
      deviceScaleFactor: letters / 100,
      mobile: false,
    });
  }

  /** "a", "F8", "Ctrl+k" */
  async press(combination) {
    const parts = combination === "+" ? ["+"] : combination.split("+");
    const name = parts.pop();
    const key = name === "Space" ? " " : name;
    const modifiers = parts.reduce((sum, name) => sum + MODIFIERS[name], 0);
    const letter = key.length === 1 && !parts.length;
    const event = {
      key,
      modifiers,
      code: /[a-z]/.test(key) ? `Key${key.toUpperCase()}` : /\d/.test(key) ? `Digit${key}` : key,
      windowsVirtualKeyCode: CODES[key] ?? key.toUpperCase().charCodeAt(0),
      ...(letter && { text: key }),
      ...(key === "Enter" && !parts.length && { text: "\r" }),
    };
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", ...event });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }

  async picture() {
    const { data } = await this.send("Page.captureScreenshot", { format: "png" });
    return Buffer.from(data, "base64");
  }
}
