/** The paragraph that opens an objective: number, title and weight, and what goes on after the title. */
import { type TitleParts, titleParts } from '../plan/title-parts.js';
import { weightIn } from '../plan/weight-words.js';

export interface Opening extends TitleParts {
  /** Words after the title in the same paragraph; empty if none. */
  readonly after: string;
}

/** Characters in which a title and its weight stand. */
const MOST = 400;

/** A title with a description behind it is at least so long, in characters. */
const LONG = 100;

/** Reads "3. Sportello telematico (peso 20). Attivazione entro il 30 giugno." */
export function openingOf(text: string): Opening {
  const parts = titleParts(text);
  const cut = afterWeight(text) ?? afterSentence(parts.title);
  if (cut === null) return { ...parts, title: bare(parts.title), after: '' };
  const head = titleParts(cut.title);
  const number = parts.number;
  return { ...parts, number, title: bare(head.title), after: cut.after };
}

/** What stands after the weight is no title: "… (peso 20). Attivazione …", "… – Peso 15 – Attivazione …". */
function afterWeight(text: string): { readonly title: string; readonly after: string } | null {
  const { weight } = weightIn(text);
  if (weight === null) return null;
  for (const end of text
    .slice(0, MOST)
    .matchAll(/[\])]|\d(?![\d.,/]*\d|\s*(?:%|\/|su\b|punti|p\.?ti))|%|punti/gu)) {
    const at = end.index + end[0].length;
    const upTo = weightIn(text.slice(0, at));
    if (upTo.weight !== weight || upTo.rest === '') continue;
    const open = text.slice(0, at).split('(').length > text.slice(0, at).split(')').length;
    const skip = /^[^)]{0,12}\)/u.exec(text.slice(at));
    const after = text.slice(at + (open && skip ? skip[0].length : 0)).replace(/^[\s.,;:)\]–—-]+/u, '');
    return /\p{L}{3}.*\s/u.test(after) ? { title: upTo.rest, after } : null;
  }
  return null;
}

/** "Sportello telematico. Attivazione …", "Sportello telematico: attivare …" when the whole is long. */
function afterSentence(title: string): { readonly title: string; readonly after: string } | null {
  if (title.length < LONG) return null;
  const match =
    /^(.{8,150}?(?:\p{Ll}{3}|\p{Lu}{2}|\)|\d|["”»]))(?:\.\s+(?=\p{Lu})|:\s+|\s[–—]\s+(?=\p{Lu}))(\S.{15,})$/su.exec(
      title,
    );
  return match?.[1] === undefined || match[2] === undefined ? null : { title: match[1], after: match[2] };
}

const bare = (title: string): string =>
  title
    .replace(/^[«“"]([^«»“”"]+)[»”"]\.?$/u, '$1')
    .replace(/(?<=\p{Ll}{3}|\))\.$/u, '')
    .trim();
