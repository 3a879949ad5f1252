/** Writes an office file of a Relazione in a process of its own, with bounds on time and memory, as PDFs are set. */
import type { RelazioneToPrint } from './apart-contract.js';
import { askApart } from './apart-process.js';
import { turns } from './turns.js';
import { TYPESET_LIMITS, type Typeset, type TypesetOptions } from './typeset-apart.js';

export type Printed =
  | { readonly ok: true; readonly file: Uint8Array<ArrayBuffer> }
  | Extract<Typeset, { readonly ok: false }>;

const AT_ONCE = 2;
const queue = turns(AT_ONCE);

/** Rejects when the process cannot be started. */
export async function printApart(
  wish: RelazioneToPrint,
  { limits: others, onCrash }: TypesetOptions = {},
): Promise<Printed> {
  const limits = { ...TYPESET_LIMITS, ...others };
  if (queue.waiting >= limits.waiting) return { ok: false, why: 'busy' };
  const outcome = await queue.take(() =>
    askApart<RelazioneToPrint, Uint8Array<ArrayBuffer>>('print', wish, limits),
  );
  if (outcome.how === 'answered') return { ok: true, file: new Uint8Array(outcome.answer) };
  if (outcome.how === 'crashed') onCrash?.(outcome.output);
  return { ok: false, why: outcome.how };
}
