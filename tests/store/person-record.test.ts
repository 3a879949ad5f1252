import { afterAll, describe, expect, it, test } from 'vitest';
import { connect } from '../../store/connection.js';
import { inTown, type Tx } from '../../store/in-town.js';
import { eraseName, eraseWords } from '../../store/privacy/erasure.js';
import { personRecord } from '../../store/privacy/person-record.js';
import { PERSON_PLACES } from '../../store/privacy/person-record-tables.js';
import { appendEntries, commitText } from '../../store/register/register.js';
import { freshDatabase } from '../database.js';
import { furnishedTown, NOON } from './furnished-town.js';

const database = await freshDatabase();
const app = connect(database.appUrl, { max: 4 });
const admin = connect(database.adminUrl, { max: 1 });
afterAll(() => Promise.all([app.end(), admin.end()]));

const town = await furnishedTown(app);
const here = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTown(app, town.town, work);

/** Columns that name a person, of which the record speaks otherwise. */
const OTHERWISE = ['account_session.as_person', 'api_key.as_person'];

test('every column of every table that names a person is in the record of a person', async () => {
  const columns = await admin<{ name: string }[]>`
    select conrelid::regclass::text || '.' || a.attname as name
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'f' and c.confrelid = 'person'::regclass and a.attname not in ('town', 'as_town')`;
  const known = [...PERSON_PLACES.map(({ table, column }) => `${table}.${column}`), ...OTHERWISE];
  expect(columns.map(({ name }) => name).sort()).toEqual(known.sort());
});

describe('everything held about a person', () => {
  it('has their rows whole, their deeds, the register with the words they wrote; no secret and no other person', async () => {
    const record = await here((tx) => personRecord(tx, town.secretary, { themselves: true }));
    const others = await admin<{ id: string; name: string; email: string }[]>`
      select id, name, coalesce(email, name) as email from person where town = ${town.town} and id <> ${town.secretary}`;
    const sections = new Map(record?.sections.map((section) => [section.of, section]));
    expect([...sections.keys()]).toContain('role_holder.person');
    expect(record?.person).toMatchObject({ name: 'Segretaria', email: 'segretaria@prova.example' });
    const written = JSON.stringify(record);
    for (const secret of ['token_hash', '"salt"', 'fingerprint', 'fiscal_hash', '\\\\x'])
      expect(written, secret).not.toContain(secret);
    for (const { id, email } of others) {
      expect(written).not.toContain(email);
      // Their own rows and the register may name whom a thing concerns by its id, which is nobody's name.
      const deeds = record?.sections.filter(({ of }) => of.endsWith('_by')) ?? [];
      expect(JSON.stringify(deeds)).not.toContain(id);
    }
  });

  it('says of a head what they answered and transmitted, and which entries of the register name them, with their words', async () => {
    const record = await here(async (tx) => {
      const note = await commitText(tx, 'parole sue');
      const subject = { kind: 'cycle', id: town.plan.cycle } as const;
      await appendEntries(tx, [{ subject, body: { at: NOON, kind: 'x', person: town.head, note } }]);
      return personRecord(tx, town.head, { themselves: false });
    });
    const places = record?.sections.map(({ of }) => of) ?? [];
    for (const of of ['role_holder.person', 'answer.person', 'submission_version.transmitted_by'])
      expect(places).toContain(of);
    expect(record?.register).toEqual([
      { body: expect.objectContaining({ person: town.head }), texts: { note: 'parole sue' } },
    ]);
  });

  it('has the notes that a member of the Nucleo shared with nobody only when it is they who ask', async () => {
    const [note] = await admin<{ author: string; text: string }[]>`
      insert into review_note (town, duty, objective, author, text, written_at)
      select town, duty, objective, author, 'appunto soltanto mio', written_at from review_note
      where town = ${town.town} limit 1 returning author, text`;
    const author = note?.author ?? '';
    const texts = async (themselves: boolean): Promise<string> =>
      JSON.stringify(await here((tx) => personRecord(tx, author, { themselves })));
    expect(note?.text).toBeTruthy();
    expect(await texts(true)).toContain(note?.text);
    expect(await texts(false)).not.toContain(note?.text);
  });

  it('is nothing of another town, and nothing of nobody', async () => {
    const other = await furnishedTown(app);
    expect(await here((tx) => personRecord(tx, other.head, { themselves: false }))).toBeNull();
  });
});

