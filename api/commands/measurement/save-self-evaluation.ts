/** *Salva bozza* of a self-evaluation: merged by objective, as a submission's is. */
import { mergeBy, type OfferedLine } from '../../../domain/cycle/line-merge.js';
import { wrongInSheet } from '../../../domain/cycle/self-evaluation-check.js';
import {
  EMPTY_SHEET_LINE,
  isSameSheetLine,
  type SheetLine,
} from '../../../domain/cycle/self-evaluation-line.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { savedSheetLines, saveSheetLine } from '../../../store/measurement/self-evaluations.js';
import type { ObjectiveMeasured } from '../../queries/measured-year.js';
import type { FieldProblem } from '../../refusals.js';
import { auditEvaluation, sheetRefusal, takeSheet } from '../monitoring/sheet-command.js';
import { sheetProblem } from '../monitoring/sheet-problems.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';

export interface SheetDraft {
  readonly sheet: string;
  readonly lines: readonly OfferedLine<SheetLine>[];
}

export interface SheetSaved {
  readonly [key: string]: Json;
  readonly selfEvaluation: string;
  /** Objectives of the lines that were taken. */
  readonly saved: readonly string[];
  /** Objectives whose line somebody else changed meanwhile: nothing of those was saved. */
  readonly conflicts: readonly string[];
}

export function saveSelfEvaluation(commander: Commander, asked: SheetDraft): Promise<Outcome<SheetSaved>> {
  const action = 'self-evaluation.write';
  const fingerprint = JSON.parse(JSON.stringify(asked)) as Json;
  return runCommand(commander, action, fingerprint, async (tx, clock): Promise<Done<SheetSaved>> => {
    const taken = await takeSheet(tx, commander, clock, action, asked.sheet);
    if (!taken.ok) return taken;
    const { sheet, role, objectives } = taken;
    const refusal = sheetRefusal(sheet, clock);
    if (refusal !== null) return { ok: false, refusal };
    const problems = problemsOf(asked.lines, objectives);
    if (problems.length > 0) return { ok: false, refusal: { code: 'invalid', problems } };
    const merged = await keep(tx, commander, clock, asked, objectives);
    if (merged.saved.length > 0)
      await auditEvaluation(tx, commander, clock, {
        ...{ action, role, duty: sheet.id, after: { objectives: merged.saved } },
      });
    return { ok: true, result: { selfEvaluation: sheet.id, ...merged }, starts: [] };
  });
}

async function keep(
  tx: Tx,
  { viewer }: Commander,
  clock: FactsClock,
  { sheet, lines }: SheetDraft,
  objectives: readonly ObjectiveMeasured[],
): Promise<Pick<SheetSaved, 'saved' | 'conflicts'>> {
  const begun = new Map(objectives.map(({ objective, suggested }) => [objective.id, suggested]));
  const saved = await savedSheetLines(tx, [sheet]);
  const stored = new Map([...saved].map(([key, line]) => [key.replace(`${sheet} `, ''), line]));
  const { take, conflicts } = mergeBy(
    isSameSheetLine,
    lines,
    stored,
    (objective) => begun.get(objective) ?? EMPTY_SHEET_LINE,
  );
  for (const line of take) await saveSheetLine(tx, sheet, line, { at: clock.now, by: viewer.person.id });
  return { saved: take.map(({ objective }) => objective), conflicts };
}

function problemsOf(
  offered: SheetDraft['lines'],
  objectives: readonly ObjectiveMeasured[],
): readonly FieldProblem[] {
  if (offered.length === 0) return [{ field: 'lines', message: 'Indica almeno un obiettivo.' }];
  const seen = new Set<string>();
  return offered.flatMap(({ objective, content }, index): readonly FieldProblem[] => {
    const known = objectives.find((one) => one.objective.id === objective);
    const field = `lines[${index}].objective`;
    if (known === undefined)
      return [{ field, message: 'Questo obiettivo non è tra quelli di cui il settore risponde.' }];
    if (seen.has(objective)) return [{ field, message: 'Lo stesso obiettivo compare due volte.' }];
    seen.add(objective);
    return wrongInSheet(content, known.objective.indicators).map((fault) =>
      sheetProblem(fault, known.objective, `lines[${index}]`),
    );
  });
}
