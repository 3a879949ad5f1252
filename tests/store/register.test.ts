import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { textCommitment, verifyChain } from '../../domain/register/chain.js';
import { connect } from '../../store/connection.js';
import { inTown, type Tx } from '../../store/in-town.js';
import {
  appendEntries,
  commitText,
  type RegisterSubject,
  readChain,
  readTexts,
  sha256Hex,
} from '../../store/register/register.js';
import { registeredObligations } from '../../store/register/register-subjects.js';
import { freshDatabase } from '../database.js';
import { bareTown, NOON, plannedTown } from './furnished-town.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 10 });
const owner = connect(database.ownerUrl, { max: 1 });
afterAll(() => Promise.all([sql.end(), owner.end()]));

let town: string;
beforeEach(async () => {
  town = await bareTown(sql);
});
const here = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTown(sql, town, work);
const subject = (): RegisterSubject => ({ kind: 'objective', id: randomUUID() });
const body = (more: Record<string, string | number | null> = {}) => ({ at: NOON, kind: 'notice', ...more });

describe('a chain', () => {
  it('read back from rows holds by the domain’s own check, whatever the body', async () => {
    const one = subject();
    const bodies = [
      body({ é: 'è', a: 1 }),
      body({ day: '2023-06-30', n: 0.1, big: 1e21, nothing: null }),
      body(),
    ];
    for (const each of bodies) await here((tx) => appendEntries(tx, [{ subject: one, body: each }]));
    const entries = await here((tx) => readChain(tx, one));
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3]);
    expect(entries.map((entry) => entry.body)).toEqual(bodies);
    expect(verifyChain(entries, sha256Hex)).toEqual({ ok: true, head: entries[2]?.hash });
  });

  it('takes several entries in one call in their order, those of other chains between them', async () => {
    const [a, b] = [subject(), subject()];
    await here((tx) =>
      appendEntries(
        tx,
        [a, b, a, b, a].map((one, n) => ({ subject: one, body: body({ n }) })),
      ),
    );
    const numbers = async (one: RegisterSubject) =>
      (await here((tx) => readChain(tx, one))).map((e) => e.body['n']);
    expect([await numbers(a), await numbers(b)]).toEqual([
      [0, 2, 4],
      [1, 3],
    ]);
  });

  it('grows without gap or deadlock under forty writers, each to six chains in an order of its own', async () => {
    const subjects = Array.from({ length: 6 }, subject);
    const writers = Array.from({ length: 40 }, (_, n) =>
      here((tx) => {
        const turned = [...subjects.slice(n % 6), ...subjects.slice(0, n % 6)];
        const order = n % 2 === 0 ? turned : turned.reverse();
        return appendEntries(
          tx,
          order.map((one) => ({ subject: one, body: body({ n }) })),
        );
      }),
    );
    await Promise.all(writers);
    for (const one of subjects) {
      const entries = await here((tx) => readChain(tx, one));
      expect(entries).toHaveLength(40);
      expect(verifyChain(entries, sha256Hex).ok).toBe(true);
    }
  });

  it('is not to be rewritten by the application; what the owner rewrites is found', async () => {
    const one = subject();
    await here((tx) =>
      appendEntries(
        tx,
        [1, 2, 3].map((n) => ({ subject: one, body: body({ n }) })),
      ),
    );
    await expect(here((tx) => tx`update register_entry set body = '{}'`)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(here((tx) => tx`delete from register_entry`)).rejects.toMatchObject({ code: '42501' });
    await owner`update register_entry set body = jsonb_set(body, '{n}', '9') where town = ${town} and seq = 2`;
    const entries = await here((tx) => readChain(tx, one));
    expect(verifyChain(entries, sha256Hex)).toEqual({ ok: false, entry: 1, broken: 'hash' });
  });

  it('refuses a body without time or kind, and a second entry with the same number', async () => {
    const one = subject();
    await here((tx) => appendEntries(tx, [{ subject: one, body: body() }]));
    const copy = here(
      (tx) => tx`insert into register_entry (chain, seq, prev, hash, body)
      select chain, seq, prev, hash, body from register_entry`,
    );
    await expect(copy).rejects.toMatchObject({ code: '23505' });
    const bare = here((tx) => appendEntries(tx, [{ subject: one, body: { kind: 'x' } as never }]));
    await expect(bare).rejects.toMatchObject({ code: '23514' });
  });
});

describe('the chain of an obligation', () => {
  it('is its objective’s, else its sector’s, else its cycle’s; with plan version and act', async () => {
    const planned = await plannedTown(sql);
    const [first] = planned.obligations;
    const id = first?.id ?? '';
    const subjects = await inTown(sql, planned.town, async (tx) => {
      const [sector] = await tx<{ id: string }[]>`select sector as id from obligation where id = ${id}`;
      const add = (kind: string, sectorId: string | null) => tx<{ id: string }[]>`
        insert into obligation (cycle, kind, title, sector, owner_role, term_kind, due, start_day)
        values (${planned.plan.cycle}, ${kind}, 'x', ${sectorId}, 'secretary', 'date', '2023-07-31', '2023-02-28')
        returning id`;
      const [monitoring] = await add('monitoring', sector?.id ?? null);
      const [act] = await add('act', null);
      const ids = [id, monitoring?.id ?? '', act?.id ?? ''];
      const found = await registeredObligations(tx, ids);
      expect(found.get(id)).toMatchObject({
        due: '2023-06-30',
        planVersion: planned.plan.version,
        version: 1,
      });
      expect(found.get(id)?.act).not.toBeNull();
      expect(found.get(ids[1] ?? '')).toMatchObject({ planVersion: null, act: null });
      return ids.map((one) => found.get(one)?.subject.kind);
    });
    expect(subjects).toEqual(['objective', 'sector', 'cycle']);
  });
});

describe('free text', () => {
  it('lies beside, salted; the same words twice leave two hashes', async () => {
    const [first, second] = await here(async (tx) => [
      await commitText(tx, 'Perché sì'),
      await commitText(tx, 'Perché sì'),
    ]);
    expect(first).not.toBe(second);
    const texts = await here((tx) => readTexts(tx, [first as string, second as string]));
    expect([...texts.values()]).toEqual(['Perché sì', 'Perché sì']);
    const [row] = await here(
      (tx) => tx<{ salt: string }[]>`select salt from register_text where hash = ${first as string}`,
    );
    expect(textCommitment(row?.salt ?? '', 'Perché sì', sha256Hex)).toBe(first);
  });

  it('can be erased by the owner without breaking the chain, and not by the application', async () => {
    const one = subject();
    const hash = await here(async (tx) => {
      const committed = await commitText(tx, 'parole di una persona');
      await appendEntries(tx, [{ subject: one, body: body({ note: committed }) }]);
      return committed;
    });
    await expect(here((tx) => tx`update register_text set text = null`)).rejects.toMatchObject({
      code: '42501',
    });
    await owner`update register_text set text = null, salt = null, erased_at = 'epoch' where hash = ${hash}`;
    expect((await here((tx) => readTexts(tx, [hash]))).size).toBe(0);
    expect(verifyChain(await here((tx) => readChain(tx, one)), sha256Hex).ok).toBe(true);
  });
});