describe('the erasure of somebody who left', () => {
  const called = { called: 'Responsabile (nome cancellato)', by: town.secretary, at: NOON };
  const account = async (email: string): Promise<string> => {
    const [row] = await admin<{ id: string }[]>`
      insert into account (email, created_at) values (${email}, ${NOON}) returning id`;
    return row?.id ?? '';
  };
  const enter = (of: string, person: { town: string; id: string }) =>
    admin`insert into account_session (token_hash, account, as_town, as_person, made_at, seen_at, expires_at)
      values (decode(md5(random()::text) || md5(random()::text), 'hex'), ${of}, ${person.town}, ${person.id},
        ${NOON}, ${NOON}, ${NOON})`;
  const person = async (of: string, name: string, email: string): Promise<string> => {
    const [row] = await admin<{ id: string }[]>`insert into person (town, name, email, created_at)
      values (${of}, ${name}, ${email}, ${NOON}) returning id`;
    return row?.id ?? '';
  };
  const left = async (of: string): Promise<Record<string, unknown>> => ({
    ...(
      await admin`select (select count(*)::integer from account where id = ${of}) as accounts,
      (select count(*)::integer from account_session where account = ${of}) as sessions`
    )[0],
  });

  it('takes account and sessions with them, and only those of this town where the account stands for others too', async () => {
    const other = await furnishedTown(app);
    await admin`update town set mode = 'live', clock_offset_ms = 0 where id in (${town.town}, ${other.town})`;
    const alone = await person(town.town, 'Ada Sola', 'ada@prova.example');
    const shared = await person(town.town, 'Bea Due', 'bea@prova.example');
    const elsewhere = await person(other.town, 'Bea Due', 'bea@prova.example');
    const [first, second] = [await account('ada@prova.example'), await account('bea@prova.example')];
    await enter(first, { town: town.town, id: alone });
    await admin`insert into test_mail (account, asked_at) values (${first}, ${NOON})`;
    await enter(second, { town: town.town, id: shared });
    await enter(second, { town: other.town, id: elsewhere });
    for (const one of [alone, shared]) expect(await here((tx) => eraseName(tx, one, called))).toBe(0);
    expect(await left(first)).toEqual({ accounts: 0, sessions: 0 });
    expect(await left(second)).toEqual({ accounts: 1, sessions: 1 });
    expect(await here((tx) => eraseName(tx, alone, called)), 'a second time').toBeNull();
  });

  it('takes absences, calendar, the name in names of files and in mails to others; tells of texts that still name them', async () => {
    const who = await person(town.town, 'Carla Neri', 'carla@prova.example');
    await admin`insert into absence (town, person, first_day, last_day, recorded_at)
      values (${town.town}, ${who}, '2023-08-01', '2023-08-10', ${NOON})`;
    await admin`insert into calendar_feed (town, person, token_hash, made_at)
      values (${town.town}, ${who}, ${Buffer.alloc(32, 9)}, ${NOON})`;
    await admin`update evidence set name = 'verbale neri_carla.pdf' where town = ${town.town}`;
    await admin`update digest set state = 'sent', address = 'x@prova.example', answered_at = ${NOON}, lease_until = null,
      text = 'Carla Neri non ha risposto' where town = ${town.town} and state = 'frozen'`;
    const [mails] = await admin`select count(*)::integer as n from digest where text like '%Carla%'`;
    expect(mails?.['n']).toBeGreaterThan(0);
    await admin`insert into register_text (town, hash, salt, text)
      values (${town.town}, ${'a'.repeat(64)}, ${'b'.repeat(32)}, 'ne parla CARLA NERI in ufficio')`;
    expect(await here((tx) => eraseName(tx, who, called))).toBe(1);
    const [after] = await admin`select
      (select count(*)::integer from absence where person = ${who}) as absences,
      (select count(*)::integer from calendar_feed where person = ${who} and revoked_at is null) as feeds,
      (select string_agg(distinct name, ',') from evidence where town = ${town.town}) as files,
      (select count(*)::integer from digest where text like '%Carla%') as mails`;
    expect({ ...after }).toEqual({ absences: 0, feeds: 0, files: 'documento.pdf', mails: 0 });
  });

  it('takes reasons of measures and notes of acts that they wrote, out of the history too, however deep', async () => {
    await admin`update measure_change set reason = 'motivo suo', recorded_by = ${town.secretary} where town = ${town.town}`;
    await admin`insert into audit (town, at, channel, action, subject_kind, after) values (${town.town}, ${NOON}, 'page',
      'measurement.define', 'objective', '{"parts": [{"reason": "motivo suo", "state": "motivo suo"}]}')`;
    await here((tx) => eraseWords(tx, town.secretary, { at: NOON, zone: 'Europe/Rome' }));
    const [row] =
      await admin`select (select count(*)::integer from measure_change where town = ${town.town} and reason <> '') as reasons,
      (select after from audit where town = ${town.town} and action = 'measurement.define' order by seq desc limit 1) as after`;
    expect({ ...row }).toEqual({ reasons: 0, after: { parts: [{ reason: null, state: 'motivo suo' }] } });
  });
});
