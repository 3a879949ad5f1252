/**
 * Compiles an uploaded file in a process of its own, with bounds on time and memory: whatever a file does to its
 * reader, the server goes on.
 */
import type { CompiledFile, CompileWish } from './apart-contract.js';
import { askApart, type Outcome, type ProcessLimits } from './apart-process.js';
import { turns } from './turns.js';

/** What one upload may take. */
export interface ApartLimits extends ProcessLimits {
  /** Bytes of a file. */
  readonly bytes: number;
  /** Files that may wait for their turn. */
  readonly waiting: number;
}

/** What an upload is given when nobody says otherwise. */
const APART_LIMITS: ApartLimits = { bytes: 20_000_000, seconds: 10, megabytes: 400, waiting: 20 };

/** How to compile one file. */
export interface ApartOptions {
  /** Year of the objectives, where the user said it. */
  readonly year?: number;
  /** Other bounds than {@link APART_LIMITS}. */
  readonly limits?: Partial<ApartLimits>;
  /** Told, in English, how the process ended when a bug of ours or of a reader ended it. */
  readonly onCrash?: (details: string) => void;
}

const AT_ONCE = 2;
const queue = turns(AT_ONCE);

/**
 * Never rejects for what is in the file: a refusal says in Italian what is wrong and what to do. Rejects when the
 * process cannot be started.
 */
export async function compileApart(
  bytes: Uint8Array,
  fileName: string,
  { year, limits: others, onCrash }: ApartOptions = {},
): Promise<CompiledFile> {
  const limits = { ...APART_LIMITS, ...others };
  if (bytes.byteLength > limits.bytes) return refusal(tooLarge(bytes.byteLength, limits.bytes));
  if (queue.waiting >= limits.waiting) return refusal(BUSY);
  const wish: CompileWish = { bytes, fileName, year: year ?? null };
  const reading = await queue.take(() => askApart<CompileWish, CompiledFile>('compile', wish, limits));
  if (reading.how === 'answered') return reading.answer;
  if (reading.how === 'crashed') onCrash?.(reading.output);
  return refusal(REFUSALS[reading.how]);
}

const refusal = (text: string): CompiledFile => ({ ok: false, refusal: text });

const PARTS = 'Dividilo, o togli le immagini e le pagine senza obiettivi, e carica una parte per volta.';

const REFUSALS: Readonly<Record<Exclude<Outcome<unknown>['how'], 'answered'>, string>> = {
  'too-long': `La lettura del file richiede troppo tempo ed è stata interrotta. ${PARTS}`,
  'too-much-memory': `La lettura del file richiede troppa memoria ed è stata interrotta. ${PARTS}`,
  crashed:
    'Il file ha una struttura che non si riesce a leggere: aprilo con il programma che lo ha prodotto, salvalo con un altro nome e carica la copia, o caricalo in un altro formato.',
};

const BUSY = 'Si stanno leggendo molti altri file: riprova tra un minuto.';

const megabytesOf = (bytes: number): string => (bytes / 1e6).toFixed(1).replace('.', ',').replace(',0', '');

const tooLarge = (bytes: number, most: number): string =>
  `Il file è di ${megabytesOf(bytes)} MB e il limite è di ${megabytesOf(most)} MB. Di solito pesano le immagini: toglile, o carica le sole pagine con gli obiettivi.`;
