/** Facts of an older release become this one's, or are exactly as they were. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { upgradeOf } from '../../cli/upgrade.js';
import { townsFault } from '../../store/backup/check-towns.js';
import { upgradeSchema } from '../../store/backup/upgrade-schema.js';
import { connect, type Sql } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { type Migration, migrate, readMigrations, schemaState } from '../../store/migrate.js';
import { deleteTown } from '../../store/moving/delete-town.js';
import { storeEvidence } from '../../store/obligations/evidence.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { tempFolder } from '../embedded/temp-folder.js';
import { NOON } from './furnished-town.js';
import { OLD_TOWN, oldFacts } from './old-release.js';

const all = await readMigrations();
/** The release before: signing in was its last step. */
const THEN = all.slice(0, 27);
const [fine, halfway, unsound, current] = await Promise.all([
  freshDatabase({ empty: true }),
  freshDatabase({ empty: true }),
  freshDatabase({ empty: true }),
  freshDatabase(),
]);
const opened: Sql[] = [];
const open = (url: string): Sql => {
  const sql = connect(url, { max: 2 });
  opened.push(sql);
  return sql;
};
afterAll(() => Promise.all(opened.map((sql) => sql.end())));
const envOf = ({ ownerUrl, appUrl }: TestDatabase): NodeJS.ProcessEnv => ({
  DATABASE_OWNER_URL: ownerUrl,
  DATABASE_URL: appUrl,
});
const folder = tempFolder();

async function oldDatabase(database: TestDatabase): Promise<{ owner: Sql; admin: Sql; app: Sql }> {
  const owner = open(database.ownerUrl);
  await migrate(owner, { migrations: THEN });
  await oldFacts(owner);
  return { owner, admin: open(database.adminUrl), app: open(database.appUrl) };
}

/** The rows of the older schema's tables and columns, and the schema itself. */
async function everything(sql: Sql): Promise<unknown> {
  const tables = await sql<{ name: string }[]>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  return Promise.all(
    tables.map(async ({ name }) => [
      name,
      name === 'schema_migration'
        ? await sql`select number, name, checksum from schema_migration order by 1`
        : await sql`select * from ${sql(name)} t order by t::text`,
    ]),
  );
}

const next = (sql: string): readonly Migration[] => {
  const number = all.length + 1;
  const checksum = createHash('sha256').update(sql).digest('hex');
  return [...all, { number, name: `${String(number).padStart(6, '0')}_later.sql`, sql, checksum }];
};

describe('an upgrade', () => {
  it('from the release before keeps every fact, leaves a copy of before, and the program goes on', async () => {
    const { owner, admin, app } = await oldDatabase(fine);
    const copy = path.join(folder, 'copia');
    const said = await upgradeOf({ copy }, envOf(fine));
    expect(said).toContain(`Aggiornato: ${all.length - THEN.length} passi (${all[27]?.name}`);
    expect(said).toContain('1 comune controllato');
    expect(await schemaState(owner)).toBe('current');
    expect(existsSync(path.join(copy, 'copia.json'))).toBe(true);
    const [mail] = await admin`select subject, text from digest where town = ${OLD_TOWN}`;
    expect(mail).toEqual({ subject: 'Una scadenza', text: 'Testo' });
    const [obligation] = await admin<
      { id: string }[]
    >`select id from obligation where title = 'Approvare la Relazione'`;
    const evidence = {
      obligation: obligation?.id ?? '',
      name: 'a.txt',
      type: 'text/plain',
      addedAt: NOON,
      addedBy: null,
    };
    const kept = await inTown(app, OLD_TOWN, (tx) => storeEvidence(tx, evidence, [Buffer.from('a')]));
    expect(kept.ok).toBe(true);
    const [event] = await admin`select action, detail -> 'applied' ->> 0 as first from installation_event`;
    expect(event).toEqual({ action: 'upgrade', first: all[27]?.name });
    expect(await upgradeOf({ copy: `${copy}-2` }, envOf(fine))).toContain('non c’è nulla da aggiornare');
    expect(existsSync(`${copy}-2`)).toBe(false);
  });

  it('whose last step fails in the middle leaves the schema and every row as they were', async () => {
    const { owner, admin, app } = await oldDatabase(halfway);
    const before = await everything(admin);
    const copy = path.join(folder, 'metà');
    const migrations = next(
      'create table extra (x integer); update person set name = name || 1; select 1 / 0',
    );
    const wish = { ownerSql: owner, appSql: app, copy, now: NOON };
    await expect(upgradeSchema(wish, { migrations })).rejects.toThrow(
      /^0000\d\d_later\.sql: division by zero/,
    );
    expect(await everything(admin)).toEqual(before);
    expect(existsSync(path.join(copy, 'copia.json'))).toBe(true);
    await expect(upgradeOf({ copy: '/dev/null/copia' }, envOf(halfway))).rejects.toThrow(
      'La copia di prima non si scrive',
    );
    expect(await schemaState(owner)).toBe('behind');
  });

  it('that leaves a register that no longer holds is undone from its copy, down to the older schema', async () => {
    const { owner, admin, app } = await oldDatabase(unsound);
    const before = await everything(admin);
    // The program's own steps, the last of which does harm.
    const harm = `update register_entry set body = body || '{"n":9}' where seq = 2`;
    const last = all.at(-1);
    const migrations = all.map((one) => (one === last ? { ...one, sql: `${one.sql};\n${harm}` } : one));
    const wish = { ownerSql: owner, appSql: app, copy: path.join(folder, 'guasto'), now: NOON };
    const outcome = await upgradeSchema(wish, { migrations });
    expect(outcome).toEqual({ ok: false, fault: expect.stringContaining('la voce 2 non corrisponde') });
    expect(await everything(admin)).toEqual(before);
    expect(await schemaState(owner)).toBe('behind');
    const seen = await inTown(app, OLD_TOWN, (tx) => tx`select name from person`);
    expect(seen).toEqual([{ name: 'Una' }]);
  });

  it('is looked at from towns to settings, chains, seals and files: each harm is found before the ones below it', async () => {
    const [owner, admin, app] = [open(fine.ownerUrl), open(fine.adminUrl), open(fine.appUrl)];
    expect(await townsFault(app, [OLD_TOWN])).toBeNull();
    const harms = [
      ['delete from evidence_chunk', 'di «evidence» non è intero'],
      ['update register_seal set day = day - 1', 'il sigillo della settimana 2023-06-26 non corrisponde'],
      ['delete from register_entry where seq = 3', 'manca la fine nella catena cycle'],
      ['drop policy own_town on town', 'le impostazioni non si leggono'],
    ] as const;
    for (const [harm, fault] of harms) {
      await admin.unsafe(harm);
      expect(await townsFault(app, [OLD_TOWN])).toContain(fault);
    }
    await deleteTown(owner, { id: OLD_TOWN, confirmed: 'Comune Vecchio', withoutExport: true }, NOON);
    expect(await townsFault(app, [OLD_TOWN])).toBe('i comuni non sono quelli di prima');
  });

  it('of facts that are of this program already, or that are not there, does nothing', async () => {
    const copy = path.join(folder, 'nulla');
    expect(await upgradeOf({ copy }, envOf(current))).toContain('sono già di questa versione');
    await expect(upgradeOf({}, envOf(current))).rejects.toThrow('con --copy');
    expect(existsSync(copy)).toBe(false);
  });
});
