// Numbers as people type them here: with a comma or a point, in western or Arabic digits.

/** The number that was typed; null for nothing, undefined for what is no number. */
export function parseNumber(text: string, whole: boolean): number | null | undefined {
  const western = text.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const plain = western.replace(/[,٫]/, ".").replace("−", "-");
  if (plain === "") return null;
  return (whole ? /^-?\d+$/ : /^-?\d*\.?\d+$/).test(plain) ? Number(plain) : undefined;
}

/** With a comma, but for English. */
export function formatNumber(value: number, language: string): string {
  const text = String(value);
  return language === "en" ? text : text.replace(".", ",");
}

export interface Bounds {
  min: number;
  max: number;
  step: number;
}

/** Whether a number is one of the steps between two bounds; steps like 0.1 are not exact. */
export function isStep(value: number, { min, max, step }: Bounds): boolean {
  const times = (value - min) / (step || 1);
  return value >= min && value <= max && Math.abs(times - Math.round(times)) < 1e-9;
}

/** The next step up or down, without the dust of binary fractions. Below zero is typed, unless bounds say otherwise. */
export function stepped(value: number | null, by: 1 | -1, bounds: Bounds | null): number {
  if (value === null) return bounds?.min ?? 0;
  const next = Number((value + by * (bounds?.step || 1)).toFixed(10));
  return bounds ? Math.min(Math.max(next, bounds.min), bounds.max) : Math.max(next, Math.min(value, 0));
}
