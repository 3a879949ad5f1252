/**
 * The Relazione of a year from its facts: the whole of it for the administration and the Nucleo, or what may be
 * published (docs/adr/0056). The same facts make the same Relazione.
 */
import { actCited } from '../plan/act-cited.js';
import { pointsToDecimal } from '../plan/points.js';
import { type SectorTotal, sectorTotal } from '../scoring/sector-total.js';
import { indexEvidence } from './evidence-index.js';
import { exactDecimal, isExactDecimal } from './exact-decimal.js';
import { printableThroughout } from './printable-throughout.js';
import {
  RELAZIONE_FORMAT,
  type Relazione,
  type RelazioneSector,
  type RelazioneVariation,
  type RelazioneVersion,
  type RelazioneWindow,
} from './relazione.js';
import type { RelazioneFacts, SectorFact, VariationFact, WindowFact } from './relazione-facts.js';
import { relazioneObjective } from './relazione-objective.js';
import { structureObjectives } from './structure-objectives.js';
import { summaryOf } from './summary.js';
import { daysLate, timelineOf } from './timeline.js';

/** `version`: what is not for publication is not in the other one at all. */
export function relazione(facts: RelazioneFacts, version: RelazioneVersion): Relazione {
  const { town, year, asOf, words, texts, acts } = facts;
  const isInternal = version === 'internal';
  const totals = isInternal || facts.publishesTotals;
  const index = indexEvidence(facts.sectors, version);
  const sectors = facts.sectors.map((sector, at): RelazioneSector => {
    const total = totalOf(sector, facts);
    const counted = new Map(total.objectives.map((one) => [one.id, one]));
    return {
      name: sector.name,
      ...(totals && totalIn(total)),
      outOf: pointsToDecimal(total.outOf),
      objectives: sector.objectives.map((one, place) =>
        relazioneObjective(one, {
          ...{ isInternal, totals, counted: counted.get(one.id) },
          evidence: index.numbers[at]?.[place] ?? [],
        }),
      ),
    };
  });
  return printableThroughout({
    ...{ format: RELAZIONE_FORMAT, version, town, year, asOf, words, texts },
    summary: summaryOf(facts.sectors),
    acts: acts.map((act) => ({
      ...{ cited: actCited(act), date: act.date, subject: act.subject, protocol: act.protocol },
    })),
    structureObjectives: structureObjectives(facts.sectors, sectors),
    sectors,
    variations: facts.variations.map(variationIn),
    monitoring: facts.monitoring.map((window) => windowIn(window, isInternal, facts)),
    timeline: timelineOf(facts),
    evidence: index.entries,
  });
}

const totalOf = ({ objectives }: SectorFact, { scoring }: RelazioneFacts): SectorTotal =>
  sectorTotal(
    objectives.map(({ id, weight, shared, decided }) => ({
      ...{ id, weight, decided, group: shared ? 'structure' : 'sector' },
    })),
    scoring.scale,
    scoring.redistribution,
  );

const totalIn = ({ total }: SectorTotal): Pick<RelazioneSector, 'total' | 'totalFraction'> => ({
  total: total === null ? null : exactDecimal(total),
  totalFraction: total === null || isExactDecimal(total) ? null : `${total.over}/${total.under}`,
});

const variationIn = ({ act, ...rest }: VariationFact): RelazioneVariation => ({
  ...{ kind: rest.kind, act: act === null ? null : actCited(act), actDate: act?.date ?? null },
  ...{ effectiveFrom: rest.effectiveFrom, reason: rest.reason, effects: rest.effects, flags: rest.flags },
});

function windowIn(window: WindowFact, isInternal: boolean, { asOf }: RelazioneFacts): RelazioneWindow {
  const { title, referenceOn, due } = window;
  const sectors = window.sectors.map((one) => ({
    ...{ sector: one.sector, due: one.due, transmittedOn: one.transmittedOn },
    ...{ daysLate: daysLate(one.due, one.transmittedOn, asOf), returns: one.returns },
  }));
  const sent = sectors.filter(({ transmittedOn }) => transmittedOn !== null);
  return {
    ...{ title, referenceOn, due, asked: sectors.length, transmitted: sent.length },
    late: sent.filter((one) => one.daysLate > 0).length,
    ...(isInternal && { sectors }),
  };
}
