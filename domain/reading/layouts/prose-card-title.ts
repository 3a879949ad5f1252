/** The title of a card with what stands around it: number, weight, a description, a term. */
import { joinFragments } from '../source/joined.js';
import type { Fragment } from '../source/source-document.js';
import { objectiveHead } from './objective-head.js';
import { addPassage, type OpenDraft } from './open-draft.js';
import { readWeight } from './prose-card-weight.js';
import { numeralBefore } from './prose-numbered.js';
import { openingOf } from './prose-title.js';

/** `sentence`: the narrative names the objective by what is to be done, so that a term in it counts. */
export function readTitle(draft: OpenDraft, paragraphs: readonly Fragment[][], sentence: boolean): void {
  const [first, ...others] = paragraphs.map((one) => joinFragments(one).text);
  const head = first === undefined ? null : objectiveHead(first);
  // "Obiettivo n. 3", and the title below it.
  const below = head?.untitled === true && others.length > 0;
  const text = below ? others.join(' ') : [first, ...others].join(' ');
  if (below) draft.number ??= head.number;
  if (below && draft.weight === null) readWeight(draft, first ?? '');
  const counted = sentence ? numeralBefore(text) : null;
  const opening = openingOf(counted?.rest ?? text);
  draft.number ??= counted?.number ?? null;
  draft.number ??= opening.number;
  if (draft.weight === null) [draft.weight, draft.multiplier] = [opening.weight, opening.multiplier];
  if (draft.title !== '') return;
  draft.title = opening.title;
  draft.everySector ||= opening.everySector && draft.sector === null;
  // What goes on after the title, and a sentence that is title and term at once.
  if (opening.after !== '') addPassage(draft.texts, [tailOf(paragraphs.flat(), opening.after)]);
  if (sentence && SETS_TERM.test(opening.title)) addPassage(draft.texts, paragraphs);
}

const SETS_TERM =
  /(?<!\p{L})(?:entro|dal|dall['’]|da|nel|nei|ogni|mensil\p{L}*|trimestral\p{L}*|semestral\p{L}*)(?!\p{L})/iu;

/** The fragments of the words that end a paragraph. */
function tailOf(fragments: readonly Fragment[], words: string): readonly Fragment[] {
  const from = fragments.findLastIndex(
    (_, at) => joinFragments(fragments.slice(at)).text.length >= words.length,
  );
  const first = fragments[from];
  if (first === undefined) return fragments;
  const at = first.text.lastIndexOf(words.slice(0, 12).trim());
  const cut = { ...first, text: first.text.slice(Math.max(0, at)) };
  return [cut, ...fragments.slice(from + 1)];
}
