/**
 * What people decided between reading and confirming, field by field: kept with the plan, so that years
 * later one can see what the file said and what was made of it.
 */
import type { DraftObjective, DraftPlan, DraftSector } from './draft-plan.js';

/** What somebody did to what had been read. */
export type DecisionKind =
  | 'changed'
  | 'added'
  /** Taken out of an objective that was read as one. */
  | 'split'
  /** Took in another objective. */
  | 'merged'
  | 'moved'
  | 'discarded'
  /** At the confirmation: who answers for a sector, which sector for a shared objective, the day of an external term, what was done already. */
  | 'owner'
  | 'lead'
  | 'external-date'
  | 'done-before';

/** One field, before and after, as words. */
export interface Decision {
  readonly kind: DecisionKind;
  /** `null`: about the document. */
  readonly sector: string | null;
  /** `null`: about the sector. */
  readonly objective: { readonly number: string | null; readonly title: string } | null;
  /** As in the compiler's contract; absent where the whole thing is meant. */
  readonly field?: string;
  /** JSON values; `null` where there was nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

const FIELDS = ['number', 'title', 'weight', 'owner', 'shared', 'indicators', 'milestones'] as const;
const DOCUMENT_FIELDS = ['body', 'kind', 'year', 'act', 'actDate', 'weights'] as const;

interface Known {
  readonly sector: DraftSector;
  readonly objective: DraftObjective;
}

/** `read` and `now` are drafts of the same reading (`draftOf`). In the order of `now`. */
export function decisionsBetween(read: DraftPlan, now: DraftPlan): readonly Decision[] {
  const known = new Map<string, Known>(
    read.sectors.flatMap((sector) =>
      sector.objectives.map((objective) => [objective.id, { sector, objective }]),
    ),
  );
  const sectors = new Map(read.sectors.map((sector) => [sector.id, sector]));
  return [
    ...DOCUMENT_FIELDS.flatMap((field) =>
      changed({ sector: null, objective: null }, field, read.document[field], now.document[field]),
    ),
    ...now.sectors.flatMap((sector) => [
      ...aboutSector(sectors.get(sector.id) ?? null, sector),
      ...sector.objectives.flatMap((one) => aboutObjective(known.get(one.id) ?? null, sector, one)),
    ]),
  ];
}

function aboutSector(before: DraftSector | null, now: DraftSector): readonly Decision[] {
  const place = { sector: now.name, objective: null };
  if (before === null) return [{ kind: 'added', ...place, before: null, after: now.name }];
  return [
    ...changed({ sector: before.name, objective: null }, 'name', before.name, now.name),
    ...changed(place, 'owner', before.owner, now.owner),
  ];
}

function aboutObjective(before: Known | null, sector: DraftSector, now: DraftObjective): readonly Decision[] {
  const shown = before?.objective ?? now;
  const place = { sector: sector.name, objective: { number: shown.number, title: shown.title } };
  if (before === null) {
    // Added and put aside again: nothing was decided.
    if (now.discarded) return [];
    const kind = now.from.length === 0 ? 'added' : 'split';
    return [{ kind, ...place, before: now.from.length === 0 ? null : now.from, after: saidOf(now) }];
  }
  if (now.discarded) return [{ kind: 'discarded', ...place, before: saidOf(before.objective), after: null }];
  return [
    ...(before.sector.id === sector.id
      ? []
      : [{ kind: 'moved' as const, ...place, before: before.sector.name, after: sector.name }]),
    ...(now.from.length > 1
      ? [{ kind: 'merged' as const, ...place, before: before.objective.from, after: now.from }]
      : []),
    ...FIELDS.flatMap((field) => changed(place, field, before.objective[field], now[field])),
  ];
}

function changed(
  place: Pick<Decision, 'sector' | 'objective'>,
  field: string,
  before: unknown,
  after: unknown,
): readonly Decision[] {
  const [was, is] = [before ?? null, after ?? null];
  return JSON.stringify(was) === JSON.stringify(is)
    ? []
    : [{ kind: 'changed', ...place, field, before: was, after: is }];
}

const saidOf = (one: DraftObjective): unknown =>
  Object.fromEntries(FIELDS.map((field) => [field, one[field] ?? null]));
