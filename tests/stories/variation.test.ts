/** A variation in the middle of an open window, lived by the real workflows: what the sectors are asked follows it. */
import { expect, test } from 'vitest';
import { saveSubmission } from '../../api/commands/monitoring/save-submission.js';
import { type ChangeSaid, varyByChanges } from '../../api/commands/variation/vary-by-changes.js';
import { EMPTY_LINE } from '../../domain/cycle/submission-line.js';
import { askedLines } from '../../store/monitoring/asked-lines.js';
import { savedLines, versionsOf } from '../../store/monitoring/submission-lines.js';
import { listSubmissions } from '../../store/monitoring/submissions.js';
import { sectorIds } from '../../store/people/roles.js';
import { headOf, MAYOR, planOf, SECRETARY } from '../activities/small-plan.js';
import { openWorld } from '../workflows/world.js';
import { expectSame } from './lives/expect-same.js';
import { YearStory } from './year-story.js';

const world = await openWorld();

test('in July, with one draft begun, one transmitted and one sector losing all it had: the withdrawn is not asked and its words stay, the added is asked where it still can be, the rest in January; every mail is that of the prova generale', async () => {
  const story = await YearStory.begin(world, {
    plan: planOf({
      Finanziario: [['2023-09-29'], ['2023-10-31']],
      Tecnico: [['2023-09-29']],
      Vigilanza: [['2023-11-30']],
    }),
    approved: '2023-02-28',
    now: '2023-02-28 18:00',
    people: [headOf('Finanziario'), headOf('Tecnico'), headOf('Vigilanza'), SECRETARY, MAYOR],
  });
  const { town, objectives } = story.town;
  const [first = '', second = '', , guards = ''] = objectives;
  const submissions = () => world.in(town, (tx) => listSubmissions(tx, 2023));
  const of = async (sector: string, half: string) =>
    (await submissions()).find(
      ({ sectorName, window }) => sectorName === sector && window.title.includes(half),
    );
  const titles = async (sector: string, half: string): Promise<readonly string[]> => {
    const found = await of(sector, half);
    if (found === undefined) return ['nothing asked'];
    const until = found.window.referenceOn;
    return (await world.in(town, (tx) => askedLines(tx, { ...found, until }))).map(({ title }) => title);
  };

  await story.until('2023-07-06');
  const draft = await of('Finanziario', 'primo');
  const written = { ...EMPTY_LINE, progress: 'late', deviation: 'Gara deserta' } as const;
  const lines = [first, second].map((objective) => ({ objective, content: written, seen: 0 }));
  await story.as('Responsabile Finanziario', (by) =>
    saveSubmission(by, { submission: draft?.id ?? '', confirmed: null, lines }),
  );
  const sent = await story.transmits('Responsabile Tecnico', 'Tecnico', 1);

  const sectors = await world.in(town, sectorIds);
  const added = (title: string, sector: string): ChangeSaid => ({
    ...{ change: 'add', weights: [{ sector: sectors.get(sector) ?? '', weight: 10 }] },
    objective: {
      ...{ number: '9', title, indicators: [] },
      milestones: [{ kind: 'date', date: '2023-12-15', phrase: 'entro il 15/12' }],
    },
  });
  const act = {
    organ: 'giunta',
    number: '70',
    date: '2023-07-06',
    subject: '',
    protocolNumber: '',
    protocolDate: '',
  };
  await story.as('Segretaria', (by) =>
    varyByChanges(by, {
      ...{ year: 2023, kind: 'variation', act: { ...act, note: 'Fondi revocati' } },
      changes: [
        { change: 'withdraw', objective: second },
        { change: 'withdraw', objective: guards },
        added('Archivi', 'Finanziario'),
        added('Strade', 'Tecnico'),
      ],
    }),
  );
  await story.until('2023-07-20');

  expect(await titles('Finanziario', 'primo')).toEqual(['Obiettivo 1 del settore Finanziario', 'Archivi']);
  const kept = await world.in(town, (tx) => savedLines(tx, draft?.id ?? ''));
  expect(kept.get(second)?.content.deviation).toBe('Gara deserta');
  expect(await titles('Vigilanza', 'primo')).toEqual(['nothing asked']);
  expect(await titles('Vigilanza', 'secondo')).toEqual(['nothing asked']);
  const [version] = await world.in(town, (tx) => versionsOf(tx, sent));
  expect(version?.lines.map(({ title }) => title)).toEqual(['Obiettivo 1 del settore Tecnico']);
  expect((await of('Tecnico', 'primo'))?.state).toBe('transmitted');
  await expect(
    story.as('Responsabile Finanziario', (by) =>
      saveSubmission(by, {
        ...{ submission: draft?.id ?? '', confirmed: null },
        lines: [{ objective: second, content: EMPTY_LINE, seen: 1 }],
      }),
    ),
  ).rejects.toThrow();

  const archive = [
    ...(await world.in(
      town,
      async (tx) => tx<{ id: string }[]>`select id from objective where title = 'Archivi'`,
    )),
  ][0];
  await story.as('Responsabile Finanziario', (by) =>
    saveSubmission(by, {
      ...{ submission: draft?.id ?? '', confirmed: true },
      lines: [
        {
          objective: first,
          content: { ...written, progress: 'on-track', deviation: '', proposal: 'confirm' },
          seen: 1,
        },
        {
          objective: archive?.id ?? '',
          content: { ...EMPTY_LINE, progress: 'on-track', proposal: 'confirm' },
          seen: 0,
        },
      ],
    }),
  );
  await story.until('2024-01-08');
  expect(await titles('Tecnico', 'secondo')).toEqual(['Obiettivo 1 del settore Tecnico', 'Strade']);
  expectSame(story.came, story.told, 0);
}, 120_000);
