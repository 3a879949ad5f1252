/** One map from folded words to what the tables say of them, built once. */
import { FREQUENCIES, MONTHS, PARTS, UNITS, WEEKDAYS } from './calendar-words.js';
import { CONTENT_WORDS } from './content-words.js';
import { M, type MarkName } from './mark.js';
import { misprints } from './misprints.js';
import { cardinalSpellings, ODD_CARDINALS, ordinalStem } from './numerals.js';
import { SMALL_WORDS } from './small-words.js';
import { type DurationUnit, NO_WORD, type Word } from './word.js';

type Draft = { -readonly [K in keyof Word]: Word[K] };
const words = new Map<string, Draft>();

function draft(text: string): Draft {
  const word = words.get(text) ?? { ...NO_WORD, marks: new Uint8Array(NO_WORD.marks.length) };
  words.set(text, word);
  return word;
}

/** "fissat*" stands for fissato, fissata, fissati, fissate (and "annual*" for annuale, annuali too). */
const spelled = (table: string): readonly string[] =>
  table
    .split(/\s+/)
    .filter((text) => text !== '')
    .flatMap((text) =>
      text.endsWith('*') ? ['o', 'a', 'i', 'e'].map((end) => text.slice(0, -1) + end) : [text],
    );

for (const table of [SMALL_WORDS, CONTENT_WORDS]) {
  for (const [mark, text] of Object.entries(table)) {
    for (const one of spelled(text)) draft(one).marks[M[mark as MarkName]] = 1;
  }
}
for (const [index, table] of MONTHS.entries()) {
  const [plain = '', short = ''] = table.split('|');
  for (const one of spelled(plain)) draft(one).month = index + 1;
  for (const one of spelled(short)) Object.assign(draft(one), { month: index + 1, short: true });
}
for (const [index, table] of WEEKDAYS.entries())
  for (const one of spelled(table)) draft(one).weekday = index + 1;
for (const [unit, table] of Object.entries(UNITS))
  for (const one of spelled(table)) draft(one).unit = unit as DurationUnit;
for (const [months, table] of Object.entries(PARTS))
  for (const one of spelled(table)) draft(one).part = Number(months);
for (const [adjectives, adverbs, often] of FREQUENCIES) {
  for (const one of spelled(adjectives)) draft(one).often = often;
  for (const one of spelled(adverbs)) {
    draft(one).often = often;
    draft(one).marks[M.adverb] = 1;
  }
}
for (let number = 1; number < 400; number++) {
  for (const one of cardinalSpellings(number)) draft(one).value = number;
}
for (const [text, number] of Object.entries(ODD_CARDINALS)) draft(text).value = number;
for (let number = 1; number < 200; number++) {
  for (const one of spelled(`${ordinalStem(number)}*`)) draft(one).rank = number;
}
for (const one of spelled('ultim*')) draft(one).rank = -1;
for (const one of spelled('penultim*')) draft(one).rank = -2;

const MISPRINTED = [
  'entro',
  'giorni',
  'giorno',
  'semestre',
  'trimestre',
  'quadrimestre',
  'bimestre',
  'scadenza',
];
for (const word of [...MISPRINTED, ...MONTHS.map((table) => table.split(' ')[0] ?? '')]) {
  const meant = words.get(word);
  for (const slip of misprints(word)) if (meant !== undefined && !words.has(slip)) words.set(slip, meant);
}

/** What is known of a folded word; of one that no table holds, nothing. */
export const wordOf = (folded: string): Word => words.get(folded) ?? NO_WORD;
export const isKnown = (folded: string): boolean => words.has(folded);
