/**
 * The fast path of what an activity announced: told after its commit, as the API tells what a page did. What cannot
 * be told stays for the relay (docs/adr/0022).
 */
import type { Instant } from '../domain/time/instant.js';
import { markAnnounced, type WorkflowStart } from '../store/announcements.js';
import { inTown } from '../store/in-town.js';
import type { ActivityDeps } from './deps.js';

/** `at`: real time. Never rejects: the facts are committed, and the relay comes in a moment. */
export async function tellAtOnce(
  { sql, tell }: Pick<ActivityDeps, 'sql' | 'tell'>,
  town: string,
  announced: readonly (WorkflowStart & { readonly id: number })[],
  at: Instant,
): Promise<void> {
  if (tell === undefined || announced.length === 0) return;
  const outcomes = await Promise.allSettled(announced.map(tell));
  const told = announced.filter((_, index) => outcomes[index]?.status === 'fulfilled').map(({ id }) => id);
  if (told.length === 0) return;
  await inTown(sql, town, (tx) => markAnnounced(tx, told, at)).catch(() => undefined);
}
