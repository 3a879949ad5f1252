/**
 * An annex → text, as `pdftotext` gives it: "flowing" (cell after cell, as the published example) or
 * "aligned" (columns side by side, as with -layout). Also says on which line every marked term stands.
 */
import type { AnnexDocument, DocumentBlock, DocumentTable } from '../annex-document.js';
import { marksIn, plain } from '../notation.js';
import { alignedTable } from './aligned-table.js';
import { flowingTable } from './flowing-table.js';
import { wrapped } from './wrapped-text.js';

export interface TextChoices {
  readonly aligned: boolean;
  readonly hyphens: boolean;
}

export interface WrittenText {
  readonly text: string;
  /** 1-based line of each mark, counted by `\n`. */
  readonly lines: ReadonlyMap<number, number>;
}

const PORTRAIT = 104;
const LANDSCAPE = 160;
const PAGE_LINES = 58;

/** Lines still carry their marks here; they are taken off when all are in place. */
export function writeText(annex: AnnexDocument, choices: TextChoices): WrittenText {
  const width = annex.landscape ? LANDSCAPE : PORTRAIT;
  const pages = new Pages(annex, choices.aligned);
  for (const block of annex.blocks) {
    if (block.kind === 'break') {
      if (block.runOn !== true) pages.turn();
    } else if (block.kind === 'table') writeTable(block, width, choices, pages);
    else for (const line of blockLines(block, width, choices)) pages.add(line);
  }
  const all = pages.lines();
  const lines = new Map<number, number>();
  for (const [index, line] of all.entries()) {
    for (const mark of marksIn(line)) if (!lines.has(mark)) lines.set(mark, index + 1);
  }
  return { text: `${all.map(plain).join('\n')}\n`, lines };
}

function writeTable(table: DocumentTable, width: number, choices: TextChoices, pages: Pages): void {
  if (!choices.aligned) {
    for (const line of flowingTable(table, width, choices.hyphens)) pages.add(line);
    return;
  }
  const { head, body } = alignedTable(table, width, choices.hyphens);
  for (const line of head) pages.add(line);
  for (const line of body) pages.add(line, head);
  pages.add('');
}

function blockLines(
  block: Exclude<DocumentBlock, DocumentTable | { kind: 'break' }>,
  width: number,
  choices: TextChoices,
): string[] {
  if (block.kind === 'bullet') {
    const sign = choices.aligned ? '   • ' : ' ';
    return wrapped(block.text, width - 6, false).map((line, index) => (index === 0 ? sign : '     ') + line);
  }
  const lines = wrapped(block.text, width, false);
  if (block.kind === 'heading') return ['', ...lines, ''];
  if (block.centre !== true || !choices.aligned) return lines;
  return lines.map((line) => ' '.repeat(Math.max(0, Math.floor((width - plain(line).length) / 2))) + line);
}

/** Lines on pages: a form feed begins each page but the first, as pdftotext writes it. */
class Pages {
  readonly #pages: string[][] = [[]];
  readonly #annex: AnnexDocument;
  readonly #aligned: boolean;

  constructor(annex: AnnexDocument, aligned: boolean) {
    this.#annex = annex;
    this.#aligned = aligned;
  }

  /** Adds a line, on a new page when the old one is full; `head` is what the table repeats there. */
  add(line: string, head: readonly string[] = []): void {
    if ((this.#pages.at(-1)?.length ?? 0) >= PAGE_LINES) {
      this.#pages.push(this.#aligned ? [...head] : []);
    }
    this.#pages.at(-1)?.push(line);
  }

  turn(): void {
    if ((this.#pages.at(-1)?.length ?? 0) > 0) this.#pages.push([]);
  }

  lines(): string[] {
    const { header, footer } = this.#annex;
    return this.#pages.flatMap((page, index) => {
      const foot = (footer ?? '')
        .replace('{p}', String(index + 1))
        .replace('{n}', String(this.#pages.length));
      const all = [...(header === null ? [] : [header, '']), ...page, ...(footer === null ? [] : ['', foot])];
      return index === 0 ? all : all.map((line, at) => (at === 0 ? `\f${line}` : line));
    });
  }
}
