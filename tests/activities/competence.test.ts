/** After the Segretario decided whose an obligation is: who is told by the rounds that follow. */
import { describe, expect, test } from 'vitest';
import { disclaim } from '../../api/commands/obligations/disclaim.js';
import { leaveWithOwner } from '../../api/commands/obligations/leave-with-owner.js';
import { reassign } from '../../api/commands/obligations/reassign.js';
import type { Commander, Outcome } from '../../api/commands/run-command.js';
import { actingAs } from '../../embedded/acting-as.js';
import { moveClock } from '../../store/towns/towns.js';
import { headOf, MAYOR, planOf, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { noticesOf } from './thirty-june.js';
import { foundTown, type TestTown, townTime } from './town.js';

const stage = await openStage();
const HEADS = [headOf('Finanziario'), headOf('Tecnico'), SECRETARY, MAYOR];
/** Two objectives of the Finanziario, due on Friday 30 June and Wednesday 5 July 2023; it is Thursday 29 June. */
const found = () =>
  foundTown(stage.sql, {
    plan: planOf({ Finanziario: [['2023-06-30'], ['2023-07-05']], Tecnico: [] }),
    approved: '2023-06-29',
    now: '2023-06-29 10:00',
    people: HEADS,
  });

async function as(town: TestTown, role: string): Promise<Commander> {
  const commander = await actingAs(stage.sql, town.town, role, 'cli');
  if (commander === null) throw new Error(`nobody is ${role}`);
  return commander;
}
const done = async (outcome: Promise<Outcome<never>>): Promise<void> => {
  const told = await outcome;
  if (!told.ok) throw new Error(JSON.stringify(told.refusal));
};
const firstOf = ({ obligations }: TestTown): string => obligations[0]?.id ?? '';
const reason = 'Lo segue il Tecnico';
const rowVersion: number | null = null;

describe('an obligation late by 3 working days that passes to another head', () => {
  test('is told to the new one at the next round, on the highest rung that has come, and never again to the former', async () => {
    const town = await found();
    for (const day of ['06-30', '07-03', '07-05']) await stage.round(town.town, `2023-${day} 09:00`);
    const before = await noticesOf(stage, town);
    // The reassignment is stamped by the town's clock: after the round of that day.
    await stage.in(town.town, (tx) => moveClock(tx, townTime('2023-07-05 10:00') - Date.now()));
    const asked = { obligation: firstOf(town), role: 'head', sector: 'Tecnico', reason, rowVersion };
    await done(reassign(await as(town, 'secretary'), asked) as Promise<Outcome<never>>);
    for (const day of ['07-06', '07-10', '07-11']) await stage.round(town.town, `2023-${day} 09:00`);
    const after = (await noticesOf(stage, town)).slice(before.length);
    const about = after.filter(({ rung }) => rung !== 'late-1');
    expect(about.map(({ day, rung, name }) => [day, rung, name])).toEqual(
      [
        ['2023-07-06', 'late-3', 'Responsabile Tecnico'],
        ['2023-07-11', 'late-7', 'Segretaria'],
        // The other obligation, which stayed with the Finanziario.
        ['2023-07-10', 'late-3', 'Responsabile Finanziario'],
      ].sort((a, b) => (a.join() < b.join() ? -1 : 1)),
    );
    const reasons = await stage.in(
      town.town,
      (tx) =>
        tx`select distinct reason from passed_over
          where obligation = ${firstOf(town)} and obligation_version = 2 order by reason`,
    );
    expect(reasons).toEqual([{ reason: 'before-notices' }, { reason: 'former-owner' }]);
    expect(await stage.in(town.town, (tx) => tx`select kind from alert_item where kind = 'outage'`)).toEqual(
      [],
    );
  });
});

describe('"Resta a te"', () => {
  test('is told once, with its reason, in the next mail to whoever answered; the ladder goes on', async () => {
    const town = await found();
    const head = await as(town, 'head:Finanziario');
    const obligation = firstOf(town);
    await done(disclaim(head, { obligation, reason: 'Non mio', rowVersion }) as Promise<Outcome<never>>);
    const asked = { obligation, reason: 'Lo dice l’art. 5', rowVersion };
    await done(leaveWithOwner(await as(town, 'secretary'), asked) as Promise<Outcome<never>>);
    for (const day of ['06-30', '07-03']) await stage.round(town.town, `2023-${day} 09:00`);
    const texts = await stage.in(
      town.town,
      (tx) => tx<{ day: string; text: string; kind: string }[]>`
        select d.day, d.text, d.kind from digest d join person p on p.id = d.person
        where p.name = 'Responsabile Finanziario' order by d.day`,
    );
    expect(texts.map(({ day, text }) => [day, /Lo dice l.art\. 5/.test(text)])).toEqual([
      ['2023-06-30', true],
      ['2023-07-03', false],
    ]);
    expect(texts[0]?.text).toContain('Resta di tua competenza');
    expect(await stage.in(town.town, (tx) => tx`select kind from digest where kind = 'alert'`)).toEqual([]);
    expect((await noticesOf(stage, town)).map(({ rung }) => rung)).toContain('late-1');
  });
});
