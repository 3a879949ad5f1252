/** Collaborators from a pasted list, their pages and files, and what is left when a person is erased. */
import { describe, expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { listPeople } from '../../store/people/people.js';
import { sectorIds } from '../../store/people/roles.js';
import { listAudit } from '../../store/register/audit.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { ours, sql } = stage;
const head = await stage.enter(ours.people.head);
const secretary = await stage.enter(ours.people.secretary);
const PLACE = '/obiettivi-individuali';
const plain = (text: string): string => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"');
const [parent = ''] = ours.plan.objectives;
const finance = (await inTown(sql, ours.town, sectorIds)).get('Finanziario') ?? '';
const paste = (list: string, visitor = head) =>
  visitor.json('POST', '/api/v1/collaborators', { sector: finance, list, from: '2023-01-01' });
const people = () => inTown(sql, ours.town, listPeople);
const collaboratorOf = async (name: string): Promise<string> => {
  const [row] = await inTown(
    sql,
    ours.town,
    (tx) => tx<{ id: string }[]>`
      select k.id from collaborator k join person p on p.id = k.person where p.name = ${name}`,
  );
  return row?.id ?? '';
};
const post = async (path: string, fields: Record<string, string>, visitor = head) =>
  visitor.post(path, { modulo: await visitor.token(), chiave: crypto.randomUUID(), ...fields });

describe('a pasted list of collaborators', () => {
  it('adds whom the town does not know, finds the others by name, and gives no role', async () => {
    const before = (await people()).length;
    const answer = await paste(
      'Anna Verdi; anna.verdi@prova.example\nsenza  RUOLO\n\nAnna Verdi; anna.verdi@prova.example',
    );
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { added: 2, known: 0 }]);
    expect((await people()).length).toBe(before + 1);
    expect(JSON.parse((await paste('Anna Verdi\nCarlo Bo')).text)).toEqual({ added: 1, known: 1 });
    const anna = (await people()).find(({ name }) => name === 'Anna Verdi');
    expect(anna?.email).toBe('anna.verdi@prova.example');
    const visitor = await stage.enter(anna?.id ?? '');
    expect((await visitor.get('/le-mie-scadenze')).status).toBe(403);
  });

  it.each<[string, string, string]>([
    ['nothing', ' \n ', 'almeno un nome'],
    ['a mailbox without a name', 'Anna Verdi\nx@prova.example', 'Riga 2: manca il nome'],
    ['what is no address', 'Dora; dora@', 'Riga 1: «dora@» non è un indirizzo'],
    ['a name of 121 characters', 'x'.repeat(121), 'supera i 120'],
    ['201 names', Array.from({ length: 201 }, (_, n) => `Persona ${n}`).join('\n'), '201 nomi'],
  ])('of %s is refused beside its line, and nobody is added', async (_, list, says) => {
    const before = (await people()).length;
    const { status, text } = await paste(list);
    expect(status).toBe(422);
    expect(plain(text)).toContain(says);
    expect((await people()).length).toBe(before);
  });

  it('with a name that two people bear asks for the mailbox', async () => {
    await paste('Dina Rossi; dina.uno@prova.example\nDina Rossi; dina.due@prova.example');
    expect(plain((await paste('Dina Rossi')).text)).toContain('più persone si chiamano Dina Rossi');
    expect(JSON.parse((await paste('Dina Rossi; dina.due@prova.example')).text)).toEqual({
      added: 0,
      known: 1,
    });
  });

  it('is of the head of that sector', async () => {
    expect((await paste('Ugo', await stage.enter(ours.people.otherHead))).status).toBe(403);
    expect((await paste('Ugo', secretary)).status).toBe(422);
  });
});

