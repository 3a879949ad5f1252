/**
 * The plan compiler: what a file says → the plan, with the line each thing was read from. Nothing is invented,
 * moved or repaired; what is weak is told by the lint.
 *
 *   blocks ─ walk: headings, tables, prose → drafts of objectives ─ assemble: sectors, terms, weights, lint → plan
 */
import type { PlanDocument } from '../plan/plan-document.js';
import { frontMatter } from './layouts/front-matter.js';
import { draftsOf } from './layouts/walk.js';
import { assemblePlan } from './plan/assemble-plan.js';
import type { SourceDocument } from './source/source-document.js';

export type Compiled =
  | { readonly ok: true; readonly plan: PlanDocument }
  /** A sentence or two in Italian: what was looked for and what to do. */
  | { readonly ok: false; readonly refusal: string };

/** `year` (1–9999) is that of the objectives where the document names none, or names it wrong. */
export function compilePlan(source: SourceDocument, options: { readonly year?: number } = {}): Compiled {
  const drafts = draftsOf(source);
  if (drafts.length === 0) return { ok: false, refusal: NO_OBJECTIVES };
  const front = frontMatter(source, Math.min(...drafts.map(({ lines }) => lines[0])));
  const year = options.year ?? front.year;
  if (year === null) return { ok: false, refusal: NO_YEAR };
  return { ok: true, plan: assemblePlan(front, drafts, year) };
}

const NO_OBJECTIVES =
  'Nel documento non si riconoscono obiettivi: si cercavano tabelle con colonne come «Obiettivo», «Peso», ' +
  '«Indicatore», schede con campi come «Titolo», «Responsabile», «Valore atteso», oppure titoli seguiti dal peso. ' +
  'Controlla che il file sia l’allegato con gli obiettivi.';
const NO_YEAR =
  'Nel documento non si trova l’anno degli obiettivi: indicalo (nel comando: --year 2025) e riprova.';
