/**
 * Sets a PDF in a process of its own, with bounds on time and memory: however long a document is, the server goes
 * on answering. Every document that a server makes goes this way.
 */
import type { PdfToSet } from './apart-contract.js';
import { askApart, type Outcome, type ProcessLimits } from './apart-process.js';
import { turns } from './turns.js';

/** What one document may take. */
export interface TypesetLimits extends ProcessLimits {
  /** Documents that may wait for their turn. */
  readonly waiting: number;
}

/** What a document is given when nobody says otherwise: some 10,000 rows of a table. */
export const TYPESET_LIMITS: TypesetLimits = { seconds: 60, megabytes: 1_200, waiting: 20 };

export interface TypesetOptions {
  /** Other bounds than {@link TYPESET_LIMITS}. */
  readonly limits?: Partial<TypesetLimits>;
  /** Told, in English, how the process ended when a bug of ours or of the typesetter ended it. */
  readonly onCrash?: (details: string) => void;
}

/** Why there is no PDF; `busy`: others wait already. */
export type NotTypeset = Exclude<Outcome<unknown>['how'], 'answered'> | 'busy';

export type Typeset =
  | { readonly ok: true; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: NotTypeset };

const AT_ONCE = 2;
const queue = turns(AT_ONCE);

/** The same template, data and instant give the same bytes. Rejects when the process cannot be started. */
export async function typesetApart(
  document: PdfToSet,
  { limits: others, onCrash }: TypesetOptions = {},
): Promise<Typeset> {
  const limits = { ...TYPESET_LIMITS, ...others };
  if (queue.waiting >= limits.waiting) return { ok: false, why: 'busy' };
  const outcome = await queue.take(() =>
    askApart<PdfToSet, Uint8Array<ArrayBuffer>>('typeset', document, limits),
  );
  if (outcome.how === 'answered') return { ok: true, pdf: new Uint8Array(outcome.answer) };
  if (outcome.how === 'crashed') onCrash?.(outcome.output);
  return { ok: false, why: outcome.how };
}
