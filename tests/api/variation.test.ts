/** A plan for a year that has one: the difference is shown, what can be carried out becomes a variation by its act. */
import { describe, expect, it } from 'vitest';
import type { PlanDocument, PlanObjective } from '../../domain/plan/plan-document.js';
import { planVersions } from '../../store/cycle/cycles.js';
import { inTown } from '../../store/in-town.js';
import { findObjective } from '../../store/plan/objectives.js';
import { readChain } from '../../store/register/register.js';
import { roundWorkflowId } from '../../workflows/contract.js';
import { SMALL_PLAN } from '../store/small-plan.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { sql, ours } = stage;
const secretary = await stage.enter(ours.people.secretary);

/** The plan in force with the objectives of both sectors changed. */
function changed(
  finance: (objectives: readonly PlanObjective[]) => readonly PlanObjective[],
  technical: (objectives: readonly PlanObjective[]) => readonly PlanObjective[] = (all) => all,
): PlanDocument {
  const [first, second] = SMALL_PLAN.sectors;
  if (first === undefined || second === undefined) throw new Error('the small plan has changed');
  return {
    ...SMALL_PLAN,
    sectors: [
      { ...first, objectives: finance(first.objectives) },
      { ...second, objectives: technical(second.objectives) },
    ],
  };
}
const where =
  (title: string, change: (one: PlanObjective) => PlanObjective) =>
  (all: readonly PlanObjective[]): readonly PlanObjective[] =>
    all.map((one) => (one.title === title ? change(one) : one));

async function drafted(plan: PlanDocument): Promise<string> {
  const { text } = await secretary.json('POST', '/api/v1/plan-drafts', plan);
  return (JSON.parse(text) as { draft: string }).draft;
}
const confirm = (draft: string, number: string) =>
  secretary.json('POST', `/api/v1/plan-drafts/${draft}/confirm`, {
    ...{ organ: 'giunta', number, date: '2023-06-28', note: 'variazione di metà anno' },
  });
const plain = (text: string): string => text.replaceAll('&#39;', "'");

interface Owed {
  readonly title: string;
  readonly milestone: string | null;
  readonly due: string | null;
  readonly state: string;
  readonly version: number;
  readonly startDay: string;
  readonly weight: number | null;
}
const owed = (title: string): Promise<readonly Owed[]> =>
  inTown(
    sql,
    ours.town,
    (tx) => tx<Owed[]>`
    select ob.title, m.phrase as milestone, o.due, o.state, o.version, o.start_day, o.weight_units::int as weight
    from obligation o join objective ob on ob.id = o.objective join cycle c on c.id = o.cycle
      left join milestone m on m.id = o.milestone
    where ob.title = ${title} and c.year = 2023 order by o.due, o.id`,
  );

