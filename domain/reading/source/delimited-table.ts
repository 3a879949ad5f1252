/** Files of fields: CSV with semicolons or commas, tabs as spreadsheets save them, quotes around fields. */
import { most } from './extremes.js';
import type { Block, Cell, Fragment, Row, SourceLine } from './source-document.js';

/** What one field holds, a fragment a line. */
export interface Field {
  readonly fragments: readonly Fragment[];
}

/** One record of the file; a quoted field may run over several of its lines. */
export interface FieldRecord {
  readonly page: number;
  readonly fields: readonly Field[];
}

const DELIMITERS = ['\t', ';', '|', ','] as const;
/** Of the lines: how many must have the separator as often as most have it. */
const REGULAR = 0.7;
/** With a comma, that prose is full of, nearly all. */
const STRICT = 0.95;

/** The separator of a file of fields, `null` when the lines are none. */
export function delimiterOf(lines: readonly SourceLine[]): string | null {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  // Bars at the edges draw a table.
  const isDrawn = filled.some(({ text }) => /^\s*\|/.test(text));
  for (const delimiter of DELIMITERS) {
    if (delimiter === '|' && isDrawn) continue;
    const counts = filled.map(({ text }) => outsideQuotes(text).split(delimiter).length - 1);
    const usual = mostFrequent(counts.filter((count) => count > 0));
    const fewest = delimiter === '\t' ? 1 : 2;
    if (usual < fewest || filled.length < 3) continue;
    const share = counts.filter((count) => count === usual).length / counts.length;
    const some = counts.filter((count) => count > 0).length / counts.length;
    if (delimiter === ',' ? share >= STRICT : share >= REGULAR || (delimiter === '\t' && some >= STRICT)) {
      return delimiter;
    }
  }
  return null;
}

const outsideQuotes = (text: string): string => text.replace(/"[^"]*("|$)/g, '');

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Records as tables; a record with words in its first field only is a title and parts them, as an empty one does not. */
export function delimitedBlocks(lines: readonly SourceLine[], delimiter: string): Block[] {
  const blocks: Block[] = [];
  let rows: Row[] = [];
  const close = (): void => {
    const columns = Math.max(0, most(rows.map(({ cells }) => cells.length)));
    const [first] = rows;
    if (first !== undefined) blocks.push({ kind: 'table', page: first.page, columns, rows });
    rows = [];
  };
  for (const { page, fields } of recordsOf(lines, delimiter)) {
    const filled = fields.filter(({ fragments }) => fragments.length > 0);
    const [only] = filled;
    if (only === undefined) continue;
    if (filled.length === 1 && only === fields[0]) {
      close();
      blocks.push({ kind: 'paragraph', page, fragments: only.fragments });
    } else {
      const cells = fields.map(
        ({ fragments }, column): Cell => ({ column, span: 1, paragraphs: fragments.map((one) => [one]) }),
      );
      rows.push({ page, cells });
    }
  }
  close();
  return blocks;
}

/** In the order of the file, empty ones too. */
export function recordsOf(lines: readonly SourceLine[], delimiter: string): FieldRecord[] {
  const records: FieldRecord[] = [];
  let fields: Fragment[][] = [];
  let field: Fragment[] = [];
  let isQuoted = false;
  for (const [index, { page, text }] of lines.entries()) {
    let words = '';
    const put = (): void => {
      if (words.trim() !== '') field.push({ line: index + 1, text: words.trim() });
      words = '';
    };
    for (let at = 0; at < text.length; at += 1) {
      const letter = text[at];
      if (letter === '"' && isQuoted && text[at + 1] === '"') {
        words += '"';
        at += 1;
      } else if (letter === '"' && (isQuoted || words.trim() === '')) isQuoted = !isQuoted;
      else if (letter === delimiter && !isQuoted) {
        put();
        fields.push(field);
        field = [];
      } else words += letter;
    }
    put();
    if (isQuoted) continue;
    records.push({ page, fields: [...fields, field].map((fragments) => ({ fragments })) });
    fields = [];
    field = [];
  }
  if (isQuoted) records.push({ page: 1, fields: [...fields, field].map((fragments) => ({ fragments })) });
  return records;
}
