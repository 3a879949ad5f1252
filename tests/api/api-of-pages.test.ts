/** What only pages could do is there for programs: the town's people, plan, register and papers, on 29 June 2023. */
import { describe, expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { listAudit } from '../../store/register/audit.js';
import { criteriaInForce } from '../../store/review/review-conclusions.js';
import { thingsOf } from './route-samples.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { sql, ours, theirs } = stage;
const things = await thingsOf(sql, ours);
const [secretary, head, oiv, other] = [
  await stage.enter(ours.people.secretary),
  await stage.enter(ours.people.head),
  await stage.enter(ours.people.oiv),
  await stage.enter(theirs.people.secretary, theirs),
];
const here = <T>(work: Parameters<typeof inTown<T>>[2]): Promise<T> => inTown(sql, ours.town, work);
const read = async (path: string, who = secretary) => {
  const { status, text } = await who.get(`/api/v1${path}`);
  return { status, body: JSON.parse(text) };
};
const send = async (method: string, path: string, body?: unknown, who = secretary) => {
  const { status, text } = await who.json(method, `/api/v1${path}`, body);
  return { status, body: JSON.parse(text) };
};
const fileAt = async (path: string, who = secretary) => {
  const answer = await stage.app.request(`/api/v1${path}`, { headers: { cookie: who.cookie } });
  const begins = Buffer.from(await answer.arrayBuffer())
    .subarray(0, 4)
    .toString('latin1');
  return [answer.status, answer.headers.get('content-type'), begins];
};
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('one’s own record', () => {
  it('is the file of the page, and leaves no trace; taken out by the Segretario it is in the history', async () => {
    const before = await here((tx) => listAudit(tx, { action: 'person.export' }));
    const mine = await read('/me/record', head);
    expect(mine.body).toEqual(JSON.parse((await head.get('/i-miei-dati/json')).text));
    expect(await here((tx) => listAudit(tx, { action: 'person.export' }))).toHaveLength(before.length);
    const taken = await send('POST', `/people/${ours.people.head}/record`);
    expect(taken.body).toMatchObject({ format: 'traguardo.person/1', person: { id: ours.people.head } });
    const [entry] = await here((tx) => listAudit(tx, { action: 'person.export' }));
    expect(entry).toMatchObject({ channel: 'api', subject: ours.people.head });
  });
});

describe('the code of a shared mailbox', () => {
  it('is set and taken away, never told; 123456 is too plain, and a role without such a mailbox has none', async () => {
    await here((tx) => tx`update person set shared_mailbox = true where id = ${ours.people.oiv}`);
    const role = { role: 'oiv' };
    const codeOf = async () => {
      const { codes } = (await read('/role-codes')).body;
      return codes.find((one: { role: { role: string } }) => one.role.role === 'oiv');
    };
    expect(await codeOf()).toEqual({ role, people: ['Nucleo'], isSet: false });
    const plain = await send('PUT', '/role-codes', { role, code: '123456' });
    expect([plain.status, plain.body.errors[0].pointer]).toEqual([422, '#/code']);
    expect((await send('PUT', '/role-codes', { role, code: '' })).status).toBe(422);
    expect((await send('PUT', '/role-codes', { role: { role: 'rpct' }, code: '482915' })).status).toBe(404);
    expect((await send('PUT', '/role-codes', { role, code: '482915' })).body).toEqual({
      role: 'oiv',
      isSet: true,
    });
    expect(await codeOf()).toEqual({ role, people: ['Nucleo'], isSet: true });
    expect((await send('PUT', '/role-codes', { role, code: null })).body.isSet).toBe(false);
  });

  it('is not asked by links that are revoked: all keys of the town end, once per idempotency key', async () => {
    const revoke = async () => {
      const { status, text } = await secretary.ask('/api/v1/answer-links/revoke', {
        method: 'POST',
        headers: { 'idempotency-key': 'revoke-1' },
      });
      return [status, text];
    };
    const first = await revoke();
    expect(first[0]).toBe(200);
    expect(await revoke()).toEqual(first);
    expect(await here((tx) => listAudit(tx, { action: 'links.revoke' }))).toHaveLength(1);
  });
});

describe('a person', () => {
  it('has a calendar closed by the Segretario, once', async () => {
    await send('POST', '/my-calendar', undefined, head);
    const path = `/people/${ours.people.head}/calendar`;
    expect((await send('DELETE', path)).body).toEqual({ revoked: true });
    expect((await send('DELETE', path)).body).toEqual({ revoked: false });
  });

  it('gets no fiscal code where nobody enters by one: 422 at `code`', async () => {
    const { status, body } = await send('PUT', `/people/${ours.people.head}/fiscal-code`, {
      code: 'RSSMRA80A01H501U',
    });
    expect([status, body.errors[0].pointer]).toEqual([422, '#/code']);
  });

  it('hands over what the role owes, part by part, to whoever is named', async () => {
    const path = `/people/${things.person}/roles/${things.tenure}/hand-over`;
    const { body } = await read(`${path}?to=${ours.people.nobody}`);
    expect(body).toMatchObject({
      person: { id: things.person },
      role: { role: 'head', sector: 'Finanziario' },
      successor: { id: ours.people.nobody, name: 'Senza Ruolo' },
      successorFrom: null,
    });
    const parts: string[] = body.handed.map(({ part }: { part: string }) => part);
    expect(parts.indexOf('late')).toBeLessThan(parts.indexOf('later'));
    expect(body.handed.map(({ obligation }: { obligation: { id: string } }) => obligation.id)).toContain(
      things.obligation,
    );
  });
});

describe('the plan', () => {
  it('of 2023 is read with its versions, as a spreadsheet and as the file it came from; of 2099 there is none', async () => {
    const { body } = await read('/plans/2023');
    expect(body).toMatchObject({ year: 2023, open: true });
    expect(body.plan.sectors.length).toBeGreaterThan(0);
    const [version] = body.versions;
    expect(version).toMatchObject({ number: body.versions.length, file: { id: things.imported } });
    expect(await fileAt('/plans/2023/xlsx')).toEqual([200, SHEET, 'PK\u0003\u0004']);
    expect((await fileAt(`/plan-files/${version.file.id}`))[0]).toBe(200);
    for (const path of ['/plans/2099', '/plans/2099/xlsx', `/plan-files/${things.draft}`])
      expect((await read(path)).status, path).toBe(404);
    expect((await secretary.get('/piano.json?anno=2099')).status).toBe(404);
  });

  it('has drafts that are listed, put away and taken back', async () => {
    const stateOf = async () =>
      (await read('/plan-drafts')).body.drafts.find((one: { draft: string }) => one.draft === things.draft)
        ?.state;
    expect(await stateOf()).toBe('draft');
    await send('DELETE', `/plan-drafts/${things.draft}`);
    expect(await stateOf()).toBe('discarded');
    expect((await send('POST', `/plan-drafts/${things.draft}/restore`)).body).toEqual({
      draft: things.draft,
    });
    expect(await stateOf()).toBe('draft');
    expect((await fileAt(`/plan-drafts/${things.draft}/file`))[0]).toBe(200);
    expect((await send('POST', `/plan-drafts/${things.draft}/rebase`)).status).toBe(404);
  });
});

describe('register and papers', () => {
  it('are searched by programs: an objective by its title, and nothing of another town', async () => {
    const [first] = (await read('/register')).body.objectives;
    expect(first).toMatchObject({ year: 2023 });
    const found = await read(`/register?search=${encodeURIComponent(first.title)}`);
    expect(found.body.objectives).toContainEqual(first);
    const foreign = (await read('/register', other)).body;
    const ids = foreign.objectives.map(({ id }: { id: string }) => id);
    expect(ids).not.toContain(first.id);
    expect((await read('/register/seals/2023-13/pdf')).status).toBe(404);
  });

  it('of the evaluators go out in Word and PDF, to them and the Segretario', async () => {
    expect(await fileAt('/review/2023/papers/working-papers/docx', oiv)).toEqual([
      200,
      WORD,
      'PK\u0003\u0004',
    ]);
    expect(await fileAt('/review/2023/papers/validation/pdf', oiv)).toEqual([200, 'application/pdf', '%PDF']);
    const minutes = `/measurement/sectors/${things.sector}/minutes/docx?year=2023`;
    expect(await fileAt(minutes, oiv)).toEqual([200, WORD, 'PK\u0003\u0004']);
    expect((await read('/review/2023/papers/validation/pdf', head)).status).toBe(403);
    for (const path of ['/review/2031/papers/report/docx', '/review/2023/papers/other/docx'])
      expect((await read(path)).status, path).toBe(404);
  });

  it('read an objective as the evaluators see it, and the checklist', async () => {
    const { body } = await read(`/review/objectives/${things.objective}`, oiv);
    expect(body.objective.id).toBe(things.objective);
    expect(body.places.length).toBeGreaterThan(0);
    const { body: list } = await read('/review/criteria', oiv);
    const inForce = await here(criteriaInForce);
    expect(list).toEqual({ number: inForce.number, criteria: inForce.criteria });
  });
});
