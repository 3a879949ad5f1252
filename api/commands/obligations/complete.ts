/** *Concluso*: the day declared, a note, a file. It only removes notices, so no workflow is told. */
import { type CivilDate, parseCivilDate } from '../../../domain/time/civil-date.js';
import { completeObligation } from '../../../store/obligations/obligation-commands.js';
import type { ObligationRecord } from '../../../store/obligations/obligation-rows.js';
import { commitText } from '../../../store/register/register.js';
import { insertAnswerTo } from '../../../store/review/review-questions.js';
import type { FieldProblem } from '../../refusals.js';
import type { SpooledFile } from '../../uploads/spool.js';
import { textProblem } from '../review/review-text.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { refusedChange } from '../variation/refused-change.js';
import { storeFiles, unfit } from './add-evidence.js';
import { keepAnswer, linkAudited, linkEntered } from './keep-answer.js';
import { admit, auditChange, enterAct } from './obligation-command.js';

export interface CompletionAsked {
  readonly obligation: string;
  /** As typed; empty: today. */
  readonly doneOn: string;
  readonly note: string;
  /** The row version that was on the page; `null`: not said. */
  readonly rowVersion: number | null;
  readonly files: readonly SpooledFile[];
}

export interface Completed {
  readonly [key: string]: string | number;
  readonly obligation: string;
  readonly doneOn: CivilDate;
  readonly rowVersion: number;
}

const EARLIEST_YEARS_BEFORE = 2;

export function complete(commander: Commander, asked: CompletionAsked): Promise<Outcome<Completed>> {
  const { files, ...said } = asked;
  const fingerprint = { ...said, files: files.map(({ sha256 }) => sha256) };
  return runCommand(commander, 'obligation.complete', fingerprint, async (tx, clock) => {
    const admitted = await admit(tx, commander, 'obligation.complete', asked.obligation);
    if (!admitted.ok) return admitted;
    const doneOn = asked.doneOn === '' ? clock.today : parseCivilDate(asked.doneOn);
    const problem = doneOn === null ? NOT_A_DAY : dayProblem(doneOn, clock.today);
    if (doneOn === null || problem !== null) {
      return { ok: false, refusal: { code: 'invalid', problems: problem === null ? [] : [problem] } };
    }
    const unfitFile = files.map(unfit).find((refusal) => refusal !== null);
    if (unfitFile !== undefined) return { ok: false, refusal: unfitFile };
    const note = asked.note.trim();
    const unsaid = unanswered(admitted.record, note);
    if (unsaid !== null) return { ok: false, refusal: { code: 'invalid', problems: [unsaid] } };
    const change = await completeObligation(tx, {
      obligation: asked.obligation,
      rowVersion: asked.rowVersion,
      doneOn,
      recordedAt: clock.now,
      by: commander.viewer.person.id,
      note: note === '' ? null : note,
    });
    if (!change.ok) return { ok: false, refusal: refusedChange(change, 'open', clock.clock.zone) };
    const { role } = admitted;
    if (isQuestion(admitted.record))
      await insertAnswerTo(tx, asked.obligation, {
        ...{ text: note, on: doneOn, at: clock.now, by: commander.viewer.person.id },
      });
    await keepAnswer(tx, commander, clock, { kind: 'done', before: change.before, role, doneOn });
    const evidence = await storeFiles(tx, commander, clock, asked.obligation, files);
    await enterAct(tx, commander, clock, {
      kind: 'completed',
      obligation: asked.obligation,
      role,
      more: {
        doneOn,
        note: note === '' ? null : await commitText(tx, note),
        evidence: evidence.map(({ sha256 }) => sha256),
        ...(await linkEntered(tx, commander)),
      },
    });
    await auditChange(tx, commander, clock, {
      action: 'obligation.complete',
      role,
      before: change.before,
      after: change.after,
      more: { evidence: evidence.map(({ id }) => id), ...linkAudited(commander) },
    });
    return {
      ok: true,
      result: { obligation: asked.obligation, doneOn, rowVersion: change.after.rowVersion },
      starts: [],
    };
  });
}

const isQuestion = ({ obligation }: ObligationRecord): boolean => obligation.kind === 'question';

/** A question is concluded by its answer; everything else with or without a note. */
const unanswered = (record: ObligationRecord, note: string): FieldProblem | null =>
  isQuestion(record) ? textProblem(note, 'note', 'Scrivi la risposta.') : null;

const NOT_A_DAY: FieldProblem = {
  field: 'doneOn',
  message: 'Il giorno di conclusione non esiste: indica giorno, mese e anno.',
};

function dayProblem(doneOn: CivilDate, today: CivilDate): FieldProblem | null {
  if (doneOn > today) {
    return {
      field: 'doneOn',
      message: 'Il giorno di conclusione è nel futuro: indica oggi o un giorno passato.',
    };
  }
  const oldest = `${Number(today.slice(0, 4)) - EARLIEST_YEARS_BEFORE}-01-01`;
  if (doneOn < oldest) {
    return { field: 'doneOn', message: "Il giorno di conclusione è troppo lontano: controlla l'anno." };
  }
  return null;
}
