/** An assessore: given the role on *Persone e ruoli*, reads the board and does nothing. */
import { expect, it } from 'vitest';
import { openStage } from './stage.js';

const stage = await openStage();
const { nobody } = stage.ours.people;

it('is given the role by the Segretario, begins on the board, and is refused whatever changes something', async () => {
  const secretary = await stage.enter(stage.ours.people.secretary);
  expect((await secretary.get(`/persone/${nobody}`)).text).toContain('Assessore (legge soltanto)');
  const given = await secretary.json('POST', `/api/v1/people/${nobody}/roles`, {
    role: { role: 'assessor' },
    from: '2023-06-01',
  });
  expect(given.status).toBe(200);
  const assessor = await stage.enter(nobody);
  expect((await assessor.get('/')).headers.get('location')).toBe('/cruscotto');
  for (const path of [
    '/cruscotto',
    '/scadenze',
    '/obiettivi',
    '/ciclo',
    '/relazione',
    '/calendario-normativo',
  ])
    expect((await assessor.get(path)).status, path).toBe(200);
  for (const path of ['/persone', '/misurazione', '/istruttoria', '/avvisi', '/prova-generale', '/importa'])
    expect((await assessor.get(path)).status, path).toBe(403);
  expect((await assessor.get('/cruscotto')).text).not.toContain('Invia ora');
  const modulo = await assessor.token();
  for (const path of ['/persone', '/cruscotto/invia', '/ciclo/2023'])
    expect([403, 404], path).toContain((await assessor.post(path, { modulo })).status);
  expect((await assessor.json('POST', '/api/v1/people', { name: 'X', email: null })).status).toBe(403);
});

it('a Vice has their own dossier made: the history has the role they hold', async () => {
  const secretary = await stage.enter(stage.ours.people.secretary);
  const vice = stage.ours.people.rpct;
  await secretary.json('POST', `/api/v1/people/${vice}/roles`, {
    role: { role: 'vice-secretary' },
    from: '2023-06-01',
  });
  await secretary.json('POST', `/api/v1/people/${vice}/roles`, {
    role: { role: 'assessor' },
    from: '2023-06-01',
  });
  const visitor = await stage.enter(vice);
  const made = await visitor.post(`/persone/${vice}/dossier`, {
    modulo: await visitor.token(),
    chiave: 'uno',
  });
  expect(made.status).toBeLessThan(400);
});
