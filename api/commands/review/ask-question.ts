/** A question of a member: an obligation of whoever must answer, which the next round's mails know. */
import { roleKey } from '../../../domain/obligations/obligation.js';
import { answerDue, askedRole, questionTitle } from '../../../domain/review/question.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { commitText } from '../../../store/register/register.js';
import { findQuestion, insertQuestion, withdrawQuestion } from '../../../store/review/review-questions.js';
import { roundStart } from '../../../workflows/contract.js';
import { isId } from '../../session.js';
import { enterAct } from '../obligations/obligation-command.js';
import { invalid } from '../people/people-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';
import {
  auditReview,
  excludedFrom,
  type HeldReview,
  objectiveOf,
  type RoundAsked,
  sectorsAsked,
  takeReview,
} from './review-command.js';
import { textProblem } from './review-text.js';

export interface QuestionAsked extends RoundAsked {
  /** Id; `null`: about the Relazione as a whole. */
  readonly objective: string | null;
  /** As `secretary` or `head:Finanziario`. */
  readonly to: string;
  readonly text: string;
}

export interface Questioned {
  readonly [key: string]: Json;
  /** Id of the obligation. */
  readonly question: string;
  readonly due: string;
}

const EVALUATOR = { role: 'oiv' } as const;

export function askQuestion(commander: Commander, asked: QuestionAsked): Promise<Outcome<Questioned>> {
  return runCommand(commander, 'review.ask', { ...asked }, async (tx, clock): Promise<Done<Questioned>> => {
    const taken = await takeReview(tx, commander, clock, asked);
    if (!taken.ok) return taken;
    const { cycle } = taken.review;
    const objective = asked.objective === null ? null : await objectiveOf(tx, cycle, asked.objective);
    if (asked.objective !== null && objective === null)
      return invalid({ field: 'objective', message: "L'obiettivo non è di questo piano." });
    const sectors = await sectorsAsked(tx, cycle, objective);
    const to = askedRole(asked.to, sectors);
    const text = asked.text.trim();
    const problems = [
      to === null
        ? { field: 'to', message: 'Scegli a chi chiedere: chi risponde di questo, o il Segretario.' }
        : null,
      textProblem(text, 'text', 'Scrivi la domanda.'),
    ].filter((one) => one !== null);
    if (to === null || problems.length > 0) return invalid(...problems);
    const about = objective === null ? (to.role === 'head' ? [to.sector] : []) : sectors;
    const excluded = excludedFrom(taken.review, commander.viewer.person.id, about);
    if (excluded !== null) return { ok: false, refusal: excluded };
    return put(tx, commander, clock, taken.review, { objective, to, text });
  });
}

async function put(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  { cycle, setting, round }: HeldReview,
  said: {
    readonly objective: Awaited<ReturnType<typeof objectiveOf>>;
    readonly to: NonNullable<ReturnType<typeof askedRole>>;
    readonly text: string;
  },
): Promise<Done<Questioned>> {
  const { objective, to, text } = said;
  const due = answerDue(clock.today, setting.calendar);
  const question = await insertQuestion(tx, {
    ...{ cycle: cycle.id, duty: round.duty, objective: objective?.id ?? null, to, text, due },
    ...{ title: questionTitle(objective, cycle.year), askedOn: clock.today },
    ...{ at: clock.now, by: commander.viewer.person.id },
  });
  const more = { text: await commitText(tx, text) };
  await enterAct(tx, commander, clock, { kind: 'asked', obligation: question, role: EVALUATOR, more });
  await auditReview(tx, commander, clock, {
    ...{ action: 'review.ask', of: 'review.ask', cycle },
    after: { question, objective: objective?.id ?? null, to: roleKey(to), due, text },
  });
  const starts = [roundStart({ town: commander.viewer.town.id })];
  return { ok: true, result: { question, due }, starts };
}

/** Nobody is asked any more; what was answered stays. It only takes notices away, so no workflow is told. */
export function takeQuestionBack(
  commander: Commander,
  asked: { readonly year: number; readonly question: string },
): Promise<Outcome<Questioned>> {
  return runCommand(commander, 'review.ask', { back: { ...asked } }, async (tx, clock) => {
    const taken = await takeReview(tx, commander, clock, { year: asked.year, round: null });
    if (!taken.ok) return taken;
    const found = isId(asked.question) ? await findQuestion(tx, asked.question) : null;
    if (found === null || found.duty !== taken.review.round.duty)
      return { ok: false, refusal: { code: 'not-found' } };
    const by = commander.viewer.person.id;
    if (!(await withdrawQuestion(tx, found.id, { at: clock.now, by })))
      return { ok: false, refusal: { code: 'no-longer-due' } };
    await enterAct(tx, commander, clock, {
      kind: 'question-withdrawn',
      obligation: found.id,
      role: EVALUATOR,
    });
    await auditReview(tx, commander, clock, {
      ...{ action: 'review.ask', of: 'review.withdraw', cycle: taken.review.cycle },
      after: { question: found.id },
    });
    return { ok: true, result: { question: found.id, due: found.due }, starts: [] };
  });
}
