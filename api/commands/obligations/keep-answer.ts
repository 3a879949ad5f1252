/** What every answer leaves beside its own fact: its row, and how it came – from the pages, or by the link of a mail. */
import type { AnswerKind } from '../../../domain/obligations/answer-rules.js';
import { type Role, roleKey } from '../../../domain/obligations/obligation.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { insertAnswer } from '../../../store/obligations/answers.js';
import type { ObligationRecord } from '../../../store/obligations/obligation-rows.js';
import { commitText } from '../../../store/register/register.js';
import type { Commander } from '../run-command.js';

export interface GivenAnswer {
  readonly kind: AnswerKind;
  /** As it stood before. */
  readonly before: ObligationRecord;
  readonly role: Role;
  readonly doneOn?: CivilDate;
  readonly forecast?: CivilDate;
  readonly note?: string | null;
}

/**
 * Does this person answer as one who owes it? The Segretario standing in for a role that nobody holds does not:
 * for what is their own, they do.
 */
export const isOwners = ({ viewer }: Commander, { obligation }: ObligationRecord): boolean =>
  viewer.roles.some((role) => roleKey(role) === roleKey(obligation.owner));

/** Returns the id of the answer. */
export const keepAnswer = (
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  { kind, before, role, doneOn, forecast, note }: GivenAnswer,
): Promise<string> =>
  insertAnswer(tx, {
    obligation: before.obligation.id,
    version: before.obligation.version,
    kind,
    person: commander.viewer.person.id,
    role,
    asOwner: isOwners(commander, before),
    channel: commander.channel,
    digest: commander.link?.digest ?? null,
    declaredName: commander.link?.declaredName ?? null,
    at: clock.now,
    doneOn: doneOn ?? null,
    forecast: forecast ?? null,
    forecastBefore: before.obligation.forecast,
    note: note ?? null,
  });

/** For the register: the mail whose link was used, and the hash of who said it was them. Nothing elsewhere. */
export async function linkEntered(tx: Tx, { link }: Commander): Promise<{ readonly [key: string]: Json }> {
  if (link === undefined) return {};
  const { digest, declaredName } = link;
  return { digest, ...(declaredName === null ? {} : { declared: await commitText(tx, declaredName) }) };
}

/** The same for the audit, in clear. */
export const linkAudited = ({ link }: Commander): { readonly [key: string]: Json } =>
  link === undefined
    ? {}
    : { digest: link.digest, ...(link.declaredName === null ? {} : { declaredName: link.declaredName }) };
