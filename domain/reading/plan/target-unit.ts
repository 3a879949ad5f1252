/** What a number counts, by the words around it: "%", "€", "giornate"; and whether it is a value at all. */
import { fold } from '../text/letters.js';

export interface NumberPlace {
  readonly before: string;
  readonly after: string;
  readonly value: number;
  /** "almeno", "≥" and the like stand before it. */
  readonly compared: boolean;
}

const MONTHS =
  'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|gen|feb|mar|apr|mag|giu|lug|ago|set|sett|ott|nov|dic';
const TIMES =
  /^(?:giorn[oi]|gg|mes[ei]|settiman[ae]|ann[oi]|or[ae]|minut[oi]|h|lavorativi|trimestr[ei]|semestr[ei])$/u;
/** Words after a number that tell that it is no value: "2 volte l'anno", "31 dicembre", "5 del 2024". */
const NOT_AFTER = new RegExp(
  `^\\s*(?:${MONTHS}|volt[ae]|del|della|dello|comma|co\\.|lett|e ss|bis|ter|trimestr|semestr|quadrimestr)(?![a-z])`,
  'u',
);
/** Words before a number that make it a name, a law, a day, a place in an order. */
const NOT_BEFORE =
  /(?:^|[^a-z])(?:art|artt|articolo|articoli|comma|c|lett|lettera|legge|l|d\.? ?lgs|dlgs|d\.?l|dl|dpr|d\.p\.r|dm|d\.m|l\.r|dgr|dgc|dcc|ccnl|regolamento|reg|prot|protocollo|misura|missione|programma|investimento|componente|m\dc|linea|intervento|fase|fasi|step|lotto|capitolo|cap|titolo|tipologia|obiettivo|ob|indicatore|scheda|allegato|all|tabella|tab|pag|pagina|sezione|sez|punto|versione|piano|livello|categoria|cat|area|settore|servizio|zona|via|piazza|strada|plesso|agenda|industria|italia|anno|anni|annualita|esercizio|triennio|biennio|dal|dall|nel|entro|entro i|entro il|entro gli|il|gli|le|la|i|lo|nei|negli|nelle|dei|degli|delle|ai|agli|alle|sui|sugli|sulle|dai|dagli|dalle|tra|fra|delle ore|ore|peso|punti|punteggio|n\.? ?prot|cup|cig|iso|gdpr|ue)\.?\s*(?:n\.?|nr\.?|n°|numero)?\s*$/u;
const LAW_NUMBER =
  /(?:deliberazione|delibera|determinazione|determina|ordinanza|decreto|circolare|legge)[^;,.]{0,40}n\.?\s*$/u;

/** The unit, empty for a bare number; `null` when the number is no expected value. */
export function unitAfter({ before, after, value, compared }: NumberPlace): string | null {
  const left = fold(before).replace(/[’`´]/gu, "'");
  const right = fold(after).replace(/[’`´]/gu, "'");
  if (/^\s*%/u.test(after) || /^\s*per\s*cento(?![a-z])/u.test(right)) return '%';
  if (/(?:€|(?:^|[^a-z])eur[o]?)\s*$/u.test(left) || /^\s*(?:€|euro(?![a-z])|eur(?![a-z]))/u.test(right))
    return '€';
  if (NOT_AFTER.test(right) || LAW_NUMBER.test(left)) return null;
  const noun = nounAfter(after);
  if (noun !== null && TIMES.test(fold(noun))) return timeUnit(left, right, noun, compared);
  if (isYear(value, before, after) && !compared) return null;
  if (NOT_BEFORE.test(left) && !compared) return null;
  if (compared || (/[:=]\s*(?:n\.?|nr\.?|n°)?\s*$/u.test(left) && /^\s*[.,)]?\s*$/u.test(right)))
    return noun ?? '';
  if (standsAlone(left, right)) return noun ?? '';
  return noun !== null && (counts(left) || endsClause(right)) ? noun : null;
}

/** The word after the number, one that can name what is counted. */
function nounAfter(after: string): string | null {
  const word = /^\s*(\p{L}[\p{L}'’]*)/u.exec(after)?.[1];
  if (word === undefined || NO_NOUN.test(fold(word))) return null;
  return word;
}
const NO_NOUN =
  /^(?:e|ed|o|di|del|della|dei|delle|da|dal|in|nel|nella|su|sul|per|con|al|alla|ai|alle|a|il|la|i|le|lo|gli|entro|se|si|no|max|min|minimo|massimo|tra|fra|rispetto|non|oltre|ogni|annui|annue|circa|anche|come|cui|mai|entrambi|tutti|tutte)$/u;

/** A length of time is a value when it is measured or bounded; "entro 10 giorni" and "10 giorni prima" are terms. */
function timeUnit(left: string, right: string, noun: string, compared: boolean): string | null {
  if (/entro(?: (?:i|il|gli|le|e non oltre|massimo|max|un massimo di))*\s*$/u.test(left)) return null;
  if (
    /^\s*\p{L}+(?: lavorativi| naturali)?(?: e consecutivi)? (?:prima|dopo|dal|dalla|dall'|dallo|antecedent|successiv|precedent)/u.test(
      right,
    )
  ) {
    return compared ? noun : null;
  }
  return compared ||
    left.trim() === '' ||
    /(?:tempo|tempi|durata|media|ritardo|indice|tempestivita)[^;.]*$/u.test(left)
    ? noun
    : null;
}

/** 1990–2040 without a noun that is counted. */
const isYear = (value: number, before: string, after: string): boolean =>
  Number.isInteger(value) &&
  value >= 1990 &&
  value <= 2040 &&
  !/[€$]\s*$/u.test(before) &&
  !/^\s*[%€]/u.test(after);

/** Nothing but the number and what it counts: the cell of an expected value. */
const standsAlone = (left: string, right: string): boolean =>
  /^\W*(?:n\.?|nr\.?|n°|numero)?\W*$/u.test(left) &&
  /^\s*(?:\p{L}[\p{L}'’]*\s*){0,4}[.;,)]?\s*$/u.test(right);

/** "n. 5 incontri", "realizzazione di 3 eventi", "incontri: 4". */
const counts = (left: string): boolean =>
  /(?:^|[^a-z])(?:n\.?|nr\.?|n°|numero|realizzazione di|svolgimento di|effettuazione di|organizzazione di|attivazione di|esecuzione di|avvio di|totale)\s*$/u.test(
    left,
  ) ||
  /[:=]\s*$/u.test(left) ||
  left.trim() === '';

/** The clause ends after the noun and a word or two: "in presenza 5 giornate". */
const endsClause = (right: string): boolean =>
  /^\s*\p{L}[\p{L}'’]*(?:\s+\p{L}[\p{L}'’]*)?\s*(?:[.;,)]|$)/u.test(right);
