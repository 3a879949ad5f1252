import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { sendDigests } from '../../activities/send-digests.js';
import { instant } from '../../domain/time/instant.js';
import { revokeLinkKeys } from '../../store/entry/link-keys.js';
import { findTown } from '../../store/towns/towns.js';
import { comesBack, type MailOut, mailTo, RETURNS, reportAbout } from './returns.js';
import { openStage } from './stage.js';
import { foundThirtyJune, HEAD, MAILBOX } from './thirty-june.js';
import { type TestTown, townTime } from './town.js';

const stage = await openStage();
const { office } = stage;
const deps = { ...stage.deps, returnPath: { ...RETURNS, verp: true } };
afterAll(() => deps.transport.close());

/** Envelope sender of the last mail to the head. */
const returnPath = (): string =>
  office.mails.filter(({ envelopeTo }) => envelopeTo.includes(MAILBOX)).at(-1)?.envelopeFrom ?? '';

async function sent(): Promise<TestTown> {
  const town = await foundThirtyJune(stage);
  await stage.stock(town.town, '2023-06-30 09:00');
  const offset = (await stage.in(town.town, findTown))?.clock.offsetMs ?? 0;
  const never = new AbortController().signal;
  await sendDigests(
    deps,
    { town: town.town, day: '2023-06-30', kind: 'daily' },
    { now: () => instant(townTime('2023-06-30 09:00') - offset), stopping: never, broken: never },
  );
  return town;
}

const at = '2023-06-30 09:05';
const nameless = (mail: MailOut, address = mail.address) =>
  reportAbout(
    { ...mail, address },
    { returned: ['Content-Type: text/plain', '', 'no header of it is left'], to: 'undisclosed-recipients:;' },
  );

let town: TestTown;
let mail: MailOut;
beforeEach(async () => {
  town = await sent();
  mail = await mailTo(stage, town, HEAD.name, '2023-06-30');
});

describe('with a return path of its own for each mail', () => {
  test('the sender that people see stays, and the envelope names the mail in 64 signs before the @', () => {
    expect(returnPath()).toMatch(/^ritorni\+[0-9a-hjkmnp-tv-z]{42}@comune\.example$/);
    expect(office.mails.at(-1)?.headerFrom).toContain('avvisi@comune.example');
    expect(returnPath().split('@')[0]?.length).toBeLessThanOrEqual(64);
  });

  test('a report without any Message-ID is recorded, in capitals too, and for the address that a mailbox forwards to', async () => {
    const to = [returnPath().toUpperCase()];
    expect(await comesBack(stage, town, { at, raw: nameless(mail, 'altro@privato.example'), to })).toBe(
      'bounced',
    );
    expect(await comesBack(stage, town, { at, raw: nameless(mail), to })).toBe('known');
  });

  test('the address is found in the header too, where nobody hands on the envelope', async () => {
    const raw = nameless(mail).replace('To: undisclosed-recipients:;', `To: <${returnPath()}>`);
    expect(await comesBack(stage, town, { at, raw, to: [] })).toBe('bounced');
  });

  test('a token that was altered, one of a revoked key, and one beside the Message-ID of another town are refused', async () => {
    const path = returnPath();
    const theirs = await mailTo(stage, await sent(), HEAD.name, '2023-06-30');
    expect(theirs.id).not.toBe(mail.id);
    const contrary = reportAbout({ ...mail, messageId: theirs.messageId });
    expect(await comesBack(stage, town, { at, raw: contrary, to: [path] })).toBe('refused');

    const altered = path.replace(/.@/, (end) => (end === '0@' ? '8@' : '0@'));
    expect(await comesBack(stage, town, { at, raw: nameless(mail), to: [altered] })).toBe('refused');

    await stage.in(town.town, (tx) => revokeLinkKeys(tx, townTime(at)));
    expect(await comesBack(stage, town, { at, raw: nameless(mail), to: [path] })).toBe('refused');
    expect(await mailTo(stage, town, HEAD.name, '2023-06-30')).toMatchObject({ bounced: false });
    expect(theirs).toMatchObject({ bounced: false });
  });

  test('a report that came to the plain address is still matched by its Message-ID', async () => {
    expect(await comesBack(stage, town, { at, raw: reportAbout(mail) })).toBe('bounced');
  });
});
