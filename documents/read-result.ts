import type { SourceDocument } from '../domain/reading/source/source-document.js';

/** What every reader of files answers; `refusal` is a sentence in Italian that says what is wrong and what to do. */
export type ReadResult =
  | { readonly ok: true; readonly source: SourceDocument }
  | { readonly ok: false; readonly refusal: string };

/** A refusal as a value. */
export const refused = (refusal: string): ReadResult => ({ ok: false, refusal });
