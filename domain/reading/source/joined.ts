/** Lines of one paragraph put together as a person reads them: words that a line break cut are whole again. */
import { isBroken } from './broken-word.js';
import type { Fragment } from './source-document.js';

/** Text of several lines that still knows where each word stood. */
export interface Joined {
  readonly text: string;
  /** Line of the fragment in which the character at `offset` of `text` stands; the nearest one outside of it. */
  readonly lineAt: (offset: number) => number;
}

/** First halves of compounds ("socio-assistenziale"): their hyphen stays when the line breaks after it. */
const FIRST_HALVES =
  /(?<!\p{L})(?:socio|tecnico|economico|giuridico|amministrativo|politico|storico|artistico|turistico|culturale|igienico|medico|sanitario|scientifico|educativo|ricreativo|logistico|informatico|contabile|psico|finanziario|ex|pre|post|e|on|off|multi|co|sub|non|extra|anti)-$/iu;

/** Words that lose their last vowel before another word: no space after their apostrophe. */
const ELIDED =
  /(?<!\p{L})(?:l|un|d|c|s|m|t|v|n|dell|nell|all|dall|sull|coll|quell|quest|bell|nessun|alcun|ciascun|tutt|sant|anch|com|dov|cos|cent|mezz|senz|quant|grand)['’]$/iu;

/** One space between lines; hyphens, soft hyphens and narrow columns that break a word are undone. The fragments of one paragraph. */
export function joinFragments(fragments: readonly Fragment[]): Joined {
  const starts: { readonly at: number; readonly line: number }[] = [];
  let text = '';
  for (const fragment of fragments) {
    const words = fragment.text.replace(/\s+/gu, ' ').trim();
    if (words === '') continue;
    text = text === '' ? '' : beforeNext(text, words);
    starts.push({ at: text.length, line: fragment.line });
    text += words;
  }
  const lineAt = (offset: number): number =>
    (starts.findLast(({ at }) => at <= offset) ?? starts[0] ?? fragments[0])?.line ?? 1;
  return { text, lineAt };
}

/** `text` as it must stand so that `next` can be put after it. */
function beforeNext(text: string, next: string): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1);
  if (/[\p{L}\d][-‐]$/u.test(text)) return afterHyphen(text, next);
  if (ELIDED.test(text) && /^[\p{L}\d"«“]/u.test(next)) return text;
  if (isBroken(text, next)) return text;
  return `${text} `;
}

function afterHyphen(text: string, next: string): string {
  if (/^\d/u.test(next) || /\d[-‐]$/u.test(text) || FIRST_HALVES.test(text)) return text;
  const lower = /\p{Ll}[-‐]$/u.test(text) && /^\p{Ll}/u.test(next);
  const upper = /\p{Lu}{2}[-‐]$/u.test(text) && /^\p{Lu}(?:\p{Lu}|\P{L}|$)/u.test(next);
  if (lower || upper) return text.slice(0, -1);
  return /^\p{L}/u.test(next) ? text : `${text} `;
}
