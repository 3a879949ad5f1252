/** What a hand-over came to, recorded where it counts: the digest, the register, the alerts. */
import { roleKey } from '../domain/obligations/obligation.js';
import type { SendResult } from '../mail/send-result.js';
import { type ClaimedDigest, dataNotBegun, recordAnswer } from '../store/digests.js';
import type { Tx } from '../store/in-town.js';
import { appendEntries } from '../store/register.js';
import { noticesInDigests } from '../store/register-subjects.js';
import { raiseNoRecipient, raiseRefused } from './alert-items.js';
import { answerEntries } from './register-bodies.js';
import type { Moment } from './stock.js';

/** The server's answer to one attempt. */
export async function recordResult(
  tx: Tx,
  moment: Moment,
  mail: ClaimedDigest,
  result: SendResult,
): Promise<void> {
  const { response } = result;
  if (result.kind === 'temporary') {
    await recordAnswer(tx, {
      digest: mail.id,
      kind: 'temporary',
      at: moment.now,
      code: result.code,
      response,
    });
    if (!result.reachedData && !mail.dataBegun) await dataNotBegun(tx, mail.id);
    return;
  }
  const code = result.kind === 'accepted' ? codeOf(response) : result.code;
  const isNews = await answerFinally(tx, moment, mail, { kind: result.kind, code, response });
  if (isNews && result.kind === 'permanent' && mail.kind === 'daily')
    await raiseRefused(tx, mail.id, moment.now);
}

/** `false` when it had its final answer already. */
export async function answerFinally(
  tx: Tx,
  { now }: Moment,
  mail: ClaimedDigest,
  answer: {
    readonly kind: 'accepted' | 'permanent' | 'given-up';
    readonly code: number | null;
    readonly response: string;
  },
): Promise<boolean> {
  if (!(await recordAnswer(tx, { digest: mail.id, at: now, ...answer }))) return false;
  const { kind, code } = answer;
  await appendEntries(
    tx,
    await answerEntries(tx, [{ digest: mail.id, person: mail.person, answer: kind, code }], now),
  );
  return true;
}

/** Somebody must hand over what this mail says: one alert for each role it speaks to. */
export async function raiseHandOver(tx: Tx, { now }: Moment, mail: ClaimedDigest): Promise<void> {
  const told = await noticesInDigests(tx, [mail.id]);
  for (const role of mail.roles) {
    const notices = told.filter(({ recipient }) => roleKey(recipient) === roleKey(role)).length;
    if (notices > 0) await raiseNoRecipient(tx, { role, mailDay: mail.day, notices }, now);
  }
}

/** "250 2.0.0 queued" → 250. */
const codeOf = (response: string): number | null => {
  const code = /^\d{3}/.exec(response)?.[0];
  return code === undefined ? null : Number(code);
};
