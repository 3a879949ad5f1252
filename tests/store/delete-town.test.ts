/** A town is deleted: nothing of it stays but one line, and other towns have lost nothing. */
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteTownOf } from '../../cli/moving/delete-town.js';
import { exportTownTo } from '../../cli/moving/export-town.js';
import { instant } from '../../domain/time/instant.js';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { deleteTown } from '../../store/moving/delete-town.js';
import { appendAudit } from '../../store/register/audit.js';
import { freshDatabase } from '../database.js';
import { tempFolder } from '../embedded/temp-folder.js';
import { furnishedTown, NOON } from './furnished-town.js';
import { contentsOfTown } from './town-contents.js';

const database = await freshDatabase();
const admin = connect(database.adminUrl, { max: 2 });
const app = connect(database.appUrl, { max: 2 });
const owner = connect(database.ownerUrl, { max: 2 });
afterAll(() => Promise.all([admin.end(), app.end(), owner.end()]));
const env = { DATABASE_OWNER_URL: database.ownerUrl, DATABASE_URL: database.appUrl };
const NAME = 'Comune che va';

const folder = tempFolder();
let town: string;
let file: string;
beforeEach(async () => {
  ({ town } = await furnishedTown(app, NAME));
  file = path.join(folder, `${town}.zip`);
  await admin`update town set mode = 'live', clock_offset_ms = 0 where id = ${town}`;
  // All that the furnished town has under way has left.
  await admin`update digest set state = 'given-up', answered_at = ${NOON} where town = ${town} and state = 'frozen'`;
});
const remove = (change: { confirm?: string; withoutExport?: boolean } = {}): Promise<string> =>
  deleteTownOf(`prova-${town}`, { confirm: NAME, ...change }, env);
const isThere = async (): Promise<boolean> =>
  (await admin`select 1 from town where id = ${town}`).length === 1;

/** Every row of every table in which a text stands. */
async function found(text: string): Promise<readonly string[]> {
  const tables = await admin<{ name: string }[]>`select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`;
  const hits = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await admin`select 1 from ${admin(name)} t where position(${text} in t::text) > 0`;
      return rows.length > 0 ? [name] : [];
    }),
  );
  return hits.flat();
}

describe('a town deleted', () => {
  it('leaves one line of the installation, and no row in any table; accounts of its people alone go too', async () => {
    const other = (await furnishedTown(app, 'Comune che resta')).town;
    const [mine, both] = ['solo@qui.example', 'due@comuni.example'];
    for (const [where, email] of [
      [town, mine],
      [town, both],
      [other, both],
    ] as const)
      await admin`insert into person (town, name, email, created_at) values (${where}, 'Una', ${email}, ${NOON})`;
    for (const email of [mine, both]) {
      const [account] = await admin<{ id: string }[]>`
        insert into account (email, created_at) values (${email}, ${NOON}) returning id`;
      await admin`insert into account_session (token_hash, account, made_at, seen_at, expires_at)
        values (sha256(${email}::text::bytea), ${account?.id ?? ''}, ${NOON}, ${NOON}, ${NOON})`;
    }
    const kept = await contentsOfTown(admin, other);
    await exportTownTo(`prova-${town}`, file, {}, env);
    expect(await remove()).toContain('è cancellato da questa installazione');
    expect(await found(town)).toEqual(['installation_event']);
    expect(await contentsOfTown(admin, other)).toEqual(kept);
    expect(await found(mine)).toEqual([]);
    const accounts = await admin<
      { email: string }[]
    >`select email from account where email = any (${[mine, both]})`;
    expect(accounts).toEqual([{ email: both }]);
    const events =
      await admin`select action, slug, name, detail from installation_event where subject = ${town}`;
    expect(events).toEqual([
      { action: 'town.delete', slug: `prova-${town}`, name: NAME, detail: { without_export: false } },
    ]);
  });

  it('must be named as it is called, and be there', async () => {
    await expect(remove({ confirm: 'comune che va', withoutExport: true })).rejects.toThrow(
      'Il nome non è quello',
    );
    await expect(deleteTownOf('nessuno', { confirm: NAME }, env)).rejects.toThrow('Nessun comune con sigla');
    const gone = { id: 'aaaaaaaa-0000-4000-8000-000000000009', confirmed: NAME, withoutExport: true };
    await expect(deleteTown(owner, gone, NOON)).rejects.toThrow('non c’è più');
    expect(await isThere()).toBe(true);
  });

  it('was exported, and nothing happened since; without that only who says so', async () => {
    await expect(remove()).rejects.toThrow('non è mai stato esportato');
    await exportTownTo(`prova-${town}`, file, {}, env);
    await inTown(app, town, (tx) =>
      appendAudit(tx, {
        ...{ at: NOON, person: null, role: null, channel: 'cli', action: 'town.add' },
        ...{ subjectKind: 'town', subject: town },
      }),
    );
    await expect(remove()).rejects.toThrow('dopo l’ultima esportazione');
    expect(await isThere()).toBe(true);
    expect(await remove({ withoutExport: true })).toContain('è cancellato');
    expect(await isThere()).toBe(false);
  });

  it('is not left while a mail is under way: the archive is not kept, the town stays', async () => {
    await admin`update digest set state = 'frozen', answered_at = null where id =
      (select id from digest where town = ${town} and state = 'given-up' limit 1)`;
    await expect(exportTownTo(`prova-${town}`, file, { leave: true }, env)).rejects.toThrow(
      "L'archivio non è stato tenuto, il comune resta qui",
    );
    await expect(import('node:fs/promises').then(({ stat }) => stat(file))).rejects.toThrow('ENOENT');
    expect(await isThere()).toBe(true);
  });

  it('by --leave is gone from here, and its archive says that nothing was mailed since', async () => {
    expect(await exportTownTo(`prova-${town}`, file, { leave: true }, env)).toContain(
      'ha lasciato questa installazione',
    );
    expect(await isThere()).toBe(false);
  });

  it('is waited for by whoever writes in it at that moment, who then finds no town', async () => {
    const [obligation] = await admin<
      { id: string }[]
    >`select id from obligation where town = ${town} limit 1`;
    let removed: Promise<unknown> = Promise.resolve();
    await inTown(app, town, async (tx) => {
      await tx`insert into announcement (workflow_id, workflow_type, args, created_at)
        values ('t/x/r', 'round', '[]', ${NOON})`;
      removed = deleteTown(owner, { id: town, confirmed: NAME, withoutExport: true }, instant(NOON));
      removed.catch(() => undefined);
      await tx`update obligation set row_version = row_version + 1 where id = ${obligation?.id ?? ''}`;
    });
    await removed;
    expect(await found(town)).toEqual(['installation_event']);
  });

  it('is nothing that the application’s role could do', async () => {
    await expect(deleteTown(app, { id: town, confirmed: NAME, withoutExport: true }, NOON)).rejects.toThrow(
      'serve il proprietario',
    );
    await expect(app`select delete_town(${town}, ${NAME}, true, ${NOON})`).rejects.toMatchObject({
      code: '42501',
    });
    await expect(app`select 1 from installation_event`).rejects.toMatchObject({ code: '42501' });
  });
});
