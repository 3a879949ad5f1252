/** One obligation, as whoever owes it answers it, and as whoever watches reads it. */
import { roleKey } from '../../domain/obligations/obligation.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { closesYear } from '../../store/cycle/closing.js';
import type { Tx } from '../../store/in-town.js';
import { type AcknowledgedNotice, acknowledgmentsAbout } from '../../store/notices/acknowledgments.js';
import { type NoticeGiven, noticesOfObligation } from '../../store/notices/notices.js';
import { type Evidence, listEvidence } from '../../store/obligations/evidence.js';
import { findObligation } from '../../store/obligations/obligations.js';
import { sectorIds } from '../../store/people/roles.js';
import type { KeptQuestion } from '../../store/review/review-questions.js';
import { isEvaluation } from '../commands/obligations/obligation-command.js';
import { actingRole } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { mayorNotice } from './mayor-notice.js';
import { type RecordView, recordView } from './obligation-view.js';
import { questionFor } from './question-shown.js';
import { type SeenNotice, seenNotice } from './seen-notice.js';
import { type AnswersShown, answersShown } from './standing-answers.js';

export interface ObligationPage {
  readonly term: RecordView;
  /** What the viewer may do to it now. */
  readonly may: {
    readonly complete: boolean;
    readonly reopen: boolean;
    readonly setDate: boolean;
    readonly addEvidence: boolean;
    readonly holdBack: boolean;
    readonly explain: boolean;
    readonly disclaim: boolean;
    readonly reassign: boolean;
    /** Its page is that of the half-year's monitoring. */
    readonly openSubmission: boolean;
    /** Its page is that of the self-evaluation, or of the measurement. */
    readonly openEvaluation: boolean;
    /** It is concluded by a fact of *Il ciclo*. */
    readonly openCycle: boolean;
  };
  /** Of the evaluators, for who must answer and who evaluates; `null`: none, or not for the viewer. */
  readonly question: KeptQuestion | null;
  readonly answers: AnswersShown;
  /** Names of those that it may be given to; empty where it may not. */
  readonly sectors: readonly string[];
  /** `null`: the viewer may not see it. */
  readonly evidence: readonly Evidence[] | null;
  readonly notices: readonly NoticeGiven[] | null;
  /** Who acknowledged which of them; `null` as well. */
  readonly acknowledged: readonly AcknowledgedNotice[] | null;
  readonly seen: SeenNotice;
}

/** `unknown`: not in this town. `not-allowed`: there, but not this viewer's. */
export async function loadObligationPage(
  tx: Tx,
  viewer: Viewer,
  id: string,
): Promise<ObligationPage | 'unknown' | 'not-allowed'> {
  const record = await findObligation(tx, id);
  if (record === null) return 'unknown';
  const owners = [record.obligation.owner];
  const may = (action: Parameters<typeof actingRole>[1]): boolean =>
    actingRole(viewer.roles, action, owners) !== null;
  const { kind } = record.obligation;
  const ofTheYear = await closesYear(tx, record.obligation);
  const isPlain = kind !== 'monitoring' && !isEvaluation(kind) && !ofTheYear;
  if (!may('obligations.read')) return 'not-allowed';
  const { state, term, owner, heldBack } = record.obligation;
  const calendar = workingCalendar(viewer.town.closures);
  const notices = await noticesOfObligation(tx, id);
  const mayor = mayorNotice(record.obligation, notices);
  const answers = await answersShown(tx, viewer, record);
  const mayReassign = state === 'open' && may('obligation.reassign');
  return {
    term: recordView(record, viewer.today, calendar),
    may: {
      complete: isPlain && state === 'open' && may('obligation.complete'),
      reopen: isPlain && state === 'done' && may('obligation.reopen'),
      setDate: state === 'open' && term.kind === 'external' && may('obligation.set-date'),
      holdBack:
        state === 'open' &&
        may('obligation.hold-back') &&
        !viewer.roles.some((role) => roleKey(role) === roleKey(owner)) &&
        mayor !== 'told' &&
        (heldBack || mayor === 'warned'),
      explain: state === 'open' && may('obligation.explain'),
      disclaim:
        state === 'open' &&
        may('obligation.disclaim') &&
        !answers.own.some(({ answer }) => answer.kind === 'not-mine'),
      reassign: mayReassign,
      openSubmission: kind === 'monitoring' && may('monitoring.read'),
      openEvaluation: isEvaluation(kind) && may('measurement.read'),
      openCycle: ofTheYear && may('cycle.read'),
      addEvidence: (state === 'open' || state === 'done') && may('evidence.add'),
    },
    question: await questionFor(tx, viewer, record.obligation),
    answers,
    sectors: mayReassign ? [...(await sectorIds(tx)).keys()].sort() : [],
    evidence: may('evidence.read') ? await listEvidence(tx, [id]) : null,
    notices: may('register.read') ? notices : null,
    acknowledged: may('register.read') ? await acknowledgmentsAbout(tx, [id]) : null,
    seen: await seenNotice(tx, viewer, record, null),
  };
}
