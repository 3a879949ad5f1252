/** A town leaves as one archive and is the same elsewhere, or does not come at all. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportTownTo } from '../../cli/moving/export-town.js';
import { importTownFrom } from '../../cli/moving/import-town.js';
import { withArchive } from '../../cli/moving/open-archive.js';
import { writeArchive } from '../../cli/moving/town-archive.js';
import { contentOf, readDirectory } from '../../documents/zip/zip-reader.js';
import { instant } from '../../domain/time/instant.js';
import { registerFault } from '../../store/backup/sound-register.js';
import { connect, type Sql } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { migrate, readMigrations } from '../../store/migrate.js';
import { readingTown, type TownReading } from '../../store/moving/read-town.js';
import { STAYS_BEHIND } from '../../store/moving/town-tables.js';
import { freshDatabase } from '../database.js';
import { tempFolder } from '../embedded/temp-folder.js';
import { furnishedTown, NOON } from './furnished-town.js';
import { contentsOfTown } from './town-contents.js';

const [source, target, empty, old, again] = await Promise.all([
  freshDatabase(),
  freshDatabase(),
  freshDatabase({ empty: true }),
  freshDatabase({ empty: true }),
  freshDatabase(),
]);
const open_ = (url: string): Sql => connect(url, { max: 2 });
const [owner, admin, app, there, thereApp, emptyAdmin, oldOwner, againAdmin] = [
  ...[source.ownerUrl, source.adminUrl, source.appUrl, target.adminUrl, target.appUrl],
  ...[empty.adminUrl, old.ownerUrl, again.adminUrl],
].map(open_) as [Sql, Sql, Sql, Sql, Sql, Sql, Sql, Sql];
afterAll(() =>
  Promise.all([owner, admin, app, there, thereApp, emptyAdmin, oldOwner, againAdmin].map((sql) => sql.end())),
);
const envOf = ({ ownerUrl, appUrl }: typeof source): NodeJS.ProcessEnv => ({
  DATABASE_OWNER_URL: ownerUrl,
  DATABASE_URL: appUrl,
});

const folder = tempFolder();
const file = path.join(folder, 'comune.zip');
const NAMES = ['..', 'C:verbale #1.pdf', '.htaccess', 'relazione.pdf', 'relazione.pdf', 'più è %2e%2e.txt'];
const PIECE = 1024 * 1024;
let town: string;
let slug: string;
beforeAll(async () => {
  ({ town } = await furnishedTown(app));
  await furnishedTown(app, 'Comune di Altrove');
  slug = `prova-${town}`;
  await admin`update town set mode = 'live', clock_offset_ms = 0, ipa_code = 'c_e001' where id = ${town}`;
  const [obligation] = await admin<{ id: string }[]>`select id from obligation where town = ${town} limit 1`;
  await admin`with known as (
      insert into account (email, created_at) values ('una@prova.example', ${NOON}) returning id)
    insert into person (town, name, email, fiscal_hash, account, created_at)
      select ${town}, 'Una', 'una@prova.example', sha256('x'), id, ${NOON} from known`;
  for (const [at, name] of NAMES.entries()) {
    // The last one in three pieces.
    const bytes = at < NAMES.length - 1 ? Buffer.from(`contenuto ${at}`) : randomBytes(2.5 * PIECE);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await admin.begin(async (tx) => {
      const [row] = await tx<{ id: string }[]>`select gen_random_uuid() as id`;
      for (let seq = 0; seq * PIECE < bytes.length; seq++)
        await tx`insert into evidence_chunk (town, evidence, seq, bytes)
          values (${town}, ${row?.id ?? ''}, ${seq}, ${bytes.subarray(seq * PIECE, (seq + 1) * PIECE)})`;
      await tx`insert into evidence (town, id, obligation, name, type, size, sha256, added_at, added_by) values
        (${town}, ${row?.id ?? ''}, ${obligation?.id ?? ''}, ${name}, 'text/plain', ${bytes.length}, ${sha256}, ${NOON}, null)`;
    });
  }
});

const namesIn = async (): Promise<readonly string[]> => {
  const handle = await open(file);
  const names = (await readDirectory(handle, { entries: 10_000, bytes: 1e7 })).map(({ name }) => name);
  await handle.close();
  return names;
};

describe('a town exported', () => {
  it('is one file for its owner alone, with the manifest’s hash told; it is written over no other file', async () => {
    const said = await exportTownTo(slug, file, {}, envOf(source));
    expect((await stat(file)).mode & 0o077).toBe(0);
    const sha256 = await withArchive(file, async (one) => one.sha256);
    expect(said).toContain(`Impronta del manifesto: ${sha256}`);
    await expect(exportTownTo(slug, file, {}, envOf(source))).rejects.toThrow("c'è già");
    await expect(exportTownTo('nessuno', `${file}.2`, {}, envOf(source))).rejects.toThrow(
      'Nessun comune con sigla',
    );
    expect(existsSync(`${file}.2`)).toBe(false);
    const [last] =
      await admin`select action, after from audit where town = ${town} order by seq desc limit 1`;
    expect(last).toMatchObject({ action: 'town.export', after: { sha256 } });
  });

  it('has each piece of evidence as a file of its own, under a name that leads nowhere else', async () => {
    const names = (await namesIn()).filter((name) => name.startsWith('prove/'));
    expect(names.length).toBeGreaterThanOrEqual(NAMES.length);
    for (const name of names) expect(name).toMatch(/^prove\/\d{4}-[^/\\:]+$/);
    for (const last of [
      '-documento',
      '-C_verbale #1.pdf',
      '-htaccess',
      '-relazione.pdf',
      '-più è _2e_2e.txt',
    ])
      expect(names.some((name) => name.endsWith(last))).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['/etc/shadow', 'shadow'],
    ['..\\..\\win.ini', 'win.ini'],
    ['C:\\a\\b.pdf', 'b.pdf'],
    ['a/\u202efdp.exe', 'fdp.exe'],
    ['\u0000\u0007', 'documento'],
    ['../', 'documento'],
  ])('would have the file %j as %s, should such a name ever stand in a row', async (name, last) => {
    const reading = { ...NO_TOWN, files: [{ of: 'evidence', id: randomUUID(), name, size: 1, sha256: '' }] };
    const { manifest } = await writeArchive(reading, path.join(folder, `${randomUUID()}.zip`), {
      ...{ now: instant(NOON), left: false },
    });
    expect(manifest.files[0]?.file).toBe(`prove/0001-${last}`);
  });

  it('says in its page what is in it, with links to its files, no script and nothing from elsewhere', async () => {
    const handle = await open(file);
    const entries = await readDirectory(handle, { entries: 10_000, bytes: 1e7 });
    const index = entries.find(({ name }) => name === 'index.html');
    if (index === undefined) throw new Error('no index');
    const pieces: Uint8Array[] = [];
    for await (const piece of contentOf(handle, index, 1e8)) pieces.push(piece);
    await handle.close();
    const html = Buffer.concat(pieces).toString('utf8');
    expect(html).not.toMatch(/<script|https?:\/\/|src=/);
    const linked = [...html.matchAll(/href="([^"#][^"]*)"/g)].map(([, href]) =>
      decodeURIComponent(href ?? ''),
    );
    const inside = new Set(entries.map(({ name }) => name));
    expect(linked.filter((href) => !inside.has(href))).toEqual([]);
    expect(linked.filter((href) => href.startsWith('prove/')).length).toBeGreaterThanOrEqual(NAMES.length);
    expect(linked.filter((href) => href.startsWith('pubblicazioni/'))).toEqual(['pubblicazioni/2023-1.zip']);
    const heads = await admin<{ hash: string }[]>`
      select head_hash as hash from register_chain where town = ${town} and head_hash is not null
      union select hash from register_seal where town = ${town}`;
    expect(heads.length).toBeGreaterThan(1);
    for (const { hash } of heads) expect(html).toContain(hash);
  });

  it('holds no secret: no key of links, no code of an office, no address of a calendar', async () => {
    const tables = (await namesIn()).filter((name) => name.startsWith('tabelle/'));
    for (const name of [...Object.keys(STAYS_BEHIND), 'account', 'account_session', 'api_key', 'sign_in'])
      expect(tables).not.toContain(`tabelle/${name}.csv`);
  });
});

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Of which no row is read; its own transaction sees no town. */
const NO_TOWN = {
  ...{ tx: owner as unknown as TownReading['tx'], migrations: [], tables: [] },
  town: { id: randomUUID(), slug: 'x', name: 'X', ipaCode: null, mode: 'trial', zone: 'Europe/Rome' },
  ...{ countOf: async () => 0, rowsOf: nothing, piecesOf: nothing, packages: [] },
} satisfies Omit<TownReading, 'files'>;

