/**
 * Two people may write in one submission at once: each objective is merged by itself. A line that nobody
 * else touched since it was shown is taken; one that somebody else changed in the meantime to something
 * else is in conflict and stays as it was; what says the same as the row changes nothing.
 */
import type { LineContent } from './submission-line.js';

/** A line as the database has it. */
export interface StoredLine<Content = LineContent> {
  readonly content: Content;
  /** Rises with every change; 0 where nothing was saved. */
  readonly rowVersion: number;
}

/** A line as somebody sends it, and what they had seen of it. */
export interface OfferedLine<Content = LineContent> {
  readonly objective: string;
  readonly content: Content;
  /** The version that was shown. */
  readonly seen: number;
}

/** Lines to write; lines that go back to whoever sent them. */
export interface MergedLines<Content = LineContent> {
  readonly take: readonly OfferedLine<Content>[];
  /** Objectives whose line somebody else changed. */
  readonly conflicts: readonly string[];
}

/** `stored` has no entry for lines that nobody wrote; `begun` says what those were shown with. */
export const mergeLines = (
  offered: readonly OfferedLine[],
  stored: ReadonlyMap<string, StoredLine>,
  begun: (objective: string) => LineContent,
): MergedLines => mergeBy(isSameLine, offered, stored, begun);

/** As {@link mergeLines}, of lines that say the same by `isSame`. */
export function mergeBy<Content>(
  isSame: (a: Content, b: Content) => boolean,
  offered: readonly OfferedLine<Content>[],
  stored: ReadonlyMap<string, StoredLine<Content>>,
  begun: (objective: string) => Content,
): MergedLines<Content> {
  const take: OfferedLine<Content>[] = [];
  const conflicts: string[] = [];
  for (const one of offered) {
    const now = stored.get(one.objective) ?? { content: begun(one.objective), rowVersion: 0 };
    if (isSame(one.content, now.content)) continue;
    if (one.seen === now.rowVersion) take.push(one);
    else conflicts.push(one.objective);
  }
  return { take, conflicts };
}

/** Says the same: an indicator or a term without anything said is as if it were not listed. */
const isSameLine = (a: LineContent, b: LineContent): boolean => lineKey(a) === lineKey(b);

/** The same text for lines that say the same. */
export function lineKey({ indicators, milestones, ...rest }: LineContent): string {
  const values = indicators.filter(({ value, waiting }) => value !== '' || waiting);
  const answers = milestones.filter(({ doneOn }) => doneOn !== '');
  const sorted = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  const by = (one: { readonly indicator?: string; readonly obligation?: string }): string =>
    one.indicator ?? one.obligation ?? '';
  const order = <One extends object>(list: readonly One[]): readonly One[] =>
    [...list].sort((x, y) => (by(x) < by(y) ? -1 : 1));
  return JSON.stringify([
    sorted,
    order(values).map(({ indicator, value, waiting }) => [indicator, value, waiting]),
    order(answers).map(({ obligation, doneOn }) => [obligation, doneOn]),
  ]);
}
