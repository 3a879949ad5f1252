/** A draft as its pages show it: the plan it makes now, each warning beside the thing it is about, what is missing. */
import { type DraftObjective, type DraftPlan, draftOf } from '../../domain/plan/draft/draft-plan.js';
import type { PlanWithIds } from '../../domain/plan/draft/plan-of-draft.js';
import { type DutyMet, dutiesMet } from '../../domain/plan/mandatory-objectives.js';
import type { LintWarning, PlanDocument } from '../../domain/plan/plan-document.js';
import { likeness } from '../../domain/plan/title-likeness.js';
import { findCycle } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { sectorIds } from '../../store/people/roles.js';
import { findDraft, type ImportDraft } from '../../store/plan/import-drafts.js';
import { warningsOf } from '../commands/plan/plan-checks.js';
import { planOfImport } from './plan-of-import.js';

export type Missing = 'weight' | 'indicator' | 'term';

export interface DraftPage {
  readonly draft: ImportDraft;
  readonly made: PlanWithIds;
  readonly warnings: readonly LintWarning[];
  /** By id of objective or sector; what is about neither, under `document`. */
  readonly beside: ReadonlyMap<string, readonly LintWarning[]>;
  readonly duties: readonly DutyMet[];
  /** The year has a plan in force: confirming makes a variation of it. */
  readonly inForce: boolean;
  /** Of a draft that began from the plan in force: what it began from, with the same ids. */
  readonly base: DraftPlan | null;
  /** Names of the sectors that the town has already. */
  readonly townSectors: readonly string[];
}

/** `null` when the town has no such import. */
export async function loadDraftPage(tx: Tx, id: string): Promise<DraftPage | null> {
  const draft = await findDraft(tx, id);
  if (draft === null) return null;
  const made = planOfImport(draft);
  const warnings = warningsOf(made.plan);
  const cycle = await findCycle(tx, made.plan.document.year);
  return {
    draft,
    made,
    warnings,
    beside: besideOf(warnings, draft.plan),
    duties: dutiesMet(made.plan),
    inForce: cycle?.approvedOn != null,
    base: draft.changes === null ? null : draftOf(draft.read),
    townSectors: [...(await sectorIds(tx)).keys()].sort((a, b) => a.localeCompare(b, 'it')),
  };
}

/** What sectors are called besides their names. */
const GENERIC = /\b(settore|area|servizi[oi]?|ufficio|ripartizione|direzione)\b/giu;
const LIKE = 0.5;

/** The sector of the town that a new name most likely means; `null` when it has the name, or none is like it. */
export function knownSectorLike(name: string, known: readonly string[]): string | null {
  if (known.includes(name)) return null;
  const bare = (text: string): string => text.replace(GENERIC, ' ');
  const scored = known.map((one) => ({ one, score: likeness(bare(one), bare(name)) }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best !== undefined && best.score >= LIKE ? best.one : null;
}

function besideOf(
  warnings: readonly LintWarning[],
  plan: DraftPlan,
): ReadonlyMap<string, readonly LintWarning[]> {
  const beside = new Map<string, LintWarning[]>();
  const put = (id: string, warning: LintWarning): void => {
    const there = beside.get(id) ?? [];
    if (!there.includes(warning)) beside.set(id, [...there, warning]);
  };
  for (const warning of warnings) {
    const ids = thingsAbout(warning, plan);
    for (const id of ids.length === 0 ? ['document'] : ids) put(id, warning);
  }
  return beside;
}

function thingsAbout({ where, code }: LintWarning, plan: DraftPlan): readonly string[] {
  const sectors = plan.sectors.filter(({ name }) => where.sector === undefined || name === where.sector);
  const isMeant = ({ discarded, title, number }: DraftObjective): boolean =>
    !discarded &&
    (where.title === undefined
      ? code === 'numbering-duplicate' && number === where.number
      : title === where.title && (where.number === undefined || number === where.number));
  const objectives = sectors.flatMap((sector) => sector.objectives.filter(isMeant)).map(({ id }) => id);
  if (where.title !== undefined) return objectives;
  return where.sector === undefined ? objectives : [...sectors.map(({ id }) => id), ...objectives];
}

/** What a plan should say of an objective and this one does not. */
export function missingOf(objective: DraftObjective, document: PlanDocument['document']): readonly Missing[] {
  const lacks: readonly (readonly [Missing, boolean])[] = [
    ['weight', objective.weight === null && document.weights !== 'none'],
    ['indicator', objective.indicators.length === 0],
    ['term', objective.milestones.every(({ kind, role }) => kind === 'none' || role === 'event')],
  ];
  return lacks.filter(([, isMissing]) => isMissing).map(([what]) => what);
}
