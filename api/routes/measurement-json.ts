/** The evaluation of a year as the JSON API writes it. */
import { pointsToDecimal } from '../../domain/plan/points.js';
import type { Verdict } from '../../domain/scoring/assessment.js';
import type { Degree } from '../../domain/scoring/degree.js';
import { exactText, shownDecimal } from '../../domain/scoring/fraction.js';
import type { PaymentGate, PointsGate } from '../../domain/scoring/gates.js';
import type { Proposal } from '../../domain/scoring/proposal.js';
import type { SectorTotal } from '../../domain/scoring/sector-total.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { KeptStep } from '../../store/measurement/assessments.js';
import type { ObjectiveMeasured } from '../queries/measured-year.js';
import { missingOf } from '../queries/measurement-missing.js';
import type { ActShown, MeasurementPage, SectorShown } from '../queries/measurement-page.js';
import { missingInWords } from '../views/evaluation/measurement-words.js';
import { isoOf } from './json.js';

const decimal = (degree: Degree | null): string | null => (degree === null ? null : pointsToDecimal(degree));

/** Degrees are exact decimals. */
export const verdictJson = (verdict: Verdict | null) =>
  verdict && {
    is: verdict.is,
    degree: verdict.is === 'degree' ? decimal(verdict.degree) : null,
    reason: verdict.is === 'waiting' ? null : verdict.reason,
    waitingFor: verdict.is === 'waiting' ? verdict.for : null,
    until: verdict.is === 'waiting' ? verdict.until : null,
  };

/** A degree, or the span in which it will lie while figures are open. */
export const proposalJson = (proposal: Proposal) => ({
  is: proposal.is,
  degree: proposal.is === 'degree' ? decimal(proposal.degree) : null,
  from: proposal.is === 'waiting' ? decimal(proposal.from) : null,
  to: proposal.is === 'waiting' ? decimal(proposal.to) : null,
  basis: 'basis' in proposal ? proposal.basis : null,
});

const stepJson = ({ seq, what, by, personName, at, rules }: KeptStep) => {
  const verdict = 'verdict' in what ? verdictJson(what.verdict) : null;
  return {
    ...{ seq, step: what.step, role: by.role, person: personName, at: isoOf(at), rules },
    degree: what.step === 'proposed' ? decimal(what.degree) : (verdict?.degree ?? null),
    text: 'reason' in what ? what.reason : (verdict?.reason ?? verdict?.waitingFor ?? null),
  };
};

/** As `assessedOut`. */
export const assessedJson = (
  { objective, place, isLed, proposal, assessment }: ObjectiveMeasured,
  total: SectorTotal | null,
) => {
  const counted = total?.objectives.find(({ id }) => id === objective.id);
  const { stands, steps } = assessment;
  return {
    objective: {
      id: objective.id,
      number: objective.number,
      title: objective.title,
      shared: objective.shared,
    },
    weight: objective.weight === null ? null : pointsToDecimal(objective.weight),
    counts: counted?.counts == null ? null : pointsToDecimal(counted.counts),
    ledBy: isLed ? place.sector : null,
    proposal: proposalJson(proposal),
    selfEvaluated: verdictJson(stands.selfEvaluated),
    decided: verdictJson(stands.decided),
    reason: stands.reason && { ...stands.reason },
    seen: steps.length,
    steps: steps.map(stepJson),
  };
};

const totalJson = ({ total, from, to, outOf, unusualSum }: SectorTotal, places: number) => ({
  shown: total === null ? null : shownDecimal(total, places),
  exact: total === null ? null : exactText(total),
  ...{ from: shownDecimal(from, places), to: shownDecimal(to, places) },
  ...{ outOf: pointsToDecimal(outOf), unusualSum },
});

const pointsJson = (gate: PointsGate) => ({
  is: gate.is,
  gives: gate.is === 'band' ? decimal(gate.band?.gives ?? null) : null,
});

const paymentJson = (gate: PaymentGate, underTheLaw: boolean) => ({
  ...{ is: gate.is, share: pointsToDecimal(gate.share), underTheLaw },
  missing: gate.is === 'open' ? gate.missing : null,
});

/** As `sectorOut`. */
export const sectorJson = (sector: SectorShown, places: number) => {
  const { id, name, sheet, total, objectives, points, pay, isShareSmall } = sector;
  return {
    sector: { id, name },
    selfEvaluation: sheet && { id: sheet.id, state: sheet.state, due: sheet.due },
    total: totalJson(total, places),
    decided: objectives.length - total.open.length,
    objectives: objectives.length,
    points: pointsJson(points),
    payment: pay && paymentJson(pay, isShareSmall),
  };
};

const actJson = ({ id, kind, sector, onDay, number, note, withdrawnReason, beforeValidation }: ActShown) => ({
  ...{ id, kind, sector, day: onDay, number, note, withdrawn: withdrawnReason, beforeValidation },
});

const NOTHING = { year: null, rules: 0, evaluator: null, due: null, complete: false };

/** `null`: no plan is approved yet. */
export function measurementJson(page: MeasurementPage | null, today: CivilDate) {
  if (page === null) return { ...NOTHING, sectors: [], acts: [], missing: [] };
  const missing = missingOf(page, today);
  const { rules, cycle } = page.year;
  return {
    ...{ year: cycle.year, rules: rules.number, evaluator: rules.rules.evaluator },
    due: page.duty === null || page.duty.term.kind === 'external' ? null : page.duty.term.due,
    complete: page.duty?.state === 'done',
    sectors: page.sectors.map((sector) => sectorJson(sector, rules.rules.shownPlaces)),
    acts: page.acts.map(actJson),
    missing: [...missing.evaluator, ...missing.degrees].map(missingInWords),
  };
}
