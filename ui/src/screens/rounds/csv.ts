// An address list as people export it, made into the one shape that the core reads. Rows keep their numbers.

export const COLUMNS = ["street", "number", "box", "neighbourhood"] as const;
export type CsvColumn = (typeof COLUMNS)[number];

const NAMES: Record<CsvColumn, readonly string[]> = {
  street: ["street", "straat", "straatnaam"],
  number: ["number", "nummer", "huisnummer", "huisnr", "nr"],
  box: ["box", "bus", "busnummer", "busnr"],
  neighbourhood: ["neighbourhood", "wijk", "wijkcode", "buurt"],
};

export interface Table {
  /** The columns that were recognised, in the order of the file. */
  columns: (CsvColumn | null)[];
  rows: string[][];
  missing: CsvColumn[];
}

/** Reads a file with commas, semicolons or tabs; fields may be quoted. */
export function parse(text: string): Table {
  const lines = splitRows(text.replace(/^\uFEFF/, ""), separatorOf(text));
  const [header = [], ...rows] = lines;
  const columns = header.map(columnOf);
  const missing = (["street", "number"] as const).filter((column) => !columns.includes(column));
  return { columns, rows, missing };
}

/** The table as the core reads it: the header in English, commas, quotes where needed. */
export function canonical({ columns, rows }: Table): string {
  const used = COLUMNS.filter((column) => columns.includes(column));
  const line = (fields: readonly string[]) => fields.map(quoted).join(",");
  const body = rows.map((row) => line(used.map((column) => (row[columns.indexOf(column)] ?? "").trim())));
  return [line(used), ...body].join("\n") + "\n";
}

function columnOf(name: string): CsvColumn | null {
  const plain = name.trim().toLowerCase();
  return COLUMNS.find((column) => NAMES[column].includes(plain)) ?? null;
}

function separatorOf(text: string): string {
  const [header = ""] = text.split(/\r?\n/, 1);
  const counts = [";", ",", "\t"].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.reduce((best, other) => (other.count > best.count ? other : best)).mark;
}

function splitRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let inQuotes = false;
  const endRow = () => {
    row.push(field);
    rows.push(row);
    row = [];
    field = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (inQuotes) {
      if (mark !== '"') field += mark;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else inQuotes = false;
    } else if (mark === '"' && field === "") inQuotes = true;
    else if (mark === separator) {
      row.push(field);
      field = "";
    } else if (mark === "\n") endRow();
    else if (mark !== "\r") field += mark;
  }
  if (field !== "" || row.length) endRow();
  // Empty lines at the end are no rows.
  while (rows.length && rows[rows.length - 1]?.every((value) => value.trim() === "")) rows.pop();
  return rows;
}

function quoted(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
