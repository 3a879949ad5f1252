/** Lines that open an objective by saying so: "Obiettivo n. 3: …", "OBIETTIVO STRATEGICO 2 –", "Scheda n. 4". */
import { numberAlone, titleParts } from '../plan/title-parts.js';
import { fold } from '../text/letters.js';

export interface ObjectiveHead {
  readonly number: string;
  /** A strategic objective, under which operative ones may stand. */
  readonly strategic: boolean;
  /** Only the number is printed: the title follows. */
  readonly untitled: boolean;
}

const SAYS_SO =
  /^\s*(?:scheda(?:\s+(?:di\s+)?(?:obiettivo|progetto))?|obiettivo|ob\.|obb\.|ob(?=\s*n)|progetto(?:\s+obiettivo)?)(?![\p{L}])/iu;

/** Longer lines, in characters, are no heads. */
const MOST = 1000;

/** `null` for lines that name no numbered objective, sentences included. */
export function objectiveHead(text: string): ObjectiveHead | null {
  if (text.length > MOST || !SAYS_SO.test(text) || /^\s*\p{Ll}/u.test(text)) return null;
  const bare = text.replace(/\s*[–—-]?\s*\(?(?:segue|continua)\)?\s*$/iu, '');
  const alone = numberAlone(bare.replace(/\s*[([].*$/u, ''));
  const number = alone ?? titleParts(bare).number;
  if (number === null || /^(?:19|20)\d\d$/u.test(number)) return null;
  return {
    number,
    strategic: STRATEGIC.test(fold(text)),
    untitled: titleParts(bare).title === '' || alone !== null,
  };
}

const STRATEGIC =
  /^\s*(?:scheda )?(?:obiettivo|ob\.) (?:strategico|generale|triennale|pluriennale|dup|di mandato|di valore pubblico)/u;
