// Which calls are still on their way, so that locking can wait for what is being saved.

import type { Backend } from "./backend";

/** Longer than any answer takes to save; what takes longer is a network, and a network does not keep the app open. */
const WAIT_MS = 400;

export class Ongoing {
  #calls = new Set<Promise<unknown>>();
  readonly backend: Backend;

  constructor(backend: Backend) {
    const noted = <T>(call: Promise<T>): Promise<T> => {
      const ended = call.catch(() => undefined).finally(() => this.#calls.delete(ended));
      this.#calls.add(ended);
      return call;
    };
    this.backend = {
      call: (name, input) => noted(backend.call(name, input)),
      residentCall: (name, input) => noted(backend.residentCall(name, input)),
      subscribe: (listener) => backend.subscribe(listener),
      copied: () => backend.copied(),
      hide: () => backend.hide(),
      save: (file) => backend.save(file),
      setZoom: (percent) => backend.setZoom(percent),
      voice: backend.voice,
    };
  }

  /** When every call that was made was answered, also those made meanwhile; or soon, whatever is still missing. */
  async settled(): Promise<void> {
    const waited = new Promise<void>((resolve) => setTimeout(resolve, WAIT_MS));
    await Promise.race([this.#ended(), waited]);
  }

  async #ended(): Promise<void> {
    while (this.#calls.size > 0) await Promise.all(this.#calls);
  }
}
