/** Obligations to try the rules on: of sector A, due on Friday 30 June 2023, in a plan that starts on 1 January. */
import type { Obligation, Role, Term } from '../../../domain/obligations/obligation.js';
import { points } from '../../../domain/plan/points.js';
import { civilDate } from '../../../domain/time/civil-date.js';

export const HEAD_A: Role = { role: 'head', sector: 'A' };
export const HEAD_B: Role = { role: 'head', sector: 'B' };
export const SECRETARY: Role = { role: 'secretary' };
export const MAYOR: Role = { role: 'mayor' };

export const dueOn = (day: string): Term => ({ kind: 'date', due: civilDate(day) });
export const implicit = (year: number): Term => ({ kind: 'implicit', due: civilDate(`${year}-12-31`) });
export const external = (anchor: string | null): Term => ({ kind: 'external', anchor });

export function obligation(over: Partial<Obligation> = {}): Obligation {
  return {
    id: 'o1',
    kind: 'milestone',
    year: 2023,
    objectiveId: 'objective-1',
    owner: HEAD_A,
    term: dueOn('2023-06-30'),
    opens: null,
    startDay: civilDate('2023-01-01'),
    recurrence: null,
    version: 1,
    state: 'open',
    doneOn: null,
    forecast: null,
    heldBack: false,
    subject: {
      sector: 'A',
      number: '1',
      objective: 'Manutenzioni',
      milestone: 'entro il 30 giugno',
      weight: points(10),
    },
    ...over,
  };
}

/** Done on a day, as declared. */
export const done =
  (day: string) =>
  (one: Obligation): Obligation => ({ ...one, state: 'done', doneOn: civilDate(day) });
