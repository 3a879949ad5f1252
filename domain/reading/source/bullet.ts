/**
 * Bullets: the signs that open an item of a list, and letters of symbol fonts that stand for them. A number or
 * a letter of an enumeration is no bullet: it is part of what is written.
 */

const SIGNS = '•‣◦⁃∙●○◉◆◇❖■□▪▫►▶▸➢➤➔✓✔✗✘☐☑☒*→⇒·¨§Ø–—';
const BULLET = new RegExp(
  `^\\s*(?:[${SIGNS}]\\s*(?=\\S)|[-o¬]\\s+(?=\\S)|[\\ue000-\\uf8ff]+\\s*(?=\\S))`,
  'u',
);
const ALONE = new RegExp(`^\\s*(?:[${SIGNS}o-]|[\\ue000-\\uf8ff]+)\\s*$`, 'u');
/** These open an item only when a space follows: glued to a word they mean something else (*nota, –5 %). */
const NEEDS_SPACE = /^\s*[*–—·¨§Ø→⇒■]\S/u;
const DOUBTFUL = /^\s*[-–—o*]\s/u;

/** The words after the bullet, or `null` when the line opens with none. */
export function withoutBullet(text: string): string | null {
  const found = BULLET.exec(text);
  if (found === null || NEEDS_SPACE.test(text)) return null;
  return text.slice(found[0].length);
}

/** The bullet alone on its line: its item stands on the next one. */
export const isLoneBullet = (text: string): boolean => ALONE.test(text);

/** Opens with a sign that is also a dash, a conjunction or a mark of a note in running text. */
export const isDoubtfulBullet = (text: string): boolean => DOUBTFUL.test(text);
