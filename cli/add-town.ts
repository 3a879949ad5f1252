/**
 * `add-town`: a town on trial with its Segretario, who enters by a link to that address and does the rest on the
 * pages: plan, prova generale, *Vai in esercizio*. The same steps as the guided pages, answered in one line.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { makeTown, TOWN_ZONE } from '../api/onboarding/make-town.js';
import { firstAnswers, readSetup } from '../api/onboarding/town-setup.js';
import { decodeText } from '../documents/text-decode.js';
import { daysInMonth } from '../domain/time/civil-date.js';
import { type Closure, DEFAULT_CLOSURES } from '../domain/time/closures.js';
import { instant } from '../domain/time/instant.js';
import { civilDateAt } from '../domain/time/zone.js';
import { connect } from '../store/connection.js';
import type { SetupAnswers } from '../store/towns/town-setups.js';
import { CommandError } from './command-error.js';
import { neededUrl, reachable } from './environment.js';

/** As typed. */
export interface AddTownOptions {
  /** "Comune di Esempio". */
  readonly name: string;
  /** Short name: small letters, digits, hyphens. */
  readonly town: string;
  readonly secretary: string;
  readonly email: string;
  /** Code of the Indice delle pubbliche amministrazioni. */
  readonly ipa?: string;
  /** Day of the patron saint, `GG/MM`. */
  readonly patron?: string;
  /** File with a sector a line. */
  readonly sectors?: string;
  /** File (CSV) with the people and their roles. */
  readonly people?: string;
}

/** What happened, in one sentence. Throws `CommandError` when it is refused; then nothing changed. */
export async function addTownOf(
  options: AddTownOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const now = instant(Date.now());
  const read = readSetup(await answersOf(options), civilDateAt(now, TOWN_ZONE));
  if (!read.ok)
    throw new CommandError(
      Object.entries(read.problems)
        .flatMap(([step, problems]) => problems.map(({ message }) => `${placeOf(step, options)}${message}`))
        .join('\n'),
    );
  const url = neededUrl(env, 'DATABASE_URL', 'la base dati dei fatti, con il ruolo traguardo_app');
  const sql = connect(url, { max: 2, applicationName: 'traguardo add-town' });
  try {
    await reachable(sql, 'DATABASE_URL');
    const making = { sql, now, channel: 'cli', id: randomUUID(), account: null } as const;
    const made = await makeTown(making, read.town);
    if (!made.ok)
      throw new CommandError(made.why === 'gone' ? 'Il comune è già stato aggiunto.' : made.problem.message);
    return `${read.town.name} è aggiunto, in prova. Il Segretario entra dalla prima pagina con il suo indirizzo: ${options.email}.`;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function answersOf(options: AddTownOptions): Promise<SetupAnswers> {
  const { name, town, secretary, email, ipa = '', patron, sectors, people } = options;
  if (town === '') throw new CommandError('"" non è una sigla: scrivila con --town, per esempio "esempio".');
  return {
    ...firstAnswers([...DEFAULT_CLOSURES, ...(patron === undefined ? [] : [patronDay(patron)])]),
    ente: { nome: name, sigla: town, ipa },
    settori: { settori: sectors === undefined ? '' : await textOf(sectors) },
    persone: {
      ...{ segretario: secretary, casella: email },
      elenco: people === undefined ? '' : await textOf(people),
    },
  };
}

/** A line number alone would leave open of which file. */
function placeOf(step: string, { sectors, people }: AddTownOptions): string {
  const file = step === 'persone' ? people : step === 'settori' ? sectors : undefined;
  return file === undefined ? '' : `${file}: `;
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'non c’è' : code;
    throw new CommandError(`Il file ${path.resolve(file)} non si legge: ${why}.`, { cause });
  });
  const text = decodeText(bytes);
  if (text === null) throw new CommandError(`"${file}" non è un testo: salvalo come CSV.`);
  return text;
}

function patronDay(text: string): Closure {
  const [, day, month] = /^(\d{1,2})\/(\d{1,2})$/.exec(text) ?? [];
  const [d, m] = [Number(day), Number(month)];
  // 29 February is a day of a leap year.
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(2024, m)))
    throw new CommandError(
      `"${text}" non è un giorno dell'anno: il patrono si scrive GG/MM, per esempio 24/06.`,
    );
  return { kind: 'yearly', month: m, day: d, name: 'Patrono' };
}
