/** Processor time, which a busy machine does not stretch as it stretches the clock on the wall. */
import { readFileSync } from 'node:fs';
import type { Sql } from '../store/connection.js';

/** What `/proc` counts in; the same on every Linux. */
const TICK_MS = 10;

/** Milliseconds that this process and the database's processes for `program` have had so far; Linux alone. */
export async function processorTime(sql: Sql, program: string): Promise<number> {
  const { user, system } = process.cpuUsage();
  const backends = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where application_name = ${program}`;
  return (user + system) / 1000 + backends.reduce((sum, { pid }) => sum + ticksOf(pid) * TICK_MS, 0);
}

/** Of the process itself, in user and system mode: fields 14 and 15 of `stat` (proc(5)). */
function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return user + system;
  } catch {
    return Number.NaN;
  }
}
