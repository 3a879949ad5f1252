/** How the parts of an objective are measured and what each counts, where the plan does not say (docs/adr/0055). */
import type { Points } from '../../../domain/plan/points.js';
import { isSameMeasure, type Measure } from '../../../domain/scoring/measure-completion.js';
import type { Json } from '../../../store/connection.js';
import type { Tx } from '../../../store/in-town.js';
import {
  type ChangedPart,
  defineIndicator,
  recordMeasureChange,
  weighMilestone,
} from '../../../store/measurement/measure-definitions.js';
import type {
  MeasuredObjective,
  PlannedIndicator,
  PlannedPhase,
} from '../../../store/measurement/measured-objectives.js';
import { recordAct } from '../../../store/plan/acts.js';
import { actingRole } from '../../rights.js';
import { auditEvaluation } from '../monitoring/sheet-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';
import { BODY_FIELDS, type IndicatorAsked, type MeasureFields, type MeasuresAsked } from './measure-asked.js';
import { readMeasureChange } from './measure-change.js';
import { measureProblems } from './measure-problems.js';
import { takeYear } from './measurement-command.js';

export interface Measured {
  readonly [key: string]: Json;
  readonly objective: string;
  /** Parts that were set or changed. */
  readonly parts: number;
}

export function measureObjective(
  commander: Commander,
  asked: MeasuresAsked,
  fields: MeasureFields = BODY_FIELDS,
): Promise<Outcome<Measured>> {
  const action = 'measurement.rules';
  const fingerprint = JSON.parse(JSON.stringify(asked)) as Json;
  return runCommand(commander, action, fingerprint, async (tx, clock): Promise<Done<Measured>> => {
    const taken = await takeYear(tx, commander, clock, asked.year);
    if (!taken.ok) return taken;
    const { year } = taken;
    const objective = year.sectors
      .flatMap(({ objectives }) => objectives.map(({ objective: one }) => one))
      .find((one) => hasParts(one, asked));
    const role = actingRole(commander.viewer.roles, action, []);
    if (objective === undefined || role === null) return { ok: false, refusal: { code: 'not-found' } };
    const touched = touchedIn(objective, asked);
    if (
      touched.indicators.some(
        ({ now, said }) => said.rowVersion !== null && said.rowVersion !== now.rowVersion,
      )
    )
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const changed = commander.viewer.town.mode === 'trial' ? [] : changedIn(touched);
    const said = readMeasureChange(asked.change, changed, clock.today);
    const problems = [...measureProblems(objective, asked, fields), ...(said.ok ? [] : said.problems)];
    if (problems.length > 0 || !said.ok) return { ok: false, refusal: { code: 'invalid', problems } };
    const set = { at: clock.now, by: commander.viewer.person.id };
    if (said.change !== null) {
      const act = said.change.act === null ? null : await recordAct(tx, said.change.act, set);
      if (act?.ok === false)
        return { ok: false, refusal: { code: 'act-has-another-date', adoptedOn: act.adoptedOn } };
      const { reason } = said.change;
      const change = { cycle: year.cycle.id, objective: objective.id, act: act?.id ?? null, reason };
      await recordMeasureChange(tx, { ...change, parts: changed }, set);
    }
    await store(tx, touched, set);
    const parts = touched.indicators.length + touched.phases.length;
    if (parts > 0)
      await auditEvaluation(tx, commander, clock, {
        ...{ action: 'measurement.define', role, duty: year.measurement },
        before: { objective: objective.id, parts: partsOf(touched, 'now') },
        after: { objective: objective.id, parts: partsOf(touched, 'said') },
      });
    return { ok: true, result: { objective: objective.id, parts }, starts: [] };
  });
}

function hasParts(
  objective: MeasuredObjective,
  { objective: id, indicators, phases }: MeasuresAsked,
): boolean {
  if (id !== null && id !== objective.id) return false;
  return (
    indicators.every(({ indicator }) => objective.indicators.some((one) => one.id === indicator)) &&
    phases.every(({ milestone }) => objective.phases.some((one) => one.milestone === milestone)) &&
    (id !== null || indicators.length + phases.length > 0)
  );
}

interface Touched {
  readonly indicators: readonly { readonly now: PlannedIndicator; readonly said: IndicatorAsked }[];
  readonly phases: readonly {
    readonly now: PlannedPhase;
    readonly said: { readonly milestone: string; readonly weight: Points | null };
  }[];
}

/** Only what becomes other than it is; a proposal that is confirmed as it stands is set by that. */
function touchedIn(objective: MeasuredObjective, { indicators, phases }: MeasuresAsked): Touched {
  return {
    indicators: indicators.flatMap((said) => {
      const now = objective.indicators.find(({ id }) => id === said.indicator);
      // In words alone and left so: still to be said. A figure read from the plan and left so is confirmed.
      const isLeft =
        now !== undefined && isSameMeasure(now, said) && (!now.isProposed || said.definition === null);
      return now === undefined || isLeft ? [] : [{ now, said }];
    }),
    phases: phases.flatMap((said) => {
      const now = objective.phases.find(({ milestone }) => milestone === said.milestone);
      return now === undefined || now.weight === said.weight ? [] : [{ now, said }];
    }),
  };
}

/** Parts that had been set, as the list of changes keeps them. */
const changedIn = ({ indicators, phases }: Touched): readonly ChangedPart[] => [
  ...indicators
    .filter(({ now }) => !now.isProposed)
    .map(({ now, said }) => ({
      ...{ part: now.id, text: now.text, before: measureJson(now), after: measureJson(said) },
    })),
  ...phases
    .filter(({ now }) => now.isSet)
    .map(({ now, said }) => ({
      ...{ part: said.milestone, text: now.phrase ?? '' },
      ...{ before: { weight: now.weight }, after: { weight: said.weight } },
    })),
];

const measureJson = ({ definition, rule, weight }: Measure): Json =>
  ({ definition, rule, weight }) as unknown as Json;

const partsOf = ({ indicators, phases }: Touched, which: 'now' | 'said'): Json => [
  ...indicators.map((one) => ({ indicator: one.now.id, ...(measureJson(one[which]) as object) }) as Json),
  ...phases.map((one) => ({ milestone: one.said.milestone, weight: one[which].weight })),
];

async function store(
  tx: Tx,
  { indicators, phases }: Touched,
  set: { readonly at: Parameters<typeof defineIndicator>[3]['at']; readonly by: string },
): Promise<void> {
  for (const { said } of indicators) await defineIndicator(tx, said.indicator, said, set);
  for (const { said } of phases) await weighMilestone(tx, said.milestone, said.weight, set);
}
