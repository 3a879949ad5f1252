/** The page of a town's archive, opened from the disk with the network off. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { exportTownTo } from '../../cli/moving/export-town.js';
import { zipParts } from '../../documents/zip/zip-parts.js';
import { connect } from '../../store/connection.js';
import { freshDatabase } from '../database.js';
import { tempFolder } from '../embedded/temp-folder.js';
import { furnishedTown } from '../store/furnished-town.js';
import { openChromium } from './chromium.js';
import { expectFit } from './expect-fit.js';

const database = await freshDatabase();
const [app, admin] = [database.appUrl, database.adminUrl].map((url) => connect(url, { max: 2 }));
afterAll(() => Promise.all([app?.end(), admin?.end()]));

it('is read off line at 1280 and 320 px, without faults, and its links lead to the files beside it', async () => {
  if (app === undefined || admin === undefined) throw new Error('two connections');
  const { town } = await furnishedTown(app, 'Comune di Prova <1>');
  await admin`update town set mode = 'trial' where id = ${town}`;
  const folder = tempFolder();
  const file = path.join(folder, 'comune.zip');
  const env = { DATABASE_OWNER_URL: database.ownerUrl, DATABASE_URL: database.appUrl };
  await exportTownTo(`prova-${town}`, file, {}, env);
  const unpacked = zipParts(await readFile(file), () => true);
  if (!unpacked.ok) throw new Error(unpacked.why);
  for (const [name, content] of unpacked.parts) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  const browser = await openChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.context().setOffline(true);
    await page.goto(pathToFileURL(path.join(folder, 'index.html')).href);
    expect(await page.title()).toBe('Comune di Prova <1>: archivio della performance');
    await expectFit(page, 'town-archive');
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((one) => (one as unknown as { href: string }).href));
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((href) => !existsSync(fileURLToPath(href)))).toEqual([]);
  } finally {
    await browser.close();
  }
});
