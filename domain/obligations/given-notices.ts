/** What was already said about an obligation, as far as the next rung depends on it. */
import type { CivilDate } from '../time/civil-date.js';
import { heightOf } from './ladder.js';
import type { FiredRung } from './notice.js';
import type { RoleKey } from './obligation.js';

export interface Given {
  /** Height of the highest rung given to each recipient. */
  readonly highest: ReadonlyMap<RoleKey, number>;
  /** Day of the Segretario's warning that the Sindaco will hear. */
  readonly warnedOn: CivilDate | null;
  /** Day of the notice to the Sindaco. */
  readonly pressedOn: CivilDate | null;
}

/** What the notices of one version of an obligation say; those of earlier versions do not count. */
export function given(fired: readonly FiredRung[], version: number): Given {
  const highest = new Map<RoleKey, number>();
  let warnedOn: CivilDate | null = null;
  let pressedOn: CivilDate | null = null;
  for (const one of fired) {
    if (one.version !== version) continue;
    const height = heightOf(one.rung);
    if (height > (highest.get(one.recipient) ?? -1)) highest.set(one.recipient, height);
    if (one.rung === 'late-7') warnedOn = one.day;
    if (one.rung === 'late-8') pressedOn = one.day;
  }
  return { highest, warnedOn, pressedOn };
}
