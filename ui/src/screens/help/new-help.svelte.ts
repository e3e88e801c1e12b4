// A new help request, beside a visit or apart. Nothing about consent or urgency is filled in beforehand.

import { toAppError, type AppError, type Backend } from "../../ipc/backend";
import type { HelpOptions, HelpView, RecordId, SharedField, TodayRow, Urgency } from "../../ipc/bindings.gen";

export const SHARED_FIELDS: readonly SharedField[] = ["description", "contact", "address"];

/** "later": the resident was not asked yet. */
export type ConsentAnswer = "yes" | "no" | "later";

export type Missing =
  "household" | "category" | "urgency" | "description" | "consent" | "recipient" | "fields";

export class NewHelp {
  options = $state.raw<HelpOptions | null>(null);
  household = $state<RecordId | null>(null);
  search = $state("");
  found = $state.raw<TodayRow[]>([]);
  category = $state<string | null>(null);
  detail = $state<string | null>(null);
  urgency = $state<Urgency | null>(null);
  description = $state("");
  contact = $state("");
  consent = $state<ConsentAnswer | null>(null);
  recipient = $state<string | null>(null);
  fields = $state<SharedField[]>([]);
  /** What still lacks, once saving was tried. */
  tried = $state(false);
  saving = $state(false);
  problem = $state.raw<AppError | null>(null);

  constructor(
    private backend: Backend,
    household: RecordId | null,
    private draft: RecordId | null,
  ) {
    this.household = household;
  }

  details = $derived(this.category ? (this.options?.details[this.category] ?? []) : []);
  missing = $derived.by(() => {
    const missing: Missing[] = [];
    if (!this.household) missing.push("household");
    if (!this.category) missing.push("category");
    if (!this.description.trim()) missing.push("description");
    if (!this.urgency) missing.push("urgency");
    if (!this.consent) missing.push("consent");
    if (this.consent === "yes" && !this.recipient) missing.push("recipient");
    if (this.consent === "yes" && this.fields.length === 0) missing.push("fields");
    return missing;
  });

  lacks(field: Missing): boolean {
    return this.tried && this.missing.includes(field);
  }

  async load(): Promise<void> {
    try {
      this.options = await this.backend.call("help_options", {});
    } catch (raised) {
      this.problem = toAppError(raised);
    }
  }

  async find(text: string): Promise<void> {
    this.search = text;
    if (text.trim().length < 2) {
      this.found = [];
      return;
    }
    try {
      const { rows } = await this.backend.call("search", { text });
      // An older answer must not overtake a newer one.
      if (this.search === text) this.found = rows.slice(0, 6);
    } catch (raised) {
      this.problem = toAppError(raised);
    }
  }

  chooseCategory(category: string): void {
    if (this.category !== category) this.detail = null;
    this.category = category;
  }

  toggleField(field: SharedField): void {
    this.fields = this.fields.includes(field)
      ? this.fields.filter((other) => other !== field)
      : SHARED_FIELDS.filter((other) => other === field || this.fields.includes(other));
  }

  /** The request as it was saved; null while something lacks. */
  async save(): Promise<HelpView | null> {
    this.tried = true;
    if (this.missing.length || this.saving || !this.household || !this.category || !this.urgency) return null;
    const shared = this.consent === "yes";
    this.saving = true;
    try {
      return await this.backend.call("record_help", {
        household: this.household,
        draft: this.draft,
        category: this.category,
        detail: this.detail,
        urgency: this.urgency,
        description: this.description.trim(),
        contact: this.contact.trim() || null,
        consent_given: this.consent === "later" ? null : shared,
        recipient: shared ? this.recipient : null,
        fields: shared ? this.fields : [],
      });
    } catch (raised) {
      this.problem = toAppError(raised);
      return null;
    } finally {
      this.saving = false;
    }
  }
}
