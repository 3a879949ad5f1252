/** Values of forms as people write them in Italian. */

/** Tells what is wrong with a field. */
export type Problem = (field: string, message: string) => void;

/** "12,5" or "12.5"; `null` for nothing. At most four decimals: weights are exact. */
export function decimalOf(text: string, field: string, problem: Problem): number | null {
  const plain = text.trim().replace(/(?<!\s)\s*(punti|%)$/i, '');
  if (plain === '') return null;
  if (/^\d{1,5}([.,]\d{1,4})?$/.test(plain)) return Number(plain.replace(',', '.'));
  problem(field, `«${text.trim().slice(0, 40)}» non è un numero: scrivilo in cifre, per esempio 12,5.`);
  return null;
}

/** Line ends and spaces around are not a change. */
export const isSame = (
  shown: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
): boolean => Object.entries(shown).every(([field, value]) => value.trim() === (given[field] ?? '').trim());
