/** Archives that somebody made to harm: each is refused with its reason, and not a row of it stays. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportTownTo } from '../../cli/moving/export-town.js';
import { importTownFrom } from '../../cli/moving/import-town.js';
import { connect, type Sql } from '../../store/connection.js';
import { freshDatabase } from '../database.js';
import { tempFolder } from '../embedded/temp-folder.js';
import { alter } from './altered-archive.js';
import { furnishedTown } from './furnished-town.js';
import { HOSTILE } from './hostile-cases.js';

const [source, target] = await Promise.all([freshDatabase(), freshDatabase()]);
const [admin, app, there, thereApp] = [source.adminUrl, source.appUrl, target.adminUrl, target.appUrl].map(
  (url) => connect(url, { max: 2 }),
) as [Sql, Sql, Sql, Sql];
afterAll(() => Promise.all([admin, app, there, thereApp].map((sql) => sql.end())));
const envOf = ({ ownerUrl, appUrl }: typeof source): NodeJS.ProcessEnv => ({
  DATABASE_OWNER_URL: ownerUrl,
  DATABASE_URL: appUrl,
});

const folder = tempFolder();
const [good, bad] = [path.join(folder, 'buono.zip'), path.join(folder, 'cattivo.zip')];
let town: string;
/** In the installation that receives. */
let neighbour: string;
beforeAll(async () => {
  ({ town } = await furnishedTown(app));
  neighbour = (await furnishedTown(thereApp, 'Comune che c’era')).town;
  await admin`update town set mode = 'live', clock_offset_ms = 0 where id = ${town}`;
  await exportTownTo(`prova-${town}`, good, {}, envOf(source));
});

/** How many rows there are of everything. */
async function rows(): Promise<readonly unknown[]> {
  const tables = await there<{ name: string }[]>`select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`;
  return Promise.all(
    tables.map(async ({ name }) => [name, (await there`select count(*) as n from ${there(name)}`)[0]?.['n']]),
  );
}

/** After what came in went again: no later one may change it. */
let before: readonly unknown[] | undefined;

const arrive = (): Promise<string> => importTownFrom(bad, { sentUntil: 'copia' }, envOf(target));
describe('an archive', () => {
  it('as it was made comes in: what follows is refused for what was changed', async () => {
    await alter(good, bad, () => undefined);
    await expect(importTownFrom(bad, { sentUntil: 'copia' }, envOf(target))).resolves.toContain('è qui');
    await there.begin(async (tx) => {
      await tx`select * from delete_town(${town}, 'Comune di Prova', true, '2026-01-01')`;
    });
  });

  it.each(HOSTILE)('%s is refused', async (_, how, message) => {
    before ??= await rows();
    await alter(good, bad, (one) => how(one, { town, neighbour }));
    await expect(arrive()).rejects.toThrow(message);
    expect(await rows()).toEqual(before);
  });

  it('with ids that a town here has is refused, by the table', async () => {
    const [mine] = await admin<{ id: string }[]>`select id from act where town = ${town} limit 1`;
    const [theirs] = await there<{ id: string }[]>`select id from act where town = ${neighbour} limit 1`;
    await alter(good, bad, (one) => {
      for (const { file } of one.manifest.tables)
        one.change(file, (csv) => csv.replaceAll(mine?.id ?? '', theirs?.id ?? ''));
    });
    await expect(arrive()).rejects.toThrow('«act» ha identificativi di un altro comune');
  });

  it('with two files of a name is refused', async () => {
    await alter(good, bad, () => undefined, ['tabelle/person.csv']);
    await expect(arrive()).rejects.toThrow('due file con il nome tabelle/person.csv');
  });

  it.each([
    ['cut at its end', (bytes: Buffer) => bytes.subarray(0, -10)],
    ['cut in its middle', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['cut at its beginning', (bytes: Buffer) => bytes.subarray(100)],
    [
      'with one byte changed',
      (bytes: Buffer) => {
        const copy = Buffer.from(bytes);
        const at = copy.indexOf('tabelle/person.csv') + 60;
        copy[at] = (copy[at] ?? 0) ^ 255;
        return copy;
      },
    ],
    ['that is no ZIP', () => Buffer.from('PK ma non è uno ZIP')],
    ['that is empty', () => Buffer.alloc(0)],
  ])('%s is refused', async (_, spoil) => {
    await writeFile(bad, spoil(await readFile(good)));
    await expect(arrive()).rejects.toThrow(/rovinato|impronta/);
  });

  it('that is not there is refused by its place', async () => {
    await expect(importTownFrom(`${bad}.no`, {}, envOf(target))).rejects.toThrow("L'archivio non si apre");
  });
});
