/** What pages show when nobody says of which year. */
import { describe, expect, it } from 'vitest';
import { SMALL_PLAN } from '../../store/small-plan.js';
import { openStage } from '../stage.js';

const stage = await openStage();
const { ours } = stage;

describe("a plan for next year, confirmed while this year's runs", () => {
  it("leaves the board, the objectives and the filters on this year's plan, 2023", async () => {
    const visitor = await stage.enter(ours.people.secretary);
    const plan = { ...SMALL_PLAN, document: { ...SMALL_PLAN.document, year: 2024 } };
    const kept = await visitor.json('POST', '/api/v1/plan-drafts', plan);
    expect([kept.status, kept.text]).toEqual([200, expect.stringContaining('draft')]);
    const { draft } = JSON.parse(kept.text) as { draft: string };
    const act = { organ: 'giunta', number: '99', date: '2023-06-28', note: 'approvato in anticipo' };
    const confirmed = await visitor.json('POST', `/api/v1/plan-drafts/${draft}/confirm`, act);
    expect([confirmed.status, confirmed.text]).toEqual([200, expect.stringContaining('2024')]);

    const board = JSON.parse((await visitor.get('/api/v1/dashboard')).text) as {
      year: number;
      years: number[];
    };
    expect(board).toMatchObject({ year: 2023, years: [2024, 2023] });
    expect((await visitor.get('/obiettivi.csv')).text).toMatch(/\r\n2023;/);
    expect((await visitor.get('/obiettivi.csv?anno=2024')).text).toMatch(/\r\n2024;/);
  });
});
