/** What the page of a mail's link shows: what is asked, how it stands now, what its person answered. */
import type { AnswerKind } from '../../domain/obligations/answer-rules.js';
import { roleKey } from '../../domain/obligations/obligation.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { closesYear } from '../../store/cycle/closing.js';
import type { Tx } from '../../store/in-town.js';
import { noticesOfObligation } from '../../store/notices/notices.js';
import type { ObligationRecord } from '../../store/obligations/obligation-rows.js';
import { type ActCited, actOf } from '../../store/plan/acts.js';
import type { KeptQuestion } from '../../store/review/review-questions.js';
import { isEvaluation } from '../commands/obligations/obligation-command.js';
import type { AnswerLink } from '../open-link.js';
import { actingRole } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { mayorNotice } from './mayor-notice.js';
import { type RecordView, recordView } from './obligation-view.js';
import { questionFor } from './question-shown.js';
import { type SeenNotice, seenNotice } from './seen-notice.js';
import { type AnswersShown, answersShown } from './standing-answers.js';

export interface AnswerPage {
  readonly term: RecordView;
  readonly act: ActCited | null;
  readonly answers: AnswersShown;
  /** It is concluded by a fact of *Il ciclo*. */
  readonly ofTheYear: boolean;
  /** Of the evaluators; `null`: it is none. */
  readonly question: KeptQuestion | null;
  /** What may be answered now. */
  readonly may: Readonly<Record<AnswerKind, boolean>>;
  readonly seen: SeenNotice;
  /** *Trattieni* or *Lascia partire*. */
  readonly holdBack: 'hold' | 'let-go' | null;
}

/** `mode`: whether the link may answer at all. */
export async function loadAnswerPage(
  tx: Tx,
  { viewer, mode, digest }: Pick<AnswerLink, 'viewer' | 'mode' | 'digest'>,
  record: ObligationRecord,
): Promise<AnswerPage> {
  const { obligation } = record;
  const [answers, act, notices, ofTheYear, question, seen] = await Promise.all([
    answersShown(tx, viewer, record),
    actOf(tx, obligation.id),
    noticesOfObligation(tx, obligation.id),
    closesYear(tx, obligation),
    questionFor(tx, viewer, obligation),
    seenNotice(tx, viewer, record, digest),
  ]);
  const may = (action: Parameters<typeof actingRole>[1]): boolean =>
    mode === 'answer' &&
    obligation.state === 'open' &&
    actingRole(viewer.roles, action, [obligation.owner]) !== null;
  return {
    term: recordView(record, viewer.today, workingCalendar(viewer.town.closures)),
    act,
    answers,
    question,
    seen,
    may: {
      done:
        obligation.kind !== 'monitoring' &&
        !isEvaluation(obligation.kind) &&
        !ofTheYear &&
        may('obligation.complete'),
      'in-progress': may('obligation.explain'),
      'not-mine': may('obligation.disclaim') && !answers.own.some(({ answer }) => answer.kind === 'not-mine'),
    },
    ofTheYear,
    holdBack: holdingOf(viewer, record, mayorNotice(obligation, notices)),
  };
}

function holdingOf(
  { roles }: Viewer,
  { obligation }: ObligationRecord,
  mayor: ReturnType<typeof mayorNotice>,
): AnswerPage['holdBack'] {
  const isOwn = roles.some((role) => roleKey(role) === roleKey(obligation.owner));
  const may = actingRole(roles, 'obligation.hold-back', [obligation.owner]) !== null && !isOwn;
  if (!may || obligation.state !== 'open' || mayor === 'told') return null;
  if (obligation.heldBack) return 'let-go';
  return mayor === 'warned' ? 'hold' : null;
}
