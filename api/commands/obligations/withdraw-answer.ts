/**
 * An answer taken back, by the person in whose name it stands, within 5 working days and as long as nothing
 * came after it: the obligation is as it was before, and the notices go on.
 */
import { withdrawUntil } from '../../../domain/obligations/answer-rules.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import { civilDateAt } from '../../../domain/time/zone.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { settleAlert } from '../../../store/notices/alerts.js';
import { type Answer, answersOf, markWithdrawn } from '../../../store/obligations/answers.js';
import {
  noteOnOpen,
  type ObligationChange,
  reopenObligation,
  setForecast,
} from '../../../store/obligations/obligation-commands.js';
import type { ObligationRecord } from '../../../store/obligations/obligation-rows.js';
import { findObligation } from '../../../store/obligations/obligations.js';
import { roundStart } from '../../../workflows/contract.js';
import { stillStands } from '../../queries/standing-answers.js';
import type { Refusal } from '../../refusals.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { linkAudited, linkEntered } from './keep-answer.js';
import { admit, auditChange, enterAct } from './obligation-command.js';

export interface WithdrawalAsked {
  readonly obligation: string;
  readonly answer: string;
}

export interface Withdrawn {
  readonly [key: string]: string | number;
  readonly obligation: string;
  readonly rowVersion: number;
}

export function withdrawAnswer(commander: Commander, asked: WithdrawalAsked): Promise<Outcome<Withdrawn>> {
  return runCommand(commander, 'answer.withdraw', { ...asked }, async (tx, clock) => {
    const admitted = await admit(tx, commander, 'answer.withdraw', asked.obligation);
    if (!admitted.ok) return admitted;
    await tx`select id from obligation where id = ${asked.obligation} for update`;
    const [record, answers] = [
      await findObligation(tx, asked.obligation),
      await answersOf(tx, asked.obligation),
    ];
    const answer = answers.find(({ id }) => id === asked.answer);
    if (record === null || answer === undefined) return { ok: false, refusal: { code: 'not-found' } };
    const refusal = whyNot(commander, clock, record, answer, answers);
    if (refusal !== null) return { ok: false, refusal };
    const change = await undo(tx, answer);
    if (!change.ok) return { ok: false, refusal: { code: 'answer-overtaken' } };
    if (answer.kind === 'not-mine')
      await settleAlert(tx, { kind: 'not-mine', about: answer.id }, clock.today);
    await markWithdrawn(tx, answer.id, { by: commander.viewer.person.id, at: clock.now });
    await enterAct(tx, commander, clock, {
      kind: 'answer-withdrawn',
      obligation: asked.obligation,
      role: answer.role,
      more: { answer: answer.kind, answeredAt: answer.at, ...(await linkEntered(tx, commander)) },
    });
    await auditChange(tx, commander, clock, {
      action: 'answer.withdraw',
      role: answer.role,
      before: change.before,
      after: change.after,
      more: { answer: answer.kind, ...linkAudited(commander) },
    });
    return {
      ok: true,
      result: { obligation: asked.obligation, rowVersion: change.after.rowVersion },
      starts: [roundStart({ town: commander.viewer.town.id })],
    };
  });
}

function whyNot(
  { viewer }: Commander,
  { today, clock }: FactsClock,
  record: ObligationRecord,
  answer: Answer,
  answers: readonly Answer[],
): Refusal | null {
  if (answer.person !== viewer.person.id) return { code: 'not-allowed' };
  if (answer.withdrawnAt !== null) return { code: 'withdrawn-already' };
  const until = withdrawUntil(civilDateAt(answer.at, clock.zone), workingCalendar(viewer.town.closures));
  if (today > until) return { code: 'withdrawal-late', until };
  return stillStands(record, answer, answers) ? null : { code: 'answer-overtaken' };
}

function undo(tx: Tx, { obligation, kind, forecastBefore }: Answer): Promise<ObligationChange> {
  const seen = { obligation, rowVersion: null };
  if (kind === 'done') return reopenObligation(tx, seen);
  return kind === 'in-progress'
    ? setForecast(tx, { ...seen, forecast: forecastBefore })
    : noteOnOpen(tx, seen);
}