/** Every table is decided about: of a town and taken along, of a town and left, or of the installation. */
describe('the tables', () => {
  it('are taken along, or named with the reason why not', async () => {
    const all = await admin<{ name: string }[]>`select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`;
    const taken = await withArchive(file, async ({ manifest }) => manifest.tables.map(({ name }) => name));
    const rest = all
      .map(({ name }) => name)
      .filter((name) => !taken.includes(name) && !(name in STAYS_BEHIND));
    expect(rest).toEqual(OF_THE_INSTALLATION);
    await expect(`${taken.join('\n')}\n`).toMatchFileSnapshot('moved-tables.snapshot.txt');
  });
});

/** And the pieces of files, which are in the archive as files. */
const OF_THE_INSTALLATION = [
  ...['account', 'account_session', 'api_key', 'evidence_chunk', 'import_draft_chunk', 'installation_event'],
  ...[
    'openid_sign_in',
    'schema_migration',
    'sign_in',
    'signed_copy_chunk',
    'smtp_turn',
    'test_mail',
    'town_setup',
  ],
];

describe('a town imported', () => {
  it('beside another is the same in every table but those left behind; its register holds and its workflows start', async () => {
    const other = (await furnishedTown(thereApp, 'Comune che c’era')).town;
    const untouched = await contentsOfTown(there, other);
    await expect(importTownFrom(file, {}, envOf(target))).rejects.toThrow('di’ con --sent-until');
    const said = await importTownFrom(file, { sentUntil: 'copia' }, envOf(target));
    expect(said).toContain('è qui, in esercizio');
    const [before, after] = [await contentsOfTown(admin, town), await contentsOfTown(there, town)];
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...before].filter(([name, what]) => after.get(name) !== what).map(([name]) => name);
    expect(changed.filter((name) => !(name in STAYS_BEHIND))).toEqual(['person']);
    expect(await contentsOfTown(there, other)).toEqual(untouched);
    expect(await there.begin((tx) => registerFault(tx, town))).toBeNull();
    const [linked] = await there`select count(*) as n from person where town = ${town} and
      (account is not null or fiscal_hash is not null)`;
    expect(linked?.['n']).toBe(0);
    const started = await there<{ type: string }[]>`
      select distinct workflow_type as type from announcement where town = ${town} order by 1`;
    expect(started.map(({ type }) => type)).toEqual(['cycle', 'objective', 'round']);
    const [event] = await there`select action, slug from installation_event where subject = ${town}`;
    expect(event).toEqual({ action: 'town.import', slug });
  });

  it('goes on: what is written next has higher numbers, and files are put in as before', async () => {
    await inTown(
      thereApp,
      town,
      (tx) => tx`insert into announcement (workflow_id, workflow_type, args, created_at)
        values ('t/x/r', 'round', '[]', ${NOON})`,
    );
    const [seq] =
      await there`select max(seq) as n from audit where town = ${town} and action <> 'town.import'`;
    const [arrived] = await there`select seq as n from audit where town = ${town} and action = 'town.import'`;
    expect(arrived?.['n']).toBeGreaterThan(seq?.['n'] as number);
  });

  it('comes into an installation that has no schema yet', async () => {
    await importTownFrom(file, { sentUntil: 'copia' }, envOf(empty));
    expect((await contentsOfTown(emptyAdmin, town)).get('evidence_chunk')).toBe(
      (await contentsOfTown(admin, town)).get('evidence_chunk'),
    );
  });

  it.each([
    ['again', async () => undefined, 'Il comune è già in questa installazione'],
    ['whose short name is taken', () => renamed('altro', 'c_e001'), `La sigla "${'$'}{slug}"`],
    [
      'whose IPA code is taken, in capitals too',
      () => renamed('terzo', 'C_E001'),
      'Il codice IPA c_e001 è già',
    ],
  ])('%s is refused, and it says which', async (_, prepare, message) => {
    await prepare();
    const env = message.startsWith('Il comune') ? envOf(target) : envOf(again);
    await expect(importTownFrom(file, { sentUntil: 'copia' }, env)).rejects.toThrow(
      message.replace('$' + '{slug}', slug),
    );
  });

  /** Another town that has the arriving one's short name, or its code under another short name. */
  async function renamed(which: string, ipa: string): Promise<void> {
    await againAdmin`delete from town`;
    await againAdmin`insert into town (id, slug, name, ipa_code, mode, created_at)
      values (gen_random_uuid(), ${which === 'altro' ? slug : which}, 'Un altro', ${ipa}, 'trial', ${NOON})`;
  }
});

describe('an archive of an older release', () => {
  it('lives through the migrations on its way in', async () => {
    const all = await readMigrations();
    await migrate(oldOwner, { migrations: all.slice(0, 33) });
    const id = 'aaaaaaaa-0000-4000-8000-000000000001';
    await oldOwner`insert into town (id, slug, name, mode, created_at) values (${id}, 'vecchio', 'Comune Vecchio', 'trial', ${NOON})`;
    await oldOwner`insert into person (town, name, email, created_at) values (${id}, 'Una', 'una@prova.example', ${NOON})`;
    const early = path.join(folder, 'vecchio.zip');
    await readingTown(oldOwner, 'vecchio', (one) =>
      writeArchive(one, early, { now: instant(NOON), left: true }),
    );
    expect(await importTownFrom(early, {}, envOf(target))).toContain('Comune Vecchio è qui, in prova');
    const rows = await there`select name, email from person where town = ${id}`;
    expect(rows).toEqual([{ name: 'Una', email: 'una@prova.example' }]);
    const left = await there`select 1 from pg_database where datname like 'traguardo\\_import\\_%'`;
    expect(left).toHaveLength(0);
  });
});
