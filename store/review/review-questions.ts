/** Questions of the evaluators, each beside the obligation of whoever must answer, and what was answered. */
import { randomUUID } from 'node:crypto';
import type { ObligationState, Role } from '../../domain/obligations/obligation.js';
import { type QuestionState, questionState } from '../../domain/review/question.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { instantText } from '../connection.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';
import { roleColumns, roleOf, sectorIds } from '../people/roles.js';

/** A question to be put: its obligation comes with it. */
export interface NewQuestion {
  readonly cycle: string;
  readonly duty: string;
  readonly objective: string | null;
  readonly to: Role;
  readonly title: string;
  readonly text: string;
  readonly askedOn: CivilDate;
  readonly due: CivilDate;
  /** Town time. */
  readonly at: Instant;
  readonly by: string;
}

/** Opens the obligation of whoever must answer, and returns its id. */
export async function insertQuestion(tx: Tx, question: NewQuestion): Promise<string> {
  const id = randomUUID();
  const { cycle, duty, objective, title, text, askedOn, due, at, by } = question;
  const owner = roleColumns(question.to, await sectorIds(tx));
  await insertRows(tx, 'obligation', [
    {
      ...{ id, cycle, kind: 'question', title, startDay: askedOn, termKind: 'date', due },
      ...{ sector: owner.sector, ownerRole: owner.role, ownerSector: owner.sector },
      ...{ version: 1, state: 'open', heldBack: false, rowVersion: 1 },
    },
  ]);
  await insertRows(tx, 'review_question', [
    { obligation: id, duty, objective, text, askedOn, askedAt: instantText(at), askedBy: by },
  ]);
  return id;
}

/** What was answered. */
export interface KeptAnswer {
  readonly text: string;
  readonly on: CivilDate;
  /** Town time. */
  readonly at: Instant;
  readonly byName: string;
}

/** A question with its answers, oldest first. */
export interface KeptQuestion {
  /** Id of the obligation. */
  readonly id: string;
  readonly duty: string;
  readonly objective: string | null;
  readonly text: string;
  readonly askedOn: CivilDate;
  readonly askedBy: string;
  readonly askedByName: string;
  /** Who must answer now. */
  readonly to: Role;
  readonly due: CivilDate;
  readonly state: QuestionState;
  /** Oldest first: the last holds. */
  readonly answers: readonly KeptAnswer[];
}

interface QuestionRow extends Omit<KeptQuestion, 'to' | 'state' | 'answers'> {
  ownerRole: Role['role'];
  ownerName: string | null;
  obligationState: ObligationState;
  withdrawn: boolean;
}

/** Of rounds, or one by its obligation; oldest first. */
export async function listQuestions(
  tx: Tx,
  of: { readonly duties: readonly string[] } | { readonly question: string },
): Promise<readonly KeptQuestion[]> {
  const which =
    'duties' in of ? tx`q.duty = any (${[...of.duties]}::uuid[])` : tx`q.obligation = ${of.question}`;
  const rows = await tx<QuestionRow[]>`
    select q.obligation as id, q.duty, q.objective, q.text, q.asked_on, q.asked_by, p.name as asked_by_name,
      o.owner_role, s.name as owner_name, o.due, o.state as obligation_state, q.withdrawn_at is not null as withdrawn
    from review_question q
      join obligation o on o.town = q.town and o.id = q.obligation
      join person p on p.town = q.town and p.id = q.asked_by
      left join sector s on s.town = o.town and s.id = o.owner_sector
    where ${which} order by q.seq`;
  const answers = await tx<(KeptAnswer & { question: string })[]>`
    select a.question, a.text, a.answered_on as on, a.answered_at as at, p.name as by_name
    from review_answer a join person p on p.town = a.town and p.id = a.answered_by
    where a.question = any (${rows.map(({ id }) => id)}::uuid[]) order by a.seq`;
  return rows.map(({ ownerRole, ownerName, obligationState, withdrawn, ...question }) => ({
    ...question,
    to: roleOf(ownerRole, ownerName),
    state: questionState(obligationState, withdrawn),
    answers: answers
      .filter((one) => one.question === question.id)
      .map(({ text, on, at, byName }) => ({ text, on, at, byName })),
  }));
}

/** `null`: the obligation is no question of the evaluators. */
export const findQuestion = async (tx: Tx, id: string): Promise<KeptQuestion | null> =>
  (await listQuestions(tx, { question: id }))[0] ?? null;

/** What was said when the obligation was concluded. */
export async function insertAnswerTo(
  tx: Tx,
  question: string,
  answer: { readonly text: string; readonly on: CivilDate; readonly at: Instant; readonly by: string },
): Promise<void> {
  await insertRows(tx, 'review_answer', [
    {
      ...{ question, text: answer.text, answeredOn: answer.on },
      ...{ answeredAt: instantText(answer.at), answeredBy: answer.by },
    },
  ]);
}

/** Nobody is asked any more. `false`: it was answered, or withdrawn before. */
export async function withdrawQuestion(
  tx: Tx,
  id: string,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const ended = await tx`update obligation set state = 'superseded', row_version = row_version + 1
    where id = ${id} and state = 'open' and kind = 'question'`;
  if (ended.count === 0) return false;
  await tx`update review_question set withdrawn_at = ${at}, withdrawn_by = ${by} where obligation = ${id}`;
  return true;
}

/**
 * With the outcome nobody is asked any more; should it be withdrawn, they are asked again. Of a year's questions
 * that were not withdrawn; returns how many changed.
 */
export async function settleQuestions(tx: Tx, cycle: string, openDuty: string | null): Promise<number> {
  const ended = await tx`update obligation o set state = 'superseded', row_version = row_version + 1
    from review_question q where q.town = o.town and q.obligation = o.id and o.cycle = ${cycle} and o.state = 'open'
      and q.duty is distinct from ${openDuty}::uuid`;
  const revived = await tx`update obligation o set state = 'open', row_version = row_version + 1
    from review_question q where q.town = o.town and q.obligation = o.id and o.cycle = ${cycle}
      and o.state = 'superseded' and q.withdrawn_at is null and q.duty = ${openDuty}::uuid`;
  return ended.count + revived.count;
}

/** The round it was asked in has its outcome: what was answered is part of it. */
export async function isSettled(tx: Tx, question: string): Promise<boolean> {
  const rows = await tx`
    select 1 from review_question q
      join closing_duty t on t.town = q.town and t.obligation = q.duty
      join closing_duty v on v.town = t.town and v.cycle = t.cycle and v.round = t.round and v.step = 'validation'
      join closing_fact f on f.town = v.town and f.obligation = v.obligation and f.kind = 'done'
        and f.withdrawn_at is null
    where q.obligation = ${question}`;
  return rows.length > 0;
}