describe('the pages', () => {
  it('without JavaScript: list, assignment, degree, printed sheet, end', async () => {
    const anna = await collaboratorOf('Anna Verdi');
    const fields = { anno: '2023', title: '=SOMMA(A1) <b>', parent, due: '2023-11-30', weight: '12,5' };
    const assigned = await post(`${PLACE}/${anna}`, fields);
    expect(assigned.headers.get('location')).toBe(`${PLACE}/${anna}?esito=individuale-assegnato&anno=2023`);
    const sheet = (await head.get(`${PLACE}/${anna}?anno=2023`)).text;
    expect(sheet).toContain('=SOMMA(A1) &lt;b&gt;');
    expect(plain(sheet)).toContain('I pesi sommano a 12,5, non a 100.');
    const action = /action="([^"]+\/grado)"/.exec(sheet)?.[1] ?? '';
    const refused = await post(action, { degree: '101', visto: '1' });
    expect(refused.status).toBe(422);
    expect(plain(refused.text)).toContain('Il grado va da 0 a 100');
    expect((await post(action, { degree: '95,5', visto: '1' })).status).toBe(303);
    expect((await head.get(`${PLACE}/${anna}?anno=2023`)).text).toContain('95,5 %');
    const printed = (await head.get(`${PLACE}/${anna}/scheda?anno=2023`)).text;
    expect(printed).toContain('Per presa visione: ______');
    expect(printed).not.toContain('95,5');
    const overview = plain((await secretary.get(PLACE)).text);
    expect(overview).toContain('2 di 6 collaboratori hanno obiettivi');
    const ended = await post(`${PLACE}/${anna}/fine`, { anno: '2023', lastDay: '2023-06-30' });
    expect(ended.status).toBe(303);
    expect((await head.get(`${PLACE}/${anna}?anno=2023`)).text).toContain('=SOMMA(A1) &lt;b&gt;');
  });

  it('as CSV have a row each, and no cell begins as a formula', async () => {
    const { text } = await head.get(`${PLACE}.csv?anno=2023`);
    expect(text).toContain("'=SOMMA(A1) <b>");
    expect(text).toContain('30/11/2023;12,5;95,5 %');
    expect(text).toContain('Finanziario;Carlo Bo;;;;;;;Nessun obiettivo assegnato.');
  });

  it('refuse an objective beside its fields, with what was typed', async () => {
    const carlo = await collaboratorOf('Carlo Bo');
    const fields = { anno: '2023', title: 'Sopralluoghi', parent, due: 'domani', weight: 'molto' };
    const { status, text } = await post(`${PLACE}/${carlo}`, fields);
    expect(status).toBe(422);
    expect(text).toContain('value="Sopralluoghi"');
    expect(text).toContain('href="#due-assegna"');
    expect(text).toContain('href="#weight-assegna"');
  });
});

describe('a person who is erased', () => {
  it('while in the sector loses the notes; once gone, name, titles and degrees too, in the history as well', async () => {
    const carlo = await collaboratorOf('Carlo Bo');
    const made = await head.json('POST', '/api/v1/individual-objectives', {
      ...{
        collaborator: carlo,
        year: 2023,
        title: 'Sopralluoghi nei cantieri',
        objective: parent,
        due: '2023-11-30',
      },
    });
    const { objective } = JSON.parse(made.text) as { objective: string };
    await head.json('PUT', `/api/v1/individual-objectives/${objective}/degree`, {
      degree: 70,
      note: 'lento in marzo',
    });
    const person = (await people()).find(({ name }) => name === 'Carlo Bo')?.id ?? '';
    const erase = () => secretary.json('POST', `/api/v1/people/${person}/erase`, { reason: 'richiesta' });
    const told = async () =>
      JSON.stringify([
        await inTown(sql, ours.town, (tx) => listAudit(tx, { subject: objective })),
        await inTown(sql, ours.town, (tx) => tx`select * from individual_objective where id = ${objective}`),
        (await head.get(PLACE)).text,
      ]);
    expect(JSON.parse((await erase()).text)).toMatchObject({ name: false });
    expect(await told()).not.toContain('lento in marzo');
    expect(await told()).toContain('Sopralluoghi nei cantieri');
    expect(await told()).toContain('Carlo Bo');
    await head.json('POST', `/api/v1/collaborators/${carlo}/end`, { lastDay: '2023-06-28' });
    expect(JSON.parse((await erase()).text)).toMatchObject({ name: true });
    for (const word of ['Sopralluoghi', 'Carlo Bo']) expect(await told()).not.toContain(word);
    const [row] = await inTown(
      sql,
      ours.town,
      (tx) => tx`select degree_units from individual_objective where id = ${objective}`,
    );
    expect(row).toEqual({ degreeUnits: null });
  });
});
