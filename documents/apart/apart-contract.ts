/** What goes between the server and a process that works for it apart. */
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import type { SourceLine } from '../../domain/reading/source/source-document.js';
import type { Relazione } from '../../domain/relazione/relazione.js';
import type { RelazioneStamp } from '../relazione-stamp.js';

/** To the process, once it has said {@link READY}. */
export interface ApartWish<Wish> {
  readonly wish: Wish;
  /** The process ends itself over so much resident memory, or so long after it got the wish. */
  readonly megabytes: number;
  readonly seconds: number;
}

/** The first message of the process. */
export const READY = 'ready';

/** A file to compile. */
export interface CompileWish {
  readonly bytes: Uint8Array;
  /** Only to word refusals. */
  readonly fileName: string;
  /** Of the objectives, where the user said it; else it is read from the document. */
  readonly year: number | null;
}

/** The plan of a file, or why there is none. */
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

/** A PDF to set: a template and what it is filled with. */
export interface PdfToSet {
  /** Typst source; it finds the data in `data.json`. */
  readonly template: string;
  readonly data: unknown;
  /** Epoch milliseconds that the file says it was made at. */
  readonly madeAt: number;
  /** Files that the template attaches, by name; what is `kept` can have none. */
  readonly files?: Readonly<Record<string, string>>;
  /** To be kept for years: PDF/A-2a beside PDF/UA-1. */
  readonly kept?: boolean;
}

/** An office file of a Relazione to write. */
export interface RelazioneToPrint {
  readonly relazione: Relazione;
  readonly format: 'docx' | 'xlsx';
  readonly stamp: RelazioneStamp;
}
