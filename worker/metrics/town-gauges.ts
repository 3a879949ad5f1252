/** What all towns together wait for, read from PostgreSQL at each scrape: every worker says the same. */
import { Gauge, type Registry } from 'prom-client';
import { instant } from '../../domain/time/instant.js';
import { overdueBefore } from '../../domain/time/overdue.js';
import { civilDateAt } from '../../domain/time/zone.js';
import { patiently } from '../../running/patiently.js';
import { type Backlog, backlog } from '../../store/across-towns.js';
import type { Sql } from '../../store/connection.js';
import { type Figures, figuresOf } from '../../store/figures.js';

/** Whose day the mails of today are counted by. */
const ZONE = 'Europe/Rome';

interface Read extends Figures, Backlog {
  readonly now: number;
}

/** In seconds; 0: nothing waits. */
const age = ({ now }: Read, since: number | null): number =>
  since === null ? 0 : Math.max(0, now - since) / 1000;

const GAUGES: readonly (readonly [name: string, help: string, value: (read: Read) => number])[] = [
  ['traguardo_towns_live', 'Towns in real use.', (read) => read.townsLive],
  ['traguardo_towns_on_trial', 'Towns on trial: their mails stay here.', (read) => read.townsOnTrial],
  ['traguardo_rounds_today', 'Rounds held today.', (read) => read.rounds],
  ['traguardo_notices_today', 'Notices that the rounds of today wrote.', (read) => read.notices],
  [
    'traguardo_mails_unsent',
    'Mails without their final answer, of any day.',
    (read) => read.unansweredDigests,
  ],
  ['traguardo_mails_put_off', 'Of those, tried at least once and not taken.', (read) => read.putOffDigests],
  [
    'traguardo_oldest_unsent_mail_seconds',
    'Age of the oldest of them.',
    (read) => age(read, read.oldestUnsent),
  ],
  [
    'traguardo_oldest_sign_in_seconds',
    'Age of the oldest link to enter that has not left.',
    (read) => age(read, read.oldestSignIn),
  ],
  [
    'traguardo_announcements_waiting',
    'Announcements that no workflow was told of yet.',
    (read) => read.announcements,
  ],
  [
    'traguardo_oldest_announcement_seconds',
    'Age of the oldest of them.',
    (read) => age(read, read.oldestAnnouncement),
  ],
  [
    'traguardo_workflows_overdue',
    'Workflows more than ten minutes past their stored next.',
    (read) => read.overdueWorkflows,
  ],
  [
    'traguardo_oldest_next_seconds',
    'How far the most belated workflow is past its stored next.',
    (read) => age(read, read.oldestNext),
  ],
  [
    'traguardo_workflows_revived',
    'Times the watchdog told again the workflows that are alive now.',
    (read) => read.revivals,
  ],
];

/** Adds them to the registry; one reading serves all of one scrape. `now`: the real clock. */
export function addTownGauges(registry: Registry, sql: Sql, now: () => number): void {
  const registers = [registry];
  let underWay: Promise<Read | null> | null = null;
  const reading = (): Promise<Read | null> => {
    underWay ??= patiently(readAll(sql, now())).finally(() => {
      underWay = null;
    });
    return underWay;
  };
  new Gauge({
    name: 'traguardo_facts_readable',
    help: '1 when PostgreSQL answered this scrape; when 0 the other figures from the facts are NaN.',
    registers,
    async collect() {
      this.set((await reading()) === null ? 0 : 1);
    },
  });
  for (const [name, help, value] of GAUGES)
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        const read = await reading();
        this.set(read === null ? Number.NaN : value(read));
      },
    });
  new Gauge({
    name: 'traguardo_mails_today',
    help: 'Mails of today: all that were frozen, and those with each final answer.',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      const read = await reading();
      for (const [state, key] of STATES) this.set({ state }, read?.[key] ?? Number.NaN);
    },
  });
}

const STATES = [
  ['frozen', 'frozen'],
  ['sent', 'sent'],
  ['refused', 'refused'],
  ['given-up', 'givenUp'],
] as const satisfies readonly (readonly [string, keyof Figures])[];

async function readAll(sql: Sql, now: number): Promise<Read> {
  const [figures, waiting] = await Promise.all([
    figuresOf(sql, civilDateAt(instant(now), ZONE)),
    backlog(sql, overdueBefore(now)),
  ]);
  return { ...figures, ...waiting, now };
}
