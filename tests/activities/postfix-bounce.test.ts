/** A real mail server between us and the recipient: it takes the mail, tries, and sends its own report back. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { sendDigests } from '../../activities/send-digests.js';
import { takeReturn } from '../../activities/take-return.js';
import { instant } from '../../domain/time/instant.js';
import { smtpTransport } from '../../mail/transport.js';
import { findTown } from '../../store/towns/towns.js';
import { REFUSED_FOR_GOOD, REFUSED_NOW } from './post-office.js';
import { startPostfix, whyNoPostfix } from './postfix.js';
import { mailTo, RETURNS } from './returns.js';
import { openStage } from './stage.js';
import { foundThirtyJune, HEAD, MAILBOX } from './thirty-june.js';
import { type TestTown, townTime } from './town.js';

const missing = whyNoPostfix();
const stage = await openStage();
const { office } = stage;
const postfix = missing === null ? await startPostfix(office.settings.port) : null;
const transport = smtpTransport(postfix?.settings ?? office.settings);

async function send(verp: boolean): Promise<{ town: TestTown; offset: number }> {
  const town = await foundThirtyJune(stage);
  await stage.stock(town.town, '2023-06-30 09:00');
  const offset = (await stage.in(town.town, findTown))?.clock.offsetMs ?? 0;
  const never = new AbortController().signal;
  await sendDigests(
    { ...stage.deps, transport, returnPath: { ...RETURNS, verp } },
    { town: town.town, day: '2023-06-30', kind: 'daily' },
    { now: () => instant(townTime('2023-06-30 09:00') - offset), stopping: never, broken: never },
  );
  return { town, offset };
}

/** The next content for our return path that came after the first `since`; postfix says why when none does. */
async function returned(since: number): Promise<{ raw: string; to: readonly string[] }> {
  for (let tries = 0; tries < 400; tries += 1) {
    const index = office.mails.findIndex(
      ({ envelopeTo }, at) => at >= since && envelopeTo[0]?.startsWith('ritorni'),
    );
    const raw = office.contents[index];
    if (raw !== undefined) return { raw, to: office.mails[index]?.envelopeTo ?? [] };
    await sleep(50);
  }
  throw new Error(`nothing came back:\n${postfix?.log()}`);
}

const take = (offset: number, { raw, to }: { raw: string; to: readonly string[] }) =>
  takeReturn(
    { sql: stage.sql, returnPath: RETURNS },
    { raw: Buffer.from(raw, 'latin1'), envelopeTo: to },
    instant(townTime('2023-06-30 09:05') - offset),
  );

describe.skipIf(missing !== null)(
  `with Debian's postfix${missing === null ? '' : ` – left out: ${missing}`}`,
  () => {
    test.each([
      ['the token of its return path', true],
      ['the Message-ID in the report', false],
    ])(
      'an unknown mailbox: the server takes the mail, its report comes back and is recorded by %s',
      async (_by, verp) => {
        office.answer = (address) => (address === MAILBOX ? REFUSED_FOR_GOOD : null);
        const since = office.mails.length;
        const { town, offset } = await send(verp);
        expect(await mailTo(stage, town, HEAD.name, '2023-06-30')).toMatchObject({
          state: 'sent',
          bounced: false,
        });

        const came = await returned(since);
        expect(came.to).toEqual([expect.stringMatching(verp ? /^ritorni\+\w{42}@/ : /^ritorni@/)]);
        expect(came.raw).toMatch(/^Content-Type: multipart\/report; report-type=delivery-status/m);
        expect(await take(offset, came)).toBe('bounced');
        expect(await take(offset, came)).toBe('known');
        expect(await mailTo(stage, town, HEAD.name, '2023-06-30')).toMatchObject({
          state: 'sent',
          bounced: true,
        });
        const [said] = await stage.in(
          town.town,
          (tx) => tx`select code, response from delivery_event where kind = 'bounced'`,
        );
        expect(said).toMatchObject({ code: 550, response: expect.stringContaining('5.1.1 no such user') });
        await stage.round(town.town, '2023-06-30 15:00');
        expect(office.mails.at(-1)?.subject).toBe(
          'Da vedere oggi: 1 avviso tornato indietro – Comune di Prova',
        );
      },
    );

    test('a server that says "not now" once: postfix tries again, the mail arrives, and nothing comes back', async () => {
      let times = 0;
      office.answer = (address) => {
        if (address !== MAILBOX) return null;
        times += 1;
        return times === 1 ? REFUSED_NOW : null;
      };
      const since = office.mails.length;
      const { town } = await send(true);
      await expect
        .poll(() => office.mails.slice(since).some(({ envelopeTo }) => envelopeTo.includes(MAILBOX)), {
          timeout: 90_000,
          interval: 100,
        })
        .toBe(true);
      expect(times).toBeGreaterThanOrEqual(2);
      expect(
        office.mails.slice(since).filter(({ envelopeTo }) => envelopeTo[0]?.startsWith('ritorni')),
      ).toEqual([]);
      expect(await mailTo(stage, town, HEAD.name, '2023-06-30')).toMatchObject({
        state: 'sent',
        bounced: false,
      });
    }, 120_000);
  },
);