describe('a variation', () => {
  it('moves a day, changes weight and title, adds an objective, takes one away: by its act, once, and tells the workflows', async () => {
    const added: PlanObjective = {
      ...{ number: '3', title: 'Digitalizzazione degli archivi', weight: 10, shared: false, indicators: [] },
      milestones: [{ kind: 'date', date: '2023-11-30', phrase: 'entro il 30/11' }],
    };
    const plan = changed(
      (all) => [
        ...where('Rendiconto', (one) => ({
          ...one,
          title: 'Rendiconto della gestione',
          number: '2',
          weight: 20,
          milestones: one.milestones.map((term) =>
            term.phrase === 'entro il 15/04'
              ? { ...term, date: '2023-07-31', phrase: 'entro il 31/07' }
              : term,
          ),
        }))(all),
        added,
      ],
      (all) => all.filter(({ title }) => title !== 'Senza date'),
    );
    const draft = await drafted(plan);
    const page = plain((await secretary.get(`/importa/${draft}/conferma`)).text);
    expect(page).toContain('1 obiettivo aggiunto, 1 obiettivo tolto, 1 obiettivo cambiato');
    expect(page).toContain('peso: 12,5 → 20');
    expect(page).toContain('titolo: Rendiconto → Rendiconto della gestione');
    expect(page).toMatch(/«entro il 15\/04» entro sabato 15 aprile 2023.*→.*«entro il 31\/07»/);
    const { status, text } = await confirm(draft, '91');
    expect([status, JSON.parse(text)]).toMatchObject([200, { kind: 'variation', year: 2023, objectives: 3 }]);

    const [moved] = (await owed('Rendiconto della gestione')).filter(({ due }) => due === '2023-07-31');
    expect(moved).toMatchObject({
      ...{ milestone: 'entro il 31/07', state: 'open', version: 2, startDay: '2023-06-29', weight: 200_000 },
    });
    expect(await owed('Digitalizzazione degli archivi')).toMatchObject([
      { due: '2023-11-30', state: 'open', startDay: '2023-06-29' },
    ]);
    expect((await owed('Senza date')).map(({ state }) => state)).toEqual(['waived']);
    expect((await owed('Tempi di pagamento')).map(({ version }) => version)).toEqual([1, 1]);
    await inTown(sql, ours.town, async (tx) => {
      const versions = await planVersions(tx, ours.plan.cycle);
      expect(versions.map(({ number, kind, actNumber }) => [number, kind, actNumber])).toEqual([
        [2, 'variation', '91'],
        [1, 'approval', '20'],
      ]);
      const chain = await readChain(tx, { kind: 'objective', id: ours.plan.objectives[1] ?? '' });
      expect(chain.at(-1)?.body).toMatchObject({
        ...{ kind: 'varied', from: '2023-04-15', due: '2023-07-31', version: 2 },
      });
      const told = await tx<{ id: string }[]>`
        select workflow_id as id from announcement order by announcement.id desc limit 4`;
      expect(told.map(({ id }) => id)).toContain(roundWorkflowId(ours.town));
      expect(told.filter(({ id }) => id.includes('/o/'))).toHaveLength(3);
    });
    expect((await secretary.get('/piano?anno=2023')).text).toContain('Variazione (G.C. n. 91 del');
  });

  it('after another finds its rows again: what was added can be moved in its turn', async () => {
    const exported = await secretary.get('/piano.json?anno=2023');
    const plan = JSON.parse(exported.text.replace('2023-11-30', '2023-12-15')) as PlanDocument;
    const { status, text } = await confirm(await drafted(plan), '92');
    expect([status, text]).toEqual([200, expect.stringContaining('variation')]);
    expect(await owed('Digitalizzazione degli archivi')).toMatchObject([{ due: '2023-12-15', version: 2 }]);
  });

  it('adds and takes away phases and indicators, dates an external term, supersedes the end of the year, all by its act', async () => {
    const plan = JSON.parse((await secretary.get('/piano.json?anno=2023')).text) as PlanDocument;
    const edit = (one: PlanObjective): PlanObjective => {
      switch (one.title) {
        case 'Bandi':
          return {
            ...one,
            indicators: [{ text: 'Bandi pubblicati' }],
            milestones: [
              { kind: 'date', date: '2023-10-20', phrase: 'entro i termini dei bandi' },
              { kind: 'date', date: '2023-12-01', phrase: 'rendiconto dei bandi entro il 1/12' },
            ],
          };
        case 'Rendiconto della gestione':
          return { ...one, indicators: [], milestones: one.milestones.filter(({ kind }) => kind === 'date') };
        case 'Digitalizzazione degli archivi':
          return { ...one, milestones: [] };
        default:
          return one;
      }
    };
    const sectors = plan.sectors.map((one) => ({ ...one, objectives: one.objectives.map(edit) }));
    const { status, text } = await confirm(await drafted({ ...plan, sectors }), '94');
    expect([status, text]).toEqual([200, expect.stringContaining('variation')]);
    expect((await owed('Bandi')).map(({ due, state, version }) => [due, state, version])).toEqual([
      ['2023-10-20', 'open', 2],
      ['2023-12-01', 'open', 1],
    ]);
    const recurring = (await owed('Rendiconto della gestione')).filter(
      ({ milestone }) => milestone === 'ogni trimestre',
    );
    expect(new Set(recurring.map(({ state }) => state))).toEqual(new Set(['waived']));
    expect((await owed('Digitalizzazione degli archivi')).map(({ due, state }) => [due, state])).toEqual([
      ['2023-12-15', 'waived'],
      ['2023-12-31', 'open'],
    ]);
    const page = await inTown(sql, ours.town, (tx) => findObjective(tx, ours.plan.objectives[2] ?? ''));
    expect(page?.indicators.map((one) => one.text)).toEqual(['Bandi pubblicati']);
    expect(page?.milestones.map(({ phrase }) => phrase)).toEqual([
      'entro i termini dei bandi',
      'rendiconto dei bandi entro il 1/12',
    ]);
    const again = JSON.parse((await secretary.get('/piano.json?anno=2023')).text) as PlanDocument;
    const back = {
      ...again,
      sectors: again.sectors.map((one) => ({
        ...one,
        objectives: one.objectives.map((objective) =>
          objective.title === 'Digitalizzazione degli archivi'
            ? {
                ...objective,
                milestones: [{ kind: 'date' as const, date: '2023-09-30', phrase: 'entro il 30/9' }],
              }
            : objective,
        ),
      })),
    };
    expect((await confirm(await drafted(back), '95')).status).toBe(200);
    expect((await owed('Digitalizzazione degli archivi')).map(({ due, state }) => [due, state])).toEqual([
      ['2023-09-30', 'open'],
      ['2023-12-15', 'waived'],
      ['2023-12-31', 'superseded'],
    ]);
  });

  it('exported to Excel and imported again is the same plan: no variation', async () => {
    const exported = await stage.app.request('/piano.xlsx?anno=2023', {
      headers: { cookie: secretary.cookie },
    });
    const kept = await secretary.ask('/api/v1/plan-files?name=piano.xlsx', {
      method: 'POST',
      body: await exported.arrayBuffer(),
    });
    expect([kept.status, kept.text]).toEqual([200, expect.stringContaining('draft')]);
    const { draft } = JSON.parse(kept.text) as { draft: string };
    expect((await secretary.get(`/importa/${draft}/conferma`)).text).toContain(
      'La bozza dice le stesse cose',
    );
  });

  it('in which a sector has another name is shown and refused with a sentence, and nothing is stored', async () => {
    const plan = JSON.parse((await secretary.get('/piano.json?anno=2023')).text) as PlanDocument;
    const renamed = plan.sectors.map((one) => ({
      ...one,
      name: one.name.replace('Tecnico', 'Lavori pubblici'),
    }));
    const draft = await drafted({ ...plan, sectors: renamed });
    const page = plain((await secretary.get(`/importa/${draft}/conferma`)).text);
    expect(page).toContain('non si può ancora confermare');
    expect(page).toContain('non è nel piano in vigore');
    expect(page).not.toContain('Conferma la variazione');
    const { status, text } = await confirm(draft, '93');
    expect([status, JSON.parse(text).type]).toEqual([409, 'urn:traguardo:problema:beyond-variation']);
    expect(await inTown(sql, ours.town, (tx) => tx`select 1 from act where number = '93'`)).toEqual([]);
  });
});
