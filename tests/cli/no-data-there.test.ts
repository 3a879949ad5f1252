/** Commands that work on what is there refuse a folder without it, and leave it as it was. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { backupTo } from '../../cli/backup.js';
import { refusalOf } from '../../cli/facts-database.js';
import { retentionOf } from '../../cli/retention.js';
import { upgradeOf } from '../../cli/upgrade.js';
import { CannotStart } from '../../embedded/cannot-start.js';
import { claimContent, openDataFolder, writeContent } from '../../embedded/data-folder.js';
import { tempFolder } from '../embedded/temp-folder.js';

const copy = path.join(tempFolder(), 'copia');
const COMMANDS: readonly (readonly [string, (env: NodeJS.ProcessEnv) => Promise<unknown>])[] = [
  ['backup', (env) => backupTo(copy, env)],
  ['upgrade', (env) => upgradeOf({ copy }, env)],
  ['retention --dry-run', (env) => retentionOf({ dryRun: true }, env)],
];

it.each(COMMANDS)(
  '%s names the folder of DATA_DIR that is empty or not there, and makes no database in it',
  async (_, command) => {
    const empty = tempFolder();
    for (const folder of [empty, path.join(empty, 'scritta-male')]) {
      const refused = `In ${folder} non ci sono dati di «traguardo serve»: indica la loro cartella con DATA_DIR`;
      await expect(command({ DATA_DIR: folder })).rejects.toThrow(refused);
      expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
    }
    expect(existsSync(copy)).toBe(false);
  },
);

it('a folder of the demo is refused with the way in which the program in use takes another', () => {
  const data = openDataFolder(path.join(tempFolder(), 'prova'));
  writeContent(data, 'example');
  const refused = (): CannotStart => {
    try {
      claimContent(data, 'service');
    } catch (error) {
      if (error instanceof CannotStart) return error;
    }
    throw new Error('the folder was taken');
  };
  const wish = 'Scegli un’altra cartella con: ';
  expect(refused().remedyFor('npm start --')).toBe(`${wish}npm start -- --data CARTELLA`);
  expect(refused().remedyFor('traguardo serve')).toBe(`${wish}traguardo serve --data CARTELLA`);
  expect(refusalOf(refused()).message).toContain(`vuole una cartella sua.\n${wish}DATA_DIR=CARTELLA`);
});
