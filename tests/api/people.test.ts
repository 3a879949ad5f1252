import { describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { holdersOn, roleHolders } from '../../store/people/people.js';
import { listAudit } from '../../store/register/audit.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { sql, ours } = stage;
const secretary = await stage.enter(ours.people.secretary);
const plain = (text: string): string => text.replaceAll('&#39;', "'");
const headOn = async (day: string): Promise<readonly string[]> =>
  inTown(sql, ours.town, async (tx) =>
    ((await holdersOn(tx, civilDate(day))).get('head:Finanziario') ?? []).map(({ id }) => id),
  );

const add = async (fields: Record<string, string>) => {
  const form = await secretary.form('/persone', '/persone');
  // The search form goes to the same place: the one with a key is the form that adds.
  const modulo = await secretary.token();
  return secretary.post('/persone', { ...form.fields, modulo, chiave: crypto.randomUUID(), ...fields });
};
const added = async (name: string): Promise<string> => {
  const { headers } = await add({ name, email: `${name.toLowerCase().replaceAll(' ', '.')}@prova.example` });
  return /\/persone\/([0-9a-f-]{36})/.exec(headers.get('location') ?? '')?.[1] ?? '';
};
const give = async (person: string, fields: Record<string, string>) => {
  const form = await secretary.form(`/persone/${person}`, `/persone/${person}/ruoli`);
  return secretary.post(form.action, { ...form.fields, to: '', sector: '', ...fields });
};

describe('a person', () => {
  it.each([
    [{ name: ' ', email: '' }, 'Indica il nome'],
    [{ name: 'x'.repeat(121), email: '' }, 'supera i 120 caratteri'],
    [{ name: 'Rossi', email: 'non è un indirizzo' }, 'non è un indirizzo e-mail'],
    [{ name: 'Rossi', email: 'a@b.example, c@d.example' }, 'non è un indirizzo e-mail'],
    [{ name: 'Rossi', email: 'a@b.example\nBcc: c@d.example' }, 'non è un indirizzo e-mail'],
  ])('%j is refused beside the field', async (fields, words) => {
    const { status, text } = await add(fields);
    expect(status).toBe(422);
    expect(plain(text)).toContain(words);
  });

  it('is added with a mailbox or without, and the audit says by whom', async () => {
    const id = await added('Nuova Persona');
    expect((await secretary.get(`/persone/${id}`)).text).toContain('nuova.persona@prova.example');
    const [last] = await inTown(sql, ours.town, (tx) =>
      listAudit(tx, { subjectKind: 'person', subject: id }),
    );
    expect(last).toMatchObject({
      action: 'person.add',
      person: ours.people.secretary,
      role: { role: 'secretary' },
    });
    await add({ name: 'Senza Casella', email: '' });
    expect((await secretary.get('/persone?cerca=senza casella')).text).toContain(
      'avvisi da consegnare a mano',
    );
  });

  it('is changed, with what stood before in the audit', async () => {
    const id = await added('Da Cambiare');
    const form = await secretary.form(`/persone/${id}`, `/persone/${id}`);
    await secretary.post(`/persone/${id}`, {
      ...form.fields,
      name: 'Cambiata',
      email: '',
      sharedMailbox: 'si',
    });
    const [last] = await inTown(sql, ours.town, (tx) =>
      listAudit(tx, { subjectKind: 'person', subject: id }),
    );
    expect(last?.before).toMatchObject({ name: 'Da Cambiare' });
    expect(last?.after).toEqual({ name: 'Cambiata', email: null, sharedMailbox: true });
  });
});

describe('a role', () => {
  it.each([
    [{ role: '', from: '2023-07-01' }, 'Indica il ruolo'],
    [{ role: 'head', sector: '', from: '2023-07-01' }, 'Indica il ruolo'],
    [{ role: 'head', sector: 'Inesistente', from: '2023-07-01' }, 'Indica il ruolo'],
    [{ role: 'oiv', from: '2023-13-01' }, 'Indica il primo giorno'],
    [{ role: 'oiv', from: '2023-07-01', to: '2023-06-30' }, 'viene prima del primo'],
    [{ role: 'root', from: '2023-07-01' }, 'Indica il ruolo'],
  ])('%j is refused beside the field', async (fields, words) => {
    const { status, text } = await give(ours.people.nobody, fields);
    expect(status).toBe(422);
    expect(plain(text)).toContain(words);
  });

  it('twice at the same time is refused', async () => {
    const id = await added('Due Volte');
    expect((await give(id, { role: 'oiv', from: '2023-01-01' })).status).toBe(303);
    const { status, text } = await give(id, { role: 'oiv', from: '2023-06-01' });
    expect(status).toBe(422);
    expect(plain(text)).toContain('Ha già questo ruolo');
  });

  it('passes to a successor: the one before stops the day before, and the past keeps their name', async () => {
    const id = await added('Chi Succede');
    const { status } = await give(id, {
      role: 'head',
      sector: 'Finanziario',
      from: '2023-07-15',
      succeeds: 'si',
    });
    expect(status).toBe(303);
    expect(await headOn('2023-07-14')).toEqual([ours.people.head]);
    expect(await headOn('2023-07-15')).toEqual([id]);
  });

  it('is closed on its last day, and not twice', async () => {
    const id = await added('Chi Smette');
    await give(id, { role: 'rpct', from: '2023-01-01' });
    const tenure =
      (await inTown(sql, ours.town, (tx) => roleHolders(tx))).find(({ person }) => person.id === id)?.id ??
      '';
    const action = `/persone/${id}/ruoli/${tenure}/chiudi`;
    const form = await secretary.form(`/persone/${id}`, action);
    expect((await secretary.post(action, { ...form.fields, lastDay: '2022-12-31' })).status).toBe(422);
    expect((await secretary.post(action, { ...form.fields, lastDay: '2023-06-28' })).status).toBe(303);
    const { status } = await secretary.json('POST', `/api/v1/roles/${tenure}/close`, {
      lastDay: '2023-06-28',
    });
    expect(status).toBe(422);
  });

  it('that nobody holds is shown as such on the page', async () => {
    const mayor =
      (await inTown(sql, ours.town, (tx) => roleHolders(tx))).find(({ role }) => role.role === 'mayor')?.id ??
      '';
    await secretary.json('POST', `/api/v1/roles/${mayor}/close`, { lastDay: '2023-06-28' });
    expect((await secretary.get('/persone')).text).toContain('nessuno: gli avvisi vanno al Segretario');
  });
});
