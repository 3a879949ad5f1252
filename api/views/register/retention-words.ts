/** Lengths of time as people say them, and what goes in few words. */
import {
  type RetentionUnit,
  TOWN_RETENTION,
  TOWN_RETENTIONS,
} from '../../../domain/retention/retention-rules.js';
import { counted } from '../../../mail/italian-numbers.js';

export const UNITS_IN_WORDS: Readonly<Record<RetentionUnit, string>> = {
  days: 'giorni',
  months: 'mesi',
  years: 'anni',
};

const ONE: Readonly<Record<RetentionUnit, string>> = { days: 'giorno', months: 'mese', years: 'anno' };

/** "21 giorni", "1 anno". */
export const spanInWords = (count: number, unit: RetentionUnit): string =>
  counted(count, ONE[unit], UNITS_IN_WORDS[unit]);

/** What goes, by its code, without what is said in brackets. */
export const RETAINED_IN_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  TOWN_RETENTIONS.map((code) => [code, TOWN_RETENTION[code].what.replace(/ \([^)]*\)/g, '')]),
);
