/** The example's year evaluated by the API: from the sheets to the five totals, and back. */
import { describe, expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { loadObligations } from '../../store/obligations/obligations.js';
import { openEvaluatedTown, PUBLISHED, problemOf, TOTALS, WHY } from './evaluated-town.js';

const { town, stage, enter, overview, sector, at } = await openEvaluatedTown();
const degreesOf = (name: string): readonly number[] =>
  Object.entries(PUBLISHED).find(([start]) => name.startsWith(start))?.[1] ?? [];

interface Line {
  readonly objective: { readonly id: string };
  readonly indicators: readonly { readonly id: string; readonly measured: boolean }[];
}

async function sheetLines(id: string, degrees: readonly number[], who: string) {
  const visitor = await enter(who);
  const page = JSON.parse((await visitor.get(`/api/v1/self-evaluations/${id}`)).text) as { lines: Line[] };
  return page.lines.map(({ objective, indicators }, index) => ({
    ...{ objective: objective.id, rowVersion: 0, verdict: 'degree', degree: degrees[index] },
    reason: (degrees[index] ?? 0) < 100 ? WHY : '',
    indicators: indicators
      .filter(({ measured }) => measured)
      .map((one) => ({ indicator: one.id, waiting: true })),
  }));
}

describe('the published year of the example, by store and API', () => {
  it('asks five self-evaluations and one measurement, due on 15/02 and 31/03/2024', async () => {
    const all = await inTown(stage.sql, town.town, (tx) => loadObligations(tx));
    const asked = all.filter(({ kind }) => kind === 'self-evaluation' || kind === 'measurement');
    expect(
      asked.map(({ kind, owner, term }) => [kind, owner.role, term.kind === 'date' ? term.due : null]),
    ).toEqual([
      ...Array.from({ length: 5 }, () => ['self-evaluation', 'head', '2024-02-15']),
      ['measurement', 'oiv', '2024-03-31'],
    ]);
    expect(asked[0]?.subject.objective).toBe('Autovalutazione 2023: 12 obiettivi da compilare');
  });

  it('lists what is missing before anything is said: five sheets, and the degrees of five sectors', async () => {
    const { missing, complete } = await overview();
    expect(complete).toBe(false);
    expect(missing).toHaveLength(10);
    expect(missing[0]).toBe(
      "Amministrativo e servizi alla persona: l'autovalutazione non è trasmessa (entro giovedì 15 febbraio 2024).",
    );
  });

  it('each head transmits the own sheet with the published degrees, and only the own one', async () => {
    for (const { sector: one, selfEvaluation } of (await overview()).sectors) {
      const [who, id] = [`head:${one.name}`, selfEvaluation?.id ?? ''];
      const lines = await sheetLines(id, degreesOf(one.name), who);
      const visitor = await enter(who);
      const saved = await visitor.json('PUT', `/api/v1/self-evaluations/${id}/lines`, { lines });
      expect([one.name, saved.status, JSON.parse(saved.text).conflicts]).toEqual([one.name, 200, []]);
      const other = await enter(one.name === 'Finanziario' ? 'head:Tecnico' : 'head:Finanziario');
      expect((await other.get(`/api/v1/self-evaluations/${id}`)).status).toBe(403);
      expect((await other.json('POST', `/api/v1/self-evaluations/${id}/transmit`, {})).status).toBe(403);
      const sent = await visitor.json('POST', `/api/v1/self-evaluations/${id}/transmit`, {});
      expect([sent.status, JSON.parse(sent.text).late]).toEqual([200, false]);
    }
    const after = await overview();
    expect(after.missing).toHaveLength(5);
    expect(after.sectors.map(({ total }) => total.shown)).toEqual([null, null, null, null, null]);
  });

  it('the Nucleo decides as claimed: the five totals are 83.00, 98.75, 99.50, 99.50, 91.50, and the duty is done', async () => {
    const nucleo = await enter('oiv');
    for (const { sector: one } of (await overview()).sectors) {
      const { assessments } = await sector(one.id);
      expect(assessments.map(({ selfEvaluated }) => Number(selfEvaluated?.degree))).toEqual(
        degreesOf(one.name),
      );
      const decisions = assessments.map(({ objective, selfEvaluated, seen }) => ({
        ...{ objective: objective.id, sector: one.id, seen },
        ...{ verdict: 'degree', degree: selfEvaluated?.degree },
      }));
      const answer = await nucleo.json('POST', '/api/v1/measurement/decisions', { year: 2023, decisions });
      expect([answer.status, JSON.parse(answer.text).decided]).toEqual([200, assessments.length]);
    }
    const after = await overview();
    expect(after.sectors.map(({ total }) => total.shown)).toEqual(TOTALS);
    expect(after.sectors.map(({ total }) => total.exact)).toEqual(['83', '98.75', '99.5', '99.5', '91.5']);
    expect([after.complete, after.missing]).toEqual([true, []]);
    const all = await inTown(stage.sql, town.town, (tx) => loadObligations(tx));
    expect(all.find(({ kind }) => kind === 'measurement')).toMatchObject({
      state: 'done',
      doneOn: '2024-02-05',
    });
    const states = await inTown(stage.sql, town.town, (tx) => tx`select distinct state from objective`);
    expect(states).toEqual([{ state: 'evaluated' }]);
  });

  it('keeps of each degree who said what, the reason of the head, and by which rules it was proposed', async () => {
    const [first] = (await overview()).sectors;
    const { assessments } = await sector(first?.sector.id ?? '');
    const last = assessments.at(-1);
    expect(last?.steps.map(({ step }) => step).filter((step) => step !== 'proposed')).toEqual([
      'self-evaluated',
      'decided',
    ]);
    expect(last?.reason).toEqual({ text: WHY, exOfficio: false });
    expect(new Set(last?.steps.map(({ rules }) => rules))).toEqual(new Set([0]));
  });

  it('a head sees the own total and no other; the RPCT nothing at all', async () => {
    const { sectors } = await overview('head:Finanziario');
    expect(sectors.map(({ sector: one, total }) => [one.name, total.shown])).toEqual([
      ['Finanziario', '98.75'],
    ]);
    const [first] = (await overview()).sectors;
    const visitor = await enter('head:Finanziario');
    expect((await visitor.get(`/api/v1/measurement/sectors/${first?.sector.id}`)).status).toBe(403);
  });
});

describe('afterwards', () => {
  const decideOne = async (body: Readonly<Record<string, unknown>>) => {
    const [first] = (await overview()).sectors;
    const { assessments } = await sector(first?.sector.id ?? '');
    const place = { objective: assessments.at(-1)?.objective.id, sector: first?.sector.id };
    return (await enter('oiv')).json('POST', '/api/v1/measurement/decisions', {
      year: 2023,
      decisions: [{ ...place, ...body }],
    });
  };

  it('a degree decided is not decided again: 409; reopened with a reason the duty is owed again', async () => {
    const again = await decideOne({ verdict: 'degree', degree: '50' });
    expect([again.status, problemOf(again).type]).toEqual([409, 'urn:traguardo:problema:already-decided']);
    const [first] = (await overview()).sectors;
    const last = (await sector(first?.sector.id ?? '')).assessments.at(-1);
    const place = { year: 2023, objective: last?.objective.id, sector: first?.sector.id };
    const nucleo = await enter('oiv');
    const bare = await nucleo.json('POST', '/api/v1/measurement/reopen', { ...place, reason: ' ' });
    expect(problemOf(bare).errors?.map(({ pointer }) => pointer)).toEqual(['#/reason']);
    const secretary = await enter('secretary');
    const refused = await secretary.json('POST', '/api/v1/measurement/reopen', {
      ...place,
      reason: 'errore',
    });
    expect([refused.status, problemOf(refused).type]).toEqual([
      403,
      'urn:traguardo:problema:not-the-evaluator',
    ]);
    const done = await nucleo.json('POST', '/api/v1/measurement/reopen', { ...place, reason: 'dato errato' });
    expect(done.status).toBe(200);
    const after = await overview();
    expect([after.complete, after.sectors[0]?.total.shown]).toEqual([false, null]);
    const [row] = await inTown(
      stage.sql,
      town.town,
      (tx) => tx`select state, due from obligation where kind = 'measurement'`,
    );
    expect(row).toEqual({ state: 'open', due: '2024-03-31' });
  });

  it('not assessable, its 5 points go to the others: 83 out of 95 becomes 87.37, exactly 8300/95', async () => {
    const answer = await decideOne({ verdict: 'not-assessable', reason: 'Finanziamento revocato' });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { decided: 1, complete: true }]);
    const [first] = (await overview()).sectors;
    expect(first?.total).toMatchObject({ shown: '87.37', exact: '1660/19' });
  });

  it('of two who decide the same objective at once one wins, and the other is told: 200 and 409', async () => {
    const [first] = (await overview()).sectors;
    const last = (await sector(first?.sector.id ?? '')).assessments.at(-1);
    const place = { objective: last?.objective.id, sector: first?.sector.id };
    await (await enter('oiv')).json('POST', '/api/v1/measurement/reopen', {
      ...{ ...place, year: 2023, reason: 'di nuovo' },
    });
    const { seen } = (await sector(first?.sector.id ?? '')).assessments.at(-1) ?? { seen: 0 };
    const both = await Promise.all(
      [30, 40].map(async (degree) =>
        (await enter('oiv')).json('POST', '/api/v1/measurement/decisions', {
          year: 2023,
          decisions: [{ ...place, seen, verdict: 'degree', degree }],
        }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('in a closed year nothing is said any more: 409', async () => {
    await at('2024-05-02 10:00');
    await inTown(
      stage.sql,
      town.town,
      (tx) => tx`update cycle set state = 'closed', closed_on = '2024-05-01'`,
    );
    const answer = await decideOne({ verdict: 'degree', degree: '50', reason: 'x' });
    expect([answer.status, problemOf(answer).type]).toEqual([
      409,
      'urn:traguardo:problema:evaluation-closed',
    ]);
    expect((await overview()).sectors.map(({ total }) => total.shown)).toHaveLength(5);
  });
});
