import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import { type CommandOutcome, type CommandRequest, once } from '../../store/commands.js';
import { connect } from '../../store/connection.js';
import { inTown, type Tx } from '../../store/in-town.js';
import { addPerson } from '../../store/people/people.js';
import {
  type AuditEntry,
  appendAudit,
  lastPosted,
  listAudit,
  postedDays,
} from '../../store/register/audit.js';
import { freshDatabase } from '../database.js';
import { NOON, type PlannedTown, plannedTown } from './furnished-town.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 8 });
afterAll(() => sql.end());

let town: PlannedTown;
beforeEach(async () => {
  town = await plannedTown(sql);
});
const here = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTown(sql, town.town, work);
const request = (change: Partial<CommandRequest> = {}): CommandRequest => ({
  key: 'modulo-1',
  person: town.head,
  action: 'person.add',
  fingerprint: 'abc',
  at: NOON,
  ...change,
});
const send = (change?: Partial<CommandRequest>): Promise<CommandOutcome> =>
  here((tx) =>
    once(tx, request(change), async () => {
      const person = await addPerson(tx, { name: 'Doppione', email: null, createdAt: NOON });
      return { status: 201, body: { person } };
    }),
  );
const added = async (): Promise<number> =>
  (await here((tx) => tx`select 1 from person where name = 'Doppione'`)).count;

describe('a command', () => {
  it('sent eight times at once acts once, and all get the same answer', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => send()));
    expect(await added()).toBe(1);
    const bodies = new Set(outcomes.map((one) => JSON.stringify(one.ok ? one.response : one)));
    expect(bodies.size).toBe(1);
    expect(outcomes.filter((one) => one.ok && !one.replayed)).toHaveLength(1);
  });

  it('that threw did not happen, and its key is free', async () => {
    const failing = here((tx) =>
      once(tx, request(), async () => {
        throw new Error('on purpose');
      }),
    );
    await expect(failing).rejects.toThrow('on purpose');
    expect(await send()).toMatchObject({ ok: true, replayed: false });
  });

  it.each([
    ['asks for something else', { fingerprint: 'xyz' }],
    ['is another action', { action: 'person.remove' }],
    ['comes from nobody in particular', { person: null }],
  ])('with a used key that %s is refused', async (_, change) => {
    await send();
    expect(await send(change)).toEqual({ ok: false, refusal: 'key-used-otherwise' });
    expect(await added()).toBe(1);
  });

  it('of another town may have the same key', async () => {
    await send();
    town = await plannedTown(sql);
    expect(await send()).toMatchObject({ ok: true, replayed: false });
  });
});

describe('the audit', () => {
  const entry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
    at: NOON,
    person: town.head,
    role: { role: 'head', sector: 'Finanziario' },
    channel: 'page',
    action: 'obligation.complete',
    subjectKind: 'obligation',
    subject: randomUUID(),
    ...change,
  });

  it('keeps who, in which role, by which channel, before and after; the latest first', async () => {
    const subject = randomUUID();
    await here((tx) =>
      appendAudit(tx, entry({ subject, before: { state: 'open' }, after: { state: 'done' } })),
    );
    await here((tx) => appendAudit(tx, entry({ subject, person: null, role: null, channel: 'workflow' })));
    const rows = await here((tx) => listAudit(tx, { subject }));
    expect(rows).toMatchObject([
      { person: null, role: null, channel: 'workflow', before: null },
      {
        personName: 'Responsabile',
        role: { sector: 'Finanziario' },
        before: { state: 'open' },
        after: { state: 'done' },
      },
    ]);
    expect(await here((tx) => listAudit(tx, { subject, below: rows[0]?.seq ?? 0, atMost: 1 }))).toHaveLength(
      1,
    );
  });

  it('cannot be changed or removed by the application', async () => {
    await here((tx) => appendAudit(tx, entry()));
    await expect(here((tx) => tx`update audit set action = 'x'`)).rejects.toMatchObject({ code: '42501' });
    await expect(here((tx) => tx`delete from audit`)).rejects.toMatchObject({ code: '42501' });
  });

  it('tells on which day of the town each role last posted about an obligation', async () => {
    // 22:30Z of 29 June is 00:30 of the 30th in Rome.
    const late = instant(Date.UTC(2023, 5, 29, 22, 30));
    await here((tx) => appendAudit(tx, entry()));
    await here((tx) => appendAudit(tx, entry({ at: late })));
    await here((tx) => appendAudit(tx, entry({ role: { role: 'secretary' }, subjectKind: 'person' })));
    expect([...postedDays(await here(lastPosted), 'Europe/Rome')]).toEqual([
      ['head:Finanziario', '2023-06-30'],
    ]);
  });
});
