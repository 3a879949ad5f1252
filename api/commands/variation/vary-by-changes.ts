/** A change of the plan in force as a program says it: objective by objective, in one go, with its act. */
import { checkPlan } from '../../../documents/plan-json.js';
import { draftOf } from '../../../domain/plan/draft/draft-plan.js';
import type { Amendment, PlanChange } from '../../../domain/plan/draft/plan-change.js';
import { applyChanges } from '../../../domain/plan/draft/plan-changes.js';
import type { PlanMilestone, PlanObjective } from '../../../domain/plan/plan-document.js';
import type { Json } from '../../../store/connection.js';
import { findCycle } from '../../../store/cycle/cycles.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { sectorNames } from '../../../store/people/roles.js';
import type { ImportDraft } from '../../../store/plan/import-drafts.js';
import { findObjective as findRow } from '../../../store/plan/objectives.js';
import { objectiveRows } from '../../../store/variation/variation-rows.js';
import { planOfImport } from '../../queries/plan-of-import.js';
import type { FieldProblem, Refusal } from '../../refusals.js';
import type { Confirmed } from '../plan/plan-audit.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { beginVariation, correctBegun, type VariationWanted } from './open-variation.js';
import type { ChangeAsked } from './variation-asked.js';
import { varyPlan } from './vary-plan.js';

/** Ids are those of rows. */
export type ChangeSaid =
  | { readonly change: 'withdraw'; readonly objective: string }
  | {
      readonly change: 'amend';
      readonly objective: string;
      readonly to: Omit<Amendment, 'weight' | 'weights'>;
      readonly weights: readonly { readonly sector: string; readonly weight: number | null }[];
    }
  | {
      readonly change: 'redate';
      readonly objective: string;
      readonly milestone: string;
      readonly due: string;
    }
  | {
      readonly change: 'share';
      readonly objective: string;
      readonly weights: readonly { readonly sector: string; readonly weight: number | null }[];
    }
  | {
      readonly change: 'add';
      readonly weights: readonly { readonly sector: string; readonly weight: number | null }[];
      readonly objective: Omit<PlanObjective, 'weight' | 'shared'>;
    };

export interface ChangesAsked extends VariationWanted {
  readonly changes: readonly ChangeSaid[];
}

/** All of them or nothing. Problems are at `changes[n].objective` and the like. */
export const varyByChanges = (
  commander: Commander,
  asked: ChangesAsked & { readonly act: ChangeAsked },
): Promise<Outcome<Confirmed>> =>
  runCommand(
    commander,
    'plan.import',
    JSON.parse(JSON.stringify({ vary: asked })) as Json,
    async (tx, clock) => {
      await tx`select id from town for no key update`;
      const begun = await draftByChanges(tx, commander, clock, asked);
      return begun.ok ? varyPlan(tx, commander, clock, { draft: begun.draft, act: asked.act }) : begun;
    },
  );

export type DraftedChanges =
  | { readonly ok: true; readonly draft: ImportDraft }
  | { readonly ok: false; readonly refusal: Refusal };

/** The draft that they make of the plan in force. The caller holds the town. */
export async function draftByChanges(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  { changes, ...wanted }: ChangesAsked,
): Promise<DraftedChanges> {
  const begun = await beginVariation(tx, commander, clock, wanted, { isNew: true });
  if (!begun.ok) return begun;
  const problems: FieldProblem[] = [];
  const draft = await correctBegun(tx, commander, clock, {
    draft: begun.draft,
    edit: async (plan, rev, read) => {
      const known = await knownIn(tx, wanted.year, read);
      const said = await Promise.all(
        changes.map((change, at) => editOf(tx, change, { at, known, problems })),
      );
      const applied = applyChanges(
        plan,
        said.flatMap((one) => one ?? []),
        rev,
      );
      if (applied.ok) return applied.draft;
      problems.push(
        ...applied.problems.map(({ at, why, sector }) =>
          why === 'unknown-objective'
            ? problemAt(at, 'objective', UNKNOWN)
            : problemAt(at, 'sectors', `Il settore «${sector ?? ''}» non ha questo obiettivo.`),
        ),
      );
      return plan;
    },
  });
  const checked = checkPlan(planOfImport(draft).plan);
  if (problems.length === 0 && !checked.ok)
    problems.push(
      ...checked.problems.map(({ place, message }) => ({ field: '', message: `${place}: ${message}` })),
    );
  return problems.length === 0 ? { ok: true, draft } : { ok: false, refusal: { code: 'invalid', problems } };
}

