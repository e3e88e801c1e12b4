// Forms at the office: which versions there are, and the spreadsheet that is being looked at.

import { AppError, attempt, type Backend } from "../../ipc/backend";
import type {
  DraftView,
  FormCheck,
  FormFile,
  FormsView,
  FormVersionView,
  NamedFile,
  RecordId,
} from "../../ipc/bindings.gen";
import { baseOf, isTable, isWorkbook } from "./files";

export class Forms {
  view = $state.raw<FormsView | null>(null);
  /** The chosen file, and what is wrong with it. */
  file = $state.raw<FormFile | null>(null);
  check = $state.raw<FormCheck | null>(null);
  /** The form that is being tried. */
  trial = $state.raw<DraftView | null>(null);
  busy = $state(false);
  error = $state.raw<AppError | null>(null);

  constructor(private backend: Backend) {}

  ready = $derived(this.check !== null && this.check.errors === 0 && this.check.obstacle === null);

  async load(): Promise<void> {
    await this.#try(async () => void (this.view = await this.backend.call("forms", {})));
  }

  /** A spreadsheet with its tables; tables alone go beside the spreadsheet that was chosen before. */
  async choose(chosen: Iterable<File>): Promise<void> {
    const files = [...chosen];
    const workbook = files.find(isWorkbook);
    const tables = files.filter(isTable);
    if (!workbook && !(this.file && tables.length)) {
      if (files.length) this.error = new AppError("not-a-form");
      return;
    }
    await this.#try(async () => {
      const beside = await Promise.all(tables.map(baseOf));
      const before = this.file;
      if (workbook) this.file = { workbook: await baseOf(workbook), beside };
      else if (before) {
        const fresh = new Set(beside.map(({ name }) => name));
        const kept = before.beside.filter(({ name }) => !fresh.has(name));
        this.file = { ...before, beside: [...kept, ...beside] };
      }
      this.check = null;
      if (this.file) this.check = await this.backend.call("check_form", this.file);
    });
  }

  close(): void {
    this.file = this.check = this.error = null;
  }

  /** Tries the chosen file, or a version. */
  async try(version: FormVersionView | null, language: string): Promise<void> {
    const file = version ? null : this.file;
    await this.#try(async () => {
      this.trial = await this.backend.call("try_form", { file, id: version?.id ?? null, language });
    });
  }

  async publish(): Promise<boolean> {
    const { file } = this;
    if (!file) return false;
    return this.#try(async () => {
      this.view = await this.backend.call("publish_form", file);
      this.close();
    });
  }

  async withdraw(id: RecordId, withdrawn: boolean): Promise<boolean> {
    return this.#try(async () => {
      this.view = await this.backend.call("withdraw_form", { id, withdrawn });
    });
  }

  /** Null file: the workbook. True where the person chose a place for it. */
  async export(version: FormVersionView, file: string | null): Promise<boolean> {
    return this.#save(() => this.backend.call("export_form", { id: version.id, file }));
  }

  async template(): Promise<boolean> {
    return this.#save(() => this.backend.call("form_template", {}));
  }

  async #save(make: () => Promise<NamedFile>): Promise<boolean> {
    let saved = false;
    await this.#try(async () => void (saved = await this.backend.save(await make())));
    return saved;
  }

  async #try(action: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    const done = await attempt(action, (problem) => (this.error = problem));
    this.busy = false;
    return done;
  }
}
