/** In which role, and in whose place, a person receives something: the opening of the sentence that says why. */
import type { DigestFacts } from '../domain/obligations/digest.js';
import { type Role, roleKey } from '../domain/obligations/obligation.js';
import type { InPlaceOf } from '../domain/obligations/receivers.js';
import { cleanText } from './clean-text.js';
import { italianDate } from './italian-dates.js';
import { listed } from './italian-numbers.js';
import { type MailWords, roleInWords } from './roles.js';
import { keepTogether } from './wrap-text.js';

const NAME_LIMIT = 120;

/** "Come Responsabile del settore X", with who is absent until when; or that nobody holds the role. */
export function receivesAs(
  role: Role,
  { standsInFor = [], inPlaceOf = [] }: Pick<DigestFacts, 'standsInFor' | 'inPlaceOf'>,
  words: MailWords,
): string {
  const isIt = (one: Role): boolean => roleKey(one) === roleKey(role);
  if (standsInFor.some(isIt)) return `Il ruolo di ${roleInWords(role, words)} è vacante e lo sostituisci:`;
  const absent = inPlaceOf.filter((one) => isIt(one.role));
  const who = `Come ${roleInWords(role, words)}`;
  return absent.length === 0 ? who : `${who}, al posto di ${listed(absent.map(awayInWords))},`;
}

/** "Anna Bianchi (assente fino a sabato 12 agosto 2023)". */
const awayInWords = ({ name, until }: InPlaceOf): string => {
  const since = until === null ? 'assente' : `assente fino a ${keepTogether(italianDate(until))}`;
  return `${cleanText(name, NAME_LIMIT, '–')} (${since})`;
};
