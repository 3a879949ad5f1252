/** Numbers of pages, alone on their line or in a head or a foot. */

const PAGE_NUMBER = /^\W*(pag(ina|\.)?|p\.|foglio)?\W*\d{1,4}(\W*(di|su|\/|of)\W*\d{1,4})?\W*$/iu;
/** A number after these counts what is described, not pages. */
const COUNTS = /(obiettiv\p{L}*|sched\p{L}*|progett\p{L}*|settore|area|servizio|allegato|n\.|n°|nr\.?)\s*$/iu;

/** Told by itself: named as one, or equal to the page's place in the file. */
export function isPageNumber(text: string, page: number, pages: number): boolean {
  if (!PAGE_NUMBER.test(text)) return false;
  if (/\p{L}/u.test(text)) return pages > 1 || /pag/i.test(text);
  const [first, last] = (text.match(/\d+/g) ?? []).map(Number);
  return pages > 1 && (first === page || last === pages);
}

/** The line as it is, and with each number that may be a page's told by its distance from the page. */
export function keysOf(text: string, page: number): string[] {
  const keys = [text];
  for (const match of text.matchAll(/\d{1,4}/g)) {
    const before = text.slice(0, match.index);
    if (COUNTS.test(before)) continue;
    keys.push(`${before}<${Number(match[0]) - page}>${text.slice(match.index + match[0].length)}`);
  }
  return keys;
}
