/** What a page showed, as a short mark that its form sends back: whoever saves is told when it changed meanwhile. */
import { createHash } from 'node:crypto';

/** Of the value's JSON: equal values have equal marks, where keys come in the same order. */
export const seenMark = (shown: unknown): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);
