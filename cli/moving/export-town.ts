/** `export-town`: a town as one archive, while everything runs; with `--leave` it is closed here right after. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Instant, instant } from '../../domain/time/instant.js';
import { counted } from '../../mail/italian-numbers.js';
import { connect, type Sql } from '../../store/connection.js';
import { factsClock } from '../../store/facts-clock.js';
import { inTown } from '../../store/in-town.js';
import { readingTown } from '../../store/moving/read-town.js';
import { appendAudit } from '../../store/register/audit.js';
import { CommandError } from '../command-error.js';
import { reachable } from '../environment.js';
import { withFacts } from '../facts-database.js';
import { refused, removeTown } from './delete-town.js';
import { type WrittenArchive, writeArchive } from './town-archive.js';

export interface ExportOptions {
  /** The town goes for good. */
  readonly leave?: boolean;
}

/** What was exported, in one sentence. Throws `CommandError`; then there is no file, and the town is where it was. */
export async function exportTownTo(
  slug: string,
  file: string,
  { leave = false }: ExportOptions = {},
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const target = path.resolve(file);
  if (existsSync(target)) throw new CommandError(`${target} c'è già: un archivio vuole un file nuovo.`);
  return withFacts(env, async ({ owner, app }) => {
    const [ownerSql, appSql] = [owner, app].map((url) =>
      connect(url, { max: 1, applicationName: 'traguardo export-town' }),
    ) as [Sql, Sql];
    try {
      await reachable(ownerSql, 'DATABASE_OWNER_URL');
      const now = instant(Date.now());
      const written = await refused(() =>
        readingTown(ownerSql, slug, (town) => writeArchive(town, target, { now, left: leave })),
      ).catch((error: NodeJS.ErrnoException) => {
        if (error.syscall === undefined) throw error;
        throw new CommandError(`L'archivio non si scrive: ${error.message}`, { cause: error });
      });
      await recordExport(appSql, written, now);
      const { town, tables, files } = written.manifest;
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      const said = `${town.name}: ${counted(rows, 'riga', 'righe')} di ${tables.length} tabelle e ${counted(files.length, 'file', 'file')} in ${target}. Impronta del manifesto: ${written.sha256}. Contiene dati personali: tienilo dove stanno gli altri.`;
      return leave ? `${said} ${await leaveTown(ownerSql, written, target, env)}` : said;
    } finally {
      await Promise.all([ownerSql.end({ timeout: 2 }), appSql.end({ timeout: 2 })]);
    }
  });
}

/** In the town's own history: what is done after it is in no archive. */
async function recordExport(sql: Sql, { manifest, sha256 }: WrittenArchive, now: Instant): Promise<void> {
  const { id } = manifest.town;
  const audited = manifest.tables.find(({ name }) => name === 'audit')?.rows ?? 0;
  await inTown(sql, id, async (tx) =>
    appendAudit(tx, {
      ...{ at: (await factsClock(tx, now)).now, person: null, role: null, channel: 'cli' },
      ...{ action: 'town.export', subjectKind: 'town', subject: id, after: { sha256, audited } },
    }),
  );
}

/** Refused when something happened meanwhile; an archive that says "left" of a town that stayed would be a lie. */
async function leaveTown(
  ownerSql: Sql,
  { manifest: { town } }: WrittenArchive,
  file: string,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  try {
    const ended = await removeTown(
      ownerSql,
      { id: town.id, confirmed: town.name, withoutExport: false },
      env,
    );
    return `Il comune ha lasciato questa installazione. ${ended}`;
  } catch (error) {
    await rm(file, { force: true });
    if (!(error instanceof CommandError)) throw error;
    throw new CommandError(`L'archivio non è stato tenuto, il comune resta qui. ${error.message}`, {
      cause: error,
    });
  }
}
