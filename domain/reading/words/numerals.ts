/** Numbers in words: cardinals up to 399, ordinals up to 199 in both genders, roman numerals up to 39. */

const UNITS = ['', 'uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove'];
const TEENS = 'dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove'.split(
  ' ',
);
const TENS = [
  '',
  '',
  'venti',
  'trenta',
  'quaranta',
  'cinquanta',
  'sessanta',
  'settanta',
  'ottanta',
  'novanta',
];
const HUNDREDS = ['', 'cento', 'duecento', 'trecento'];
const FIRST_ORDINALS = 'prim second terz quart quint sest settim ottav non decim'.split(' ');
const ROMAN_DIGITS: readonly (readonly [number, string])[] = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function belowHundred(number: number): string {
  if (number < 10) return UNITS[number] ?? '';
  if (number < 20) return TEENS[number - 10] ?? '';
  const tens = TENS[Math.floor(number / 10)] ?? '';
  const unit = number % 10;
  return (unit === 1 || unit === 8 ? tens.slice(0, -1) : tens) + (UNITS[unit] ?? '');
}

/** "trentuno" for 31; 1–399, folded ("ventitre" without accent). */
export const cardinal = (number: number): string =>
  (HUNDREDS[Math.floor(number / 100)] ?? '') + belowHundred(number % 100);

/** The cardinal with its other spellings: "centottanta" for "centoottanta", "quarantott" before "ore". */
export function cardinalSpellings(number: number): readonly string[] {
  const word = cardinal(number);
  const elided = word.endsWith('otto') ? [word, word.slice(0, -1)] : [word];
  return number > 100 ? [...elided, ...elided.map((one) => one.replace('ntoott', 'ntott'))] : elided;
}

/** The stem of the ordinal, to which o, a, i, e are added: "prim", "trentesim". */
export function ordinalStem(number: number): string {
  const first = FIRST_ORDINALS[number - 1];
  if (first !== undefined) return first;
  const word = cardinal(number);
  // Cardinals drop their last vowel, except "tre" and "sei": ventitreesimo, ventiseiesimo.
  const unit = number % 10;
  const whole = number > 20 && (unit === 3 || unit === 6);
  return `${whole ? word : word.slice(0, -1)}esim`;
}

/** "xiv" for 14; 1–39. */
export function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, digit] of ROMAN_DIGITS) {
    for (; rest >= value; rest -= value) text += digit;
  }
  return text;
}

/** Spellings of small numbers that do not follow the pattern. */
export const ODD_CARDINALS: Readonly<Record<string, number>> = {
  un: 1,
  una: 1,
  quindic: 15,
  ventun: 21,
  trentun: 31,
};

/** Value of each roman numeral from I to XXXIX, in lower case. */
export const ROMANS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 39 }, (_, index) => [roman(index + 1), index + 1]),
);
