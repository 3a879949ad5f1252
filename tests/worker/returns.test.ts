/** The mailbox of the return path behind a real IMAP server, and the built-in inbox. */
import { describe, expect, test } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import { imapMailbox } from '../../mail/imap-mailbox.js';
import { type ImapSettings, readImapUrl, signedIn } from '../../mail/imap-settings.js';
import { READ_LIMIT } from '../../mail/returned-mail.js';
import { storeMessage } from '../../store/notices/inbox.js';
import { unreadReturns } from '../../store/notices/inbox-returns.js';
import { findTown } from '../../store/towns/towns.js';
import { readInboxReturns, readReturns } from '../../worker/returns.js';
import { mailTo, RETURNS, reportAbout } from '../activities/returns.js';
import { openStage } from '../activities/stage.js';
import { foundThirtyJune, HEAD } from '../activities/thirty-june.js';
import { townTime } from '../activities/town.js';
import { plain } from '../mail/dialects.js';
import { startDovecot, whyNoDovecot } from './dovecot.js';

const missing = whyNoDovecot();
const stage = await openStage();
const dovecot = missing === null ? await startDovecot() : null;

function settingsOf(url: string): ImapSettings {
  const read = readImapUrl(url);
  const settings = read.ok ? signedIn(read.settings, null) : null;
  if (settings === null) throw new Error(`${url} does not do`);
  return settings;
}
const mailboxAt = (url: string) => imapMailbox(settingsOf(url), READ_LIMIT);

/** A town with one mail out, what a worker would read with, and what it logged. */
async function sent() {
  const town = await foundThirtyJune(stage);
  await stage.round(town.town, '2023-06-30 09:00');
  const offset = (await stage.in(town.town, findTown))?.clock.offsetMs ?? 0;
  const outcomes: string[] = [];
  const deps = {
    sql: stage.sql,
    returnPath: RETURNS,
    now: () => instant(townTime('2023-06-30 09:05') - offset),
    log: { info: ({ outcome }: { outcome: string }) => outcomes.push(outcome) },
  };
  const mail = () => mailTo(stage, town, HEAD.name, '2023-06-30');
  return { town, deps: deps as typeof deps & Parameters<typeof readReturns>[0], outcomes, mail };
}

describe.skipIf(missing !== null)(`by IMAP${missing === null ? '' : ` – left out: ${missing}`}`, () => {
  test('what is understood is recorded and marked as read, also when somebody read it before; what people wrote stays as it came', async () => {
    const { deps, outcomes, mail } = await sent();
    const server = dovecot as NonNullable<typeof dovecot>;
    const out = await mail();
    server.deliver('persona', plain(['From: a@b.example', `In-Reply-To: ${out.messageId}`], 'Fatto.'));
    server.deliver('assente', plain(['From: a@b.example', 'Auto-Submitted: auto-replied'], 'Torno lunedì.'));
    server.deliver('ignoto', reportAbout({ ...out, messageId: '<x@altrove.example>' }));
    server.deliver('rifiuto', reportAbout(out), { seen: true });
    server.deliver('vecchio', reportAbout(out), { daysAgo: 20 });

    const mailbox = mailboxAt(server.url);
    await readReturns(deps, mailbox);
    expect(outcomes).toEqual(['person', 'automatic', 'unknown', 'bounced']);
    expect(await mail()).toMatchObject({ bounced: true });
    expect(server.seen()).toEqual(['assente', 'rifiuto']);

    await readReturns(deps, mailbox);
    expect(outcomes).toHaveLength(4);
    server.deliver('ritardo', reportAbout(out));
    await readReturns(deps, mailbox);
    expect(outcomes.slice(4)).toEqual(['known']);
    // A worker started anew looks again, and finds nothing new.
    await readReturns(deps, mailboxAt(server.url));
    expect(outcomes.slice(5)).toEqual(['person', 'automatic', 'unknown', 'known', 'known']);
  });

  test('of a report with a tail of 3 MB only the beginning is fetched', async () => {
    const { deps, outcomes, mail } = await sent();
    const server = dovecot as NonNullable<typeof dovecot>;
    server.deliver('enorme', `${reportAbout(await mail())}${'x'.repeat(76)}\r\n`.padEnd(3_000_000, 'y'));
    await readReturns(deps, mailboxAt(server.url));
    expect(outcomes.at(-1)).toBe('bounced');
  });

  test.each([
    ['a wrong password', (url: string) => url.replace('segreta', 'sbagliata')],
    ['a folder that is not there', (url: string) => url.replace('INBOX', 'Altro')],
    ['nobody at that port', (url: string) => url.replace(/:\d+\/INBOX/, ':1/INBOX')],
  ])('%s: the turn fails, and says no password', async (_what, spoil) => {
    const { deps, outcomes } = await sent();
    const server = dovecot as NonNullable<typeof dovecot>;
    const failure = await readReturns(deps, mailboxAt(spoil(server.url))).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).not.toMatch(/segreta|sbagliata/);
    expect(outcomes).toEqual([]);
  });
});

describe('in the built-in inbox', () => {
  const caught = (raw: string, to: string) => ({
    messageId: null,
    envelopeFrom: '',
    envelopeTo: [to],
    headerFrom: 'MAILER-DAEMON',
    headerTo: to,
    subject: 'Undelivered',
    text: null,
    html: null,
    headers: [],
    raw: Buffer.from(raw).toString('base64'),
  });

  test('what came to the return path is read once; what came to somebody else is not, even when it is a report', async () => {
    const { deps, outcomes, mail } = await sent();
    await storeMessage(stage.sql, caught(reportAbout(await mail()), 'segretaria@prova.example'), deps.now());
    await readInboxReturns(deps);
    expect(outcomes).toEqual([]);
    await storeMessage(stage.sql, caught(reportAbout(await mail()), RETURNS.address), deps.now());
    await readInboxReturns(deps);
    await readInboxReturns(deps);
    expect(outcomes).toEqual(['bounced']);
    expect(await unreadReturns(stage.sql, 10)).toEqual([]);
  });
});
