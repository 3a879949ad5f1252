/** What is late and was answered "not mine" is not called silent, until the Segretario decides. */
import { expect, it } from 'vitest';
import { openStage } from './stage.js';

const stage = await openStage();
const { ours } = stage;
const owed = ours.obligations.find(({ subject }) => subject.milestone === 'entro il 15/04');
if (owed === undefined) throw new Error('the small plan has no such obligation');
const [head, secretary] = [await stage.enter(ours.people.head), await stage.enter(ours.people.secretary)];
const api = (step = ''): string => `/api/v1/obligations/${owed.id}${step}`;

const standing = async (): Promise<string> => {
  const { text } = await secretary.get(api());
  return (JSON.parse(text) as { standing: { code: string } }).standing.code;
};
const SILENT = 'Scaduta – senza riscontro';
const WAITING = 'Scaduta – competenza da decidere';
/** Which of the two words its own page, its objective's and its owner's say of it. */
const badges = async (): Promise<readonly boolean[]> => {
  const pages = [`/scadenze/${owed.id}`, `/obiettivi/${owed.objectiveId}`, '/le-mie-scadenze?vista=tutte'];
  const texts = await Promise.all(pages.map(async (page) => (await head.get(page)).text));
  return texts.map((text) => text.includes(WAITING));
};

it('is "competenza da decidere" on its page, its objective’s, its owner’s and the board, and counts as late', async () => {
  expect([await standing(), await badges()]).toEqual(['late', [false, false, false]]);
  expect((await head.get(`/scadenze/${owed.id}`)).text).toContain(SILENT);
  expect((await head.json('POST', api('/not-mine'), { reason: 'È del Tecnico' })).status).toBe(200);
  expect([await standing(), await badges()]).toEqual(['late-disclaimed', [true, true, true]]);
  expect((await head.get(`/scadenze/${owed.id}`)).text).not.toContain(SILENT);
  expect((await secretary.get('/cruscotto')).text).toContain(WAITING);
  expect((await secretary.get('/scadenze?stato=oltre-il-termine')).text).toContain(WAITING);
});

it('is silent again once the Segretario decides that it stays', async () => {
  expect(
    (await secretary.json('POST', api('/leave-with-owner'), { reason: 'È del Finanziario' })).status,
  ).toBe(200);
  expect([await standing(), await badges()]).toEqual(['late', [false, false, false]]);
});
