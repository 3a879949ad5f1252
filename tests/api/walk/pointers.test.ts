/** What a program is told points into the body that it sent, under the body's own names; and nothing is half-stored. */
import { expect, it } from 'vitest';
import { DEFAULT_SCORING_RULES } from '../../../domain/scoring/scoring-rules.js';
import { thingsOf } from '../route-samples.js';
import { rowsNow } from '../rows-now.js';
import { openStage } from '../stage.js';

const stage = await openStage();
const { ours, sql } = stage;
const things = await thingsOf(sql, ours);
const [head, secretary] = [
  await stage.enter(ours.people.head),
  await stage.enter(ours.people.secretary),
] as const;
const { collaborator, obligation, indicator, objective, sector } = things;
const reason = 'motivo';

const steps = { rule: 'steps', steps: [] };
const rules = (change: object) => ({ source: 'SMVP', rules: { ...DEFAULT_SCORING_RULES, ...change } });
const individual = { collaborator, year: 2023, title: 'Fare', due: '2023-11-30' };
const share = {
  ...{ change: 'share', objective },
  sectors: [1, 2].map((weight) => ({ id: sector, weight })),
};

it.each<[string, typeof head, string, string, object, readonly string[]]>([
  [
    "another sector's objective",
    head,
    'POST',
    '/individual-objectives',
    { ...individual, objective: ours.town },
    ['#/objective'],
  ],
  [
    'a head of no sector',
    secretary,
    'POST',
    '/legal-duties',
    { year: 2023, rule: 'dup', owner: { role: 'head' } },
    ['#/owner'],
  ],
  [
    'a head of a sector that is not there',
    secretary,
    'POST',
    `/obligations/${obligation}/reassign`,
    { owner: { role: 'head', sector: 'Nessuno' }, reason },
    ['#/owner'],
  ],
  [
    'steps without a step',
    secretary,
    'PUT',
    '/measurement/rules',
    rules({ rules: { ...DEFAULT_SCORING_RULES.rules, number: steps } }),
    ['#/rules/rules/number'],
  ],
  [
    'bands beyond 100 points',
    secretary,
    'PUT',
    '/measurement/rules',
    rules({ bands: [{ at: 2_000_000, bound: 'from', gives: 1 }] }),
    ['#/rules/bands'],
  ],
  [
    'a rule with a field that nobody knows',
    secretary,
    'PUT',
    '/measurement/rules',
    rules({ rules: { ...DEFAULT_SCORING_RULES.rules, number: { rule: 'linear', piu: 1 } } }),
    ['#/rules/rules/number'],
  ],
  [
    'a kind of indicator that is none',
    secretary,
    'PUT',
    `/measurement/indicators/${indicator}`,
    { year: 2023, definition: { kind: 'boolean' } },
    ['#/definition/kind'],
  ],
  [
    'a 31 February',
    secretary,
    'PUT',
    `/measurement/indicators/${indicator}`,
    {
      year: 2023,
      definition: { kind: 'date', direction: 'falling', baseline: null, target: '2023-02-31' },
    },
    ['#/definition/target'],
  ],
  [
    'one sector with two weights',
    secretary,
    'POST',
    '/plans/2023/variations/preview',
    { changes: [share] },
    ['#/changes/0/sectors/1/id'],
  ],
])('%s', async (_, who, method, path, body, pointers) => {
  const before = await rowsNow(sql, [ours.town]);
  const { status, text } = await who.json(method, `/api/v1${path}`, body);
  const told = (JSON.parse(text).errors ?? []) as readonly { pointer: string; detail: string }[];
  expect([status, told.map(({ pointer }) => pointer)]).toEqual([422, pointers]);
  for (const { detail } of told) expect(detail).not.toMatch(/\bis not\b|Invalid|expected/);
  expect(await rowsNow(sql, [ours.town])).toBe(before);
});
