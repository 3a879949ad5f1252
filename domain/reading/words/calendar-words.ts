/** Months, weekdays, units of time and how often: change these tables to teach the reader a spelling. */
import type { DurationUnit, Often } from './word.js';

/** Months 1–12. What stands after the bar means other things too, and is a month only beside a number or a lead-in. */
export const MONTHS: readonly string[] = [
  'gennaio genn | gen',
  'febbraio febbr febb | feb',
  'marzo | mar mrz',
  'aprile | apr',
  'maggio magg | mag',
  'giugno giug | giu',
  'luglio lugl | lug',
  'agosto | ago ag',
  'settembre settem | set sett',
  'ottobre ottob | ott',
  'novembre novem | nov',
  'dicembre dicem decembre | dic',
];

/** Weekdays from Monday to Sunday. */
export const WEEKDAYS: readonly string[] = [
  'lunedi lun',
  'martedi',
  'mercoledi',
  'giovedi',
  'venerdi',
  'sabato sabati',
  'domenica domeniche',
];

export const UNITS: Readonly<Record<DurationUnit, string>> = {
  m: 'minuto minuti',
  h: 'ora ore h hh',
  D: 'giorno giorni giornata gg g ggi',
  W: 'settimana settimane',
  M: 'mese mesi',
  Y: 'anno anni',
};

/** Parts of the year by their months. */
export const PARTS: Readonly<Record<number, string>> = {
  2: 'bimestre bimestri bim bimes',
  3: 'trimestre trimestri trim trimes',
  4: 'quadrimestre quadrimestri quadrim quadr quad',
  6: 'semestre semestri sem semes',
};

const often = (freq: Often['freq'], interval: number, times = 1): Often => ({ freq, interval, times });

/** Adjectives (`*` stands for the endings o, a, i, e) and adverbs that say how often. */
export const FREQUENCIES: readonly (readonly [adjectives: string, adverbs: string, often: Often])[] = [
  ['quotidian* giornalier*', 'quotidianamente giornalmente', often('DAILY', 1)],
  ['settimanal* ebdomadari*', 'settimanalmente', often('WEEKLY', 1)],
  ['bisettimanal*', 'bisettimanalmente', often('WEEKLY', 1, 2)],
  ['trisettimanal*', 'trisettimanalmente', often('WEEKLY', 1, 3)],
  ['quindicinal*', 'quindicinalmente', often('WEEKLY', 2)],
  ['mensil*', 'mensilmente', often('MONTHLY', 1)],
  ['bimensil*', 'bimensilmente', often('MONTHLY', 1, 2)],
  ['bimestral*', 'bimestralmente', often('MONTHLY', 2)],
  ['trimestral*', 'trimestralmente', often('MONTHLY', 3)],
  ['quadrimestral*', 'quadrimestralmente', often('MONTHLY', 4)],
  ['semestral*', 'semestralmente', often('MONTHLY', 6)],
  ['annual* annu*', 'annualmente', often('YEARLY', 1)],
  ['biennal*', 'biennalmente', often('YEARLY', 2)],
  ['triennal*', 'triennalmente', often('YEARLY', 3)],
  ['quadriennal*', 'quadriennalmente', often('YEARLY', 4)],
  ['quinquennal*', 'quinquennalmente', often('YEARLY', 5)],
];
