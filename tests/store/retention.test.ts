import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { retentionOf } from '../../cli/retention.js';
import { INSTALLATION_RETENTION } from '../../domain/retention/installation-retention.js';
import { TOWN_RETENTION } from '../../domain/retention/retention-rules.js';
import { addDays, addMonths, civilDate } from '../../domain/time/civil-date.js';
import { type Instant, instant } from '../../domain/time/instant.js';
import { civilDateAt, instantAt } from '../../domain/time/zone.js';
import { townsFault } from '../../store/backup/check-towns.js';
import { connect } from '../../store/connection.js';
import { inTown, type Tx } from '../../store/in-town.js';
import { migrate, readMigrations } from '../../store/migrate.js';
import { retainInstallation, retainTown, townsToRetain } from '../../store/privacy/retention.js';
import { listAudit } from '../../store/register/audit.js';
import { changeSettings, loadTown } from '../../store/towns/towns.js';
import { retainOnce } from '../../worker/retention.js';
import { freshDatabase } from '../database.js';
import { tempFolder } from '../embedded/temp-folder.js';
import { furnishedTown, NOON, type PlannedTown } from './furnished-town.js';

const [database, older] = await Promise.all([freshDatabase(), freshDatabase({ empty: true })]);
const app = connect(database.appUrl, { max: 4 });
const admin = connect(database.adminUrl, { max: 1 });
afterAll(() => Promise.all([app.end(), admin.end()]));

const ZONE = 'Europe/Rome';
/** A day on which all that a furnished town has is older than any default but evidence, mails and history. */
const LATER = addMonths(civilDateAt(NOON, ZONE), 30);
const at = (day: string, minute = 600): Instant => instantAt(civilDate(day), minute, ZONE);
const here = <T>(town: PlannedTown, work: (tx: Tx) => Promise<T>): Promise<T> => inTown(app, town.town, work);
const count = async (town: PlannedTown, what: string, where = 'true'): Promise<number> => {
  const [row] = await admin.unsafe<{ n: number }[]>(
    `select count(*)::integer as n from ${what} where town = '${town.town}' and ${where}`,
  );
  return row?.n ?? -1;
};

