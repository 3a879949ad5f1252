/**
 * After a restore: the days between the copy and the failure are gone over again with the facts of the copy. What
 * was due then is in the register as before, and each mail says that nobody knows whether it had left; none leaves now.
 */
import { type Instant, instant } from '../domain/time/instant.js';
import { townNow } from '../domain/time/town-clock.js';
import { inTown } from '../store/in-town.js';
import { frozenMails } from '../store/notices/frozen-mails.js';
import { appendEntries, type NewEntry } from '../store/register/register.js';
import { loadTown } from '../store/towns/towns.js';
import { answerFinally } from './answers.js';
import type { ActivityDeps } from './deps.js';
import { takeStock } from './take-stock.js';

const WHY = 'spedito o no: i dati sono quelli di una copia ripristinata';

/**
 * A town's rounds and alerts from the real instant `from` to `until`, while no worker runs. Returns how many mails
 * nobody knows about. Mails still on their way when the copy was made are among them.
 */
export async function reliveRounds(
  deps: Pick<ActivityDeps, 'sql' | 'sha256' | 'sender'>,
  { town, from, until }: { readonly town: string; readonly from: Instant; readonly until: Instant },
): Promise<number> {
  let unknown = await leaveOpen(deps, town, from);
  let next: number | null = from;
  while (next !== null && next <= until) {
    const at: Instant = instant(next);
    ({ nextMs: next } = await takeStock(deps, { town, nowMs: at }));
    unknown += await leaveOpen(deps, town, at);
  }
  return unknown;
}

async function leaveOpen({ sql }: Pick<ActivityDeps, 'sql'>, town: string, real: Instant): Promise<number> {
  return inTown(sql, town, async (tx) => {
    const now = townNow(real, (await loadTown(tx)).clock);
    const mails = await frozenMails(tx);
    const entries: NewEntry[] = [];
    for (const mail of mails) {
      const answer = { kind: 'unknown', code: null, response: WHY } as const;
      entries.push(...((await answerFinally(tx, { now }, mail, answer)) ?? []));
    }
    await appendEntries(tx, entries);
    return mails.length;
  });
}
