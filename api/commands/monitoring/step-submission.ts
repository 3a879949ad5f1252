/** *Acquisisci*, *Restituisci per integrazioni*, *Riapri*; and what the Nucleo observes. */
import {
  afterStep,
  dueAgain,
  needsReason,
  type SubmissionStep,
} from '../../../domain/cycle/submission-state.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { moveSubmission, recordEvent } from '../../../store/monitoring/submissions.js';
import { openAgain } from '../../../store/obligations/obligation-commands.js';
import { commitText } from '../../../store/register/register.js';
import { roundStart } from '../../../workflows/contract.js';
import { auditChange, enterAct, type VoluntaryAct } from '../obligations/obligation-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';
import { refusedChange } from '../variation/refused-change.js';
import { auditSubmission, type HeldSubmission, takeSubmission } from './submission-command.js';

export interface StepAsked {
  readonly submission: string;
  readonly step: Exclude<SubmissionStep, 'transmit'>;
  /** For a return and a reopening. */
  readonly reason: string;
  /** The version that was on the page; `null`: not said. */
  readonly rowVersion: number | null;
}

export interface Stepped {
  readonly [key: string]: Json;
  readonly submission: string;
  readonly state: string;
  /** By when it is owed again; `null`: it is not. */
  readonly due: string | null;
}

const ENTERED: Readonly<Record<StepAsked['step'], VoluntaryAct>> = {
  acknowledge: 'acknowledged',
  return: 'returned',
  reopen: 'submission-reopened',
};

const REASON_LIMIT = 4_000;

export function stepSubmission(commander: Commander, asked: StepAsked): Promise<Outcome<Stepped>> {
  const action = 'monitoring.accept';
  return runCommand(commander, action, { ...asked }, async (tx, clock): Promise<Done<Stepped>> => {
    const taken = await takeSubmission(tx, commander, action, asked.submission);
    if (!taken.ok) return taken;
    const { submission, role } = taken;
    const { id, rowVersion, transmitted } = submission;
    const reason = asked.reason.trim();
    const problem = needsReason(asked.step) ? textProblem(reason, 'reason', 'Scrivi il motivo') : null;
    if (problem !== null) return { ok: false, refusal: problem };
    if (asked.rowVersion !== null && asked.rowVersion !== rowVersion)
      return { ok: false, refusal: { code: 'submission-changed' } };
    const state = afterStep(submission.state, asked.step);
    if (state === null)
      return {
        ok: false,
        refusal: { code: 'submission-state', state: submission.state, by: transmitted?.by ?? null },
      };
    const text = needsReason(asked.step) ? reason : null;
    await moveSubmission(tx, id, state);
    await recordEvent(tx, id, {
      ...{ kind: asked.step, version: transmitted?.number ?? null, at: clock.now },
      ...{ person: commander.viewer.person.id, role, text },
    });
    const more = text === null ? {} : { reason: await commitText(tx, text) };
    if (text === null) {
      await enterAct(tx, commander, clock, { kind: ENTERED[asked.step], obligation: id, role, more });
      const said = { action: `monitoring.${asked.step}`, role, submission };
      await auditSubmission(tx, commander, clock, { ...said, more: { state } });
      return { ok: true, result: { submission: id, state, due: null }, starts: [] };
    }
    const again = await owedAgain(tx, commander, clock, { taken, step: asked.step, reason: text });
    if (!again.ok) return again;
    await enterAct(tx, commander, clock, { kind: ENTERED[asked.step], obligation: id, role, more });
    const { town } = commander.viewer;
    const result = { submission: id, state, due: again.due };
    return { ok: true, result, starts: [roundStart({ town: town.id })] };
  });
}

type Again = { readonly ok: true; readonly due: string } | Extract<Done<Stepped>, { ok: false }>;

async function owedAgain(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  said: {
    readonly taken: Extract<HeldSubmission, { ok: true }>;
    readonly step: StepAsked['step'];
    readonly reason: string;
  },
): Promise<Again> {
  const { submission, role } = said.taken;
  const due = dueAgain(clock.today, workingCalendar(commander.viewer.town.closures));
  const change = await openAgain(tx, {
    obligation: submission.id,
    rowVersion: null,
    due,
    today: clock.today,
  });
  if (!change.ok) return { ok: false, refusal: refusedChange(change, 'done', clock.clock.zone) };
  await auditChange(tx, commander, clock, {
    ...{ action: `monitoring.${said.step}`, role, before: change.before, after: change.after },
    more: { reason: said.reason },
  });
  return { ok: true, due };
}

export interface ObservationAsked {
  readonly submission: string;
  readonly text: string;
}

/** The Nucleo reads each submission once it was transmitted, and may observe; the state stays. */
export function observe(
  commander: Commander,
  asked: ObservationAsked,
): Promise<Outcome<{ submission: string }>> {
  const action = 'monitoring.observe';
  return runCommand(
    commander,
    action,
    { ...asked },
    async (tx, clock): Promise<Done<{ submission: string }>> => {
      const taken = await takeSubmission(tx, commander, action, asked.submission);
      if (!taken.ok) return taken;
      const { submission, role } = taken;
      const text = asked.text.trim();
      const problem = textProblem(text, 'text', "Scrivi l'osservazione");
      if (problem !== null) return { ok: false, refusal: problem };
      if (submission.transmitted === null)
        return { ok: false, refusal: { code: 'submission-state', state: submission.state, by: null } };
      const version = submission.transmitted.number;
      const event = { kind: 'observe', version, at: clock.now, person: commander.viewer.person.id } as const;
      await recordEvent(tx, submission.id, { ...event, role, text });
      const more = { note: await commitText(tx, text) };
      await enterAct(tx, commander, clock, { kind: 'observed', obligation: submission.id, role, more });
      await auditSubmission(tx, commander, clock, { action, role, submission, more: { version, text } });
      return { ok: true, result: { submission: submission.id }, starts: [] };
    },
  );
}

function textProblem(text: string, field: string, words: string) {
  const message =
    text === ''
      ? `${words}: senza non si può proseguire.`
      : text.length > REASON_LIMIT
        ? `${words} in al più ${REASON_LIMIT} caratteri.`
        : null;
  return message === null ? null : ({ code: 'invalid', problems: [{ field, message }] } as const);
}
