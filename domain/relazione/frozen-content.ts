/** What a snapshot of the Relazione freezes, apart from the closing that goes on after it. */
import { canonicalJson } from '../register/canonical-json.js';
import { unpublished } from './published-facts.js';
import type { RelazioneFacts } from './relazione-facts.js';

/** The same whatever order a database keeps keys in: the files are written from it, and their bytes are hashed. */
export const inCanonicalOrder = (facts: RelazioneFacts): RelazioneFacts =>
  JSON.parse(canonicalJson(facts)) as RelazioneFacts;

/**
 * Two readings alike in this say the same of the year: the day of reading, the steps of the closing and its acts go on,
 * and what is released for publication is no fact of the year.
 */
export const contentOf = (facts: RelazioneFacts): string =>
  canonicalJson({ ...unpublished(facts), asOf: null, steps: null, acts: null });
