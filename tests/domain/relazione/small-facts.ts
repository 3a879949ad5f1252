/** A Relazione of one sector and one objective, of which a test changes what it is about. */

import { points } from '../../../domain/plan/points.js';
import type { ObjectiveFact, PhaseFact, ReasonFact } from '../../../domain/relazione/objective-facts.js';
import type { RelazioneFacts } from '../../../domain/relazione/relazione-facts.js';
import { degree } from '../../../domain/scoring/degree.js';
import { civilDate } from '../../../domain/time/civil-date.js';

export const on = civilDate;

export const phase = (
  due: string | null,
  doneOn: string | null,
  more: Partial<PhaseFact> = {},
): PhaseFact => ({
  phrase: due === null ? 'entro i termini del decreto' : `entro ${due}`,
  term: due === null ? { kind: 'external', anchor: null } : { kind: 'date', due: on(due) },
  state: doneOn === null ? 'open' : 'done',
  doneOn: doneOn === null ? null : on(doneOn),
  recurrence: null,
  ...more,
});

export const reason = (
  text: string,
  released: string | null,
  more: Partial<ReasonFact> = {},
): ReasonFact => ({
  ...{ text, by: { role: 'head', sector: 'Uno' }, on: on('2024-02-10'), exOfficio: false },
  released: released === null ? null : { text: released, on: on('2024-04-20') },
  ...more,
});

/** `points`: its weight; `reached`: its degree, `null` while nobody has decided. */
export const objective = (
  title: string,
  weight: number,
  reached: number | null,
  more: Partial<ObjectiveFact> = {},
): ObjectiveFact => ({
  ...{ id: title, number: null, title, shared: false, weight: points(weight) },
  ...{ indicators: [], phases: [], evidence: [], reason: null },
  decided: reached === null ? null : { is: 'degree', degree: degree(reached), reason: null },
  ...more,
});

export const facts = (
  objectives: readonly ObjectiveFact[],
  more: Partial<RelazioneFacts> = {},
): RelazioneFacts => ({
  town: { name: 'Comune di Prova', ipaCode: null },
  ...{ year: 2023, asOf: on('2024-05-03'), publishesTotals: false },
  words: { evaluator: 'OIV', sector: 'Area', secretary: 'Segretario generale' },
  scoring: { scale: 'points', redistribution: 'sector' },
  ...{ texts: {}, acts: [], variations: [], monitoring: [], steps: [] },
  sectors: [{ name: 'Uno', objectives }],
  ...more,
});
