/** The alert of 15:00 to the evaluators: a year that is ready, told once a round, in one mail with what else waits. */
import { expect, test } from 'vitest';
import { followCycle } from '../../activities/follow-cycle.js';
import { loadRehearsal, mailsOf } from '../../api/queries/rehearsal.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { instant } from '../../domain/time/instant.js';
import { composeDigest } from '../../mail/compose.js';
import { listDuties } from '../../store/cycle/closing.js';
import { completeObligation } from '../../store/obligations/obligation-commands.js';
import { insertQuestion } from '../../store/review/review-questions.js';
import { findTown } from '../../store/towns/towns.js';
import { record } from './record-step.js';
import { headOf, planOf, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { foundTown, type TestTown, townTime } from './town.js';

const stage = await openStage();
const NUCLEO = { name: 'Nucleo', roles: [{ role: 'oiv' as const }] };

const found = (people: Parameters<typeof foundTown>[1]['people']) =>
  foundTown(stage.sql, {
    plan: planOf({ Finanziario: [['2023-06-30']] }),
    ...{ approved: '2023-02-28', now: '2024-05-06 09:00', people },
  });

async function follow(town: TestTown, at: string): Promise<void> {
  const offset = (await stage.in(town.town, findTown))?.clock.offsetMs ?? 0;
  const input = { town: town.town, cycle: town.cycle, year: 2023 };
  await followCycle(stage.deps, { ...input, nowMs: townTime(at) - offset });
}

/** Alert mails that tell of a year to work on; other desks have theirs. */
const alertMails = (town: TestTown) =>
  stage.in(
    town.town,
    (tx) => tx<{ day: string; name: string; subject: string; text: string }[]>`
      select d.day, p.name, d.subject, d.text from digest d join person p on p.id = d.person
      where d.kind = 'alert' and d.subject like '%da esaminare%' order by d.day, p.name`,
  );

test('transmitted, the year is told to the evaluators at 15:00 of that working day, and to nobody twice; not validated and transmitted again, once more', async () => {
  const town = await found([headOf('Finanziario'), SECRETARY, NUCLEO]);
  await follow(town, '2024-05-06 09:00');
  await record(stage, town.town, { step: 'transmission', on: '2024-05-06', at: '2024-05-06 10:00' });
  for (const at of ['10:01', '10:02']) await follow(town, `2024-05-06 ${at}`);
  for (const at of ['2024-05-06 15:00', '2024-05-07 15:00']) await stage.round(town.town, at);
  const [first, ...others] = await alertMails(town);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ day: '2024-05-06', name: 'Nucleo' });
  expect(first?.subject).toContain('1 Relazione da esaminare');
  expect(first?.text.replace(/\s+/g, ' ')).toContain('Esito entro il: mercoledì 5 giugno 2024');
  const refused = { step: 'validation', outcome: 'not-validated', on: '2024-05-08' } as const;
  await record(stage, town.town, refused);
  await follow(town, '2024-05-08 13:00');
  await record(stage, town.town, { step: 'transmission', on: '2024-05-09' });
  await follow(town, '2024-05-09 13:00');
  await stage.round(town.town, '2024-05-09 15:00');
  expect((await alertMails(town)).map(({ day, name }) => `${day} ${name}`)).toEqual([
    '2024-05-06 Nucleo',
    '2024-05-09 Nucleo',
  ]);
  expect((await alertMails(town))[1]?.text).toContain('2ª trasmissione');
});

test('where nobody evaluates, whoever stands in is told; a year that is validated is told to nobody', async () => {
  const vacant = await found([headOf('Finanziario'), SECRETARY]);
  await record(stage, vacant.town, { step: 'transmission', on: '2024-05-06', at: '2024-05-06 10:00' });
  await follow(vacant, '2024-05-06 10:01');
  await stage.round(vacant.town, '2024-05-06 15:00');
  expect((await alertMails(vacant)).map(({ name }) => name)).toEqual(['Segretaria']);
  const over = await found([headOf('Finanziario'), SECRETARY, NUCLEO]);
  await record(stage, over.town, { step: 'transmission', on: '2024-05-03' });
  await record(stage, over.town, { step: 'validation', on: '2024-05-06', at: '2024-05-06 10:00' });
  await follow(over, '2024-05-06 10:01');
  await stage.round(over.town, '2024-05-06 15:00');
  expect(await alertMails(over)).toEqual([]);
});

