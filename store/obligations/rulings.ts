/** "Resta a te": what the Segretario decided about answers "Non è di mia competenza". Written once. */
import type { Instant } from '../../domain/time/instant.js';
import { instantText } from '../connection.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';

/** A decision to be written. */
export interface NewRuling {
  /** The answers it is about. */
  readonly answers: readonly string[];
  /** Town time. */
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  /** Persons whom it is for, one or more. */
  readonly to: readonly string[];
}

/** Rejects on an answer that was decided about before. */
export async function insertRulings(tx: Tx, { answers, at, by, reason, to }: NewRuling): Promise<void> {
  const rows = answers.map((answer) => ({ answer, at: instantText(at), by, reason }));
  await insertRows(tx, 'ruling', rows);
  const each = answers.flatMap((answer) => to.map((person) => ({ answer, person })));
  await insertRows(tx, 'ruling_for', each);
}
