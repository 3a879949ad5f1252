/** What the evaluators observed of a year comes back in the next one, line by line. */

/** Each line of what was written with the outcome is one; leading marks and numbers of a list are dropped. */
export const observationsIn = (note: string): readonly string[] =>
  note
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-–—•*]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '');
