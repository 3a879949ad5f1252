/**
 * Sessions of accounts, and the people an account stands for in its towns. Accounts are above towns: each
 * function calls one SECURITY DEFINER function of `000027_sign_in.sql` or `000037_openid.sql`. All instants are real ones.
 */
import type { Instant } from '../../domain/time/instant.js';
import type { Sql } from '../connection.js';

/** A session unseen for four hours is over; so is one of twelve hours, whatever happens. */
const SESSION_IDLE_MS = 4 * 3_600_000;
/** From its beginning, in use or not. */
export const SESSION_MS = 12 * 3_600_000;
/** How exactly "last seen" is known. */
const SEEN_STEP_MS = 5 * 60_000;

const IDLE = `${SESSION_IDLE_MS} milliseconds`;

/** Who has entered, by which way, and as whom they act. */
export interface AccountSession {
  readonly id: string;
  readonly account: string;
  /** `null`: the account is known by a fiscal code. */
  readonly email: string | null;
  /** As whom; `null` until somebody was chosen, and when the account stands for them no longer. */
  readonly as: { readonly town: string; readonly person: string } | null;
  readonly way: EntryWay;
  /** A subject of an OpenID provider is linked to the account. */
  readonly linked: boolean;
}

/** By a link to one's mailbox, or through an OpenID provider. */
export type EntryWay = 'link' | 'provider';

/** The open session with that token; it counts as seen. */
export async function sessionOf(sql: Sql, hash: Uint8Array, at: Instant): Promise<AccountSession | null> {
  const [row] = await sql<
    {
      id: string;
      account: string;
      email: string | null;
      town: string | null;
      person: string | null;
      seenAt: Instant;
      way: EntryWay;
      linked: boolean;
    }[]
  >`select * from across_session(${hash}, ${at}, ${IDLE}::interval)`;
  if (row === undefined) return null;
  const { id, account, email, town, person, seenAt, way, linked } = row;
  if (at - seenAt > SEEN_STEP_MS) await sql`select across_touch_session(${id}, ${at})`;
  const as = town === null || person === null ? null : { town, person };
  return { id, account, email, as, way, linked };
}

/** Somebody as whom an account may act. */
export interface AccountPerson {
  readonly town: string;
  readonly townName: string;
  readonly person: string;
  readonly name: string;
}

/** By town. */
export const peopleOf = async (sql: Sql, account: string): Promise<readonly AccountPerson[]> =>
  sql<AccountPerson[]>`select * from across_people_of(${account})`;

/** `false` when the account does not stand for that person. */
export async function choosePerson(
  sql: Sql,
  session: string,
  as: { readonly town: string; readonly person: string },
): Promise<boolean> {
  const [row] = await sql<{ chosen: boolean }[]>`
    select across_choose_person(${session}, ${as.town}, ${as.person}) as chosen`;
  return row?.chosen === true;
}

/** A session as its owner sees it in a list. */
export interface OpenSession {
  readonly id: string;
  readonly madeAt: Instant;
  /** To five minutes. */
  readonly seenAt: Instant;
  readonly way: EntryWay;
}

/** Those of an account that are open, latest first. */
export const openSessions = async (sql: Sql, account: string, at: Instant): Promise<readonly OpenSession[]> =>
  sql<OpenSession[]>`select * from across_sessions_of(${account}, ${at}, ${IDLE}::interval)`;

/** `false` when the account has no such session open. */
export async function endSession(
  sql: Sql,
  ended: { readonly account: string; readonly session: string; readonly at: Instant },
): Promise<boolean> {
  const [row] = await sql<{ ended: boolean }[]>`
    select across_end_session(${ended.account}, ${ended.session}, ${ended.at}) as ended`;
  return row?.ended === true;
}
