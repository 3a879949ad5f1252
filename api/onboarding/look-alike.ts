/** Addresses that a hurried eye takes for one another: a typing error, or somebody who wants to be taken for another. */

/** Letters that look the same, and signs that nobody sees. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/0/g, 'o'],
  [/[1i|]/g, 'l'],
  [/[.\-_+]/g, ''],
];

/** Two addresses with the same look are told to whoever reads the list. */
export const lookOf = (address: string): string =>
  SAME.reduce((text, [of, as]) => text.replace(of, as), address.toLowerCase());

/** A letter that is no plain Latin one may look like one: «а» is Cyrillic. */
export const hasForeignLetters = (address: string): boolean => /[^\x21-\x7e]/.test(address);
