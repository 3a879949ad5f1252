/** What a town calls things, with the articles that Italian wants. */
import type { MailWords } from './roles.js';

/** The words a town has set, as in its settings. */
export interface ChosenWords {
  /** `Settore`, `Area`, `Servizio`. */
  readonly sector: string;
  readonly evaluator: string;
  readonly secretary: string;
}

export const wordsOf = (chosen: ChosenWords, mayorIsTold: boolean): MailWords => ({
  ofSector: withArticle(chosen.sector.toLowerCase()),
  secretary: chosen.secretary,
  evaluator: chosen.evaluator,
  mayorIsTold,
});

/** "del settore", "dell'area", "della direzione", "dello staff". */
function withArticle(word: string): string {
  if (/^[aeiouàèéìòù]/.test(word)) return `dell'${word}`;
  if (/(?:a|ione)$/.test(word)) return `della ${word}`;
  return /^(?:s[^aeiou]|z|gn|ps)/.test(word) ? `dello ${word}` : `del ${word}`;
}
