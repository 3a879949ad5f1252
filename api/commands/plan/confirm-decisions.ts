/**
 * What the person who confirms decides beside the plan itself: who answers for each sector, the day of external
 * terms, what was done before notices began. Checked first, carried out on the obligations just made.
 */
import type { PlannedObligation } from '../../../domain/obligations/from-plan.js';
import type { Leads } from '../../../domain/obligations/lead-sector.js';
import { type Role, roleKey } from '../../../domain/obligations/obligation.js';
import type { Decision } from '../../../domain/plan/draft/decisions.js';
import type { PlanWithIds } from '../../../domain/plan/draft/plan-of-draft.js';
import { type CivilDate, parseCivilDate, yearOf } from '../../../domain/time/civil-date.js';
import { type AskedTerm, askedOf, printedRole, sharedOf } from '../../queries/confirm-page.js';
import type { FieldProblem } from '../../refusals.js';
import type { Viewer } from '../../viewer.js';

/** As typed; what is absent or empty is left as the plan says it. */
export interface DecisionsAsked {
  /** By id of the sector in the draft. `person`: who is head from today, where nobody is. */
  readonly owners?: Readonly<Record<string, { readonly role: string; readonly person?: string }>>;
  /** By id of the shared objective in the draft: id of the sector that answers for all. */
  readonly leads?: Readonly<Record<string, string>>;
  /** Days by key of the term. */
  readonly external?: Readonly<Record<string, string>>;
  /** Days of completion by key of the term. */
  readonly done?: Readonly<Record<string, string>>;
}

export interface DecidedTerm {
  readonly planned: PlannedObligation;
  readonly day: CivilDate;
}

export interface Decided {
  /** With the owners decided, those too that a lead sector owes for others; in the order of the plan. */
  readonly planned: readonly PlannedObligation[];
  readonly leads: Leads;
  readonly external: readonly DecidedTerm[];
  readonly done: readonly DecidedTerm[];
  /** Heads from today. */
  readonly heads: readonly { readonly sector: string; readonly person: string }[];
  readonly decisions: readonly Decision[];
}

export type ReadDecisions =
  | { readonly ok: true; readonly decided: Decided }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Fields of problems: `owner-s1`, `lead-o2`, `external-o3-0`, `done-o3-0`. */
export function readDecisions(
  asked: DecisionsAsked,
  made: PlanWithIds,
  viewer: Pick<Viewer, 'today' | 'town'>,
): ReadDecisions {
  const problems: FieldProblem[] = [];
  const owners = new Map<number, Role>();
  const heads: { sector: string; person: string }[] = [];
  const decisions: Decision[] = [];
  for (const [index, sector] of made.plan.sectors.entries()) {
    const said = asked.owners?.[made.sectorIds[index] ?? ''];
    if (said === undefined || said.role === '') continue;
    const role = roleIn(said.role, sector.name);
    if (role === null) {
      problems.push({
        field: `owner-${made.sectorIds[index]}`,
        message: `Scegli chi risponde per ${sector.name}.`,
      });
      continue;
    }
    const printed = printedRole(sector);
    owners.set(index, role);
    if (role.role === 'head' && said.person) heads.push({ sector: sector.name, person: said.person });
    if (roleKey(printed) !== roleKey(role))
      decisions.push({
        ...{ kind: 'owner', sector: sector.name, objective: null },
        ...{ before: roleKey(printed), after: roleKey(role) },
      });
  }
  const leads = leadsIn(asked.leads ?? {}, made, problems, decisions);
  const terms = askedOf(made, viewer, { owners, leads });
  const { year } = made.plan.document;
  const external = daysOf(terms.external, asked.external ?? {}, 'external', problems, (day) =>
    yearOf(day) < year || yearOf(day) > year + 1
      ? `La data del termine deve cadere nel ${year} o nel ${year + 1}.`
      : null,
  );
  const done = daysOf(terms.beforeStart, asked.done ?? {}, 'done', problems, (day) => {
    if (day > viewer.today) return 'Il giorno di conclusione è nel futuro: indica oggi o un giorno passato.';
    return yearOf(day) < year - 2 ? "Il giorno di conclusione è troppo lontano: controlla l'anno." : null;
  });
  if (problems.length > 0) return { ok: false, problems };
  decisions.push(
    ...external.map((term) => decision('external-date', term)),
    ...done.map((term) => decision('done-before', term)),
  );
  return { ok: true, decided: { planned: terms.all, leads, external, done, heads, decisions } };
}

function leadsIn(
  given: Readonly<Record<string, string>>,
  made: PlanWithIds,
  problems: FieldProblem[],
  decisions: Decision[],
): Leads {
  const leads = new Map<string, number>();
  for (const { id, key, number, title, sectors } of sharedOf(made)) {
    const chosen = Object.hasOwn(given, id) ? (given[id] ?? '') : '';
    if (chosen === '') continue;
    const sector = sectors.find((one) => one.id === chosen);
    if (sector === undefined) {
      const message = `Per «${title}» scegli uno dei settori che hanno l'obiettivo.`;
      problems.push({ field: `lead-${id}`, message });
      continue;
    }
    leads.set(key, sector.position);
    decisions.push({
      kind: 'lead',
      sector: null,
      objective: { number, title },
      before: null,
      after: sector.name,
    });
  }
  return leads;
}

function roleIn(text: string, sector: string): Role | null {
  if (text === 'head') return { role: 'head', sector };
  return text === 'secretary' || text === 'mayor' ? { role: text } : null;
}

function daysOf(
  terms: readonly AskedTerm[],
  given: Readonly<Record<string, string>>,
  field: 'external' | 'done',
  problems: FieldProblem[],
  wrongWith: (day: CivilDate) => string | null,
): readonly DecidedTerm[] {
  return terms.flatMap(({ key, planned }) => {
    const text = Object.hasOwn(given, key) ? (given[key] ?? '').trim() : '';
    if (text === '') return [];
    const day = parseCivilDate(text);
    const wrong = day === null ? 'Il giorno non esiste: indica giorno, mese e anno.' : wrongWith(day);
    if (wrong !== null) problems.push({ field: `${field}-${key}`, message: wrong });
    return day === null || wrong !== null ? [] : [{ planned, day }];
  });
}

const decision = (kind: Decision['kind'], { planned, day }: DecidedTerm): Decision => ({
  kind,
  sector: planned.subject.sector,
  objective: { number: planned.subject.number, title: planned.subject.objective },
  ...(planned.subject.milestone === null ? {} : { field: planned.subject.milestone }),
  before: planned.term.kind === 'external' ? planned.term.anchor : planned.term.due,
  after: day,
});
