import { expect, test } from 'vitest';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { headOf, MAYOR, planOf, SECRETARY } from '../activities/small-plan.js';
import { townTime } from '../activities/town.js';
import { openWorld } from '../workflows/world.js';
import { expectSame } from './lives/expect-same.js';
import { expectNothingPersonal } from './nothing-personal.js';
import { acknowledges, records, redated, reopens, returns, varies, withdraws } from './year-deeds.js';
import { decideAll, decidesAnew, selfEvaluate, totals } from './year-evaluation.js';
import { YearStory } from './year-story.js';

const world = await openWorld();

const SECTORS = ['Affari generali', 'Finanziario', 'Tecnico', 'Territorio', 'Vigilanza'];
const NUCLEO = { name: 'Nucleo', roles: [{ role: 'oiv' as const }] };
/** The same with all the points of a sector on its objectives. */
const weighed = (plan: PlanDocument): PlanDocument => ({
  ...plan,
  sectors: plan.sectors.map((sector) => ({
    ...sector,
    objectives: sector.objectives.map((one) => ({ ...one, weight: 100 / sector.objectives.length })),
  })),
});

test.concurrent('18 months of a town whose people act in time: plan, monitoring with one return, variations in October and in the middle of the second window, sheets, degrees with reasons, totals, acts, closed on 6 June 2024; every mail is that of the prova generale', async () => {
  const story = await YearStory.begin(world, {
    plan: weighed(
      planOf(
        Object.fromEntries(
          SECTORS.map((name) => [name, [name === 'Tecnico' ? ['2023-11-30'] : ['2023-06-30']]]),
        ),
      ),
    ),
    approved: '2023-02-28',
    now: '2023-02-28 18:00',
    people: [...SECTORS.map((name) => headOf(name)), SECRETARY, MAYOR, NUCLEO],
  });
  expect(await story.steps()).toContain('plan done');
  await story.until('2023-06-26');
  for (const { id, owner } of story.town.obligations)
    if (owner.role === 'head' && owner.sector !== 'Tecnico') await story.answers(id, owner, '2023-06-26');
  await story.until('2023-07-10');
  expect(await story.steps()).toContain('monitoring-1 open');
  const sent: string[] = [];
  for (const sector of SECTORS) sent.push(await story.transmits(`Responsabile ${sector}`, sector, 1));
  await story.until('2023-07-12');
  for (const submission of sent.slice(0, 4)) await acknowledges(story, 'Segretaria', submission);
  await returns(story, 'Segretaria', sent[4] ?? '');
  await story.until('2023-07-18');
  await story.transmits('Responsabile Vigilanza', 'Vigilanza', 1);
  await acknowledges(story, 'Segretaria', sent[4] ?? '');
  expect(await story.steps()).toContain('monitoring-1 done');

  await story.until('2023-10-17');
  const [, , ofTecnico = '', , ofVigilanza = ''] = story.town.objectives;
  const later = await redated(story, ofTecnico, '2023-12-15');
  await varies(story, 'Segretaria', { date: '2023-10-17', number: '101' }, [later]);
  expect(await story.steps()).toContain('variations done');
  await story.until('2023-12-12');
  for (const { id, owner } of story.town.obligations)
    if (owner.role === 'head' && owner.sector === 'Tecnico') await story.answers(id, owner, '2023-12-12');
  await story.until('2024-01-15');
  for (const sector of SECTORS.slice(0, 4)) await story.transmits(`Responsabile ${sector}`, sector, 2);
  // In the middle of the window: whoever has transmitted is asked nothing more, the fifth speaks of both.
  const vigilanza = await story.sector('Vigilanza');
  await varies(story, 'Segretaria', { date: '2024-01-15', number: '3' }, [
    { change: 'amend', objective: ofVigilanza, to: {}, weights: [{ sector: vigilanza, weight: 60 }] },
    {
      ...{ change: 'add', weights: [{ sector: vigilanza, weight: 40 }] },
      objective: { number: '2', title: 'Telecamere ai varchi', indicators: [], milestones: [] },
    },
  ]);
  await story.until('2024-01-22');
  expect(await story.steps()).toContain('monitoring-2 open');
  await story.transmits('Responsabile Vigilanza', 'Vigilanza', 2);
  expect(await story.steps()).toContain('monitoring-2 done');
  await story.until('2024-02-09');
  await selfEvaluate(story, SECTORS, { Finanziario: [90], Vigilanza: [100, 50] });
  await story.until('2024-03-22');
  expect(await story.steps()).toContain('ready open');
  const degrees = { Finanziario: [95], Tecnico: [80], Vigilanza: [100, 33.33] };
  // Finanziario and Vigilanza gave their reason; for Tecnico, who claimed 100, the Nucleo must give its own.
  await expect(decideAll(story, 'Nucleo', { degrees })).rejects.toThrow(
    /decisions\[2\]\.reason.*serve la motivazione/,
  );
  await decideAll(story, 'Nucleo', { degrees, reason: 'Fase conclusa a metà' });
  expect(await totals(story)).toEqual({
    ...{ 'Affari generali': '100', Finanziario: '95', Tecnico: '80', Territorio: '100' },
    Vigilanza: '73.332',
  });
  expect(await story.steps()).toContain('ready done');

  const act = { organ: 'giunta' } as const;
  await story.until('2024-04-29');
  await records(story, 'Segretaria', { step: 'adoption', date: '2024-04-29', number: '40', ...act });
  await records(story, 'Segretaria', { step: 'transmission', date: '2024-04-29', protocolNumber: '4321' });
  await story.until('2024-05-20');
  await records(story, 'Nucleo', { step: 'validation', date: '2024-05-20', outcome: 'validated' });
  await story.until('2024-05-31');
  await records(story, 'Segretaria', { step: 'approval', date: '2024-05-31', number: '48', ...act });
  await story.until('2024-06-05');
  const addresses = 'https://comune.example/amministrazione-trasparente/performance';
  await records(story, 'Segretaria', { step: 'publication', date: '2024-06-05', addresses });
  await story.until('2024-06-06');
  expect((await story.steps()).filter((one) => !/ done$/.test(one))).toEqual([]);
  await story.until('2024-07-05');
  expectSame(story.came, story.told, 0);
  expect(story.came.filter(({ day }) => day > '2024-06-05')).toEqual([]);
  expect(story.came.length).toBeGreaterThan(40);
  await expectNothingPersonal(world, story.town.town);
}, 240_000);

