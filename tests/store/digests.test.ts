import { afterAll, describe, expect, it } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { findDigest, listDigests } from '../../store/notices/digest-list.js';
import { beginData, freezeDigests, unansweredDays } from '../../store/notices/digests.js';
import { changePerson } from '../../store/people/people.js';
import { freshDatabase } from '../database.js';
import { digestFor, NOON, plannedTown, TODAY } from './furnished-town.js';
import { mailTown } from './mail-town.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 8 });
afterAll(() => sql.end());

const { town, here, freeze, claim, answer } = mailTown(sql);

describe('freezing', () => {
  it('happens once for (person, day, kind); the daily mail and the alert are two', async () => {
    await freeze(digestFor(town().head));
    await expect(freeze(digestFor(town().head, { subject: 'Altro' }))).rejects.toMatchObject({
      constraint_name: 'digest_once',
    });
    await freeze(digestFor(town().head, { kind: 'alert' }));
    expect((await here((tx) => listDigests(tx))).map((one) => [one.kind, one.subject])).toEqual([
      ['alert', 'Una scadenza oggi'],
      ['daily', 'Una scadenza oggi'],
    ]);
  });

  it('keeps the content as it is: the application cannot rewrite it', async () => {
    await freeze(digestFor(town().head));
    await expect(here((tx) => tx`update digest set subject = 'x'`)).rejects.toMatchObject({ code: '42501' });
  });

  it('refuses a Message-ID that any town has used', async () => {
    const other = await plannedTown(sql);
    const digest = digestFor(town().head);
    await freeze(digest);
    const again = inTown(sql, other.town, (tx) =>
      freezeDigests(tx, [digestFor(other.head, { messageId: digest.messageId })]),
    );
    await expect(again).rejects.toMatchObject({ code: '23505' });
  });
});

describe('the lease', () => {
  it('puts each mail into one hand: of eight senders two get one each, six get none', async () => {
    await freeze(digestFor(town().head));
    await freeze(digestFor(town().secretary));
    const claimed = (await Promise.all(Array.from({ length: 8 }, () => claim()))).filter(
      (one) => one !== null,
    );
    expect(new Set(claimed.map((one) => one.person))).toEqual(new Set([town().head, town().secretary]));
    expect(claimed).toHaveLength(2);
  });

  it('says which mail is the last of its mailing: while another lacks its answer, none but that one', async () => {
    await freeze(digestFor(town().head));
    await freeze(digestFor(town().secretary));
    await freeze(digestFor(town().head, { kind: 'alert' }));
    const first = await claim();
    expect(first?.isLast).toBe(false);
    expect(await claim(NOON, [first?.id ?? ''])).toMatchObject({ isLast: true });
    await answer(first?.id ?? '', 'given-up');
    expect((await claim(instant(NOON + 60_000)))?.isLast).toBe(true);
  });

  it('runs out: after 60 s, and not a millisecond before, the mail can be taken again', async () => {
    await freeze(digestFor(town().head));
    expect((await claim())?.attempts).toBe(1);
    expect(await claim(instant(NOON + 59_999))).toBeNull();
    expect((await claim(instant(NOON + 60_000)))?.attempts).toBe(2);
  });

  it('is let go by a temporary refusal; the caller leaves out what it has tried', async () => {
    const digest = digestFor(town().head);
    await freeze(digest);
    await claim();
    expect(await answer(digest.id, 'temporary')).toBe(true);
    expect(await claim(NOON, [digest.id])).toBeNull();
    expect((await claim())?.attempts).toBe(2);
  });

  it.each(['accepted', 'permanent', 'given-up'] as const)('ends with "%s", once', async (kind) => {
    const digest = digestFor(town().head);
    await freeze(digest);
    expect(await here(unansweredDays)).toEqual({ daily: TODAY });
    await claim();
    await here((tx) => beginData(tx, digest.id, 'a@prova.example'));
    expect(await answer(digest.id, kind)).toBe(true);
    expect(await answer(digest.id, 'accepted')).toBe(false);
    expect(await claim(instant(NOON + 3_600_000))).toBeNull();
    expect(await here(unansweredDays)).toEqual({});
    expect((await here((tx) => findDigest(tx, digest.id)))?.response).toBe('ok');
  });

  it('goes to the person’s present address until DATA has begun, to that same one after', async () => {
    const digest = digestFor(town().head);
    await freeze(digest);
    const move = (email: string): Promise<boolean> =>
      here((tx) => changePerson(tx, town().head, { name: 'Responsabile', email, sharedMailbox: false }));
    await move('uno@prova.example');
    expect(await claim()).toMatchObject({ address: 'uno@prova.example', dataBegun: false });
    await here((tx) => beginData(tx, digest.id, 'uno@prova.example'));
    await move('due@prova.example');
    expect(await claim(instant(NOON + 60_000))).toMatchObject({
      address: 'uno@prova.example',
      dataBegun: true,
    });
  });
});
