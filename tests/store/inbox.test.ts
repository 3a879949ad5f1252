import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { freezeDigests } from '../../store/notices/digests.js';
import { type CaughtMessage, findMessage, listMessages, storeMessage } from '../../store/notices/inbox.js';
import { moveClock } from '../../store/towns/towns.js';
import { freshDatabase } from '../database.js';
import { bareTown, digestFor, NOON, plannedTown } from './furnished-town.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 8 });
const admin = connect(database.adminUrl, { max: 1 });
afterAll(() => Promise.all([sql.end(), admin.end()]));

let here: string;
beforeEach(async () => {
  await admin`truncate inbox_message`;
  here = await bareTown(sql);
});

describe('the inbox', () => {
  const message = (change: Partial<CaughtMessage> = {}): CaughtMessage => ({
    messageId: `<${randomUUID()}@prova.example>`,
    envelopeFrom: 'avvisi@prova.example',
    envelopeTo: ['a@prova.example', 'b@prova.example'],
    headerFrom: 'Avvisi <avvisi@prova.example>',
    headerTo: 'A <a@prova.example>',
    subject: 'Scade oggi: città',
    text: 'testo',
    html: '<p>testo</p>',
    headers: [{ key: 'auto-submitted', value: 'auto-generated' }],
    ...change,
  });

  it('takes mails of a trial under the town in hand and under no other, nor under none', async () => {
    const there = await bareTown(sql);
    const put = (town: string | null) =>
      inTown(
        sql,
        here,
        (
          tx,
        ) => tx`insert into inbox_message (town, message_id, envelope_from, envelope_to, header_from, header_to,
          subject, received_at, town_at) values (${town}, ${`<${randomUUID()}@prova.example>`}, 'a@prova.example',
          ${['b@prova.example']}, '', '', '', ${NOON}, ${NOON})`,
      );
    expect((await put(here)).count).toBe(1);
    for (const town of [there, null]) await expect(put(town)).rejects.toThrow('row-level security');
  });

  it('keeps a mail as it came, and knows town and town time by the Message-ID of the digest', async () => {
    const planned = await plannedTown(sql);
    const digest = digestFor(planned.head);
    await inTown(sql, planned.town, async (tx) => {
      await freezeDigests(tx, [digest]);
      await moveClock(tx, 86_400_000);
    });
    const caught = message({ messageId: digest.messageId });
    const id = await storeMessage(sql, caught, NOON);
    expect(await findMessage(sql, id)).toEqual({
      ...caught,
      id,
      town: planned.town,
      receivedAt: NOON,
      townAt: NOON + 86_400_000,
    });
    const seen = (town: string) => inTown(sql, town, (tx) => tx`select id from inbox_message`);
    expect(await seen(planned.town)).toEqual([{ id }]);
    expect(await seen(here)).toEqual([]);
  });

  it('takes what is nobody’s, and what PostgreSQL cannot hold, without failing', async () => {
    const id = await storeMessage(
      sql,
      message({ messageId: null, html: null, text: 'a\u0000b\ud800c' }),
      NOON,
    );
    expect(await findMessage(sql, id)).toMatchObject({
      town: null,
      townAt: null,
      html: null,
      text: 'ab\ufffdc',
    });
    expect(await findMessage(sql, id + 1)).toBeNull();
  });

  it('lists the latest first, a page at a time, and searches recipient, subject and text', async () => {
    const ids = [
      await storeMessage(sql, message({ subject: 'Uno' }), NOON),
      await storeMessage(sql, message({ text: 'DUE e mezzo' }), NOON),
    ];
    expect((await listMessages(sql, { atMost: 2 })).map((one) => one.id)).toEqual([...ids].reverse());
    expect((await listMessages(sql, { below: ids[1] as number, atMost: 1 })).map((one) => one.id)).toEqual([
      ids[0],
    ]);
    expect((await listMessages(sql, { search: 'due E' })).map((one) => one.id)).toEqual([ids[1]]);
    expect(await listMessages(sql, { search: '%' })).toEqual([]);
  });
});
