/** `backup`: a copy of all facts, evidence included, while everything runs. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { instant } from '../domain/time/instant.js';
import { writeBackup } from '../store/backup/write-backup.js';
import { connect } from '../store/connection.js';
import { CommandError } from './command-error.js';
import { reachable } from './environment.js';
import { withFacts } from './facts-database.js';

/** What was copied, in one sentence. Throws `CommandError`; then no folder is left. */
export async function backupTo(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const target = path.resolve(folder);
  if (existsSync(target)) throw new CommandError(`${target} c'è già: una copia vuole una cartella nuova.`);
  return withFacts(env, async ({ owner }) => {
    const sql = connect(owner, { max: 1, applicationName: 'traguardo backup' });
    try {
      await reachable(sql, 'DATABASE_OWNER_URL');
      const { tables } = await writeBackup(sql, target, instant(Date.now()));
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      return `Copiate ${rows} righe di ${tables.length} tabelle in ${target}. Contiene dati personali: tienila dove stanno gli altri.`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
      throw new CommandError(`La copia non si scrive: ${(error as Error).message}`, { cause: error });
    } finally {
      await sql.end({ timeout: 2 });
    }
  });
}
