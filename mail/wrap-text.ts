/**
 * Lines of a plain text mail: at most 78 characters, broken at spaces. Some words must stay together
 * on a line, so that a reader (or a search) finds "venerdì 30 giugno 2023" whole.
 */
/** RFC 5322 §2.1.1 asks for no more. */
export const TEXT_COLUMNS = 78;

const GLUE = '\u00A0';

/** Marks words that no line may separate; undone by {@link wrap} and {@link unglued}. */
export const keepTogether = (text: string): string => text.replaceAll(' ', GLUE);

/** The text with ordinary spaces again. */
export const unglued = (text: string): string => text.replaceAll(GLUE, ' ');

/** Wraps one paragraph; lines after the first begin with `indent` blanks. A longer word is cut. */
export function wrap(paragraph: string, first = '', indent = first.length): string {
  // Most fit on one line, with no word to cut; UTF-16 units are never fewer than characters.
  if (paragraph.length <= TEXT_COLUMNS - Math.max(indent, first.length))
    return unglued((first + paragraph).trimEnd());
  const lines: string[] = [];
  let line = first;
  let width = lengthOf(first);
  let separator = '';
  for (const whole of paragraph.split(' ')) {
    for (const word of pieces(whole, TEXT_COLUMNS - indent)) {
      const length = lengthOf(word);
      if (separator !== '' && width + 1 + length > TEXT_COLUMNS) {
        lines.push(line);
        line = ' '.repeat(indent) + word;
        width = indent + length;
      } else {
        line += separator + word;
        width += separator.length + length;
      }
      separator = ' ';
    }
  }
  return unglued([...lines, line.trimEnd()].join('\n'));
}

/** A character outside the first 65,536, in its two UTF-16 units. */
const PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** In characters as people count them, not in UTF-16 units. */
const lengthOf = (text: string): number => text.length - (text.match(PAIR)?.length ?? 0);

function pieces(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word];
  const characters = [...word];
  const parts: string[] = [];
  for (let at = 0; at < characters.length; at += width) parts.push(characters.slice(at, at + width).join(''));
  return parts;
}
