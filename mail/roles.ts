/** Roles in words, as the town calls them. Mails speak to a role, never to a name. */
import type { Role } from '../domain/obligations/obligation.js';
import { cleanText } from './clean-text.js';

/** What a town may call otherwise, and what its ladder makes true in a sentence. */
export interface MailWords {
  /** With its article: "del settore", "dell'area", "del servizio". */
  readonly ofSector: string;
  readonly secretary: string;
  readonly evaluator: string;
  /** The Sindaco's rung is on: the owner is told that the Sindaco hears on the same day. */
  readonly mayorIsTold: boolean;
  /** The act that provides for it, as cited; `null`: none is cited. */
  readonly mayorAct: string | null;
}

/** Those of a town that has set nothing. */
export const DEFAULT_WORDS: MailWords = {
  ofSector: 'del settore',
  secretary: 'Segretario comunale',
  evaluator: 'Nucleo di valutazione',
  mayorIsTold: true,
  mayorAct: null,
};

/** Names of sectors that already say what they are: "Area Tecnica" is not "settore Area Tecnica". */
const OF_UNIT: ReadonlyMap<string, string> = new Map([
  ['settore', 'del '],
  ['servizio', 'del '],
  ['dipartimento', 'del '],
  ['corpo', 'del '],
  ['comando', 'del '],
  ['area', "dell'"],
  ['ufficio', "dell'"],
  ['unità', "dell'"],
  ['direzione', 'della '],
  ['ripartizione', 'della '],
  ['sezione', 'della '],
]);

const SECTOR_LIMIT = 160;

/** A sector's name as printed in the plan, on one clean line. */
export const sectorName = (sector: string): string => cleanText(sector, SECTOR_LIMIT, '(settore senza nome)');

function ofSector(sector: string, words: MailWords): string {
  const name = sectorName(sector);
  const article = OF_UNIT.get(name.split(/[\s.]/)[0]?.toLowerCase() ?? '') ?? `${words.ofSector} `;
  return article + name;
}

/** "Responsabile del settore Finanziario", "Segretario comunale". */
export function roleInWords(role: Role, words: MailWords): string {
  switch (role.role) {
    case 'head':
      return `Responsabile ${ofSector(role.sector, words)}`;
    case 'secretary':
      return words.secretary;
    case 'vice-secretary':
      return `Vice ${words.secretary}`;
    case 'mayor':
      return 'Sindaco';
    case 'assessor':
      return 'Assessore';
    case 'oiv':
      return words.evaluator;
    case 'rpct':
      return 'Responsabile della prevenzione della corruzione e della trasparenza';
  }
}
