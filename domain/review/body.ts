/**
 * Who evaluates, and what keeps them from it (design §10). A member who held another office of the town in the year
 * has a conflict: it is shown, and wants a declaration or an abstention on record before an outcome. What somebody
 * answered for as head they never evaluate. A body of one needs no quorum.
 */
import type { Role } from '../obligations/obligation.js';
import { type CivilDate, civilDateOf } from '../time/civil-date.js';

/** Why a member may not judge, or must say so first. */
export type Conflict =
  /** They were head of it in the year. */
  | { readonly is: 'own-sector'; readonly sector: string }
  /** ANAC 1074/2018 and 180/2020 call it incompatible for the RPCT; no express ban binds a Nucleo: shown, not refused. */
  | { readonly is: 'office'; readonly role: Exclude<Role['role'], 'head' | 'oiv'> };

/** Of the body that evaluates, on a day. */
export interface Member {
  /** Person id. */
  readonly person: string;
  readonly name: string;
  readonly conflicts: readonly Conflict[];
}

/** The last one of a member about a sector is the one that stands. */
export const DECLARATIONS = ['declared', 'abstained', 'taken-back'] as const;
/** `taken-back`: what was said before no longer holds. */
export type DeclarationKind = (typeof DECLARATIONS)[number];

/** What a member said of themselves. */
export interface Declaration {
  readonly member: string;
  readonly kind: DeclarationKind;
  /** Name of the sector it is about; `null`: all. */
  readonly sector: string | null;
}

/** A role held for a time; `validTo` is the last day. */
interface Tenure {
  readonly role: Role;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** Offices held at any time from the first day of the year to `asOf`, each once. */
export function conflictsOf(tenures: readonly Tenure[], year: number, asOf: CivilDate): readonly Conflict[] {
  const first = civilDateOf(year, 1, 1);
  const found = new Map<string, Conflict>();
  for (const { role, validFrom, validTo } of tenures) {
    if (role.role === 'oiv' || validFrom > asOf || (validTo !== null && validTo < first)) continue;
    if (role.role === 'head') found.set(`head:${role.sector}`, { is: 'own-sector', sector: role.sector });
    else found.set(role.role, { is: 'office', role: role.role });
  }
  return [...found.values()];
}

/** What holds now: the last word of each member on each sector, and on all. */
export function standingDeclarations<D extends Declaration>(said: readonly D[]): readonly D[] {
  const last = new Map(said.map((one) => [`${one.member} ${one.sector ?? ''}`, one]));
  return [...last.values()].filter(({ kind }) => kind !== 'taken-back');
}

/** From all of it, not from one sector alone. */
export const isAbstained = (person: string, standing: readonly Declaration[]): boolean =>
  standing.some(({ member, kind, sector }) => member === person && kind === 'abstained' && sector === null);

/** Sectors that a member does not evaluate. */
export const excludedSectors = (
  { person, conflicts }: Pick<Member, 'person' | 'conflicts'>,
  standing: readonly Declaration[],
): ReadonlySet<string> =>
  new Set([
    ...conflicts.flatMap((one) => (one.is === 'own-sector' ? [one.sector] : [])),
    ...standing.flatMap(({ member, kind, sector }) =>
      member === person && kind === 'abstained' && sector !== null ? [sector] : [],
    ),
  ]);

/** Conflicts that the member has said nothing about. */
export const undeclared = (
  { person, conflicts }: Member,
  standing: readonly Declaration[],
): readonly Conflict[] =>
  conflicts.filter(
    (one) =>
      !standing.some(
        ({ member, sector }) =>
          member === person && (sector === null || (one.is === 'own-sector' && one.sector === sector)),
      ),
  );

/** What keeps an outcome from being recorded. */
export type BodyFault =
  /** Whoever would record it abstained. */
  | { readonly is: 'abstained' }
  /** Nobody is left; `alone`: the only member. */
  | { readonly is: 'nobody-left'; readonly alone: boolean }
  | { readonly is: 'undeclared'; readonly who: readonly string[] };

/** What keeps the body from an outcome; `by`: the member who records it, `null`: somebody for them. */
export function bodyFault(
  members: readonly Member[],
  said: readonly Declaration[],
  by: string | null,
): BodyFault | null {
  const standing = standingDeclarations(said);
  const left = members.filter(({ person }) => !isAbstained(person, standing));
  if (members.length > 0 && left.length === 0) return { is: 'nobody-left', alone: members.length === 1 };
  if (by !== null && isAbstained(by, standing)) return { is: 'abstained' };
  const who = members.filter((one) => undeclared(one, standing).length > 0).map(({ name }) => name);
  return who.length === 0 ? null : { is: 'undeclared', who };
}
