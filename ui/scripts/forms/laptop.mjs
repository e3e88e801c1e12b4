// A server with invented data and one enrolled laptop behind the development bridge, each in a folder that goes away.

import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";

const PATIENCE_MS = 30_000;
const PASSPHRASE = "groene fiets zingt zacht";

/** A port that nobody listens on now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export class Laptop {
  #running = [];

  constructor(folder, programs) {
    this.folder = folder;
    this.programs = programs;
  }

  async start() {
    const server = join(this.programs, "hoe-gaat-het-server");
    const data = join(this.folder, "server");
    const listen = `127.0.0.1:${await freePort()}`;
    const demo = spawnSync(server, ["demo", "--data", data, "--listen", listen], { encoding: "utf8" });
    const code = /^(\S+)\s+.*\bcoordinator\b/m.exec(demo.stdout ?? "")?.[1];
    if (!code) throw new Error(`no code for a coordinator: ${demo.error ?? demo.stderr}`);
    this.#spawn(server, ["serve", "--data", data, "--listen", listen]);
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const page = join(this.folder, "page");
    this.#spawn(join(this.programs, "bridge"), [
      ...["--data", join(this.folder, "laptop")],
      ...["--port", String(port), "--ui", page],
    ]);
    await this.#answers(() => this.call("start_state", {}));
    await this.#answers(() => this.call("check_server", { url: `http://${listen}` }));
    const enrolment = { url: `http://${listen}`, code, device_name: "Laptop", passphrase: PASSPHRASE };
    await this.call("enrol", enrolment);
  }

  #spawn(program, args) {
    const child = spawn(program, args, { stdio: "ignore", env: { ...process.env, HGH_LOG: "error" } });
    this.#running.push({ child, ended: new Promise((resolve) => child.on("exit", resolve)) });
  }

  async #answers(ask) {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  async call(name, input) {
    const response = await fetch(`${this.url}/call`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name, input, resident: false }),
    });
    const body = await response.json();
    if (!response.ok) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return body;
  }

  async stop() {
    for (const { child, ended } of this.#running.reverse()) {
      child.kill();
      await ended;
    }
  }
}
