/** Whether an objective, or a table of them, begins at a block. */
import { weightIn } from '../plan/weight-words.js';
import { joinFragments } from '../source/joined.js';
import type { Block, Table } from '../source/source-document.js';
import { flowHeader } from './flow-header.js';
import { synonymOf } from './labels.js';
import { objectiveHead } from './objective-head.js';
import { fieldsOf } from './prose-fields.js';
import { wordsOf } from './table-cells.js';
import { headerAt } from './table-header.js';

/** A title, a number or a head of one, or the heading of a table with titles; `false` for what goes on with one. */
export function opensObjective(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (block === undefined) return false;
  if (block.kind === 'table') return opensTable(block);
  if (flowHeader(blocks, at) !== null) return true;
  const first = block.fragments[0]?.text ?? '';
  const text = joinFragments(block.fragments).text;
  if (objectiveHead(first) !== null) return true;
  const [field] = fieldsOf(first);
  if (field !== undefined && !field.plural && (field.field === 'title' || field.field === 'number'))
    return true;
  if (field?.field != null) return false;
  const { weight, rest } = weightIn(text);
  if (weight !== null && /\p{L}{3}/u.test(rest)) return true;
  // "1. Title", and under it a field.
  return /^\s*\d{1,2}\s*[.)]\s+\p{Lu}/u.test(first) && hasFieldBelow(blocks, at);
}

function hasFieldBelow(blocks: readonly Block[], at: number): boolean {
  const [own, next] = [blocks[at], blocks[at + 1]];
  const lines = [own, next].flatMap((one) => (one?.kind === 'paragraph' ? one.fragments : []));
  return lines.slice(1, 6).some(({ text }) => fieldsOf(text)[0]?.field != null);
}

function opensTable(table: Table): boolean {
  const header = headerAt(table.rows, 0);
  if (header !== null) {
    const fields = header.columns.fields.map(({ field }) => field);
    return fields.includes('title') && !fields.includes('sector') && fields.length > 1;
  }
  const [row] = table.rows;
  const cells = row === undefined ? [] : wordsOf(row);
  const [first] = cells;
  if (first === undefined) return false;
  const field = synonymOf(first.text)?.field;
  return (
    objectiveHead(first.text) !== null || (cells.length > 1 && (field === 'title' || field === 'number'))
  );
}
