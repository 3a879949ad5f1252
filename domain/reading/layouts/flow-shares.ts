/** "per il Settore Amministrativo", line by line, with as many results after them: who shares an objective. */
import type { Fragment } from '../source/source-document.js';
import type { DraftObjective } from './draft.js';

const FOR_SECTOR =
  /^(?:[-–•]\s*)?(?:per (?:il|lo|la|l['’])\s*)?((?:settore|area|servizio|direzione|dipartimento|ufficio)(?!\p{L}).{2,80}?)\s*[:;,.]?$/iu;
const LEAD =
  /^(?:si (?:è|e['’])|è stat|viene|risulta|valutazione|grado|percentuale di raggiungimento|raggiungimento)/iu;
/** Lines that the sentence before the list may take. */
const LEAD_LINES = 3;

export interface Shared {
  /** The words without the list and the sentence that leads to it. */
  readonly rest: readonly Fragment[];
  readonly sharedBy: DraftObjective['sharedBy'];
}

/** `results` in the order of the list; a list without a result for each is left as words. */
export function sharesBelow(fragments: readonly Fragment[], results: readonly string[]): Shared {
  const named = fragments.map((one) => FOR_SECTOR.exec(one.text.trim())?.[1] ?? null);
  const first = named.findIndex((name) => name !== null);
  const list = named.slice(first).filter((name) => name !== null);
  if (first < 0 || list.length < 2 || (results.length > 1 && results.length !== list.length)) {
    return { rest: fragments, sharedBy: [] };
  }
  const lead = fragments.findIndex(
    (one, at) => at >= first - LEAD_LINES && at < first && LEAD.test(one.text.trim()),
  );
  const sharedBy = list.map((sector, at) => ({
    sector,
    weight: null,
    result: (results.length === 1 ? results[0] : results[at]) ?? null,
  }));
  return { rest: fragments.slice(0, lead < 0 ? first : lead), sharedBy };
}
