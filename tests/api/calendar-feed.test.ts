/** The personal calendar by its secret address: who opens it, until when, and that nothing of it is kept or told. */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { newSecret } from '../../store/entry/secret-token.js';
import { inTown } from '../../store/in-town.js';
import { loadObligations } from '../../store/obligations/obligations.js';
import { endRole, roleHolders } from '../../store/people/people.js';
import { openStage } from './stage.js';
import type { Visitor } from './visitor.js';

const stage = await openStage();
const { ours, theirs, sql } = stage;
const PLACE = '/le-mie-scadenze/calendario';
const stranger = stage.stranger();

async function make(visitor: Visitor, key: string = crypto.randomUUID()): Promise<string> {
  const { status, text, headers } = await visitor.post(PLACE, { modulo: await visitor.token(), chiave: key });
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  return /\/calendario\/[\w-]{43}\.ics/.exec(text)?.[0] ?? '';
}

const titlesIn = (text: string): readonly string[] =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((one) => String(one.getFirstPropertyValue('summary')));

const head = await stage.enter(ours.people.head);
const first = await make(head);

/** Everything of the town that could have been written down. */
const rowsOf = (town: string): Promise<string> =>
  inTown(sql, town, async (tx) => {
    const tables = ['audit', 'register_entry', 'calendar_feed', 'command', 'announcement', 'person'];
    const rows = await Promise.all(tables.map((table) => tx`select t::text from ${tx(table)} t order by 1`));
    return JSON.stringify(rows);
  });

