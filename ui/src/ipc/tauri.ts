// The desktop window. The only file that knows Tauri.

import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { type Backend, toAppError } from "./backend";
import type { Event } from "./bindings.gen";

async function send<T>(command: "call" | "resident_call", name: string, input: unknown): Promise<T> {
  try {
    return await invoke<T>(command, { name, input });
  } catch (raised) {
    throw toAppError(raised);
  }
}

export const tauri: Backend = {
  call: (name, input) => send("call", name, input),
  residentCall: (name, input) => send("resident_call", name, input),
  subscribe(listener) {
    const stop = listen<Event>("app-event", (event) => listener(event.payload));
    return () => void stop.then((unlisten) => unlisten());
  },
  copied() {
    send("call", "shell_copied", {}).catch(() => undefined);
  },
  hide: () => send("call", "shell_hide", {}),
  save: (file) => send("call", "shell_save_file", file),
  voice: {
    languages: () => send("call", "shell_voice_languages", {}),
    say: (language, text, pace) => send("call", "shell_voice_say", { language, text, pace }),
    hush: () => send("call", "shell_voice_hush", {}),
  },
  setZoom(percent) {
    send("call", "shell_zoom", { percent }).catch(() => undefined);
  },
};