const UNKNOWN = 'Il piano in vigore non ha questo obiettivo.';
const problemAt = (at: number, part: string, message: string): FieldProblem => ({
  field: `changes[${at}].${part}`,
  message,
});

interface Known {
  /** Ids in the draft by ids of rows. */
  readonly objectives: ReadonlyMap<string, { readonly id: string; readonly said: PlanObjective }>;
  /** Names by id. */
  readonly sectors: ReadonlyMap<string, string>;
}

async function knownIn(tx: Tx, year: number, read: ImportDraft['read']): Promise<Known> {
  const cycle = await findCycle(tx, year);
  const rows = cycle === null ? new Map<string, string>() : await objectiveRows(tx, cycle.id, read);
  const base = draftOf(read);
  const objectives = new Map<string, { id: string; said: PlanObjective }>();
  for (const [place, row] of rows) {
    const [sector = 0, index = 0] = place.split(' ').map(Number);
    const said = base.sectors[sector]?.objectives[index];
    if (said !== undefined && !objectives.has(row)) objectives.set(row, { id: said.id, said });
  }
  return { objectives, sectors: await sectorNames(tx) };
}

interface Place {
  readonly at: number;
  readonly known: Known;
  readonly problems: FieldProblem[];
}

async function editOf(tx: Tx, change: ChangeSaid, place: Place): Promise<PlanChange | null> {
  const { at, known, problems } = place;
  const tell = (part: string, message: string): null => {
    problems.push(problemAt(at, part, message));
    return null;
  };
  const weights = 'weights' in change ? change.weights : [];
  const lost = weights.findIndex(({ sector }) => !known.sectors.has(sector));
  if (lost >= 0) return tell(`sectors[${lost}].id`, "L'ente non ha questo settore.");
  const again = weights.findIndex(
    ({ sector }, index) => weights.findIndex((one) => one.sector === sector) < index,
  );
  if (again >= 0) return tell(`sectors[${again}].id`, 'Lo stesso settore compare due volte.');
  const named = weights.map(({ sector, weight }) => ({ sector: known.sectors.get(sector) ?? '', weight }));
  if (change.change === 'add') return { change: 'add', objective: change.objective, weights: named };
  const found = known.objectives.get(change.objective);
  if (found === undefined) return tell('objective', UNKNOWN);
  if (change.change === 'share') return { change: 'share', objective: found.id, weights: named };
  if (change.change === 'withdraw') return { change: 'withdraw', objective: found.id };
  if (change.change === 'amend')
    return { change: 'amend', objective: found.id, to: { ...change.to, weights: named } };
  const milestones = await redated(tx, change, found.said);
  return milestones === null
    ? tell(
        'milestone',
        "L'obiettivo non ha questa fase, o la fase non ha un giorno suo: cambiala con «amend».",
      )
    : { change: 'amend', objective: found.id, to: { milestones } };
}

const MOVABLE: readonly PlanMilestone['kind'][] = ['date', 'month-end', 'period', 'external-term'];

/** The terms of the objective with one on another day; `null`: that one is not there, or cannot have one. */
async function redated(
  tx: Tx,
  { objective, milestone, due }: Extract<ChangeSaid, { change: 'redate' }>,
  said: PlanObjective,
): Promise<readonly PlanMilestone[] | null> {
  const row = (await findRow(tx, objective))?.milestones.find(({ id }) => id === milestone);
  const at = said.milestones.findIndex(
    (one) =>
      row !== undefined &&
      one.phrase === row.phrase &&
      one.kind === row.kind &&
      (one.date ?? null) === row.date,
  );
  const was = said.milestones[at];
  if (was === undefined || !MOVABLE.includes(was.kind)) return null;
  const kind = was.kind === 'external-term' ? ('date' as const) : was.kind;
  return said.milestones.map((one, index) => (index === at ? { ...one, kind, date: due } : one));
}
