// What the screens know of the core: commands by name, and events. No screen knows what carries them.

import type { Commands, Event, NamedFile } from "./bindings.gen";

export type CommandName = keyof Commands;
export type Input<K extends CommandName> = Commands[K]["input"];
export type Output<K extends CommandName> = Commands[K]["output"];

/** The commands that a resident's view may use; the core refuses every other. */
export type ResidentCommandName = "resident_question" | "answer" | "leaflet";

/** How fast a voice reads. */
export type Pace = "normal" | "slow";

/** The voices of this laptop. What is read stays on it. */
export interface VoiceBackend {
  /** The languages that have a voice. */
  languages(): Promise<string[]>;
  /** Resolves when the text has sounded: true at its end, false where something stopped it. */
  say(language: string, text: string, pace: Pace): Promise<boolean>;
  hush(): Promise<void>;
}

export interface Backend {
  call<K extends CommandName>(name: K, input: Input<K>): Promise<Output<K>>;
  residentCall<K extends ResidentCommandName>(name: K, input: Input<K>): Promise<Output<K>>;
  /** Returns how to stop listening. */
  subscribe(listener: (event: Event) => void): () => void;
  /** Something was copied: the clipboard is emptied after half a minute. */
  copied(): void;
  /** Shows a calendar in place of the lock that comes next. */
  hide(): Promise<void>;
  /** Lets the person choose where a file goes; false where they chose nothing. */
  save(file: NamedFile): Promise<boolean>;
  /** Size of the letters, in percent of the whole page. */
  setZoom(percent: number): void;
  readonly voice: VoiceBackend;
}

/** The core's `{code, args}`; the code names the message `error-<code>`. */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly args: Record<string, string> = {},
  ) {
    super(code);
    this.name = "AppError";
  }
}

export function toAppError(raised: unknown): AppError {
  if (raised instanceof AppError) return raised;
  if (typeof raised === "object" && raised !== null && "code" in raised && typeof raised.code === "string") {
    const args = "args" in raised && typeof raised.args === "object" ? raised.args : {};
    return new AppError(raised.code, (args ?? {}) as Record<string, string>);
  }
  return new AppError("internal");
}

/** Does something, and tells what stood in the way, or null once nothing did; true where it was done. */
export async function attempt(
  action: () => Promise<void>,
  tell: (problem: AppError | null) => void,
): Promise<boolean> {
  try {
    await action();
    tell(null);
    return true;
  } catch (raised) {
    tell(toAppError(raised));
    return false;
  }
}
