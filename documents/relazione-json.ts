import type { Relazione } from '../domain/relazione/relazione.js';

/** A Relazione as JSON, UTF-8, readable; its shape is `relazione-schema.ts`. The same Relazione gives the same bytes. */
export const relazioneJson = (relazione: Relazione): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(relazione, null, 2)}\n`);
