// Files that a person chose or dropped.

import type { NamedFile } from "../../ipc/bindings.gen";

export const ACCEPTED = ".xlsx,.xls,.csv";

export function isWorkbook(file: File): boolean {
  return /\.xlsx?$/i.test(file.name);
}

export function isTable(file: File): boolean {
  return /\.csv$/i.test(file.name);
}

/** The file with its bytes, as the core takes them. */
export function baseOf(file: File): Promise<NamedFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    reader.onload = () => {
      const address = String(reader.result);
      resolve({ name: file.name, base64: address.slice(address.indexOf(",") + 1) });
    };
    reader.readAsDataURL(file);
  });
}
