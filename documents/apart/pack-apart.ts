/** Makes a package for publication in a process of its own, with bounds on time and memory: PDF, office files, ZIP. */
import type { PublicationOrder, PublicationPackage } from '../publication-order.js';
import { askApart } from './apart-process.js';
import { turns } from './turns.js';
import { type NotTypeset, TYPESET_LIMITS, type TypesetOptions } from './typeset-apart.js';

export type Packed =
  | { readonly ok: true; readonly made: PublicationPackage }
  | { readonly ok: false; readonly why: NotTypeset };

const queue = turns(1);

/** Rejects when the process cannot be started. */
export async function packApart(
  order: PublicationOrder,
  { limits: others, onCrash }: TypesetOptions = {},
): Promise<Packed> {
  const limits = { ...TYPESET_LIMITS, ...others };
  if (queue.waiting >= limits.waiting) return { ok: false, why: 'busy' };
  const outcome = await queue.take(() =>
    askApart<PublicationOrder, PublicationPackage>('pack', order, limits),
  );
  if (outcome.how === 'answered') return { ok: true, made: outcome.answer };
  if (outcome.how === 'crashed') onCrash?.(outcome.output);
  return { ok: false, why: outcome.how };
}
