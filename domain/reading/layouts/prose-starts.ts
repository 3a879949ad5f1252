/** Where objectives begin among the lines under one heading, by the most telling sign that the part uses. */
import { numberAlone } from '../plan/title-parts.js';
import { weightIn } from '../plan/weight-words.js';
import type { Heading } from './draft.js';
import { objectiveHead } from './objective-head.js';
import { fieldsOf } from './prose-fields.js';
import type { ProseLine } from './prose-lines.js';
import { isIntroduction } from './prose-noise.js';
import { numberedStarts } from './prose-numbered.js';

export interface Starts {
  /** Indexes of the lines that open an objective, ascending. */
  readonly at: readonly number[];
  /** Labelled cards; else the words themselves open the objective. */
  readonly cards: boolean;
}

/** `null` when nothing there looks like objectives. */
export function startsIn(lines: readonly ProseLine[], heading: Heading): Starts | null {
  const labelled = labelledStarts(lines);
  if (labelled.length > 0) return { at: withLabelsAbove(lines, labelled), cards: true };
  const placed = heading.sector !== null || heading.everySector;
  const weighed = lines.flatMap((line, at) => (opensWithWeight(lines, at, line) ? [at] : []));
  const numbered = numberedStarts(lines);
  const enough = placed || weightsAt(lines, numbered) * 2 >= numbered.length;
  if (numbered.length > 0 && enough && weighed.every((at) => numbered.includes(at) || lines[at]?.bullet)) {
    return { at: numbered, cards: false };
  }
  if (weighed.length > 0 && (placed || weighed.length > 1)) return { at: weighed, cards: false };
  if (!placed) return null;
  const headings = lines.flatMap((line, at) =>
    line.heading && line.opens && !isIntroduction(line.text) ? [at] : [],
  );
  return headings.length > 0 ? { at: headings, cards: false } : null;
}

/** "Obiettivo n. 3", "Titolo: …"; of strategic and operative ones the operative are meant. */
function labelledStarts(lines: readonly ProseLine[]): readonly number[] {
  const heads = lines.map(({ text }) => objectiveHead(text));
  const operative = heads.some((head) => head !== null && !head.strategic);
  const starts: number[] = [];
  // What the card that is open has: a second number or title begins the next one.
  let has = { number: false, title: false };
  for (const [at, line] of lines.entries()) {
    const head = heads[at] ?? null;
    if (head !== null) {
      if (head.strategic && operative) continue;
      starts.push(at);
      has = { number: true, title: !head.untitled };
      continue;
    }
    const [first] = fieldsOf(line.text);
    if (first === undefined || first.plural || (first.field !== 'title' && first.field !== 'number'))
      continue;
    if (isSubject(line.text)) continue;
    const what = first.field === 'title' && numberAlone(first.value) !== null ? 'number' : first.field;
    if (starts.length === 0 || has[what]) {
      starts.push(at);
      has = { number: false, title: false };
    }
    has[what] = true;
  }
  return starts;
}

/** "Oggetto: approvazione del Piano della performance": of the act. */
const isSubject = (text: string): boolean =>
  /^\s*oggetto\W.*(?:approvazion|adozion|deliberazion|piano (?:integrato|dell|esecutivo|degli)|piao|peg|relazione sulla)/iu.test(
    text,
  );

const ABOVE: ReadonlySet<string> = new Set(['sector', 'owner', 'weight', 'year', 'notes', 'participants']);

/**
 * Cards whose first labels stand above the title ("Responsabile: …", "Peso: …", then "Titolo: …") begin there:
 * the labels above the first title tell which.
 */
function withLabelsAbove(lines: readonly ProseLine[], starts: readonly number[]): readonly number[] {
  const fields = lines.map(({ text }) => fieldsOf(text)[0]?.field ?? null);
  const above = (at: number, floor: number, among: ReadonlySet<string>): number => {
    let top = at;
    while (top > floor && among.has(fields[top - 1] ?? '')) top--;
    return top;
  };
  const first = starts[0] ?? 0;
  const top = above(first, 0, ABOVE);
  const pattern = new Set(fields.slice(top, first).filter((one) => one !== null));
  if (pattern.size === 0 || starts.length === 1) return starts;
  const moved = starts.map((at, index) => above(at, index === 0 ? 0 : (starts[index - 1] ?? 0) + 1, pattern));
  // Labels above the first title only are of the whole part.
  return moved.slice(1).some((at, index) => at !== starts[index + 1]) ? moved : starts;
}

/** A short paragraph that is a title and its weight: "ARCHIVIO STORICO – Peso 15". */
function opensWithWeight(lines: readonly ProseLine[], at: number, line: ProseLine): boolean {
  if (!line.opens) return false;
  const next = lines[at + 1];
  const words = next !== undefined && !next.opens ? `${line.text} ${next.text}` : line.text;
  const { weight, rest } = weightIn(weightIn(line.text).weight === null ? words : line.text);
  return (
    weight !== null &&
    /\p{L}{3}/u.test(rest) &&
    !/^\p{Ll}/u.test(rest) &&
    fieldsOf(line.text)[0]?.field == null
  );
}

const weightsAt = (lines: readonly ProseLine[], starts: readonly number[]): number =>
  starts.filter((at, index) =>
    lines.slice(at, starts[index + 1] ?? lines.length).some(({ text }) => weightIn(text).weight !== null),
  ).length;
