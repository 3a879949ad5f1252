/** A town's name as mails print it. */
import { cleanText } from './clean-text.js';

const NAME_LIMIT = 80;
const SAYS_WHAT_IT_IS =
  /(?<!\p{L})(?:comune|comunità|città|unione|provincia|consorzio|municipio|roma capitale)(?!\p{L})/iu;

/** "Comune di Caluso", also from "Caluso"; a body that says what it is ("Unione dei Comuni …") stays as it is. */
export function townName(town: string): string {
  const name = cleanText(town, NAME_LIMIT, 'Comune');
  return SAYS_WHAT_IT_IS.test(name) ? name : `Comune di ${name}`;
}
