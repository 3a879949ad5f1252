/**
 * A dossier as a file, and back. Whatever stands in a file must be what is checked: a member written twice,
 * of which a parser would keep the last in silence, is refused.
 */
import type { z } from 'zod';
import { canonicalJson } from '../domain/register/canonical-json.js';
import type { Dossier } from '../domain/register/dossier.js';
import { dossierSchema } from './dossier-schema.js';
import { countMembers, jsonOutline } from './json-outline.js';
import { readJson } from './read-json.js';

export type ReadDossier =
  | { readonly ok: true; readonly dossier: Dossier }
  /** Italian sentences. */
  | { readonly ok: false; readonly message: string };

/** Largest file: 100 MB. */
const MOST_BYTES = 100_000_000;
const DEEPEST = 50;

/** The same dossier gives the same text. */
export const dossierJson = (dossier: Dossier): string => `${JSON.stringify(dossier, null, 2)}\n`;

const refused = (message: string): ReadDossier => ({ ok: false, message });

/** Reads the bytes of a file. That it is a dossier does not say that it holds: see `verifyDossier`. */
export function readDossier(bytes: Uint8Array): ReadDossier {
  if (bytes.byteLength > MOST_BYTES)
    return refused('Il file supera i 100 MB: non è un dossier di Traguardo.');
  const outline = jsonOutline(new TextDecoder().decode(bytes));
  if (outline.depth > DEEPEST)
    return refused('Il file è annidato troppo in profondità per essere un dossier.');
  const read = readJson(bytes);
  if (!read.ok) return refused(read.message);
  const parsed = dossierSchema.safeParse(read.value);
  if (!parsed.success) return refused(wordsFor(parsed.error.issues[0]));
  const dossier = parsed.data as unknown as Dossier;
  if (countMembers(dossier) !== outline.members) {
    return refused('Il file ripete o nasconde un campo: non è nella forma in cui Traguardo lo scrive.');
  }
  try {
    canonicalJson(dossier);
  } catch {
    return refused('Il file contiene caratteri che non sono testo (metà di una coppia UTF-16).');
  }
  return { ok: true, dossier };
}

function wordsFor(issue: z.core.$ZodIssue | undefined): string {
  const place = (issue?.path ?? []).map(String).join('.');
  if (place === 'format' || issue === undefined || place === '') {
    return 'Il file non è un dossier di Traguardo (traguardo.dossier/1).';
  }
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : '';
  if (extra !== '') return `Il file non è un dossier integro: ${place} ha un campo in più (${extra}).`;
  const ours = /^non /.test(issue.message) ? issue.message : 'manca o non è del tipo atteso';
  return `Il file non è un dossier integro: ${place} ${ours}.`;
}
