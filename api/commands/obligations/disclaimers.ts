/** "Non è di mia competenza" that nobody has decided about yet, of one obligation. */

import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { settleAlert } from '../../../store/notices/alerts.js';
import { type Answer, answersOf, standingDisclaimers } from '../../../store/obligations/answers.js';

/** Those that stand, oldest first. Their alerts are settled: no mail tells any more what was decided. */
export async function settleDisclaimers(
  tx: Tx,
  { today }: FactsClock,
  obligation: string,
): Promise<readonly Answer[]> {
  const said = (await answersOf(tx, obligation)).filter(({ kind }) => kind === 'not-mine');
  const standing = (
    await standingDisclaimers(
      tx,
      said.map(({ id }) => id),
    )
  ).map(({ answer }) => answer);
  for (const { id } of standing) await settleAlert(tx, { kind: 'not-mine', about: id }, today);
  return standing;
}
