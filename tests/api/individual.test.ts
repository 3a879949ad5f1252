/** Individual objectives: who sees which, what is assigned, flagged, assessed and refused. */
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { addAbsence } from '../../store/people/absences.js';
import { addPerson, assignRole } from '../../store/people/people.js';
import { listAudit } from '../../store/register/audit.js';
import { NOON, openStage } from './stage.js';

const stage = await openStage();
const { ours, theirs, sql } = stage;
const head = await stage.enter(ours.people.head);
const secretary = await stage.enter(ours.people.secretary);
const PLACE = '/obiettivi-individuali';
const plain = (text: string): string => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"');

interface Shown {
  readonly sectors: readonly {
    readonly id: string;
    readonly name: string;
    readonly collaborators: readonly {
      readonly id: string;
      readonly person: string;
      readonly name: string;
    }[];
    readonly objectives: readonly Readonly<Record<string, unknown> & { id: string; title: string }>[];
    readonly findings: readonly { readonly is: string; readonly says: string }[];
  }[];
}
const shown = async (visitor = head): Promise<Shown> =>
  JSON.parse((await visitor.json('GET', '/api/v1/individual-objectives?year=2023')).text) as Shown;
const sector = async (name: string, visitor = secretary) => {
  const one = (await shown(visitor)).sectors.find((each) => each.name === name);
  if (one === undefined) throw new Error(`${name} is not shown`);
  return one;
};
const finance = await sector('Finanziario', head);
const furnished = { collaborator: finance.collaborators[0]?.id ?? '', id: finance.objectives[0]?.id ?? '' };
const [parent = ''] = ours.plan.objectives;
const body = (change: object = {}) => ({
  ...{ title: 'Incassi riconciliati', objective: parent, due: '2023-11-30', weight: 40, year: 2023 },
  ...{ collaborator: furnished.collaborator, ...change },
});
const assign = async (change: object = {}, visitor = head) => {
  const { status, text } = await visitor.json('POST', '/api/v1/individual-objectives', body(change));
  return { status, text: plain(text), id: (JSON.parse(text) as { objective?: string }).objective ?? '' };
};
const degree = (id: string, said: object, visitor = head) =>
  visitor.json('PUT', `/api/v1/individual-objectives/${id}/degree`, said);
const one = async (id: string) =>
  (await sector('Finanziario', head)).objectives.find((each) => each.id === id);

describe('a reminder to a collaborator', () => {
  it('is written by the head from their own mailbox, ready to send; the program sends none, and nothing to a mailbox that others read', async () => {
    const page = () => head.get(`${PLACE}/${furnished.collaborator}?anno=2023`).then(({ text }) => text);
    const person = finance.collaborators[0]?.person ?? '';
    const mailbox = (email: string | null, shared: boolean) =>
      inTown(
        sql,
        ours.town,
        (tx) => tx`update person set email = ${email}, shared_mailbox = ${shared} where id = ${person}`,
      );
    await mailbox('anna+uffici@comune.example', false);
    expect(await page()).toContain(
      'href="mailto:anna%2Buffici%40comune.example?subject=Obiettivo%20individuale',
    );
    await mailbox('anna+uffici@comune.example', true);
    expect(await page()).not.toContain('mailto:');
    await mailbox(null, false);
    expect(await page()).not.toContain('mailto:');
    expect(plain((await head.get(PLACE)).text)).toContain('Il programma non manda avvisi ai collaboratori');
  });
});

it('the sheet to sign of one objective speaks of one', async () => {
  const { text } = await head.get(`${PLACE}/${furnished.collaborator}/scheda?anno=2023`);
  expect(plain(text)).toContain('è assegnato per il 2023 questo obiettivo, collegato');
});

it('a sector without collaborators says so once', async () => {
  const { text } = await (await stage.enter(ours.people.otherHead)).get(PLACE);
  expect(text.split('Nessun collaboratore indicato')).toHaveLength(2);
});