test.concurrent('the same with every human step late, begun here in the middle of the year, all workflows lost after each step, the Segretario leaving in April, the Relazione refused once and adopted in November: each delay is recorded, nothing is wedged, every mail is that of the prova generale', async () => {
  const story = await YearStory.begin(world, {
    plan: weighed(planOf({ Finanziario: [['2023-09-29'], ['2023-04-28']], Tecnico: [['2023-09-29']] })),
    ...{ approved: '2023-02-28', live: '2023-05-31', now: '2023-05-31 18:00' },
    people: [
      ...['Finanziario', 'Tecnico'].map((name) => headOf(name)),
      ...[SECRETARY, MAYOR, NUCLEO],
      { name: 'Successore', roles: [] },
    ],
  });
  const live = async (day: string): Promise<void> => {
    await story.losesItsWorkflows();
    await story.until(day);
  };
  await live('2023-08-11');
  for (const sector of ['Finanziario', 'Tecnico']) await story.transmits(`Responsabile ${sector}`, sector, 1);
  await live('2023-10-06');
  for (const { id, owner } of story.town.obligations) await story.answers(id, owner, '2023-10-06');
  await live('2024-02-06');
  await story.transmits('Responsabile Finanziario', 'Finanziario', 2);
  await live('2024-02-26');
  await story.transmits('Responsabile Tecnico', 'Tecnico', 2);
  await selfEvaluate(story, ['Finanziario', 'Tecnico'], { Finanziario: [100, 80] });
  await live('2024-04-12');
  await story.carryOut({
    ...{ kind: 'succession', at: townTime('2024-04-12 18:00'), today: civilDate('2024-04-12') },
    ...{ role: { role: 'secretary' }, person: story.town.people.get('Successore') ?? '' },
    from: civilDate('2024-04-13'),
  });
  await live('2024-05-08');
  const note = 'Il Nucleo ha chiesto la bozza';
  // The measurement is still missing: it goes all the same, with the reason.
  await records(story, 'Successore', { step: 'transmission', date: '2024-05-08', note });
  await decideAll(story, 'Nucleo', { degrees: { Finanziario: [100, 80] } });
  expect(await totals(story)).toEqual({ Finanziario: '90', Tecnico: '100' });
  await live('2024-06-14');
  const outcome = { step: 'validation', date: '2024-06-14', outcome: 'not-validated' } as const;
  await records(story, 'Nucleo', { ...outcome, note: 'Mancano i motivi' });
  await live('2024-07-19');
  await records(story, 'Successore', { step: 'transmission', date: '2024-07-19' });
  await live('2024-11-12');
  const act = { organ: 'giunta' } as const;
  await records(story, 'Successore', { step: 'adoption', date: '2024-11-12', number: '90', ...act });
  const accepted = { step: 'validation', date: '2024-11-12', outcome: 'with-observations' } as const;
  await records(story, 'Nucleo', { ...accepted, note: 'Indicatori da rivedere' });
  await records(story, 'Successore', { step: 'approval', date: '2024-11-12', number: '91', ...act });
  await live('2024-11-28');
  const addresses = 'https://comune.example/performance';
  await records(story, 'Successore', { step: 'publication', date: '2024-11-28', addresses });
  await live('2024-11-29');
  expect(await story.steps()).toEqual([
    ...['plan done', 'objectives done', 'monitoring-1 done +11', 'variations not-asked'],
    ...['monitoring-2 done +26', 'self-evaluation done +11', 'measurement done +38', 'ready done +38'],
    ...['transmission done +5', 'adoption done +121', 'validation done +86', 'approval done +135'],
    ...['publication done +2', 'closed done'],
  ]);
  expectSame(story.came, story.told, 0);
  const [before, after] = ['Segretaria', 'Successore'].map((name) => story.town.people.get(name));
  expect(story.came.filter(({ day, to }) => to === before && day > '2024-04-12')).toEqual([]);
  expect(story.came.some(({ to, subject }) => to === after && subject !== '')).toBe(true);
}, 240_000);

