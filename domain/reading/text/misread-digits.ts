/** Digits that a scanner took for letters: "l0 giugno", "3O aprile", "I5 marzo". */

const AS_DIGIT: Readonly<Record<string, string>> = { l: '1', I: '1', '|': '1', O: '0', o: '0' };
const LOOKS_LIKE_DIGITS = /^[0-9lI|Oo]{2,4}$/;

/** The digits meant by a run of letters and digits, or `null` when it is a word or a code. */
export function misreadDigits(run: string): string | null {
  if (!LOOKS_LIKE_DIGITS.test(run) || !/\d/.test(run)) return null;
  // "1o" and "2o" are ordinals of the old typewriters, not ten and twenty.
  if (/^\do$/.test(run)) return null;
  return run.replace(/[lI|Oo]/g, (letter) => AS_DIGIT[letter] ?? letter);
}
