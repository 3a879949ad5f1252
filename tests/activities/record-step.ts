/** Facts of the closing recorded as the commands do, for tests of what follows from them. */
import { randomUUID } from 'node:crypto';
import type { ValidationOutcome } from '../../domain/cycle/closing-duties.js';
import type { ClosingStep } from '../../domain/cycle/closing-rules.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { findCycle } from '../../store/cycle/cycles.js';
import { recordStep } from '../../store/cycle/record-step.js';
import { addPerson } from '../../store/people/people.js';
import { recordAct } from '../../store/plan/acts.js';
import { loadTown } from '../../store/towns/towns.js';
import type { Stage } from './stage.js';
import { townTime } from './town.js';

export interface StepWish {
  readonly step: ClosingStep;
  readonly on: string;
  /** `2024-05-03 10:00` by the town's clock; noon of `on` unless said. */
  readonly at?: string;
  readonly outcome?: ValidationOutcome;
  readonly year?: number;
  /** What is written with it. */
  readonly note?: string;
}

/** Returns the fact's id. Throws when it stands already. */
export const record = (stage: Pick<Stage, 'in'>, town: string, wish: StepWish): Promise<string> =>
  stage.in(town, async (tx) => {
    const cycle = await findCycle(tx, wish.year ?? 2023);
    if (cycle === null) throw new Error('the town has no such year');
    const { settings, closures } = await loadTown(tx);
    const at = townTime(wish.at ?? `${wish.on} 12:00`);
    const on = civilDate(wish.on);
    const by = await addPerson(tx, { name: `Chi registra ${randomUUID()}`, email: null, createdAt: at });
    const isAct = wish.step === 'adoption' || wish.step === 'approval';
    const act = isAct
      ? await recordAct(tx, { organ: 'giunta', number: wish.step, adoptedOn: on }, { at, by })
      : null;
    const fact = {
      ...{
        kind: 'done' as const,
        on,
        outcome: wish.outcome ?? (wish.step === 'validation' ? 'validated' : null),
      },
      ...{
        act: act?.ok === true ? act.id : null,
        protocolNumber: null,
        protocolOn: null,
        note: wish.note ?? null,
        at,
        by,
      },
      addresses: wish.step === 'publication' ? ['https://comune.example/performance'] : [],
    } as const;
    const today = civilDate((wish.at ?? wish.on).slice(0, 10));
    const setting = { rules: settings.closing, calendar: workingCalendar(closures), today };
    const made = await recordStep(tx, cycle, wish.step, fact, setting);
    if (!made.ok) throw new Error(`${wish.step} is recorded already`);
    return made.fact;
  });