test.concurrent('a plan adopted in October, its Relazione adopted in February before anything was measured: the first window is not asked, each act is kept with its day, the year closes all the same, is opened again for a degree, and closes again', async () => {
  const story = await YearStory.begin(world, {
    plan: weighed(planOf({ Tecnico: [['2023-11-30']] })),
    ...{ approved: '2023-10-05', now: '2023-10-05 18:00' },
    people: [headOf('Tecnico'), SECRETARY, MAYOR, NUCLEO],
  });
  await story.until('2023-11-29');
  for (const { id, owner } of story.town.obligations) await story.answers(id, owner, '2023-11-29');
  await story.until('2024-02-06');
  const act = { organ: 'giunta' } as const;
  // The act comes before what it speaks of, and is recorded as it came.
  await records(story, 'Segretaria', { step: 'adoption', date: '2024-02-01', number: '7', ...act });
  await story.transmits('Responsabile Tecnico', 'Tecnico', 2);
  await selfEvaluate(story, ['Tecnico'], { Tecnico: [66.6667] });
  await story.until('2024-03-05');
  await decideAll(story, 'Nucleo', { degrees: { Tecnico: [66.6667] } });
  expect(await totals(story)).toEqual({ Tecnico: '66.6667' });
  await records(story, 'Segretaria', { step: 'transmission', date: '2024-03-05' });
  await records(story, 'Nucleo', { step: 'validation', date: '2024-03-05', outcome: 'validated' });
  await records(story, 'Segretaria', { step: 'approval', date: '2024-03-05', number: '15', ...act });
  const addresses = 'https://comune.example/performance';
  await records(story, 'Segretaria', { step: 'publication', date: '2024-03-05', addresses });
  await story.until('2024-03-06');
  expect(await story.steps()).toEqual([
    ...['plan done', 'objectives done', 'monitoring-1 not-asked', 'variations not-asked'],
    ...['monitoring-2 done +6', 'self-evaluation done', 'measurement done', 'ready done'],
    ...['transmission done', 'adoption done', 'validation done', 'approval done'],
    ...['publication done', 'closed done'],
  ]);
  // Opened again it stays open, until another act is recorded or somebody closes it.
  await reopens(story, 'Segretaria', 'Un grado va corretto');
  await decidesAnew(story, 'Nucleo', 'Tecnico', 75);
  await story.until('2024-03-08');
  expect((await story.steps()).at(-1)).toBe('closed open');
  await withdraws(story, 'Segretaria', 'publication');
  await records(story, 'Segretaria', { step: 'publication', date: '2024-03-08', addresses });
  await story.until('2024-03-09');
  expect((await story.steps()).at(-1)).toBe('closed done');
  expect(await totals(story)).toEqual({ Tecnico: '75' });
  expectSame(story.came, story.told, 0);
}, 240_000);
