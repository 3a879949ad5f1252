/** Mail that comes back to a town of a stage: which mails it has out, and how a report about one of them arrives. */
import { type ReturnOutcome, takeReturn } from '../../activities/take-return.js';
import { instant } from '../../domain/time/instant.js';
import { findTown } from '../../store/towns/towns.js';
import { report } from '../mail/dialects.js';
import type { Stage } from './stage.js';
import { type TestTown, townTime } from './town.js';

/** Where mail of these tests comes back to. */
export const RETURNS = { address: 'ritorni@comune.example', verp: false } as const;

export interface MailOut {
  readonly id: string;
  readonly day: string;
  readonly kind: string;
  readonly name: string;
  readonly messageId: string;
  readonly address: string | null;
  readonly bounced: boolean;
  readonly state: string;
}

/** The town's mails by day, those of one morning by name. */
export const mailsOut = (stage: Pick<Stage, 'in'>, { town }: TestTown): Promise<readonly MailOut[]> =>
  stage.in(
    town,
    (tx) => tx<MailOut[]>`select d.id, d.day, d.kind, p.name, d.message_id, d.address,
        d.bounced_at is not null as bounced, d.state
      from digest d join person p on p.id = d.person order by d.day, d.kind desc, p.name`,
  );

/** The mail of one day to one person. */
export async function mailTo(
  stage: Pick<Stage, 'in'>,
  town: TestTown,
  name: string,
  day: string,
): Promise<MailOut> {
  const mail = (await mailsOut(stage, town)).find((one) => one.name === name && one.day === day);
  if (mail === undefined) throw new Error(`${name} has no mail of ${day}`);
  return mail;
}

/** A report about a mail, by default that its mailbox does not exist. */
export const reportAbout = (
  { messageId, address }: Pick<MailOut, 'messageId' | 'address'>,
  wish: Parameters<typeof report>[0] = {},
): string =>
  report({
    recipient: `Final-Recipient: rfc822; ${address}`,
    returned: ['Content-Type: text/rfc822-headers', '', `Message-ID: ${messageId}`],
    ...wish,
  });

/** It arrives when the town's clock shows `at`. */
export async function comesBack(
  stage: Pick<Stage, 'sql' | 'in'>,
  { town }: TestTown,
  {
    at,
    raw,
    to = [RETURNS.address],
  }: { readonly at: string; readonly raw: string; readonly to?: readonly string[] },
): Promise<ReturnOutcome> {
  const offset = (await stage.in(town, findTown))?.clock.offsetMs ?? 0;
  const came = { raw: Buffer.from(raw, 'utf8'), envelopeTo: to };
  return takeReturn({ sql: stage.sql, returnPath: RETURNS }, came, instant(townTime(at) - offset));
}
