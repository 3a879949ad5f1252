/** The commonest slips of a keyboard: one letter left out or struck twice, two neighbours exchanged, "nb" for "mb". */

/** Slips of a word, its first letter right; a short word has too many neighbours that mean something. */
export function misprints(word: string): readonly string[] {
  if (word.length < 5) return [];
  const slips = new Set<string>();
  for (let at = 1; at < word.length; at++) {
    slips.add(word.slice(0, at) + word.slice(at + 1));
    if (at < word.length - 1) slips.add(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
    // A letter struck twice.
    slips.add(word.slice(0, at) + word[at] + word.slice(at));
  }
  // One hears the same: "novenbre".
  slips.add(word.replace('mb', 'nb'));
  slips.delete(word);
  return [...slips];
}
