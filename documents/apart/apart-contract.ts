/** What goes between the server and the process in which a file is compiled. */
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import type { SourceLine } from '../../domain/reading/source/source-document.js';

/** To the process, once it has said {@link READY}. */
export interface CompileWish {
  readonly bytes: Uint8Array;
  /** Only to word refusals. */
  readonly fileName: string;
  /** Of the objectives, where the user said it; else it is read from the document. */
  readonly year: number | null;
  /** The process ends itself over so much resident memory, or so long after it got the file. */
  readonly megabytes: number;
  readonly seconds: number;
}

/** From the process: the plan, or why there is none. */
export type CompiledFile =
  | {
      readonly ok: true;
      readonly plan: PlanDocument;
      /** The lines that the plan's `sourceLine`s count, from 1. */
      readonly lines: readonly SourceLine[];
      /** Why only a part was read, a sentence in Italian; `null` when all of it was. */
      readonly partial: string | null;
    }
  | { readonly ok: false; readonly refusal: string };

/** The first message of the process. */
export const READY = 'ready';
