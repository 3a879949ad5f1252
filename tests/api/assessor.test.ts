/** An assessore: given the role on *Persone e ruoli*, reads the board and does nothing. */
import { expect, it } from 'vitest';
import { openStage } from './stage.js';

const stage = await openStage();
const { nobody } = stage.ours.people;

/** Links of these pages that end at a refusal. */
async function deadEnds(who: string, pages: readonly string[]): Promise<readonly string[]> {
  const visitor = await stage.enter(who);
  const dead: string[] = [];
  for (const page of pages) {
    const { text } = await visitor.get(page);
    for (const [, href = ''] of text.matchAll(/<a [^>]*href="(\/[^"#]*)/g))
      if ((await visitor.get(href.replaceAll('&amp;', '&'))).status >= 400) dead.push(`${page}: ${href}`);
  }
  return dead;
}

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

it('an assessore and a Vice alone are led by the board and Il ciclo only to pages that they may open', async () => {
  expect(await deadEnds(nobody, ['/cruscotto', '/ciclo'])).toEqual([]);
  const secretary = await stage.enter(stage.ours.people.secretary);
  const asked = { name: 'Vera Vice', email: 'vera@comune.example' };
  const { person: id } = JSON.parse((await secretary.json('POST', '/api/v1/people', asked)).text) as {
    person: string;
  };
  const role = { role: { role: 'vice-secretary' }, from: '2023-06-01' };
  expect((await secretary.json('POST', `/api/v1/people/${id}/roles`, role)).status).toBe(200);
  expect(await deadEnds(id, ['/le-mie-scadenze', '/ciclo'])).toEqual([]);
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