describe('once a day of the town', () => {
  it('goes what is past its time and nothing else; it is an event with counts; a second time on that day nothing is done', async () => {
    const town = await furnishedTown(app);
    await admin`update import_draft set state = 'discarded', closed_at = ${NOON}
      where town = ${town.town} and state = 'draft'`;
    await admin`update calendar_feed set revoked_at = ${NOON}, revoked_by = person where town = ${town.town}`;
    await admin`update link_key set revoked_at = ${NOON} where town = ${town.town}`;
    await admin`update stopped_mailbox set lifted_at = ${NOON}, lifted_by = ${town.secretary} where town = ${town.town}`;
    await admin`update absence set first_day = '2023-06-01', last_day = '2023-07-01' where town = ${town.town}`;
    const [audits, mails] = [
      await count(town, 'audit'),
      await count(town, 'digest', "text <> 'Testo cancellato.'"),
    ];
    const removed = await here(town, (tx) => retainTown(tx, at(LATER)));
    expect(removed).toMatchObject({ 'mail-texts': 0, evidence: 0, audit: 0 });
    for (const code of [
      'commands',
      'absences',
      'import-drafts',
      'calendars',
      'link-keys',
      'stopped-mailboxes',
    ] as const)
      expect(removed?.[code], code).toBeGreaterThan(0);
    expect(await count(town, 'import_draft', "state = 'confirmed'")).toBeGreaterThan(0);
    expect(await count(town, 'import_draft', "state <> 'confirmed'")).toBe(0);
    expect(await count(town, 'digest', "text <> 'Testo cancellato.'")).toBe(mails);
    expect(await count(town, 'audit')).toBe(audits + 1);
    const [event] = await here(town, (tx) => listAudit(tx, { atMost: 1 }));
    expect(event).toMatchObject({ action: 'retention.carry-out', person: null, channel: 'workflow' });
    expect(event?.after).toEqual(Object.fromEntries(Object.entries(removed ?? {}).filter(([, n]) => n > 0)));
    expect(await here(town, (tx) => retainTown(tx, at(LATER, 1_300)))).toBeNull();
    expect(await here(town, (tx) => retainTown(tx, at(addDays(LATER, 1))))).toMatchObject({ commands: 0 });
    expect(await count(town, 'audit'), 'nothing went: nothing to say').toBe(audits + 1);
  });

  it('mails lose text and address after 5 years; hash, subject and register stay', async () => {
    const town = await furnishedTown(app);
    await admin`update digest set state = 'sent', address = 'a@prova.example', answered_at = ${NOON}, lease_until = null
      where town = ${town.town} and state = 'frozen'`;
    const [digest] = await admin<
      { day: string }[]
    >`select max(day)::text as day from digest where town = ${town.town}`;
    const last = addMonths(civilDate(digest?.day ?? ''), 60);
    await here(town, (tx) => retainTown(tx, at(last)));
    expect(await count(town, 'digest', "text <> 'Testo cancellato.'")).toBeGreaterThan(0);
    const entries = await count(town, 'register_entry');
    // The town's clock says when it is: this one lives later than the machine.
    await admin`update town set clock_offset_ms = ${at(addDays(last, 1)) - Date.now()} where id = ${town.town}`;
    await here(town, (tx) => retainTown(tx, instant(Date.now())));
    expect(await count(town, 'digest', "text <> 'Testo cancellato.' or address <> ''")).toBe(0);
    expect(await count(town, 'digest', "content_hash ~ '^[0-9a-f]{64}$' and subject <> ''")).toBeGreaterThan(
      0,
    );
    expect(await count(town, 'register_entry')).toBe(entries);
  });

  it('documents lose their content ten years after the year was closed, and no day before', async () => {
    const town = await furnishedTown(app);
    await admin`update cycle set state = 'closed', closed_on = '2014-02-28' where town = ${town.town}`;
    await here(town, (tx) => retainTown(tx, at('2024-02-28')));
    expect(await count(town, 'evidence_chunk')).toBeGreaterThan(0);
    await here(town, (tx) => retainTown(tx, at('2024-02-29')));
    expect(await count(town, 'evidence_chunk')).toBe(0);
    expect(await count(town, 'evidence')).toBeGreaterThan(0);
    expect(await count(town, 'evidence', 'content_removed_at is null')).toBe(0);
    const towns = await admin<{ id: string }[]>`select id from town`;
    const fault = await townsFault(
      app,
      towns.map(({ id }) => id),
    );
    expect(fault, 'an upgrade afterwards misses nothing').toBeNull();
  });

  it('keeps as long as the town has set', async () => {
    const town = await furnishedTown(app);
    await here(town, async (tx) => {
      const { settings } = await loadTown(tx);
      await changeSettings(tx, { ...settings, retention: { commands: 365, absences: 400 } });
    });
    await admin`update absence set first_day = '2023-06-01', last_day = '2023-07-01' where town = ${town.town}`;
    const kept = await here(town, (tx) => retainTown(tx, at(addDays(civilDateAt(NOON, ZONE), 365))));
    expect(kept?.commands).toBe(0);
    const later = await here(town, (tx) => retainTown(tx, at(LATER)));
    expect(later?.commands).toBeGreaterThan(0);
    expect(later?.absences, 'a number out of bounds counts as the bound: ten years').toBe(0);
  });

  it('what mail servers said goes after 21 days of the town, whether or not a round is held', async () => {
    const town = await furnishedTown(app);
    const said = "response <> ''";
    await admin`update delivery_event set response = '250 ok', at = ${NOON} where town = ${town.town}`;
    await here(town, (tx) => retainTown(tx, at('2023-07-20', 1_439)));
    expect(await count(town, 'delivery_event', said)).toBeGreaterThan(0);
    await here(town, (tx) => retainTown(tx, at('2023-07-21', 1)));
    expect(await count(town, 'delivery_event', said)).toBe(0);
  });
});

