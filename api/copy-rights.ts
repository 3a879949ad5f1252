/** Who reads and who adds what came back signed: part of the table of rights (`rights.ts`), and paper by paper. */
import type { PaperKind } from '../domain/cycle/signed-paper.js';
import type { Role } from '../domain/obligations/obligation.js';
import type { PaperFound } from '../store/relazione/signed-papers.js';
import { type Action, actingRole } from './rights.js';

/** Whoever reads the page on which a paper stands reads its copies. */
const READERS: Readonly<Record<PaperKind, Action>> = {
  act: 'plan.read',
  'evaluation-act': 'measurement.read',
  ...{ transmission: 'relazione.read', validation: 'relazione.read', report: 'relazione.read' },
  minutes: 'review.examine',
  relazione: 'relazione.read',
  'window-report': 'report.read',
  seals: 'register.search',
};

/** The Segretario all; the evaluators what is theirs; the RPCT what is published. */
const ADDERS: Readonly<Record<PaperKind, Action>> = {
  act: 'cycle.record',
  'evaluation-act': 'measurement.record',
  transmission: 'cycle.record',
  ...{ validation: 'cycle.validate', report: 'cycle.validate', minutes: 'cycle.validate' },
  relazione: 'cycle.publish',
  ...{ 'window-report': 'cycle.record', seals: 'cycle.record' },
};

/** Of an act of the evaluation: who else it is of. */
export interface PaperAbout {
  /** Minutes with the proposal: the evaluators' own. */
  readonly isMinutes?: boolean;
  /** Name; `null`: of all. */
  readonly sector?: string | null;
}

export const aboutOf = (found: PaperFound): PaperAbout =>
  found.is === 'evaluation-act' ? { isMinutes: found.act === 'minutes', sector: found.sector } : {};

/** The role in which a person does it to a paper of that kind; `null`: they may not. */
export function copyRole(
  roles: readonly Role[],
  what: 'read' | 'add',
  kind: PaperKind,
  { isMinutes = false, sector = null }: PaperAbout = {},
): Role | null {
  const action = what === 'read' ? READERS[kind] : isMinutes ? 'cycle.validate' : ADDERS[kind];
  return actingRole(roles, action, sector === null ? [] : [{ role: 'head', sector }]);
}
