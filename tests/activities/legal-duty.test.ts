/** A term of the *Calendario normativo* as an obligation: the rounds tell it, by the prova generale's own words. */
import { expect, test } from 'vitest';
import { keepLegal } from '../../api/commands/cycle/keep-legal.js';
import { FORM_FIELDS } from '../../api/commands/cycle/legal-asked.js';
import { askLegalDuty } from '../../api/commands/cycle/legal-duties.js';
import { loadRehearsal, mailsOf } from '../../api/queries/rehearsal.js';
import { addDays, civilDate } from '../../domain/time/civil-date.js';
import { instant } from '../../domain/time/instant.js';
import { actingAs } from '../../embedded/acting-as.js';
import { composeDigest } from '../../mail/compose.js';
import { closeYear } from '../../store/cycle/close-year.js';
import { findObligation } from '../../store/obligations/obligations.js';
import { findTown } from '../../store/towns/towns.js';
import { headOf, MAYOR, planOf, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { foundTown, townTime } from './town.js';

const stage = await openStage();

/** A town of 2022 whose plan asks for nothing before December; it is `now` there. */
async function townAt(now: string) {
  const town = await foundTown(stage.sql, {
    plan: planOf({ Finanziario: [['2023-12-15']] }),
    ...{ approved: '2023-01-31', now, people: [headOf('Finanziario'), SECRETARY, MAYOR] },
  });
  const offset = (await stage.in(town.town, findTown))?.clock.offsetMs ?? 0;
  const commander = async () => {
    const one = await actingAs(stage.sql, town.town, 'secretary', 'cli');
    if (one === null) throw new Error('nobody is Segretario');
    return one;
  };
  return {
    ...town,
    async ask(rule: string, year: number, role = '', sector = ''): Promise<string> {
      const asked = { year, rule, reading: '', role, sector };
      const outcome = await askLegalDuty(await commander(), asked);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
      return outcome.result.obligation;
    },
    async say(year: number, change: Omit<Parameters<typeof keepLegal>[1], 'year'>): Promise<void> {
      const outcome = await keepLegal(await commander(), { year, ...change }, null, FORM_FIELDS);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    },
    async rehearsed(from: string, until: string): Promise<readonly string[]> {
      return stage.in(town.town, async (tx) => {
        const loaded = await loadRehearsal(tx, instant(townTime(`${from} 06:00`) - offset), null);
        if (!loaded.ok) throw new Error(loaded.refusal.code);
        const window = { from: civilDate(from), until: civilDate(until) };
        return [...mailsOf(loaded.rehearsal, window)].map(({ facts }) => composeDigest(facts).text);
      });
    },
    frozen: (from: string, until: string): Promise<readonly { day: string; name: string; text: string }[]> =>
      stage.in(
        town.town,
        (tx) => tx<{ day: string; name: string; text: string }[]>`
          select d.day::text, p.name, d.text from digest d join person p on p.id = d.person
          where d.kind = 'daily' and d.day between ${from} and ${until} order by d.day, d.person`,
      ),
  };
}

test('on the due day its owner is mailed, as rehearsed; once the act is recorded nobody is', async () => {
  const town = await townAt('2023-04-26 10:00');
  // Of 2022: 30 April 2023 is a Sunday and 1 May a holiday, so it is due on Tuesday 2 May.
  const duty = await town.ask('rendiconto', 2022, 'head', 'Finanziario');
  const rehearsed = await town.rehearsed('2023-04-27', '2023-05-03');
  for (const day of ['04-27', '04-28', '05-02', '05-03']) await stage.round(town.town, `2023-${day} 09:00`);
  const mails = await town.frozen('2023-04-27', '2023-05-03');
  expect(mails.map(({ text }) => text)).toEqual(rehearsed);
  expect(mails.map(({ day, name }) => `${day} ${name}`)).toEqual([
    '2023-04-27 Responsabile Finanziario',
    '2023-05-02 Responsabile Finanziario',
    '2023-05-03 Responsabile Finanziario',
  ]);
  expect(mails[1]?.text).toContain('Rendiconto della gestione 2022 (art. 227 c. 2 TUEL)');
  expect(mails[1]?.text).toContain('martedì 2 maggio 2023, oggi');
  await town.say(2022, { done: { rendiconto: '2023-04-26' } });
  for (const day of ['05-04', '05-05', '05-08']) await stage.round(town.town, `2023-${day} 09:00`);
  expect(await town.frozen('2023-05-04', '2023-05-31')).toEqual([]);
  expect(await stage.in(town.town, (tx) => findObligation(tx, duty))).toMatchObject({
    obligation: { state: 'done', doneOn: '2023-04-26' },
  });
});

test('what the Segretario owes for the town has no sector; a decree moves the notices with the term', async () => {
  const town = await townAt('2023-11-28 10:00');
  await town.ask('budget', 2024);
  const told = (texts: readonly string[]) =>
    texts.filter((text) => text.includes('Bilancio di previsione 2024'));
  // By the list of decrees it is due on 15 March.
  expect(told(await town.rehearsed('2023-11-29', '2024-01-15'))).toEqual([]);
  await town.say(2024, { deferralTerm: '2024-01-15', deferralAct: 'D.M. di prova' });
  const moved = await town.rehearsed('2023-11-29', '2024-01-15');
  for (let day = civilDate('2023-11-29'); day <= '2024-01-15'; day = addDays(day, 1))
    await stage.round(town.town, `${day} 09:00`);
  const mails = await town.frozen('2023-11-29', '2024-01-15');
  expect(told(moved)).toHaveLength(4);
  expect(told(mails.map(({ text }) => text))).toEqual(told(moved));
  expect(told(moved)[3]).toContain('lunedì 15 gennaio 2024, oggi');
  expect(told(moved).join()).not.toContain('Settore:');
});

test('it is still owed after the year was closed: the rendiconto is due on 30 April', async () => {
  const town = await townAt('2024-03-28 10:00');
  const duty = await town.ask('rendiconto', 2023, 'head', 'Finanziario');
  const on = civilDate('2024-03-28');
  const closing = { on, reason: null, at: townTime('2024-03-28 10:00'), person: null, role: null };
  await stage.in(town.town, (tx) => closeYear(tx, { id: town.cycle }, { ...closing, channel: 'workflow' }));
  const record = await stage.in(town.town, (tx) => findObligation(tx, duty));
  expect(record?.obligation).toMatchObject({ state: 'open', term: { due: '2024-04-30' } });
  const mails = await town.rehearsed('2024-04-30', '2024-04-30');
  expect(mails.filter((text) => text.includes('Rendiconto della gestione 2023'))).toHaveLength(1);
});
