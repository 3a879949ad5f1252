/** A town that has just arrived takes up its days: what may have been mailed elsewhere is told apart, its workflows start. */
import { reliveRounds } from '../../activities/relive-rounds.js';
import { type Instant, instant } from '../../domain/time/instant.js';
import { announce } from '../../store/announcements.js';
import type { Sql } from '../../store/connection.js';
import { factsClock } from '../../store/facts-clock.js';
import { inTown } from '../../store/in-town.js';
import type { TownManifest } from '../../store/moving/town-manifest.js';
import { workflowSubjects } from '../../store/moving/workflow-subjects.js';
import { appendAudit } from '../../store/register/audit.js';
import { sha256Hex } from '../../store/register/register.js';
import type { readMailConfig } from '../../worker/config.js';
import { cycleStart, objectiveStart, roundStart } from '../../workflows/contract.js';

export type Sender = ReturnType<typeof readMailConfig>['mailFrom'];

/**
 * `sql` is `traguardo_app`'s. `until`: when the old installation stopped mailing; a town on trial mailed nobody. Returns
 * how many mails nobody knows about.
 */
export async function takeUp(
  sql: Sql,
  { town, madeAt }: TownManifest,
  {
    until,
    sender,
    sha256,
  }: { readonly until: Instant; readonly sender: Sender | null; readonly sha256: string },
): Promise<number> {
  const span = { town: town.id, from: instant(madeAt), until };
  const unknown =
    sender !== null && town.mode === 'live'
      ? await reliveRounds({ sql, sha256: sha256Hex, sender }, span)
      : 0;
  const real = instant(Date.now());
  await inTown(sql, town.id, async (tx) => {
    const { cycles, objectives } = await workflowSubjects(tx);
    const starts = [
      roundStart({ town: town.id }),
      ...cycles.map(({ id, year }) => cycleStart({ town: town.id, cycle: id, year })),
      ...objectives.map(({ id, year }) => objectiveStart({ town: town.id, objective: id, year })),
    ];
    await announce(tx, starts, real);
    await appendAudit(tx, {
      ...{ at: (await factsClock(tx, real)).now, person: null, role: null, channel: 'cli' },
      ...{ action: 'town.import', subjectKind: 'town', subject: town.id, after: { sha256, unknown } },
    });
  });
  return unknown;
}
