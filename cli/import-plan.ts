/** `import-plan`: the same draft and confirmation as the page, in the name of the Segretario of the town. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { draftPlan, type FileRead } from '../api/commands/plan/import-draft.js';
import { confirmPlan } from '../api/commands/plan/import-plan.js';
import type { Commander, Outcome } from '../api/commands/run-command.js';
import { type Refusal, sentenceOf } from '../api/refusals.js';
import { readPlanFile } from '../api/uploads/read-plan-file.js';
import { actingAs } from '../embedded/acting-as.js';
import { counted } from '../mail/italian-numbers.js';
import { listTowns } from '../store/across-towns.js';
import { connect, type Json, type Sql } from '../store/connection.js';
import { CommandError } from './command-error.js';
import { neededUrl, reachable } from './environment.js';

export interface ImportOptions {
  /** The town's short name. */
  readonly town: string;
  readonly organ: string;
  readonly number: string;
  readonly date: string;
  readonly subject: string;
  readonly protocol?: string;
  readonly protocolDate?: string;
  readonly note: string;
}

/**
 * What was stored, in one sentence. The workflows hear of it from the relay of the worker, within
 * seconds. Throws `CommandError` when the file is no plan or the import is refused; then nothing is stored.
 */
export async function importPlan(
  file: string,
  options: ImportOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new CommandError(`${file}: ${error.message}`, { cause: error });
  });
  const fileName = path.basename(file);
  const read = await readPlanFile(bytes, fileName, null, console);
  if (!read.ok) throw new CommandError(read.problems.map(({ message }) => `${file}: ${message}`).join('\n'));
  const url = neededUrl(env, 'DATABASE_URL', 'la base dati dei fatti, con il ruolo traguardo_app');
  const sql = connect(url, { max: 2, applicationName: 'traguardo import-plan' });
  try {
    await reachable(sql, 'DATABASE_URL');
    const commander = await secretaryOf(sql, options.town);
    return await store(commander, { ...read, fileName, bytes }, options);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function store(
  commander: Commander,
  file: FileRead,
  { organ, number, date, subject, protocol = '', protocolDate = '', note }: ImportOptions,
): Promise<string> {
  const { draft } = carriedOut(await draftPlan(commander, file));
  const act = { organ, number, date, subject, protocolNumber: protocol, protocolDate, note };
  const { year, objectives, obligations } = carriedOut(await confirmPlan(commander, { draft, act }));
  return `Piano ${year} importato: ${counted(objectives, 'obiettivo', 'obiettivi')}, ${counted(obligations, 'scadenza', 'scadenze')}.`;
}

async function secretaryOf(sql: Sql, slug: string): Promise<Commander> {
  const towns = await listTowns(sql);
  const town = towns.find((one) => one.slug === slug);
  if (town === undefined) {
    const known = towns.length === 0 ? 'non ce n’è nessuno' : towns.map((one) => one.slug).join(', ');
    throw new CommandError(`Nessun comune con sigla "${slug}" (${known}).`);
  }
  const commander = await actingAs(sql, town.id, 'secretary', 'cli');
  if (commander === null) throw new CommandError(`Il comune "${slug}" non ha un Segretario in carica oggi.`);
  return commander;
}

function carriedOut<Result extends Json>(outcome: Outcome<Result>): Result {
  if (outcome.ok) return outcome.result;
  throw new CommandError(inWords(outcome.refusal));
}

const inWords = (refusal: Refusal): string =>
  refusal.code === 'invalid'
    ? refusal.problems
        .map(({ field, message }) => (field === '' ? message : `${field}: ${message}`))
        .join('\n')
    : sentenceOf(refusal);
