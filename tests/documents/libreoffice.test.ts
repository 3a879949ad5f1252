/** LibreOffice, where it is installed, opens the Word file of the example's Relazione and finds all that is in it. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inFormat } from '../../cli/relazione.js';
import { relazione } from '../../domain/relazione/build-relazione.js';
import { exampleRelazioneFacts } from '../../embedded/example-relazione.js';
import { REPORTED, ROWS } from '../domain/relazione/report-2023.js';
import { isMissing } from './is-missing.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'traguardo-office-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.skipIf(isMissing('soffice'))(
  'the Word file has the 37 lines of the five sectors, and the five totals (skipped where LibreOffice is not installed)',
  async () => {
    const file = path.join(folder, 'relazione.docx');
    const built = relazione(await exampleRelazioneFacts(), 'internal');
    await writeFile(file, Buffer.from(await inFormat(built, 'docx', null)));
    const profile = pathToFileURL(path.join(folder, 'profilo')).href;
    const asText = ['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, file];
    spawnSync('soffice', [`-env:UserInstallation=${profile}`, ...asText], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    const text = (await readFile(file.replace(/docx$/, 'txt'), 'utf8')).replace(/\s+/g, ' ');
    for (const { title } of ROWS) expect(text).toContain(title);
    for (const { sector, total } of REPORTED) {
      expect(text).toContain(sector);
      expect(text).toMatch(new RegExp(String(Number(total)).replace('.', ',')));
    }
  },
  90_000,
);
