/** Words of the names of sectors: abbreviations, what means the same, what only says "sector". */
import { fold } from '../text/letters.js';

/** Abbreviations, spelled as they stand in lower case without points → words. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  oopp: 'opere pubbliche',
  llpp: 'lavori pubblici',
  aagg: 'affari generali',
  rruu: 'risorse umane',
  pm: 'polizia municipale',
  pl: 'polizia locale',
  amm: 'amministrativo',
  ammvo: 'amministrativo',
  ammva: 'amministrativo',
  ammne: 'amministrazione',
  fin: 'finanziario',
  finanz: 'finanziario',
  econ: 'economico',
  tec: 'tecnico',
  tecn: 'tecnico',
  manut: 'manutentivo',
  serv: 'servizi',
  sett: 'settore',
  demog: 'demografici',
  segr: 'segreteria',
  pers: 'personale',
  soc: 'sociali',
  ragion: 'ragioneria',
  urb: 'urbanistica',
  patr: 'patrimonio',
  amb: 'ambiente',
  vig: 'vigilanza',
  pol: 'polizia',
  loc: 'locale',
  munic: 'municipale',
  aff: 'affari',
  gen: 'generali',
  lav: 'lavori',
  pubbl: 'pubblici',
};

/** Words that mean one office, by the beginning of the word; the first of a line stands for all. */
const ALIKE: readonly string[] = [
  'vigilanza polizia',
  'finanziari ragioneri contabil economicofinanz bilancio',
  'opere lavori',
  'tecnic',
  'amministrativ',
  'sociali socio welfare',
  'demografic anagraf',
  'urbanistic edilizi',
  'tributi tributari entrate',
  'cultur bibliotec',
  'scolastic istruzion scuola educativ',
  'personale umane',
  'manutentiv manutenzion',
  'informatic ced digital innovazion',
  'commerci suap produttiv',
];

const EMPTY = new Set(
  'e ed di del della dei degli delle dell d a al alla alle ai agli all da dal in nel per il lo la i gli le l con su n nr no'.split(
    ' ',
  ),
);
/** Words that say that an office is meant, not which. */
const KINDS =
  /^(?:settor[ei]|are[ae]|servizi[o]?|uffic(?:io|i)|direzion[ei]|dipartiment[oi]|ripartizion[ei]|unita|organizzativ[ao]|uo|struttur[ae]|centr[oi]|responsabilita|cdr|corpo|comando|macroarea)$/u;

/** "settore", "area", "servizi": a word that tells no office from another. */
export const saysOffice = (word: string): boolean => KINDS.test(word);

export interface SectorWord {
  readonly stem: string;
  /** Set for "settore", "servizi": counts little. */
  readonly kind: boolean;
}

/** The words of a name that tell it from others, in order; "n. 3", "III" and "3°" are left out. */
export function sectorWords(name: string): readonly SectorWord[] {
  const plain = fold(name)
    .replace(/\((?:segue|continua)[^)]*\)/gu, ' ')
    .replace(/(?<![a-z])([a-z]{1,2})\.\s?(?=[a-z]{1,2}\.)/gu, '$1')
    .replace(/['’`´.]/gu, ' ');
  return plain
    .split(/[^a-z0-9]+/u)
    .flatMap((word) => (ABBREVIATIONS[word] ?? word).split(' '))
    .filter((word) => word !== '' && !EMPTY.has(word) && !NUMERAL.test(word) && word.length > 1)
    .map((word) => ({ stem: stemOf(word), kind: KINDS.test(word) }));
}

const NUMERAL = /^(?:\d{1,2}|[ivx]{1,5}|prim[oa]|second[oa]|terz[oa]|quart[oa]|quint[oa]|sest[oa])$/u;

/** Without the ending that agrees with "settore" or "area"; words that mean the same have one stem. */
function stemOf(word: string): string {
  const alike = ALIKE.find((line) => line.split(' ').some((one) => word.startsWith(one)));
  if (alike !== undefined) return alike.split(' ')[0] ?? word;
  return word.length > 4 ? word.replace(/(?:[aeio]|he|hi|ie|ii)$/u, '') : word;
}
