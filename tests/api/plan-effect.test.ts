/** A draft tried out against the plan in force: what is shown is what confirming it then does. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { effectSchema } from '../../api/routes/rehearsed-json.js';
import type { PlanDocument, PlanObjective } from '../../domain/plan/plan-document.js';
import { inTown } from '../../store/in-town.js';
import { SMALL_PLAN } from '../store/small-plan.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { sql, ours } = stage;
const secretary = await stage.enter(ours.people.secretary);

/** The plan in force: a term moved, an objective more, one less. */
function varied(): PlanDocument {
  const [finance, technical] = SMALL_PLAN.sectors;
  if (finance === undefined || technical === undefined) throw new Error('the small plan has changed');
  const added: PlanObjective = {
    ...{ number: '9', title: 'Archivi digitali', weight: 10, shared: false, indicators: [] },
    milestones: [{ kind: 'date', date: '2023-11-30', phrase: 'entro il 30/11' }],
  };
  const moved = finance.objectives.map((one) => ({
    ...one,
    milestones: one.milestones.map((term) =>
      term.phrase === 'entro il 15/04' ? { ...term, date: '2023-09-29' } : term,
    ),
  }));
  const kept = technical.objectives.filter(({ title }) => title !== 'Senza date');
  return {
    ...SMALL_PLAN,
    sectors: [
      { ...finance, objectives: [...moved, added] },
      { ...technical, objectives: kept },
    ],
  };
}
async function drafted(plan: PlanDocument): Promise<string> {
  const { text } = await secretary.json('POST', '/api/v1/plan-drafts', plan);
  return (JSON.parse(text) as { draft: string }).draft;
}
const effectOf = async (draft: string) => {
  const { status, text } = await secretary.get(`/api/v1/plan-drafts/${draft}/effect`);
  expect(status, text).toBe(200);
  return effectSchema.extend({ variation: z.boolean() }).parse(JSON.parse(text));
};
/** Every mail to come: day, receiver, notices. */
const mails = async (): Promise<readonly string[]> => {
  const { text } = await secretary.get('/api/v1/rehearsal');
  return text.trim().split('\n').map(mailKey);
};
const mailKey = (line: string): string => {
  const { day, to, items } = JSON.parse(line) as Mail;
  // A sector's monitoring is called by how many objectives it has, and stays the same obligation.
  const notices = items.map(
    ({ sector, objective, milestone, rung }) =>
      `${sector} ${objective.replace(/: \d+ obiettiv.*/, '')} ${milestone} ${rung}`,
  );
  return [day, to, ...notices.sort()].join('\n');
};
interface Mail {
  readonly day: string;
  readonly to: string;
  readonly items: readonly {
    sector: string;
    objective: string;
    milestone: string | null;
    rung: string | null;
  }[];
}
/** How many rows the tables have that a variation writes to. */
const counted = () =>
  inTown(sql, ours.town, async (tx) => {
    const tables = [
      'obligation',
      'plan_version',
      'act',
      'register_entry',
      'audit',
      'announcement',
      'milestone',
    ];
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const [row] = await tx<{ n: number }[]>`select count(*)::int as n from ${tx(table)}`;
      counts[table] = row?.n ?? 0;
    }
    return counts;
  });

describe('a variation tried out', () => {
  it('records nothing, and shows exactly the mails that confirming it then changes', async () => {
    const draft = await drafted(varied());
    const [before, rows] = [await mails(), await counted()];
    const { changes, mails: count, variation } = await effectOf(draft);
    expect(await counted()).toEqual(rows);
    expect(await mails()).toEqual(before);
    expect(variation).toBe(true);
    expect(new Set(changes.map(({ kind }) => kind)).size).toBeGreaterThan(1);

    const shown = new Set(before);
    for (const { before: was } of changes) if (was !== null) shown.delete(mailKey(JSON.stringify(was)));
    for (const { after: is } of changes) if (is !== null) shown.add(mailKey(JSON.stringify(is)));
    const act = { organ: 'giunta', number: '91', date: '2023-06-29', note: 'variazione' };
    expect((await secretary.json('POST', `/api/v1/plan-drafts/${draft}/confirm`, act)).status).toBe(200);
    const after = await mails();
    expect(after).toHaveLength(count.after);
    expect([...shown].sort()).toEqual([...after].sort());
  });

  it('of a draft that says the same is refused: 422; of one that cannot be carried out: 409, by its sentences', async () => {
    const [first, ...rest] = varied().sectors;
    const other = { ...varied(), sectors: [{ ...first, name: 'Altro settore' }, ...rest] } as PlanDocument;
    for (const [plan, status, words] of [
      [varied(), 422, 'non c’è nessuna variazione'],
      [other, 409, 'Il settore «Altro settore» non è nel piano in vigore'],
    ] as const) {
      const draft = await drafted(plan);
      const answer = await secretary.get(`/api/v1/plan-drafts/${draft}/effect`);
      expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(words)]);
    }
  });

  it('of a year without a plan shows the mails of the first plan, all of them more', async () => {
    const draft = await drafted({ ...SMALL_PLAN, document: { ...SMALL_PLAN.document, year: 2024 } });
    const { changes, variation } = await effectOf(draft);
    expect(variation).toBe(false);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every(({ kind }) => kind === 'added' || kind === 'changed')).toBe(true);
  });

  it('of a draft that is no more is refused: 409; of another town, or of none: 404', async () => {
    const draft = await drafted(SMALL_PLAN);
    expect((await secretary.json('DELETE', `/api/v1/plan-drafts/${draft}`)).status).toBe(200);
    const stranger = await stage.enter(stage.theirs.people.secretary, stage.theirs);
    expect((await secretary.get(`/api/v1/plan-drafts/${draft}/effect`)).status).toBe(409);
    expect((await stranger.get(`/api/v1/plan-drafts/${draft}/effect`)).status).toBe(404);
    expect((await secretary.get('/api/v1/plan-drafts/boh/effect')).status).toBe(404);
  });
});
