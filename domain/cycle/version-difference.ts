/** What changed between two transmitted versions of a submission, by objective and field. */
import type { LineContent } from './submission-line.js';

/** What one transmitted version says of one objective. */
export interface VersionLine {
  readonly objective: string;
  readonly content: LineContent;
}

/** An objective of which the two versions do not say the same. */
export interface LineChange {
  readonly objective: string;
  /** `null`: the objective is in one of the two alone. */
  readonly fields: readonly (keyof LineContent)[] | null;
}

/** In the order of the later one; those that are gone last. Lines that say the same are left out. */
export function versionDifference(
  before: readonly VersionLine[],
  after: readonly VersionLine[],
): readonly LineChange[] {
  const was = new Map(before.map(({ objective, content }) => [objective, content]));
  const changes: LineChange[] = [];
  for (const { objective, content } of after) {
    const old = was.get(objective);
    was.delete(objective);
    if (old === undefined) changes.push({ objective, fields: null });
    else {
      const fields = (Object.keys(content) as (keyof LineContent)[]).filter(
        (field) => JSON.stringify(old[field]) !== JSON.stringify(content[field]),
      );
      if (fields.length > 0) changes.push({ objective, fields });
    }
  }
  return [...changes, ...[...was.keys()].map((objective) => ({ objective, fields: null }))];
}
