/** After which day of the year a variation is marked as late. What was marked before stays as it was. */
import { daysInMonth } from '../../../domain/time/civil-date.js';
import { changeSettings, lockTown } from '../../../store/towns/towns.js';
import { auditTown } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

export interface YearDay {
  readonly [key: string]: number;
  readonly month: number;
  readonly day: number;
}

/** Fields of problems: `month`, `day`. */
export const keepLateDay = (commander: Commander, { month, day }: YearDay): Promise<Outcome<YearDay>> =>
  runCommand(commander, 'plan.import', { lateAfter: { month, day } }, async (tx, clock) => {
    const town = await lockTown(tx);
    if (town === null) return { ok: false, refusal: { code: 'not-found' } };
    const isMonth = Number.isInteger(month) && month >= 1 && month <= 12;
    const isDay = isMonth && Number.isInteger(day) && day >= 1 && day <= daysInMonth(COMMON_YEAR, month);
    if (!isMonth || !isDay) {
      const field = isMonth ? 'day' : 'month';
      const message = isMonth ? 'Il mese non ha questo giorno.' : 'Il mese va scritto da 1 a 12.';
      return { ok: false, refusal: { code: 'invalid', problems: [{ field, message }] } };
    }
    const { settings } = town;
    await changeSettings(tx, {
      ...settings,
      variations: { ...settings.variations, lateAfter: { month, day } },
    });
    await auditTown(tx, commander, clock, 'plan.import', {
      action: 'variations.late-day',
      before: { ...settings.variations.lateAfter },
      after: { month, day },
    });
    return { ok: true, result: { month, day }, starts: [] };
  });

/** A day that every year has. */
const COMMON_YEAR = 2023;
