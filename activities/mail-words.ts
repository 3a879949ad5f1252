/** What the town calls things, as its mails say it. */
import type { MailWords } from '../mail/roles.js';
import type { Town } from '../store/towns.js';

export const mailWordsOf = ({ settings }: Pick<Town, 'settings'>): MailWords => ({
  ofSector: withArticle(settings.words.sector.toLowerCase()),
  secretary: settings.words.secretary,
  evaluator: settings.words.evaluator,
  mayorIsTold: settings.mayorRung.on,
});

/** "del settore", "dell'area", "della direzione", "dello staff". */
function withArticle(word: string): string {
  if (/^[aeiouàèéìòù]/.test(word)) return `dell'${word}`;
  if (/(?:a|ione)$/.test(word)) return `della ${word}`;
  return /^(?:s[^aeiou]|z|gn|ps)/.test(word) ? `dello ${word}` : `del ${word}`;
}
