/** How an indicator is measured, or what a phase counts, where the plan does not say it. */
import type { Points } from '../../domain/plan/points.js';
import type { Indicator } from '../../domain/scoring/indicator.js';
import { type IndicatorFault, indicatorFault } from '../../domain/scoring/indicator-faults.js';
import type { Json } from '../../store/connection.js';
import { defineIndicator, weighMilestone } from '../../store/measure-definitions.js';
import type { FieldProblem } from '../refusals.js';
import { actingRole } from '../rights.js';
import { takeYear } from './measurement-command.js';
import { type Commander, type Done, type Outcome, runCommand } from './run-command.js';
import { auditEvaluation } from './sheet-command.js';

export interface DefinitionAsked {
  readonly year: number;
  readonly indicator: string;
  /** `null`: in words alone, measured by nobody. */
  readonly definition: Indicator | null;
  /** `null`: alike the other parts. */
  readonly weight: Points | null;
  /** The version that was on the page; `null`: not said. */
  readonly rowVersion: number | null;
}

export interface Defined {
  readonly [key: string]: Json;
  readonly defined: string;
}

const FAULTS: Readonly<Partial<Record<IndicatorFault, FieldProblem>>> = {
  'baseline-beyond-target': {
    field: 'definition.baseline',
    message: 'Il valore di partenza deve stare prima del valore atteso, nella direzione indicata.',
  },
  'count-not-whole': { field: 'definition.target', message: 'Un conteggio è di cose intere, da 0 in su.' },
};
const UNFIT: FieldProblem = { field: 'definition', message: "L'indicatore così non si può misurare." };

export function defineMeasure(commander: Commander, asked: DefinitionAsked): Promise<Outcome<Defined>> {
  const action = 'measurement.rules';
  const fingerprint = JSON.parse(JSON.stringify(asked)) as Json;
  return runCommand(commander, action, fingerprint, async (tx, clock): Promise<Done<Defined>> => {
    const taken = await takeYear(tx, commander, clock, asked.year);
    if (!taken.ok) return taken;
    const { year } = taken;
    const indicator = year.sectors
      .flatMap(({ objectives }) => objectives)
      .flatMap(({ objective }) => objective.indicators)
      .find(({ id }) => id === asked.indicator);
    const role = actingRole(commander.viewer.roles, action, []);
    if (indicator === undefined || role === null) return { ok: false, refusal: { code: 'not-found' } };
    if (asked.rowVersion !== null && asked.rowVersion !== indicator.rowVersion)
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const fault = asked.definition === null ? null : indicatorFault(asked.definition);
    if (fault !== null)
      return { ok: false, refusal: { code: 'invalid', problems: [FAULTS[fault] ?? UNFIT] } };
    const by = commander.viewer.person.id;
    await defineIndicator(tx, asked.indicator, asked, { at: clock.now, by });
    await auditEvaluation(tx, commander, clock, {
      ...{ action: 'measurement.define', role, duty: year.measurement },
      before: { indicator: indicator.id, definition: indicator.definition as unknown as Json },
      after: {
        indicator: indicator.id,
        definition: asked.definition as unknown as Json,
        weight: asked.weight,
      },
    });
    return { ok: true, result: { defined: asked.indicator }, starts: [] };
  });
}

export interface WeightAsked {
  readonly year: number;
  readonly milestone: string;
  readonly weight: Points | null;
}

export function weighPhase(commander: Commander, asked: WeightAsked): Promise<Outcome<Defined>> {
  const action = 'measurement.rules';
  return runCommand(commander, action, { ...asked }, async (tx, clock): Promise<Done<Defined>> => {
    const taken = await takeYear(tx, commander, clock, asked.year);
    if (!taken.ok) return taken;
    const { year } = taken;
    const phase = year.sectors
      .flatMap(({ objectives }) => objectives)
      .flatMap(({ objective }) => objective.phases)
      .find(({ milestone }) => milestone === asked.milestone);
    const role = actingRole(commander.viewer.roles, action, []);
    if (phase === undefined || role === null) return { ok: false, refusal: { code: 'not-found' } };
    const message = 'Il peso di questa fase è scritto nel piano: si cambia con una variazione.';
    if (phase.isOfThePlan)
      return { ok: false, refusal: { code: 'invalid', problems: [{ field: 'weight', message }] } };
    const by = commander.viewer.person.id;
    await weighMilestone(tx, asked.milestone, asked.weight, { at: clock.now, by });
    await auditEvaluation(tx, commander, clock, {
      ...{ action: 'measurement.weigh', role, duty: year.measurement },
      after: { milestone: asked.milestone, weight: asked.weight },
    });
    return { ok: true, result: { defined: asked.milestone }, starts: [] };
  });
}