test('whoever calls the functions with any day cannot remove what is younger than the shortest time that may be set', async () => {
  const town = await furnishedTown(app);
  await admin`update audit set at = clock_timestamp() - interval '4 years' where town = ${town.town}`;
  const audits = await count(town, 'audit');
  await here(
    town,
    (tx) => tx`select retain_town('{"audit": {"at": "9999-01-01T00:00:00Z", "day": "9999-01-01"}}')`,
  );
  expect(await count(town, 'audit')).toBe(audits);
  const shortest = async (name: string): Promise<unknown> => {
    const [row] = await admin<
      { source: string }[]
    >`select prosrc as source from pg_proc where proname = ${name}`;
    return JSON.parse(/shortest constant jsonb := '([^']+)'/.exec(row?.source ?? '')?.[1] ?? '{}');
  };
  const { 'delivery-details': _, ...ofTowns } = TOWN_RETENTION;
  const spans = (rules: Readonly<Record<string, { least: number; unit: string }>>) =>
    Object.fromEntries(Object.entries(rules).map(([code, { least, unit }]) => [code, `${least} ${unit}`]));
  expect(await shortest('retain_town')).toEqual(spans(ofTowns));
  expect(await shortest('across_retain')).toEqual(spans(INSTALLATION_RETENTION));
});

test('above towns go sign-ins of yesterday, sessions and keys that ended long ago, caught mails, unused accounts', async () => {
  const old = at('2023-01-01');
  const [account] = await admin<{ id: string }[]>`
    insert into account (email, created_at) values ('nessuno@prova.example', ${old}) returning id`;
  const keep = await admin<{ id: string }[]>`
    insert into account (email, created_at, administrator_since) values ('capo@prova.example', ${old}, ${old}) returning id`;
  await admin`insert into account_session (token_hash, account, made_at, seen_at, expires_at)
    values (${Buffer.alloc(32, 7)}, ${account?.id ?? ''}, ${old}, ${old}, ${old})`;
  await admin`insert into inbox_message (envelope_from, envelope_to, received_at)
    values ('a@prova.example', '{b@prova.example}', ${old})`;
  const removed = await retainInstallation(app, at('2026-01-02'));
  expect(removed.sessions).toBe(1);
  expect(removed['trial-mails']).toBeGreaterThan(0);
  expect(removed.accounts + (await retainInstallation(app, at('2026-01-02'))).accounts).toBe(1);
  const left = await admin<
    { id: string }[]
  >`select id from account where id in (${account?.id ?? ''}, ${keep[0]?.id ?? ''})`;
  expect(left.map(({ id }) => id)).toEqual([keep[0]?.id]);
});

test('the worker does it for each town whose day has none yet, and the command tries it out without removing anything', async () => {
  const town = await furnishedTown(app);
  const now = at(addDays(LATER, 40));
  expect(await townsToRetain(app, now, 1_000)).toContain(town.town);
  const commands = await count(town, 'command');
  const lines = await retentionOf({ dryRun: true }, { DATABASE_URL: database.appUrl }, now);
  expect(lines[0]).toBe('Prova: non si cancella nulla. Se ne andrebbero:');
  expect(lines.join('\n')).toContain(`${commands} · ${TOWN_RETENTION.commands.what}`);
  expect(await count(town, 'command')).toBe(commands);
  expect(await townsToRetain(app, now, 1_000), 'tried is not done').toContain(town.town);
  expect(await retainOnce({ sql: app, now: () => now })).toBeGreaterThan(0);
  expect(await townsToRetain(app, now, 1_000)).toEqual([]);
  expect(await count(town, 'command')).toBe(0);
  expect(await retentionOf({}, { DATABASE_URL: database.appUrl }, now)).toEqual([
    'Nulla ha finito il suo tempo.',
  ]);
});

test('of a service that was stopped before its first migration it says that there is nothing', async () => {
  const folder = tempFolder();
  writeFileSync(path.join(folder, 'content'), 'service');
  const dry = retentionOf({ dryRun: true }, { DATA_DIR: folder });
  await expect(dry).rejects.toThrow('La base dati è vuota: non c’è nulla da cancellare.');
});

test('of a database of 39 migrations or of none the command says what to do first, and removes nothing', async () => {
  const dry = (): Promise<unknown> => retentionOf({ dryRun: true }, { DATABASE_URL: older.appUrl });
  const owner = connect(older.ownerUrl, { max: 1 });
  try {
    await expect(dry()).rejects.toThrow('La base dati è vuota');
    await migrate(owner, { migrations: (await readMigrations()).slice(0, 39) });
    await expect(dry()).rejects.toThrow('Lo schema è indietro: esegui prima «traguardo upgrade»');
  } finally {
    await owner.end();
  }
});
