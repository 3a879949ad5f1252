/** The objectives of a year as the Relazione tells them: what was planned, reached, said and proved. */

import type { EvidenceFact, ObjectiveFact, ReasonFact } from '../../domain/relazione/objective-facts.js';
import type { SectorFact } from '../../domain/relazione/relazione-facts.js';
import { reasonStepIn, reasonTold } from '../../domain/scoring/assessment.js';
import { ownReasonOfDecision } from '../../domain/scoring/own-reason.js';
import { civilDateAt } from '../../domain/time/zone.js';
import type { Cycle } from '../cycle/cycles.js';
import type { Tx } from '../in-town.js';
import { assessmentsOf, type KeptAssessment, placeKey, UNASSESSED } from '../measurement/assessments.js';
import { measurementOf } from '../measurement/evaluated-objectives.js';
import { type MeasuredObjective, measuredSectors } from '../measurement/measured-objectives.js';
import { lastMonitored, type MonitoredLine } from '../monitoring/monitored-lines.js';
import { type Evidence, listEvidence } from '../obligations/evidence.js';

/** In the plan's order. */
export async function sectorFacts(tx: Tx, { id }: Cycle, zone: string): Promise<readonly SectorFact[]> {
  const [sectors, measurement, monitored] = await Promise.all([
    measuredSectors(tx, id),
    measurementOf(tx, id),
    lastMonitored(tx, id),
  ]);
  const [assessments, files] = await Promise.all([
    measurement === null ? new Map<string, KeptAssessment>() : assessmentsOf(tx, measurement),
    listEvidence(
      tx,
      sectors.flatMap(({ objectives }) =>
        objectives.flatMap(({ phases }) => phases.map((phase) => phase.id)),
      ),
    ),
  ]);
  return sectors.map((sector) => ({
    name: sector.name,
    objectives: sector.objectives.map((objective) => {
      // Where a sector answers for all, what it said and what was decided of it holds for each.
      const at = objective.lead ?? sector.id;
      const key = placeKey({ objective: objective.id, sector: at });
      return objectiveFact(objective, {
        assessment: assessments.get(key) ?? UNASSESSED,
        line: monitored.get(`${at} ${objective.id}`) ?? null,
        ...{ files, zone },
      });
    }),
  }));
}

interface Known {
  readonly assessment: KeptAssessment;
  readonly line: MonitoredLine | null;
  /** Of all objectives. */
  readonly files: readonly Evidence[];
  readonly zone: string;
}

const objectiveFact = (objective: MeasuredObjective, known: Known): ObjectiveFact => ({
  ...{ id: objective.id, number: objective.number, title: objective.title, shared: objective.shared },
  weight: objective.weight,
  indicators: objective.indicators.map(({ id, text, target }) => ({
    text,
    ...(target === null
      ? {}
      : { target: target as NonNullable<ObjectiveFact['indicators'][number]['target']> }),
    result: resultOf(id, known),
  })),
  phases: objective.phases.map(({ phrase, term, state, doneOn, recurrence }) => ({
    ...{ phrase, term, state, doneOn, recurrence: recurrence?.id ?? null },
  })),
  decided: known.assessment.stands.decided,
  reason: reasonOf(known.assessment),
  ...evaluatorReasonOf(known.assessment),
  evidence: [...claimed(known.assessment), ...attached(objective, known)],
});

/** At the end of the year, else in the last monitoring. */
function resultOf(indicator: string, { assessment, line }: Known): string | null {
  const said = [assessment.claim?.indicators ?? [], line?.content.indicators ?? []]
    .map((values) => values.find((one) => one.indicator === indicator))
    .find((one) => one !== undefined && one.value.trim() !== '');
  return said?.value.trim() ?? null;
}

/** The one that stands, with who gave it and when; of a full degree there is none. */
function reasonOf({ steps, stands }: KeptAssessment): ReasonFact | null {
  const reason = reasonTold(stands);
  const given = reasonStepIn(steps);
  if (reason === null || given === null) return null;
  return { text: reason.text, by: given.by, on: given.on, exOfficio: reason.exOfficio, released: null };
}

/** Of whoever decided, where they gave one of their own. */
function evaluatorReasonOf({ steps }: KeptAssessment): Pick<ObjectiveFact, 'evaluatorReason'> {
  const own = ownReasonOfDecision(steps);
  return own === null ? {} : { evaluatorReason: { ...own, exOfficio: false, released: null } };
}

/** Acts and addresses named in words, a line each. */
const claimed = ({ claim }: KeptAssessment): readonly EvidenceFact[] =>
  (claim?.evidence ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((description) => ({ description, on: null, file: null }));

/** Files have no description of their own: the term that they prove is it. Their names are never published. */
const attached = ({ phases }: MeasuredObjective, { files, zone }: Known): readonly EvidenceFact[] =>
  phases.flatMap(({ id, phrase }) =>
    files
      .filter(({ obligation }) => obligation === id)
      .map(({ name, sha256, addedAt }) => ({
        description: phrase === null ? 'Documento a prova del risultato' : `Documento a prova di «${phrase}»`,
        on: civilDateAt(addedAt, zone),
        file: { name, sha256 },
      })),
  );
