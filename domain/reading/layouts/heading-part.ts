/** Headings of offices inside a sector, and roles that a heading names. */
import type { Heading } from './draft.js';
import { ownerOf } from './heading-owner.js';

const WHOLE =
  /^(?:[IVX\d°ªº^]+\s+)?(?:settore|area|direzione|dipartimento|ripartizione|macro\s?area)(?!\p{L})/iu;
const PART = /^(?:servizi[oi]?|uffici[o]?|unit[aà]|u\.o\.|sezione)(?!\p{L})/iu;

/** "Servizio Anagrafe" right under "Direzione Servizi al cittadino": a part of it, and so are those that follow. */
export const isPartOf = (name: string, { sector, used, parts }: Heading): boolean =>
  sector !== null && (parts === true || used === false) && WHOLE.test(sector) && PART.test(name);

/** "Obiettivi assegnati al Responsabile dell'Area Tecnica": the role is printed in the heading. */
export function ownerNamed(text: string): string | null {
  const match =
    /(?:assegnati|attribuiti|affidati)?\s*(?:al|alla|del|della)\s+((?:responsabile|dirigente|titolare)(?!\p{L}).+)$/iu.exec(
      text,
    );
  return match?.[1] === undefined ? null : ownerOf(match[1]);
}