test('a question is in the mails of who must answer on the working day after it is asked, on its due day and 3 working days later, by what it is about and without its words; answered, in none', async () => {
  const town = await found([headOf('Finanziario'), SECRETARY, NUCLEO]);
  await follow(town, '2024-05-06 09:00');
  const ask = (title: string) =>
    stage.in(town.town, async (tx) => {
      const [duty] = (await listDuties(tx, town.cycle)).filter(({ step }) => step === 'transmission');
      const [member] = await tx<{ id: string }[]>`select id from person where name = 'Nucleo'`;
      return insertQuestion(tx, {
        ...{
          cycle: town.cycle,
          duty: duty?.obligation ?? '',
          objective: null,
          title,
          text: 'Parole riservate',
        },
        ...{ to: { role: 'head', sector: 'Finanziario' }, askedOn: civilDate('2024-05-06') },
        ...{ due: civilDate('2024-05-13'), at: townTime('2024-05-06 10:00'), by: member?.id ?? '' },
      });
    });
  const open = await ask('Istruttoria 2023: domanda sulla Relazione');
  const answered = await ask('Istruttoria 2023: domanda a cui si risponde');
  await stage.round(town.town, '2024-05-07 09:00');
  await stage.in(town.town, (tx) =>
    completeObligation(tx, {
      ...{ obligation: answered, rowVersion: null, doneOn: civilDate('2024-05-07'), by: null, note: 'Ecco' },
      recordedAt: townTime('2024-05-07 10:00'),
    }),
  );
  for (const day of ['08', '10', '13', '14', '16', '23'])
    await stage.round(town.town, `2024-05-${day} 09:00`);
  const rungs = await stage.in(
    town.town,
    (tx) => tx<{ day: string; rung: string }[]>`
      select day, rung from notice where obligation in (${open}, ${answered}) order by day`,
  );
  expect(rungs.map(({ day, rung }) => `${day} ${rung}`)).toEqual([
    '2024-05-07 first-notice',
    '2024-05-07 first-notice',
    '2024-05-13 due-day',
    '2024-05-16 late-3',
  ]);
  const mailed = async (day: string): Promise<readonly string[]> => {
    const mails = await stage.in(
      town.town,
      (tx) => tx<{ text: string }[]>`select text from digest where day = ${day} and kind = 'daily'`,
    );
    return mails.map(({ text }) => text.replace(/\s+/g, ' '));
  };
  const told = 'ti è stata fatta una domanda; mancano 6 giorni al termine';
  expect((await mailed('2024-05-07')).filter((text) => text.includes(told))).toHaveLength(1);
  const texts = await mailed('2024-05-13');
  expect(texts.some((text) => text.includes('domanda sulla Relazione'))).toBe(true);
  expect(texts.some((text) => text.includes('Parole riservate'))).toBe(false);
});

test('what was observed of 2023 comes back in the summary of the first week of each month of 2024, as rehearsed, and in no other mail', async () => {
  const town = await found([headOf('Finanziario'), SECRETARY, NUCLEO]);
  await follow(town, '2024-05-06 09:00');
  await record(stage, town.town, { step: 'transmission', on: '2024-05-06', at: '2024-05-06 10:00' });
  const note = '1. Indicatori misurabili\n2. Tempi di pagamento';
  const outcome = { step: 'validation', outcome: 'with-observations', note } as const;
  await record(stage, town.town, { ...outcome, on: '2024-05-20' });
  // The adoption, due on 30 June, is late: there are summaries.
  const texts = async (days: readonly string[]): Promise<readonly string[]> => {
    for (const day of days) await stage.round(town.town, `2024-${day} 09:00`);
    const mails = await stage.in(
      town.town,
      (tx) => tx<{ text: string }[]>`
        select text from digest where kind = 'daily' and day >= ${`2024-${days[0]}`} order by day, person`,
    );
    return mails.map(({ text }) => text);
  };
  const reminded = (mails: readonly string[]) =>
    mails.map((text) => text.includes('Osservazioni sul 2023 da riprendere nel 2024'));
  expect(reminded(await texts(['07-08', '07-29'])).some(Boolean)).toBe(false);
  const offset = (await stage.in(town.town, findTown))?.clock.offsetMs ?? 0;
  const rehearsed = await stage.in(town.town, async (tx) => {
    const loaded = await loadRehearsal(tx, instant(townTime('2024-08-05 06:00') - offset), null);
    const window = { from: civilDate('2024-08-05'), until: civilDate('2024-08-12') };
    return loaded.ok
      ? [...mailsOf(loaded.rehearsal, window)].map(({ facts }) => composeDigest(facts).text)
      : [];
  });
  const sent = await texts(['08-05', '08-06', '08-07', '08-08', '08-09', '08-12']);
  expect(sent).toEqual(rehearsed);
  expect(reminded(sent)).toEqual([true, false]);
  expect(sent[0]).toContain('- Indicatori misurabili\n');
});
