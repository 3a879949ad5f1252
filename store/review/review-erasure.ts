/** Erasure of a person's words in the evaluators' reviews: notes, conclusions and declarations stand in no register. */
import type { Tx } from '../in-town.js';
import { eraseNotes } from './review-notes.js';

/** `words`: those that the register held of theirs, and of what others wrote about what they owed. */
export async function eraseReviewWords(tx: Tx, person: string, words: readonly string[]): Promise<void> {
  await tx`update review_question set text = '' where text = any (${[...words]})`;
  await tx`update review_answer set text = '' where text = any (${[...words]})`;
  const theirs = await tx<{ text: string }[]>`
    select note as text from review_conclusion where concluded_by = ${person} and note <> ''
    union select text from review_declaration where member = ${person} and text <> ''`;
  await tx`update review_conclusion set note = '' where concluded_by = ${person}`;
  await tx`update review_declaration set text = '' where member = ${person}`;
  await tx`select erase_audit_words(${theirs.map(({ text }) => text)})`;
  await eraseNotes(tx, person);
}
