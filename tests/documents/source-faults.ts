import type { Block, Cell, Fragment, SourceDocument } from '../../domain/reading/source/source-document.js';

/** What in a source is not as its types promise, in English; empty when all is well. */
export function sourceFaults(source: SourceDocument): readonly string[] {
  const faults: string[] = [];
  const fragment = ({ line, text }: Fragment): void => {
    if (!(Number.isInteger(line) && line >= 1 && line <= source.lines.length)) faults.push(`no line ${line}`);
    if (text.includes('\n')) faults.push('a fragment of two lines');
  };
  const cells = (columns: number, all: readonly Cell[]): void => {
    let next = 0;
    for (const { column, span, paragraphs } of all) {
      if (column < next || span < 1 || column + span > columns)
        faults.push(`a cell at ${column}+${span}/${columns}`);
      next = column + span;
      for (const paragraph of paragraphs) {
        if (paragraph.length === 0) faults.push('an empty paragraph');
        for (const one of paragraph) fragment(one);
      }
    }
  };
  const block = (one: Block): void => {
    if (!(one.page >= 1)) faults.push(`page ${one.page}`);
    if (one.kind === 'table') for (const row of one.rows) cells(one.columns, row.cells);
    else if (one.fragments.length === 0) faults.push('a paragraph without lines');
    else for (const each of one.fragments) fragment(each);
  };
  for (const one of source.blocks) block(one);
  for (const { text } of source.lines) if (/\p{Surrogate}/u.test(text)) faults.push('half a character');
  return [...new Set(faults)];
}
