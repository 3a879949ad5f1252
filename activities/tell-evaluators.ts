/** The evaluators hear at 15:00, once a round, that a year can be worked on. */

import { factOf } from '../domain/cycle/closing-duties.js';
import type { YearFacts } from '../domain/cycle/year-facts.js';
import type { YearStep } from '../domain/cycle/year-step.js';
import { reviewRounds } from '../domain/review/round.js';
import { roundToTell } from '../domain/review/told-ready.js';
import type { Cycle } from '../store/cycle/cycles.js';
import type { Tx } from '../store/in-town.js';
import { raiseAlert } from '../store/notices/alerts.js';
import type { Moment } from './stock.js';
import { tellRound } from './tell-round.js';

export async function tellEvaluators(
  tx: Tx,
  { id, year }: Cycle,
  moment: Moment,
  { facts, steps }: { readonly facts: YearFacts; readonly steps: readonly YearStep[] },
): Promise<void> {
  const round = roundToTell(steps, facts.closing);
  if (round === null) return;
  const due = reviewRounds(facts.rules, facts.closing).at(-1)?.due ?? null;
  const transmittedOn = factOf(facts.closing, 'transmission', round)?.on ?? null;
  const detail = { year, round, transmittedOn, due };
  const about = `${id} ${round}`;
  const alert = { toRole: 'oiv', kind: 'year-ready', about, raisedAt: moment.now, detail } as const;
  if (await raiseAlert(tx, alert)) await tellRound(tx, moment, moment.now);
}