describe('who sees individual objectives', () => {
  it('is the head of the sector, the Segretario, and the person concerned, who sees their own alone', async () => {
    expect(finance.objectives.map(({ title }) => title)).toEqual(['Riscossione puntuale']);
    expect((await sector('Finanziario')).objectives).toHaveLength(1);
    const person = finance.collaborators[0]?.person ?? '';
    const concerned = await stage.enter(person);
    expect((await concerned.get('/i-miei-obiettivi')).text).toContain('Riscossione puntuale');
    for (const path of [PLACE, `${PLACE}.csv`, `${PLACE}/${furnished.collaborator}`])
      expect((await concerned.get(path)).status, path).toBe(403);
    expect((await (await stage.enter(ours.people.nobody)).get('/i-miei-obiettivi')).text).not.toContain(
      'Riscossione',
    );
  });

  it.each(['otherHead', 'oiv', 'mayor', 'rpct', 'nobody'] as const)('is not the %s', async (who) => {
    const visitor = await stage.enter(ours.people[who]);
    const { collaborator, id } = furnished;
    for (const path of [`${PLACE}/${collaborator}`, `${PLACE}/${collaborator}/scheda`])
      expect((await visitor.get(path)).status, path).toBe(403);
    for (const path of [PLACE, `${PLACE}.csv`, '/i-miei-obiettivi', '/api/v1/individual-objectives'])
      expect((await visitor.get(path)).text, path).not.toContain('Riscossione');
    expect((await degree(id, { degree: 10 }, visitor)).status).toBe(403);
    expect((await assign({}, visitor)).status).toBe(403);
    expect((await visitor.json('DELETE', `/api/v1/individual-objectives/${id}`)).status).toBe(403);
    expect((await one(id))?.['degree']).toBeNull();
  });

  it('is not who stands in for an absent head, nor one who substitutes the Segretario', async () => {
    const away = { from: civilDate('2023-06-01'), to: civilDate('2023-07-31'), at: NOON, by: ours.secretary };
    const made = await inTown(sql, ours.town, async (tx) => {
      const person = (name: string) => addPerson(tx, { name, email: null, createdAt: NOON });
      const [substitute, deputy] = [await person('Sostituta'), await person('Sostituto')];
      await addAbsence(tx, { ...away, person: ours.people.otherHead, substitute });
      await addAbsence(tx, { ...away, person: ours.people.secretary, substitute: deputy });
      return { substitute, deputy };
    });
    for (const person of Object.values(made)) {
      const visitor = await stage.enter(person);
      expect((await visitor.get('/le-mie-scadenze')).status).toBe(200);
      for (const path of [PLACE, `${PLACE}/${furnished.collaborator}`])
        expect((await visitor.get(path)).status, path).toBe(403);
    }
  });

  it('is the Vice, who acts as the Segretario by law while the office is empty of them', async () => {
    const vice = await inTown(sql, theirs.town, async (tx) => {
      const person = await addPerson(tx, { name: 'Vice', email: null, createdAt: NOON });
      const validFrom = civilDate('2023-01-01');
      await assignRole(tx, { person, role: { role: 'vice-secretary' }, validFrom });
      const away = {
        from: civilDate('2023-06-01'),
        to: civilDate('2023-07-31'),
        at: NOON,
        by: theirs.secretary,
      };
      await addAbsence(tx, { ...away, person: theirs.people.secretary, substitute: null });
      return person;
    });
    const { status, text } = await (await stage.enter(vice, theirs)).get(PLACE);
    expect([status, text.includes('1 di 1 collaboratore ha obiettivi')]).toEqual([200, true]);
  });

  it('of another town finds nothing', async () => {
    const foreign = await stage.enter(theirs.people.secretary, theirs);
    expect((await foreign.get(`${PLACE}/${furnished.collaborator}`)).status).toBe(404);
    expect((await degree(furnished.id, { degree: 10 }, foreign)).status).toBe(404);
  });
});

