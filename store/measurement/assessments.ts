/** The steps of the assessments of a year: one objective in one sector each. Appended, never rewritten. */

import type { SheetLine } from '../../domain/cycle/self-evaluation-line.js';
import type { Role } from '../../domain/obligations/obligation.js';
import {
  type Assessment,
  type AssessmentStep,
  assessmentFrom,
  type Verdict,
} from '../../domain/scoring/assessment.js';
import { type Degree, degreeFromUnits } from '../../domain/scoring/degree.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import { roleColumns, roleOf, type SectorIds } from '../people/roles.js';
import { sheetLineSchema } from './self-evaluations.js';

/** Ids of an objective and of the sector in which it is assessed. */
export interface AssessedPlace {
  readonly objective: string;
  readonly sector: string;
}

/** For maps: an objective counts in each of its sectors by itself. */
export const placeKey = ({ objective, sector }: AssessedPlace): string => `${objective} ${sector}`;

/** A step with who took it. */
export interface KeptStep {
  readonly seq: number;
  readonly by: Role;
  readonly on: CivilDate;
  /** Town time. */
  readonly at: Instant;
  readonly personName: string | null;
  /** Number of the rules in force then; 0: the defaults. */
  readonly rules: number;
  readonly what: AssessmentStep;
  /** Of a self-evaluation: what was said with the degree; `null`: nothing, or erased. */
  readonly claim: Claim | null;
}

/** Values of indicators and evidence. */
export type Claim = Pick<SheetLine, 'indicators' | 'evidence'>;

/** All steps, and what stands after them. */
export interface KeptAssessment {
  readonly steps: readonly KeptStep[];
  readonly stands: Assessment;
  /** Of the last self-evaluation. */
  readonly claim: Claim | null;
}

/** Of an objective without a step. */
export const UNASSESSED: KeptAssessment = { steps: [], stands: assessmentFrom([]), claim: null };

interface Row extends Omit<KeptStep, 'by' | 'on' | 'what' | 'claim'> {
  claim: unknown;
  objective: string;
  sector: string;
  step: AssessmentStep['step'];
  verdict: Verdict['is'] | null;
  degreeUnits: number | null;
  text: string | null;
  awaitedUntil: CivilDate | null;
  exOfficio: boolean;
  role: Role['role'];
  roleName: string | null;
  onDay: CivilDate;
}

/** Of a year's measurement, by {@link placeKey}. */
export async function assessmentsOf(
  tx: Tx,
  measurement: string,
): Promise<ReadonlyMap<string, KeptAssessment>> {
  const rows = await tx<Row[]>`
    select a.objective, a.sector, a.seq, a.step, a.verdict, a.degree_units, a.text, a.awaited_until, a.ex_officio, a.claim,
      a.rules, a.role, rs.name as role_name, a.on_day, a.at, p.name as person_name
    from assessment_step a
      left join sector rs on rs.town = a.town and rs.id = a.role_sector
      left join person p on p.town = a.town and p.id = a.person
    where a.measurement = ${measurement} order by a.objective, a.sector, a.seq`;
  const steps = new Map<string, KeptStep[]>();
  for (const row of rows) {
    const { seq, at, personName, rules } = row;
    const by = roleOf(row.role, row.roleName);
    const claim = row.claim === null ? null : sheetLineSchema.parse(row.claim);
    const kept = { seq, at, personName, rules, by, on: row.onDay, what: stepOf(row), claim };
    steps.set(placeKey(row), [...(steps.get(placeKey(row)) ?? []), kept]);
  }
  return new Map(
    [...steps].map(([key, all]) => {
      const claim = all.findLast(({ what }) => what.step === 'self-evaluated')?.claim ?? null;
      return [key, { steps: all, stands: assessmentFrom(all), claim }];
    }),
  );
}

function stepOf(row: Row): AssessmentStep {
  switch (row.step) {
    case 'proposed':
      return { step: row.step, degree: degreeIn(row) };
    case 'reason-given':
      return { step: row.step, reason: row.text ?? '', exOfficio: row.exOfficio };
    case 'reopened':
      return { step: row.step, reason: row.text ?? '' };
    default:
      return { step: row.step, verdict: verdictOf(row) };
  }
}

const degreeIn = ({ degreeUnits }: Row): Degree => degreeFromUnits(degreeUnits ?? 0);

function verdictOf(row: Row): Verdict {
  switch (row.verdict) {
    case 'not-assessable':
      return { is: 'not-assessable', reason: row.text ?? '' };
    case 'waiting':
      return { is: 'waiting', for: row.text ?? '', until: row.awaitedUntil };
    default:
      return { is: 'degree', degree: degreeIn(row), reason: row.text };
  }
}

/** A step to be appended. */
export interface NewStep extends AssessedPlace {
  readonly what: AssessmentStep;
  readonly by: Role;
  /** What was claimed beside the degree: values and evidence. */
  readonly claim?: Claim;
}

/** Who writes steps, when (town time), under which rules. */
export interface StepsMade {
  readonly measurement: string;
  readonly rules: number;
  readonly person: string;
  readonly at: Instant;
  readonly on: CivilDate;
}

/** In the given order. The caller holds the measurement, so that no two take the same number. */
export async function appendSteps(
  tx: Tx,
  made: StepsMade,
  sectors: SectorIds,
  steps: readonly NewStep[],
): Promise<void> {
  for (const { objective, sector, what, by, claim } of steps) {
    const role = roleColumns(by, sectors);
    const said = columnsOf(what);
    await tx`
      insert into assessment_step (measurement, objective, sector, seq, step, verdict, degree_units, text,
        awaited_until, ex_officio, claim, rules, role, role_sector, person, on_day, at)
      select ${made.measurement}, ${objective}, ${sector}, coalesce(max(seq), 0) + 1, ${what.step},
        ${said.verdict}, ${said.degree}, ${said.text}, ${said.until}, ${said.exOfficio},
        ${claim === undefined ? null : tx.json(claim as unknown as Json)}, ${made.rules}, ${role.role}, ${role.sector},
        ${made.person}, ${made.on}, ${made.at}
      from assessment_step
      where measurement = ${made.measurement} and objective = ${objective} and sector = ${sector}`;
  }
}

const NOTHING = { verdict: null, degree: null, text: null, until: null, exOfficio: false } as const;

function columnsOf(what: AssessmentStep) {
  switch (what.step) {
    case 'proposed':
      return { ...NOTHING, degree: what.degree as number };
    case 'reason-given':
      return { ...NOTHING, text: what.reason, exOfficio: what.exOfficio };
    case 'reopened':
      return { ...NOTHING, text: what.reason };
    default:
      return { ...NOTHING, ...verdictColumns(what.verdict) };
  }
}

function verdictColumns(verdict: Verdict) {
  if (verdict.is === 'degree')
    return { verdict: verdict.is, degree: verdict.degree as number, text: verdict.reason };
  if (verdict.is === 'waiting') return { verdict: verdict.is, text: verdict.for, until: verdict.until };
  return { verdict: verdict.is, text: verdict.reason };
}
