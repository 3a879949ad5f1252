/** A list of people as a spreadsheet saves it: a heading that names the columns, then a line for each role of each person. */
import { plainName } from '../../domain/cycle/pasted-names.js';
import { type FieldRecord, recordsOf } from '../../domain/reading/source/delimited-table.js';
import { textLines } from '../../domain/reading/source/text-lines.js';

const PEOPLE_COLUMNS = ['name', 'surname', 'email', 'role', 'sector', 'shared'] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

/** What stands in the columns of one line; empty where there is nothing. */
export interface PeopleRow {
  /** Of the file, from 1: the one on which it begins. */
  readonly line: number;
  readonly cells: Readonly<Record<PeopleColumn, string>>;
}

export type PeopleTable =
  | { readonly ok: true; readonly rows: readonly PeopleRow[] }
  /** No heading is there, or it names no column with names. */
  | { readonly ok: false };

/** In this order: "Casella di più persone" is no address. */
const HEADINGS: readonly (readonly [PeopleColumn, RegExp])[] = [
  ['shared', /condivis|piu persone/],
  ['email', /mail|casella|posta|indirizzo/],
  ['surname', /^cognome$/],
  ['name', /nome|nominativo|persona|dipendente/],
  ['role', /ruolo|incarico|funzione/],
  ['sector', /settore|area|servizio|direzione|ripartizione|ufficio/],
];

const DELIMITERS = [';', '\t', ','] as const;

/** Semicolons, tabs or commas, whichever the heading has most; quotes around fields. Empty lines are passed over. */
export function peopleTable(text: string): PeopleTable {
  const lines = textLines(text);
  const heading = lines.find((line) => line.text.trim() !== '')?.text ?? '';
  const count = (delimiter: string): number => heading.split(delimiter).length;
  const delimiter = [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ';';
  const records = recordsOf(lines, delimiter).filter((record) => lineOf(record) !== null);
  const [first, ...rest] = records;
  const columns = first?.fields.map((_, place) => columnOf(plainName(cellOf(first, place)))) ?? [];
  if (!columns.includes('name')) return { ok: false };
  return {
    ok: true,
    rows: rest.map((record) => ({
      line: lineOf(record) ?? 0,
      cells: Object.fromEntries(
        PEOPLE_COLUMNS.map((column) => [column, cellOf(record, columns.indexOf(column))]),
      ) as Record<PeopleColumn, string>,
    })),
  };
}

const columnOf = (heading: string): PeopleColumn | null =>
  HEADINGS.find(([, words]) => words.test(heading))?.[0] ?? null;

const cellOf = ({ fields }: FieldRecord, place: number): string =>
  (fields[place]?.fragments ?? [])
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

const lineOf = ({ fields }: FieldRecord): number | null =>
  fields.flatMap(({ fragments }) => fragments)[0]?.line ?? null;