describe('the address', () => {
  it('opens without a session what its person owes, and nothing of anybody else', async () => {
    const { status, text, headers } = await stranger.get(first);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('set-cookie')).toBeNull();
    const now = await inTown(sql, ours.town, (tx) => loadObligations(tx));
    const owed = now.filter(
      ({ owner, term }) =>
        owner.role === 'head' && owner.sector === 'Finanziario' && term.kind !== 'external',
    );
    expect(titlesIn(text)).toHaveLength(owed.length);
    expect(owed.length).toBeGreaterThan(1);
    for (const { subject } of owed)
      expect(text.replaceAll('\r\n ', '')).toContain(subject.objective.slice(0, 30));
    const others = await make(await stage.enter(ours.people.otherHead));
    expect(titlesIn((await stranger.get(others)).text)).not.toEqual(titlesIn(text));
  });

  it('answers 304 to whoever has these bytes, and the same bytes each time', async () => {
    const { headers, text } = await stranger.get(first);
    const tag = headers.get('etag') ?? '';
    expect(tag).toMatch(/^(W\/)?"/);
    const again = await stranger.ask(first, { headers: { 'if-none-match': tag } });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(again.headers.get('cache-control')).toBe('private, no-cache');
    expect((await stranger.get(first)).text).toBe(text);
    const head = await stranger.ask(first, { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
  });

  it('records nothing when it is opened, and stands in no row and no line of the log', async () => {
    const before = await rowsOf(ours.town);
    for (let times = 0; times < 3; times++) await stranger.get(first);
    const after = await rowsOf(ours.town);
    expect(after).toBe(before);
    const token = /[\w-]{43}/.exec(first)?.[0] ?? 'none';
    expect(after).not.toContain(token);
    expect(stage.logged.join('\n')).not.toContain(token);
  });

  it('is shown once: the page says since when there is one, and the same form sent twice shows none', async () => {
    const visitor = await stage.enter(ours.people.rpct);
    const key = crypto.randomUUID();
    const address = await make(visitor, key);
    expect(address).not.toBe('');
    expect(await make(visitor, key)).toBe('');
    expect((await stranger.get(address)).status).toBe(200);
    const page = await visitor.get(PLACE);
    expect(page.text).toContain('giovedì 29 giugno 2023');
    expect(page.text).not.toContain(address);
  });

  it.each([
    ['nothing', '/calendario/.ics'],
    ['too short', '/calendario/abc.ics'],
    ['another ending', `/calendario/${newSecret().token}.json`],
    ['never made', `/calendario/${newSecret().token}.ics`],
    ['a sign too many', first.replace('.ics', 'A.ics')],
    ['signs of SQL', `/calendario/${encodeURIComponent("' or 1=1 --")}.ics`],
    ['a zero byte', '/calendario/%00.ics'],
    ['bytes that are no text', '/calendario/%ff%fe.ics'],
    ['5,000 signs', `/calendario/${'a'.repeat(5000)}.ics`],
    ['in capitals', first.toUpperCase().replace('/CALENDARIO/', '/calendario/').replace('.ICS', '.ics')],
  ])('that is %s opens nothing: 404', async (_, address) => {
    const { status, text } = await stranger.get(address);
    expect(status).toBe(404);
    expect(text).not.toContain('BEGIN:VCALENDAR');
  });
});

describe('an end', () => {
  it('renewing makes another address, and the one before answers 410 at once', async () => {
    const visitor = await stage.enter(ours.people.mayor);
    const [old, young] = [await make(visitor), await make(visitor)];
    expect((await stranger.get(old)).status).toBe(410);
    expect((await stranger.get(young)).status).toBe(200);
    const gone = await visitor.post(`${PLACE}/annulla`, { modulo: await visitor.token() });
    expect(gone.status).toBe(303);
    expect((await stranger.get(young)).status).toBe(410);
    expect((await visitor.get(PLACE)).text).toContain('Nessun indirizzo attivo');
  });

  it('the Segretario sees that there is one and since when, not which, and may revoke it; the audit says so', async () => {
    const secretary = await stage.enter(ours.people.secretary);
    const page = await secretary.get(`/persone/${ours.people.head}`);
    expect(page.text).toContain('Un indirizzo segreto è attivo da giovedì 29 giugno 2023');
    expect(page.text).not.toContain(first.slice('/calendario/'.length, -4));
    const revoke = `/persone/${ours.people.head}/calendario/annulla`;
    const strangers = await stage.enter(theirs.people.secretary, theirs);
    expect((await strangers.post(revoke, { modulo: await strangers.token() })).status).toBe(404);
    expect((await stranger.get(first)).status).toBe(200);
    expect((await secretary.post(revoke, { modulo: await secretary.token() })).status).toBe(303);
    expect((await stranger.get(first)).status).toBe(410);
    const audit = await inTown(
      sql,
      ours.town,
      (tx) =>
        tx`select person, action from audit where subject = ${ours.people.head} and action like 'calendar.%' order by seq`,
    );
    expect(audit.map(({ person, action }) => [person, action])).toEqual([
      [ours.people.head, 'calendar.make'],
      [ours.people.secretary, 'calendar.revoke'],
    ]);
  });

  it('whoever holds no role any more has a closed calendar: 410, and an empty one while a role is to come', async () => {
    const visitor = await stage.enter(theirs.people.head, theirs);
    const address = await make(visitor);
    expect(titlesIn((await stranger.get(address)).text).length).toBeGreaterThan(1);
    const tenure = await inTown(sql, theirs.town, async (tx) => {
      const held = (await roleHolders(tx)).find(({ person }) => person.id === theirs.people.head);
      await endRole(tx, held?.id ?? '', civilDate('2023-06-28'));
      return held?.id ?? '';
    });
    expect((await stranger.get(address)).status).toBe(410);
    await inTown(
      sql,
      theirs.town,
      (tx) => tx`update role_holder set valid_from = '2023-07-01', valid_to = null where id = ${tenure}`,
    );
    const later = await stranger.get(address);
    expect([later.status, titlesIn(later.text)]).toEqual([200, []]);
  });
});

describe('the facts', () => {
  it('concluding a term marks its event, raises its sequence and changes the tag', async () => {
    const address = await make(head);
    const before = await stranger.get(address);
    const owed = ours.obligations.find(
      ({ owner, term, state }) =>
        owner.role === 'head' &&
        owner.sector === 'Finanziario' &&
        term.kind !== 'external' &&
        state === 'open',
    );
    const done = await head.json('POST', `/api/v1/obligations/${owed?.id}/complete`, {
      doneOn: '2023-06-28',
    });
    expect(done.status).toBe(200);
    const after = await stranger.get(address);
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    const event = new ICAL.Component(ICAL.parse(after.text))
      .getAllSubcomponents('vevent')
      .find((one) => one.getFirstPropertyValue('uid') === owed?.id);
    expect(String(event?.getFirstPropertyValue('summary'))).toMatch(/^Conclusa: /);
    expect(Number(event?.getFirstPropertyValue('sequence'))).toBeGreaterThan(0);
    expect(String(event?.getFirstPropertyValue('last-modified'))).toBe('2023-06-29T10:00:00Z');
  });
});

describe('by the JSON API', () => {
  const PATH = '/api/v1/my-calendar';
  const answerOf = async (visitor: Visitor, method: string, key?: string) => {
    const headers = { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) };
    const { status, text, headers: said } = await visitor.ask(PATH, { method, headers });
    return { status, body: JSON.parse(text), cache: said.get('cache-control') };
  };
  const opens = async (address: string): Promise<number> =>
    (await stranger.get(new URL(address).pathname)).status;

  it('an address is made and told once, renewed (the former closes), and revoked, by whoever it belongs to', async () => {
    const visitor = await stage.enter(ours.people.rpct);
    await answerOf(visitor, 'DELETE');
    expect((await answerOf(visitor, 'GET')).body).toEqual({ since: null });
    const made = await answerOf(visitor, 'POST', 'una-volta');
    expect([made.status, made.cache]).toEqual([200, 'no-store']);
    expect(made.body.address).toMatch(/^https?:\/\/.+\/calendario\/[\w-]{43}\.ics$/);
    expect(await opens(made.body.address)).toBe(200);
    expect((await answerOf(visitor, 'POST', 'una-volta')).body).toEqual({ again: true });
    expect((await answerOf(visitor, 'GET')).body.since).toMatch(/^2023-06-29T/);

    const renewed = await answerOf(visitor, 'POST');
    expect([await opens(made.body.address), await opens(renewed.body.address)]).toEqual([410, 200]);
    expect((await answerOf(visitor, 'DELETE')).body).toEqual({ revoked: true });
    expect(await opens(renewed.body.address)).toBe(410);
    expect((await answerOf(visitor, 'DELETE')).body).toEqual({ revoked: false });
    expect(await rowsOf(ours.town)).not.toContain(renewed.body.address.slice(-47, -4));
  });

  it('is for whoever has entered: 401 to a stranger', async () => {
    for (const method of ['GET', 'POST', 'DELETE'])
      expect((await answerOf(stage.stranger(), method)).status).toBe(401);
  });
});
