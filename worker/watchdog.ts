/**
 * Whatever is ten minutes past the instant it meant to wake up at is told again, and started where it does
 * not run any more: a workflow that somebody ended, or whose server lost its store. Each time is counted.
 */
import type { Instant } from '../domain/time/instant.js';
import { overdueBefore } from '../domain/time/overdue.js';
import type { Log } from '../running/log.js';
import { markRevived, overdueWorkflows } from '../store/across-towns.js';
import type { Sql } from '../store/connection.js';
import { failureOf } from './failure-of.js';
import type { TellWorkflow } from './tell-workflow.js';

const AT_MOST = 200;

export interface WatchdogDeps {
  readonly sql: Sql;
  readonly tell: TellWorkflow;
  readonly now: () => Instant;
  readonly log: Pick<Log, 'warn'>;
}

/** Returns how many workflows it told. Rejects when they cannot be told: the next time they are still overdue. */
export async function watchOnce({ sql, tell, now, log }: WatchdogDeps): Promise<number> {
  const overdue = await overdueWorkflows(sql, overdueBefore(now()), AT_MOST);
  let told = 0;
  for (const workflow of overdue) {
    try {
      await tell(workflow);
    } catch (error) {
      log.warn({ ...failureOf(error), left: overdue.length - told }, 'overdue workflows cannot be told');
      throw error;
    }
    await markRevived(sql, workflow, now());
    told += 1;
    log.warn({ workflow: workflow.workflowId }, 'a workflow was overdue and was told again');
  }
  return told;
}
