/** How long a town keeps what goes by itself. What is gone already does not come back when a time grows. */
import {
  TOWN_RETENTION,
  TOWN_RETENTIONS,
  type TownRetention,
} from '../../../domain/retention/retention-rules.js';
import { periodsOf } from '../../../store/privacy/retention.js';
import { changeSettings, lockTown } from '../../../store/towns/towns.js';
import type { FieldProblem } from '../../refusals.js';
import { UNITS_IN_WORDS } from '../../views/register/retention-words.js';
import { auditTown } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

/** As typed, by rule; fields of problems are the rules. What is not asked stays. */
export type RetentionAsked = Readonly<Partial<Record<TownRetention, string>>>;

export function changeRetention(
  commander: Commander,
  asked: RetentionAsked,
): Promise<Outcome<Record<string, number>>> {
  return runCommand(commander, 'retention.change', { ...asked }, async (tx, clock) => {
    const town = await lockTown(tx);
    if (town === null) return { ok: false, refusal: { code: 'not-found' } };
    const said = TOWN_RETENTIONS.filter((code) => asked[code] !== undefined);
    const problems = said.flatMap((code) => problemOf(code, asked[code] ?? ''));
    if (problems.length > 0) return { ok: false, refusal: { code: 'invalid', problems } };
    const before = periodsOf(town);
    const changed = said.filter((code) => Number(asked[code]) !== before[code]);
    if (changed.length === 0) return { ok: true, result: { ...before }, starts: [] };
    const set = Object.fromEntries(changed.map((code) => [code, Number(asked[code])]));
    await changeSettings(tx, {
      ...town.settings,
      retention: { ...town.settings.retention, ...set },
    });
    await auditTown(tx, commander, clock, 'retention.change', {
      before: Object.fromEntries(changed.map((code) => [code, before[code]])),
      after: set,
    });
    return { ok: true, result: { ...before, ...set }, starts: [] };
  });
}

function problemOf(code: TownRetention, typed: string): readonly FieldProblem[] {
  const { least, most, unit } = TOWN_RETENTION[code];
  const number = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
  if (number >= least && number <= most) return [];
  return [{ field: code, message: `Scrivi un numero di ${UNITS_IN_WORDS[unit]} da ${least} a ${most}.` }];
}