describe('an objective', () => {
  it('is assigned by the head once per key, and stands in its own history alone', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const answers = [1, 2].map(() => head.json('POST', '/api/v1/individual-objectives', body(), key));
    const ids = (await Promise.all(answers)).map(
      ({ text }) => (JSON.parse(text) as { objective: string }).objective,
    );
    expect(ids[0]).toBe(ids[1]);
    const [id = ''] = ids;
    expect(await one(id)).toMatchObject({
      title: 'Incassi riconciliati',
      weight: '40',
      due: '2023-11-30',
      degree: null,
    });
    const rows = await inTown(sql, ours.town, (tx) => listAudit(tx, { subject: id }));
    expect(rows).toMatchObject([{ action: 'individual.assign', subjectKind: 'individual-objective' }]);
    expect((await secretary.get(`/obiettivi/${parent}`)).text).not.toContain('Incassi riconciliati');
  });

  it('that makes the weights 140 and is due after its parent is accepted, and both are told', async () => {
    const { findings } = await sector('Finanziario', head);
    expect(findings.map(({ is }) => is)).toContain('weights');
    expect(findings.find(({ is }) => is === 'weights')?.says).toBe('I pesi sommano a 140, non a 100.');
    expect((await sector('Tecnico')).collaborators).toEqual([]);
  });

  it('is flagged again when its parent moves, and stays where it is; withdrawn it says so', async () => {
    const { id } = await assign({ due: '2023-10-31', title: 'Verifica di cassa' });
    const moveTo = (due: string) =>
      inTown(sql, ours.town, (tx) => tx`update obligation set due = ${due} where objective = ${parent}`);
    const told = async () =>
      (await sector('Finanziario', head)).findings.filter(({ says }) => says.includes('Verifica di cassa'));
    await moveTo('2023-12-31');
    expect(await told()).toEqual([]);
    await moveTo('2023-09-30');
    expect((await told()).map(({ says }) => says)).toEqual([
      "«Verifica di cassa» scade martedì 31 ottobre 2023, dopo l'obiettivo del settore (sabato 30 settembre 2023).",
    ]);
    expect((await one(id))?.['due']).toBe('2023-10-31');
    await moveTo('2023-12-31');
    await inTown(sql, ours.town, (tx) => tx`update objective set state = 'withdrawn' where id = ${parent}`);
    expect((await told())[0]?.says).toContain('tolto dal Piano');
    await inTown(sql, ours.town, (tx) => tx`update objective set state = 'in-force' where id = ${parent}`);
    expect((await head.json('DELETE', `/api/v1/individual-objectives/${id}`)).status).toBe(200);
    expect(await one(id)).toBeUndefined();
  });

  it.each<[string, object, number, string]>([
    ['without words', { title: '  ' }, 422, "Scrivi l'obiettivo"],
    ['longer than 300 characters', { title: 'x'.repeat(301) }, 422, 'title'],
    ['linked to nothing of the sector', { objective: crypto.randomUUID() }, 422, 'tra quelli in vigore'],
    ['of weight 0', { weight: 0 }, 422, 'da più di 0 a 100'],
    ['of weight 100.5', { weight: 100.5 }, 422, 'da più di 0 a 100'],
    ['of weight 1.23456', { weight: 1.23456 }, 422, 'non è un numero'],
    ['of negative weight', { weight: -5 }, 422, 'non è un numero'],
    ['due on 31 June', { due: '2023-06-31' }, 422, 'Indica il giorno'],
    ['due in another year', { due: '2024-01-01' }, 422, 'entro il 2023'],
    ['of a year without a cycle', { year: 2025, due: '2025-05-05' }, 422, 'non è aperto'],
    ['of nobody', { collaborator: crypto.randomUUID() }, 404, ''],
  ])('%s is refused, and nothing is stored', async (_, change, status, says) => {
    const before = (await sector('Finanziario', head)).objectives.length;
    const answer = await assign(change);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(says);
    expect((await sector('Finanziario', head)).objectives).toHaveLength(before);
  });

  it('is the head to assign: the Segretario is told so, and assigns where a sector has none', async () => {
    const { status, text } = await assign({}, secretary);
    expect([status, text.includes('li assegna e li valuta il Responsabile')]).toEqual([422, true]);
    const theirSecretary = await stage.enter(theirs.people.secretary, theirs);
    await inTown(
      sql,
      theirs.town,
      (tx) => tx`update role_holder set valid_to = '2023-06-01' where role = 'head'`,
    );
    const seen = JSON.parse(
      (await theirSecretary.json('GET', '/api/v1/individual-objectives')).text,
    ) as Shown;
    const vacant = seen.sectors.find(({ name }) => name === 'Finanziario');
    const of = { collaborator: vacant?.collaborators[0]?.id, objective: theirs.plan.objectives[0] };
    expect((await assign(of, theirSecretary)).status).toBe(200);
  });
});

describe('the degree at the end of the year', () => {
  it('is exact to four decimals, or not assessable with a reason, and may be taken back', async () => {
    const { id } = furnished;
    expect((await degree(id, { degree: 66.6667 })).status).toBe(200);
    expect(await one(id)).toMatchObject({ degree: '66.6667', notAssessable: false });
    expect((await degree(id, { notAssessable: true })).status).toBe(422);
    expect((await degree(id, { notAssessable: true, note: 'assenza lunga' })).status).toBe(200);
    expect(await one(id)).toMatchObject({ degree: null, notAssessable: true, note: 'assenza lunga' });
    expect((await degree(id, {})).status).toBe(200);
    expect(await one(id)).toMatchObject({ degree: null, notAssessable: false, note: null });
  });

  it.each([100.0001, -1, 1e9, 33.33333])('of %s is refused', async (value) => {
    expect((await degree(furnished.id, { degree: value })).status).toBe(422);
  });

  it('beside "not assessable", or on what somebody changed meanwhile, is refused', async () => {
    expect((await degree(furnished.id, { degree: 50, notAssessable: true, note: 'x' })).status).toBe(422);
    expect((await degree(furnished.id, { degree: 50, rowVersion: 1 })).status).toBe(409);
  });

  it('is recorded after the year was closed too, when nothing else changes any more', async () => {
    const close = (state: string) =>
      inTown(
        sql,
        ours.town,
        (tx) =>
          tx`update cycle set state = ${state}, closed_on = ${state === 'open' ? null : '2023-06-29'} where year = 2023`,
      );
    await close('closed');
    const [kept, added] = [await degree(furnished.id, { degree: 95 }), await assign()];
    await close('open');
    expect([kept.status, added.status]).toEqual([200, 422]);
    expect((await one(furnished.id))?.['degree']).toBe('95');
  });
});
