/** Words in lines of a width; marks count for nothing. */
import { plain } from '../notation.js';

/** A hyphen may break a word of seven letters or more after a vowel, before consonant and vowel. */
const BREAK = /(?<=[aeiou])(?=[bcdfglmnprstvz][aeiou])/i;

/** The lines; at least one. `hyphens` breaks long words at the end of a line. */
export function wrapped(text: string, width: number, hyphens: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = width - plain(line).length - (line === '' ? 0 : 1);
    if (plain(word).length <= room) {
      line = line === '' ? word : `${line} ${word}`;
      continue;
    }
    const broken = hyphens ? hyphenated(word, room) : null;
    if (broken !== null) {
      lines.push(line === '' ? broken[0] : `${line} ${broken[0]}`);
      line = broken[1];
    } else {
      if (line !== '') lines.push(line);
      line = word;
    }
    while (plain(line).length > width) {
      lines.push(line.slice(0, width));
      line = line.slice(width);
    }
  }
  return [...lines, line];
}

/** The first part with its hyphen and the rest, if a part fits the room. */
function hyphenated(word: string, room: number): [string, string] | null {
  if (!/^[a-zà-ù]{7,}[.,;:]?$/i.test(word)) return null;
  const parts = word.split(BREAK);
  let first = '';
  for (const part of parts) {
    if (first.length + part.length + 1 > room) break;
    first += part;
  }
  return first.length < 3 || word.length - first.length < 3 ? null : [`${first}-`, word.slice(first.length)];
}
