/** Answers as they were given: from the mail, the pages or a program. Written once; withdrawn, never removed. */
import type { AnswerKind } from '../../domain/obligations/answer-rules.js';
import type { Obligation, Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Fragment } from '../connection.js';
import type { Tx } from '../in-town.js';
import { roleColumns, roleOf, sectorIds } from '../people/roles.js';
import type { AuditChannel } from '../register/audit.js';
import { type ObligationRow, obligationOf, selectObligations } from './obligation-rows.js';

/** An answer to be written. */
export interface NewAnswer {
  readonly obligation: string;
  readonly version: number;
  readonly kind: AnswerKind;
  readonly person: string;
  /** The role the person acted in. */
  readonly role: Role;
  /** Given by whoever owes it: counts towards the one renewal. */
  readonly asOwner: boolean;
  readonly channel: AuditChannel;
  /** The mail whose link was used; `null` otherwise. */
  readonly digest: string | null;
  /** Who said it was them, at a mailbox that several read. */
  readonly declaredName: string | null;
  /** Town time. */
  readonly at: Instant;
  readonly doneOn: CivilDate | null;
  readonly forecast: CivilDate | null;
  readonly forecastBefore: CivilDate | null;
  /** The reason; of a completion the obligation holds the note. */
  readonly note: string | null;
}

/** An answer on record. */
export interface Answer extends NewAnswer {
  readonly id: string;
  readonly personName: string;
  readonly withdrawnAt: Instant | null;
  /** "Resta a te": what the Segretario decided about it; `null`: nothing. */
  readonly ruling: Ruling | null;
}

/** A reason that was erased is `null`. */
export interface Ruling {
  readonly at: Instant;
  readonly reason: string | null;
}

interface AnswerRow extends Omit<Answer, 'role' | 'ruling'> {
  roleName: Role['role'];
  sectorName: string | null;
  ruledAt: Instant | null;
  rulingReason: string | null;
}

/** Returns its id. */
export async function insertAnswer(tx: Tx, answer: NewAnswer): Promise<string> {
  const role = roleColumns(answer.role, await sectorIds(tx));
  const [row] = await tx<{ id: string }[]>`
    insert into answer (obligation, obligation_version, kind, person, role, sector, as_owner, channel, digest,
      declared_name, at, done_on, forecast, forecast_before, note)
    values (${answer.obligation}, ${answer.version}, ${answer.kind}, ${answer.person}, ${role.role}, ${role.sector},
      ${answer.asOwner}, ${answer.channel}, ${answer.digest}, ${answer.declaredName}, ${answer.at},
      ${answer.doneOn}, ${answer.forecast}, ${answer.forecastBefore}, ${answer.note})
    returning id`;
  if (row === undefined) throw new Error('the answer was not inserted');
  return row.id;
}

async function answersWhere(tx: Tx, condition: Fragment): Promise<readonly Answer[]> {
  const rows = await tx<AnswerRow[]>`
    select a.id, a.obligation, a.obligation_version as version, a.kind, a.person, p.name as person_name,
      a.role as role_name, s.name as sector_name, a.as_owner, a.channel, a.digest, a.declared_name, a.at, a.done_on,
      a.forecast, a.forecast_before, a.note, a.withdrawn_at, r.at as ruled_at, r.reason as ruling_reason
    from answer a join person p on p.town = a.town and p.id = a.person
      left join sector s on s.town = a.town and s.id = a.sector
      left join ruling r on r.town = a.town and r.answer = a.id
    where ${condition} order by a.seq`;
  return rows.map(({ roleName, sectorName, ruledAt, rulingReason, ...rest }) => ({
    ...rest,
    role: roleOf(roleName, sectorName),
    ruling: ruledAt === null ? null : { at: ruledAt, reason: rulingReason },
  }));
}

/** Of one obligation, oldest first, withdrawn ones too. */
export const answersOf = (tx: Tx, obligation: string): Promise<readonly Answer[]> =>
  answersWhere(tx, tx`a.obligation = ${obligation}`);

/** Of several obligations, oldest first, withdrawn ones too. */
export const answersAbout = (tx: Tx, obligations: readonly string[]): Promise<readonly Answer[]> =>
  answersWhere(tx, tx`a.obligation = any (${[...obligations]}::uuid[])`);

/** By their ids, oldest first. */
export const findAnswers = async (tx: Tx, ids: readonly string[]): Promise<readonly Answer[]> =>
  // Most days there is none: a page would wait for a round trip about nothing.
  ids.length === 0 ? [] : answersWhere(tx, tx`a.id = any (${[...ids]}::uuid[])`);

/** An answer with what it is about. */
export interface AnsweredObligation {
  readonly answer: Answer;
  readonly obligation: Obligation;
}

/** Of these answers with the obligation of each, those that are known; oldest first. */
export async function withObligations(
  tx: Tx,
  answers: readonly Answer[],
): Promise<readonly AnsweredObligation[]> {
  if (answers.length === 0) return [];
  const ids = answers.map(({ obligation }) => obligation);
  const rows = await tx<ObligationRow[]>`${selectObligations(tx)} where o.id = any (${ids}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, obligationOf(row)]));
  return answers.flatMap((answer) => {
    const obligation = byId.get(answer.obligation);
    return obligation === undefined ? [] : [{ answer, obligation }];
  });
}

/** "Non è di mia competenza" among these answers, not withdrawn nor decided about, as long as the obligation is open. */
export async function standingDisclaimers(
  tx: Tx,
  ids: readonly string[],
): Promise<readonly AnsweredObligation[]> {
  if (ids.length === 0) return [];
  const answers = (await findAnswers(tx, ids)).filter(
    (one) => one.withdrawnAt === null && one.ruling === null,
  );
  return (await withObligations(tx, answers)).filter(
    ({ answer, obligation }) => obligation.state === 'open' && obligation.version === answer.version,
  );
}

/** `false` when it was withdrawn already. `at` is town time. */
export async function markWithdrawn(
  tx: Tx,
  answer: string,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const changed = await tx`update answer set withdrawn_at = ${at}, withdrawn_by = ${by}
    where id = ${answer} and withdrawn_at is null`;
  return changed.count === 1;
}
