/** What confirming a draft would do, and what it asks: owners, days, what is done already; or which variation it makes. */
import { withOwners } from '../../domain/obligations/decided-owners.js';
import {
  type Place,
  type PlannedObligation,
  plannedObligations,
} from '../../domain/obligations/from-plan.js';
import { type Leads, ledByOthers, sharedObjectives } from '../../domain/obligations/lead-sector.js';
import { type Role, roleKey } from '../../domain/obligations/obligation.js';
import { ownerOf } from '../../domain/obligations/owner.js';
import { firstNoticeDay } from '../../domain/obligations/rung-days.js';
import type { PlanWithIds } from '../../domain/plan/draft/plan-of-draft.js';
import type { PlanDocument, PlanSector } from '../../domain/plan/plan-document.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import type { Tx } from '../../store/in-town.js';
import { holdersOn, listPeople, type Person } from '../../store/people/people.js';
import { needsNote } from '../commands/plan/plan-checks.js';
import type { Viewer } from '../viewer.js';
import { type DraftPage, loadDraftPage } from './draft-page.js';
import { type VariationAhead, variationAhead } from './plan-ahead.js';

/** A term about which the person who confirms may say something. */
export interface AskedTerm {
  /** Names its fields: id of the objective in the draft, and the place of its milestone. */
  readonly key: string;
  readonly planned: PlannedObligation;
}

export interface AskedSector {
  /** In the draft. */
  readonly id: string;
  readonly name: string;
  readonly printedOwner: string | null;
  /** Who answers by the printed words. */
  readonly owner: Role;
  /** Who holds the role of head today. */
  readonly holders: readonly Person[];
}

export interface AskedShared {
  /** Of the objective in the draft, under the first of its sectors. */
  readonly id: string;
  readonly key: string;
  readonly number: string | null;
  readonly title: string;
  /** Ids in the draft, with their positions in the plan. */
  readonly sectors: readonly { readonly id: string; readonly name: string; readonly position: number }[];
}

export interface ConfirmPage extends DraftPage {
  readonly noteNeeded: boolean;
  readonly counts: Readonly<
    Record<'objectives' | 'obligations' | 'dated' | 'implicit' | 'external' | 'beforeStart', number>
  >;
  /** First day of notices, were it confirmed today. */
  readonly firstNotice: CivilDate;
  readonly sectors: readonly AskedSector[];
  readonly people: readonly Person[];
  /** Objectives of several sectors, for which one of them may answer. */
  readonly shared: readonly AskedShared[];
  readonly external: readonly AskedTerm[];
  /** Due before notices begin. */
  readonly beforeStart: readonly AskedTerm[];
  /** `null`: the first plan of its year. */
  readonly variation: VariationAhead | null;
}

/** `null` when the town has no such import. */
export async function loadConfirmPage(tx: Tx, viewer: Viewer, id: string): Promise<ConfirmPage | null> {
  const page = await loadDraftPage(tx, id);
  if (page === null) return null;
  const { plan } = page.made;
  const asked = askedOf(page.made, viewer);
  const [holders, people, variation] = await Promise.all([
    holdersOn(tx, viewer.today),
    listPeople(tx),
    variationAhead(tx, page.draft, page.made),
  ]);
  const of = (kind: PlannedObligation['term']['kind']): number =>
    asked.planned.filter(({ term }) => term.kind === kind).length;
  return {
    ...page,
    ...asked,
    people,
    variation,
    shared: sharedOf(page.made),
    noteNeeded: needsNote(page.warnings),
    counts: {
      objectives: objectivesIn(plan),
      obligations: asked.planned.length,
      dated: of('date'),
      implicit: of('implicit'),
      external: of('external'),
      beforeStart: asked.beforeStart.length,
    },
    sectors: plan.sectors.map((sector, index) => ({
      id: page.made.sectorIds[index] ?? '',
      name: sector.name,
      printedOwner: sector.owner,
      owner: printedRole(sector),
      holders: holders.get(roleKey({ role: 'head', sector: sector.name })) ?? [],
    })),
  };
}

/** What the plan makes people owe if it is confirmed today, and which of it is asked about. */
export function askedOf(
  made: PlanWithIds,
  { today, town }: Pick<Viewer, 'today' | 'town'>,
  { owners = new Map(), leads = new Map() }: { owners?: ReadonlyMap<number, Role>; leads?: Leads } = {},
) {
  const calendar = workingCalendar(town.closures);
  const firstNotice = firstNoticeDay(today, calendar);
  const owned = withOwners(plannedObligations(made.plan, firstNotice, calendar), made.plan, owners);
  const others = ledByOthers(owned, made.plan, leads);
  const planned = owned.filter((one) => !others.has(one));
  const term = (one: PlannedObligation): AskedTerm => ({ key: termKey(made, one.place), planned: one });
  return {
    firstNotice,
    planned,
    /** Those too that a lead sector owes in the place of others. */
    all: owned,
    external: planned.filter((one) => one.term.kind === 'external').map(term),
    beforeStart: planned
      .filter((one) => one.term.kind !== 'external' && one.term.due < firstNotice)
      .map(term),
  };
}

/** Those for which a lead sector may be named. */
export const sharedOf = ({ plan, sectorIds, objectiveIds }: PlanWithIds): readonly AskedShared[] =>
  sharedObjectives(plan).map(({ key, objective, sectors }) => {
    const [first = 0] = sectors;
    const at = plan.sectors[first]?.objectives.indexOf(objective) ?? -1;
    return {
      ...{ id: objectiveIds[first]?.[at] ?? '', key, number: objective.number, title: objective.title },
      sectors: sectors.map((position) => ({
        id: sectorIds[position] ?? '',
        name: plan.sectors[position]?.name ?? '',
        position,
      })),
    };
  });

/** Only terms that do not recur are asked about: an occurrence before the first notice makes nothing. */
export const termKey = (made: PlanWithIds, place: Place): string =>
  `${made.objectiveIds[place.sector]?.[place.objective] ?? ''}-${place.milestone ?? 'x'}`;

/** Who answers for what the sector's objectives do not say otherwise. */
export const printedRole = (sector: PlanSector): Role =>
  ownerOf(
    { ...{ number: null, title: '', weight: null, shared: false }, indicators: [], milestones: [] },
    sector,
    [sector],
  );

/** A shared objective, listed under several sectors, is one. */
function objectivesIn(plan: PlanDocument): number {
  const all = plan.sectors.flatMap(({ objectives }) => objectives);
  const shared = new Set(
    all.filter((one) => one.shared).map(({ number, title }) => JSON.stringify([number, title])),
  );
  return shared.size + all.filter((one) => !one.shared).length;
}
