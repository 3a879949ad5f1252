/**
 * Mails by which somebody tries the way to the mail server, to their own address alone. The API asks, the worker
 * hands over, the page shows what the server said: `000038_onboarding.sql`. All instants are real ones.
 */
import type { Instant } from '../../domain/time/instant.js';
import type { Sql } from '../connection.js';

/** `false`: five in the last quarter of an hour. */
export async function askTestMail(sql: Sql, account: string, at: Instant): Promise<boolean> {
  const [row] = await sql<{ asked: boolean }[]>`select across_ask_test_mail(${account}, ${at}) as asked`;
  return row?.asked === true;
}

/** The oldest that waits, in one sender's hands until the lease is over; `null`: none. */
export async function claimTestMail(
  sql: Sql,
  { at, lease }: { readonly at: Instant; readonly lease: Instant },
): Promise<{ readonly id: string; readonly address: string } | null> {
  const [row] = await sql<{ id: string; address: string }[]>`
    select * from across_claim_test_mail(${at}, ${lease})`;
  return row ?? null;
}

/** What the server answered. */
export async function settleTestMail(
  sql: Sql,
  id: string,
  answer: { readonly outcome: 'accepted' | 'refused'; readonly response: string; readonly at: Instant },
): Promise<void> {
  await sql`select across_settle_test_mail(${id}, ${answer.outcome}, ${answer.response}, ${answer.at})`;
}

/** What became of it; nothing of its words is kept. */
export interface TestMail {
  readonly askedAt: Instant;
  /** `null`: not handed over yet. */
  readonly outcome: 'accepted' | 'refused' | null;
  /** What the server said. */
  readonly response: string | null;
  readonly answeredAt: Instant | null;
}

/** The last of the account in a day; `null`: none. */
export async function lastTestMail(sql: Sql, account: string): Promise<TestMail | null> {
  const [row] = await sql<TestMail[]>`select * from across_test_mail_of(${account})`;
  return row ?? null;
}
