import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { connect } from '../../store/connection.js';
import { closeYear } from '../../store/cycle/close-year.js';
import { inTown, type Tx } from '../../store/in-town.js';
import { addCopy } from '../../store/relazione/signed-copies.js';
import { goLive, liveOutlook, trialTally } from '../../store/towns/go-live.js';
import { loadTown } from '../../store/towns/towns.js';
import { freshDatabase } from '../database.js';
import { furnishedTown, NOON, type PlannedTown } from './furnished-town.js';

const database = await freshDatabase();
const app = connect(database.appUrl, { max: 4 });
const admin = connect(database.adminUrl, { max: 1 });
afterAll(() => Promise.all([app.end(), admin.end()]));

const LIVE = { live: civilDate('2023-03-01'), first: civilDate('2023-03-02') };
let town: PlannedTown;
const here = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTown(app, town.town, work);
beforeEach(async () => {
  town = await furnishedTown(app);
  await here((tx) => tx`update town set mode = 'trial', clock_offset_ms = 86400000`);
});

/** Every table of a town, and how many rows this one has in it. */
async function rows(): Promise<Readonly<Record<string, number>>> {
  const tables = await admin<{ name: string }[]>`
    select c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'town' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`;
  const counted = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await admin`select count(*) as n from ${admin(name)} where town = ${town.town}`;
      return [name, Number(row?.['n'])] as const;
    }),
  );
  return Object.fromEntries(counted);
}

/** Plan, people, settings, and what only ties facts to workflows. Whoever adds a table decides: kept or dropped. */
const KEPT = [
  ...['collaborator', 'individual_objective', 'relazione_text'],
  ...[
    'absence',
    'act',
    'announcement',
    'audit',
    'calendar_feed',
    'command',
    'compiler',
    'compiler_objective',
    'cycle',
    'cycle_sector',
  ],
  ...['import_draft', 'import_draft_chunk', 'indicator', 'indicator_definition', 'link_key', 'milestone'],
  ...[
    'signed_copy',
    'signed_copy_chunk',
    'measure_change',
    'milestone_weight',
    'review_criteria',
    'scoring_rules',
  ],
  ...[
    'objective',
    'obligation',
    'person',
    'plan_version',
    'role_code',
    'role_holder',
    'sector',
    'sector_weight',
  ],
];

describe('going live', () => {
  test('drops every row of what was sent and answered, and keeps every row of plan, people and settings', async () => {
    const before = await rows();
    await here((tx) => goLive(tx, LIVE));
    const after = await rows();
    const left = Object.entries(after).filter(([, count]) => count > 0);
    expect(left.filter(([name]) => !KEPT.includes(name))).toEqual([]);
    for (const name of KEPT.filter((one) => one in before && !['audit', 'obligation'].includes(one)))
      expect([name, after[name]]).toEqual([name, before[name]]);
  });

  test('what came back signed of an act stays with it, of a snapshot or of a month’s seals goes with them', async () => {
    await here(async (tx) => {
      const [snapshot] = await tx<{ id: string }[]>`select id from relazione_snapshot`;
      const said = { protocolNumber: '9', protocolOn: null, file: null, seen: null, at: NOON };
      for (const paper of [
        { kind: 'relazione', of: snapshot?.id ?? '' },
        { kind: 'seals', of: '2023-05' },
      ] as const)
        expect(await addCopy(tx, { ...said, paper, by: town.secretary })).toMatchObject({ version: 1 });
    });
    expect((await rows())['signed_copy']).toBe(3);
    await here((tx) => goLive(tx, LIVE));
    expect(await here((tx) => tx`select paper from signed_copy`)).toEqual([{ paper: 'act' }]);
  });

  test('opens again what was concluded, from the day it went live, with nothing explained or held back', async () => {
    const [first] = town.obligations;
    await here(
      (tx) => tx`update obligation set state = 'done', done_on = '2023-06-01', done_recorded_at = ${NOON},
      done_by = ${town.head}, done_note = 'fatto', forecast = '2023-07-31', held_back = true, held_back_reason = 'x'
      where id = ${first?.id ?? ''}`,
    );
    await here((tx) => goLive(tx, LIVE));
    const changed = await here(
      (tx) => tx`select distinct state, start_day, done_on, done_note, forecast, held_back, held_back_reason
        from obligation`,
    );
    expect(changed).toEqual([
      {
        ...{ state: 'open', startDay: '2023-03-01', doneOn: null, doneNote: null },
        ...{ forecast: null, heldBack: false, heldBackReason: null },
      },
    ]);
  });

  test('what a year closed in the trial had left open is owed again, as the year is open', async () => {
    const states = () => here((tx) => tx`select distinct state from obligation where kind = 'milestone'`);
    const before = await states();
    await here(async (tx) => {
      const [cycle] = await tx<{ id: string }[]>`select id from cycle`;
      const who = { at: NOON, person: null, role: null, channel: 'workflow', reason: 'prova' } as const;
      await closeYear(tx, { id: cycle?.id ?? '' }, { ...who, on: civilDate('2023-02-28') });
    });
    expect(await states()).not.toEqual(before);
    await here((tx) => goLive(tx, LIVE));
    expect(await states()).toEqual([{ state: 'open' }]);
    expect(await here((tx) => tx`select state from cycle`)).toEqual([{ state: 'open' }]);
  });

  test('sets the clock to the real one for good, and is done once', async () => {
    await here((tx) => goLive(tx, LIVE));
    expect(await here(loadTown)).toMatchObject({
      mode: 'live',
      liveFrom: '2023-03-01',
      clock: { offsetMs: 0 },
    });
    await expect(here((tx) => goLive(tx, LIVE))).rejects.toThrow('only a town on trial');
    await expect(here((tx) => tx`update town set mode = 'trial'`)).rejects.toThrow('stays so');
    await expect(here((tx) => tx`update town set clock_offset_ms = 1`)).rejects.toThrow('real_when_live');
  });

  test.each(['demo', 'live'] as const)(
    'is refused to a town that is %s: nothing of it goes',
    async (mode) => {
      await here((tx) => tx`update town set mode = ${mode}, clock_offset_ms = 0`);
      const before = await rows();
      await expect(here((tx) => goLive(tx, LIVE))).rejects.toThrow('only a town on trial');
      expect(await rows()).toEqual(before);
    },
  );

  test('touches no other town', async () => {
    const ours = town;
    const other = await furnishedTown(app, 'Comune accanto');
    town = other;
    const before = await rows();
    town = ours;
    await here((tx) => goLive(tx, LIVE));
    town = other;
    expect(await rows()).toEqual(before);
  });
});

test('the page is told what would go, what goes on, and who has no mailbox', async () => {
  await here((tx) => tx`update person set email = null where id = ${town.head}`);
  expect(await here(trialTally)).toMatchObject({ mails: 1, notices: 1, answers: 1, files: 1, concluded: 0 });
  const outlook = await here((tx) => liveOutlook(tx, LIVE));
  expect(outlook).toMatchObject({ withoutMailbox: ['Responsabile'], people: 2, later: 1 });
  expect(outlook.obligations).toBeGreaterThan(0);
});
