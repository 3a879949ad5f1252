/** Where an obligation stands between the warning to the Segretario and the notice to the Sindaco. */
import type { Obligation } from '../../domain/obligations/obligation.js';
import type { NoticeGiven } from '../../store/notices/notices.js';

/** `not-warned`: `late-7` has not gone out, so there is nothing to hold back yet. `told`: too late. */
export type MayorNotice = 'not-warned' | 'warned' | 'told';

/** By the notices given about the obligation as it is now: a new due date begins anew. */
export function mayorNotice({ version }: Obligation, notices: readonly NoticeGiven[]): MayorNotice {
  const given = notices.filter((notice) => notice.version === version);
  if (given.some(({ rung }) => rung === 'late-8')) return 'told';
  return given.some(({ rung }) => rung === 'late-7') ? 'warned' : 'not-warned';
}
