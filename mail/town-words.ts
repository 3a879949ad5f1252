/** What a town calls things, with the articles that Italian wants. */
import { cleanText } from './clean-text.js';
import type { MailWords } from './roles.js';

/** The words a town has set, as in its settings. */
export interface ChosenWords {
  /** `Settore`, `Area`, `Servizio`. */
  readonly sector: string;
  readonly evaluator: string;
  readonly secretary: string;
}

/** The town's choice about the Sindaco's rung. */
export interface ChosenMayorRung {
  readonly on: boolean;
  /** As cited: "G.C. n. 12 del 03/02/2023". */
  readonly act: string | null;
}

const ACT_LIMIT = 200;

export const wordsOf = (chosen: ChosenWords, mayor: ChosenMayorRung): MailWords => ({
  ofSector: withArticle(chosen.sector.toLowerCase()),
  secretary: chosen.secretary,
  evaluator: chosen.evaluator,
  mayorIsTold: mayor.on,
  mayorAct: mayor.on && mayor.act !== null ? cleanText(mayor.act, ACT_LIMIT, '') || null : null,
});

/** "del settore", "dell'area", "della direzione", "dello staff". */
function withArticle(word: string): string {
  if (/^[aeiouàèéìòù]/.test(word)) return `dell'${word}`;
  if (/(?:a|ione)$/.test(word)) return `della ${word}`;
  return /^(?:s[^aeiou]|z|gn|ps)/.test(word) ? `dello ${word}` : `del ${word}`;
}
