// The development bridge: the same commands over loopback HTTP, for a browser beside the editor and for browser tests.

import { type Backend, toAppError } from "./backend";
import type { Event } from "./bindings.gen";

export function bridge(base: string): Backend {
  async function send<T>(name: string, input: unknown, resident: boolean): Promise<T> {
    const response = await fetch(`${base}/call`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name, input, resident }),
    });
    const body: unknown = await response.json();
    if (!response.ok) throw toAppError(body);
    return body as T;
  }
  return {
    call: (name, input) => send(name, input, false),
    residentCall: (name, input) => send(name, input, true),
    subscribe(listener) {
      const source = new EventSource(`${base}/events`);
      source.onmessage = (message: MessageEvent<string>) => listener(JSON.parse(message.data) as Event);
      return () => source.close();
    },
    // A browser's clipboard is the browser's.
    copied: () => undefined,
    hide: async () => undefined,
    save(file) {
      const link = document.createElement("a");
      link.href = `data:application/octet-stream;base64,${file.base64}`;
      link.download = file.name;
      link.click();
      return Promise.resolve(true);
    },
    // A browser beside the editor stays silent.
    voice: { languages: async () => [], say: async () => false, hush: async () => undefined },
    setZoom(percent) {
      document.documentElement.style.setProperty("zoom", `${percent}%`);
    },
  };
}
