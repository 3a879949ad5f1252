/** What commands on a year's review share: the round held and open, the member who acts, the objective named. */
import {
  excludedSectors,
  isAbstained,
  type Member,
  standingDeclarations,
} from '../../../domain/review/body.js';
import { isAtWork, reviewOpens } from '../../../domain/review/round.js';
import { alignClosing, type ClosingSetting } from '../../../store/cycle/closing-duties.js';
import { type Cycle, cycleSectors } from '../../../store/cycle/cycles.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { findObjective, type ObjectiveDetail } from '../../../store/plan/objectives.js';
import type { AuditEntry } from '../../../store/register/audit.js';
import { type KeptRound, listRounds, membersOn } from '../../../store/review/review.js';
import { type KeptDeclaration, listDeclarations } from '../../../store/review/review-declarations.js';
import type { Refusal } from '../../refusals.js';
import type { Action } from '../../rights.js';
import { isId } from '../../session.js';
import type { Viewer } from '../../viewer.js';
import { auditCommand } from '../audit-command.js';
import { takeYear } from '../cycle/record-closing.js';
import type { Commander } from '../run-command.js';

/** The round of a year as somebody saw it. */
export interface RoundAsked {
  readonly year: number;
  /** Number of the round on the page; `null`: the one that is running. */
  readonly round: number | null;
}

export interface HeldReview {
  readonly cycle: Cycle;
  readonly setting: ClosingSetting;
  readonly round: KeptRound & { readonly duty: string };
  readonly members: readonly Member[];
  readonly declarations: readonly KeptDeclaration[];
}

export type TakenReview =
  | { readonly ok: true; readonly review: HeldReview }
  | { readonly ok: false; readonly refusal: Refusal };

/** The viewer as one of those who evaluate; `null`: they hold another role. */
export const memberIn = ({ person, roles }: Viewer): Viewer['person'] | null =>
  roles.some(({ role }) => role === 'oiv') ? person : null;

/** Held until the transaction ends, with an outcome still to come. */
export async function takeReview(
  tx: Tx,
  { viewer }: Commander,
  clock: FactsClock,
  asked: RoundAsked,
): Promise<TakenReview> {
  const held = await takeYear(tx, asked.year, clock);
  if (!held.ok) return held;
  const { cycle, setting } = held;
  await alignClosing(tx, cycle, setting);
  const running = (await listRounds(tx, cycle.id, setting.rules)).at(-1);
  if (running === undefined || running.duty === null) return { ok: false, refusal: { code: 'not-found' } };
  const round = { ...running, duty: running.duty };
  if (round.state === 'closed' || (asked.round !== null && asked.round !== round.number))
    return { ok: false, refusal: { code: 'review-closed' } };
  if (!isAtWork(cycle.year, round, clock.today))
    return { ok: false, refusal: { code: 'review-not-open', opens: reviewOpens(cycle.year, round) } };
  const [members, declarations] = [
    await membersOn(tx, cycle, clock.today, memberIn(viewer)),
    await listDeclarations(tx, round.duty),
  ];
  return { ok: true, review: { cycle, setting, round, members, declarations } };
}

/** What the viewer does not evaluate: names of sectors; `all`: they abstained. */
export function exclusionOf(
  { members, declarations }: Pick<HeldReview, 'members' | 'declarations'>,
  person: string,
): { readonly all: boolean; readonly sectors: ReadonlySet<string> } {
  const standing = standingDeclarations(declarations);
  const member = members.find((one) => one.person === person);
  return {
    all: isAbstained(person, standing),
    sectors: member === undefined ? new Set() : excludedSectors(member, standing),
  };
}

/** Why a member may not act on what these sectors answer for; `null`: they may. */
export function excludedFrom(review: HeldReview, person: string, sectors: readonly string[]): Refusal | null {
  const { all, sectors: excluded } = exclusionOf(review, person);
  if (all) return { code: 'abstained' };
  return sectors.some((name) => excluded.has(name)) ? { code: 'own-evaluation' } : null;
}

/** An objective of that year; `null`: it is another's, or is none. */
export async function objectiveOf(
  tx: Tx,
  { id }: Pick<Cycle, 'id'>,
  objective: string,
): Promise<ObjectiveDetail | null> {
  const found = isId(objective) ? await findObjective(tx, objective) : null;
  return found === null || found.cycle !== id || found.state === 'withdrawn' ? null : found;
}

/** Names of the sectors that may be asked: those of the objective, or all of the year. */
export const sectorsAsked = async (
  tx: Tx,
  { id }: Pick<Cycle, 'id'>,
  objective: ObjectiveDetail | null,
): Promise<readonly string[]> => (objective?.sectors ?? (await cycleSectors(tx, id))).map(({ name }) => name);

/** Under the year: private words never stand in it. */
export const auditReview = (
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  said: Pick<AuditEntry, 'before' | 'after'> & {
    readonly action: Action;
    readonly of: string;
    readonly cycle: Cycle;
  },
): Promise<void> =>
  auditCommand(tx, commander, clock, {
    ...{ right: said.action, action: said.of, subjectKind: 'cycle', subject: said.cycle.id },
    ...(said.before === undefined ? {} : { before: said.before }),
    ...(said.after === undefined ? {} : { after: said.after }),
  });
