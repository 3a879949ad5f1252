/**
 * What a change does to the single notices of a rehearsal, by obligation, rung and person: which appear, which
 * vanish, which go out on another day. A mail is many notices; here each is told.
 */
import type { DigestLine } from '../obligations/digest.js';
import type { CivilDate } from '../time/civil-date.js';
import type { RehearsedMail } from './rehearse.js';

/** One notice that is not the same in both rehearsals. */
export interface NoticeChange {
  readonly kind: 'appears' | 'vanishes' | 'moves';
  /** A person's id, or the role where nobody receives for it. */
  readonly to: string;
  /** As it will be, else as it was. */
  readonly line: DigestLine;
  /** `null`: there was none. */
  readonly before: CivilDate | null;
  /** `null`: there is none any more. */
  readonly after: CivilDate | null;
}

interface Told {
  readonly day: CivilDate;
  readonly to: string;
  readonly line: DigestLine;
}

/** Both over the same days. By the first of the days that a change is about, then by person. */
export function noticeDifference(
  before: Iterable<RehearsedMail>,
  after: Iterable<RehearsedMail>,
): readonly NoticeChange[] {
  const [was, is] = [told(before), told(after)];
  const changes: NoticeChange[] = [];
  for (const [key, { day, to, line }] of was) {
    const now = is.get(key);
    if (now === undefined) changes.push({ kind: 'vanishes', to, line, before: day, after: null });
    else if (now.day !== day)
      changes.push({ kind: 'moves', to, line: now.line, before: day, after: now.day });
  }
  for (const [key, { day, to, line }] of is) {
    if (!was.has(key)) changes.push({ kind: 'appears', to, line, before: null, after: day });
  }
  return changes.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** A rung goes out once for an obligation and a person; the weekly summary tells no rung. */
function told(mails: Iterable<RehearsedMail>): ReadonlyMap<string, Told> {
  const found = new Map<string, Told>();
  for (const { day, to, facts } of mails)
    for (const line of facts.lines)
      if (line.rung !== null) found.set(`${line.obligation} ${line.rung} ${to}`, { day, to, line });
  return found;
}

const orderOf = ({ before, after, to, line }: NoticeChange): string =>
  `${before === null || (after !== null && after < before) ? after : before} ${to} ${line.obligation} ${line.rung}`;
