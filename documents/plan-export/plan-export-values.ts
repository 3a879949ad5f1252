/**
 * How one value of a plan stands in a cell, and back. What a person reads and edits is plain: days are days,
 * numbers are numbers; only what a cell cannot hold is spelled out.
 */

/** A cell to write; `undefined` leaves it empty. */
export type WrittenCell =
  | { readonly value: string; readonly type: typeof String }
  | { readonly value: number; readonly type: typeof Number }
  | { readonly value: Date; readonly type: typeof Date; readonly format: string }
  | undefined;

/** A cell as read; days come as `Date` at midnight UTC. */
export type ReadCell = string | number | boolean | Date | null;

/** `take` gives `undefined` for an empty cell, and calls `problem` (Italian) when it cannot understand one. */
export interface Codec {
  readonly put: (value: unknown) => WrittenCell;
  readonly take: (cell: ReadCell, problem: (message: string) => void) => unknown;
}

/** Text that a cell cannot show: nothing on purpose, and a text without letters. */
const NONE = '(nessuno)';
const EMPTY = '(vuoto)';
/** The same words as a text of the plan get a backslash before them. */
const SPELLED = /^\\*\((?:nessuno|vuoto)\)$/;

/** Also for text that looks like a formula: the cell's type says that it is none. */
export const TEXT: Codec = {
  put: (value) => {
    if (value === undefined) return undefined;
    if (value === null) return { value: NONE, type: String };
    const text = String(value);
    const shown = text === '' ? EMPTY : SPELLED.test(text) ? `\\${text}` : text;
    return { value: escapeCharacters(shown), type: String };
  },
  take: (cell) => {
    if (cell === null || cell === '') return undefined;
    const text =
      cell instanceof Date ? isoDay(cell) : typeof cell === 'number' ? italian(cell) : String(cell);
    if (text === NONE) return null;
    if (text === EMPTY) return '';
    return SPELLED.test(text) ? text.slice(1) : text;
  },
};

/** Text where no other word is needed for nothing: the contract has `null`, the cell is empty. */
export const TEXT_OR_NULL: Codec = {
  put: (value) => (value === null ? undefined : TEXT.put(value)),
  take: (cell, problem) => TEXT.take(cell, problem) ?? null,
};

/** An empty cell is a missing number; a person may write it with a decimal comma. */
export const NUMBER: Codec = {
  put: (value) => (typeof value === 'number' ? { value, type: Number } : undefined),
  take: (cell, problem) => {
    if (cell === null || typeof cell === 'number') return cell ?? undefined;
    const text = String(cell).trim();
    if (/^[+-]?\d+([.,]\d+)?$/.test(text)) return Number(text.replace(',', '.'));
    if (text !== '') problem('non è un numero');
    return undefined;
  },
};

/** An ISO day; one that does not exist, as acts have them, is written as text. */
export const DAY: Codec = {
  put: (value) => {
    if (typeof value !== 'string') return undefined;
    const day = new Date(`${value}T00:00:00Z`);
    // Spreadsheets disagree about 1900.
    const exists = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(day.getTime()) && isoDay(day) === value;
    if (exists && value >= '1901') return { value: day, type: Date, format: 'dd/mm/yyyy' };
    return { value, type: String };
  },
  take: (cell) => {
    if (cell === null || cell === '') return undefined;
    if (cell instanceof Date) return isoDay(cell);
    const text = String(cell).trim();
    const [, day = '', month = '', year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
    return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  },
};

/** One of a few words, shown in Italian. */
export function choice(words: Readonly<Record<string, unknown>>): Codec {
  const shown = new Map(Object.entries(words).map(([word, value]) => [value, word]));
  return {
    put: (value) => {
      const word = shown.get(value);
      return word === undefined ? undefined : { value: word, type: String };
    },
    take: (cell, problem) => {
      if (cell === null || cell === '') return undefined;
      const word = String(cell).trim().toLowerCase();
      if (Object.hasOwn(words, word)) return words[word];
      problem(`deve essere una di queste parole: ${Object.keys(words).join(', ')}`);
      return undefined;
    },
  };
}

/** A truth; an empty cell says nothing. */
export const YES_NO: Codec = choice({ sì: true, no: false });

const isoDay = (day: Date): string => (Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10));
const italian = (value: number): string => String(value).replace('.', ',');

/**
 * Excel's spelling of what XML cannot hold or the writer takes out, of what looks like that spelling, and of words
 * that the writer's list of texts takes for its own ("valueOf").
 */
const escapeCharacters = (text: string): string =>
  text in {}
    ? spelled(text.slice(0, 1)) + text.slice(1)
    : text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replace(HARD, spelled);

const HARD = /[\r\u007f-\u009f\ufffd]|\p{Noncharacter_Code_Point}/gu;

const spelled = (text: string): string =>
  text.replace(/[\s\S]/g, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
