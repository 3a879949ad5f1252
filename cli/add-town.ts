/**
 * `add-town`: a town on trial with its Segretario, who enters by a link to that address and does the rest on the
 * pages: people, plan, prova generale, *Vai in esercizio*.
 */
import { randomUUID } from 'node:crypto';
import type { Role } from '../domain/obligations/obligation.js';
import { daysInMonth } from '../domain/time/civil-date.js';
import { type Closure, DEFAULT_CLOSURES } from '../domain/time/closures.js';
import { instant } from '../domain/time/instant.js';
import { civilDateAt } from '../domain/time/zone.js';
import { isMailAddress } from '../mail/mail-address.js';
import { listTowns } from '../store/across-towns.js';
import { appendAudit } from '../store/audit.js';
import { connect } from '../store/connection.js';
import { inTown } from '../store/in-town.js';
import { addPerson, assignRole } from '../store/people.js';
import { createTown } from '../store/towns.js';
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
}

const ZONE = 'Europe/Rome';

/** What happened, in one sentence. Throws `CommandError` when it is refused; then nothing changed. */
export async function addTownOf(
  options: AddTownOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const wanted = checked(options);
  const url = neededUrl(env, 'DATABASE_URL', 'la base dati dei fatti, con il ruolo traguardo_app');
  const sql = connect(url, { max: 2, applicationName: 'traguardo add-town' });
  try {
    await reachable(sql, 'DATABASE_URL');
    if ((await listTowns(sql)).some(({ slug }) => slug === wanted.slug))
      throw new CommandError(`La sigla "${wanted.slug}" è già di un altro comune: scegline una diversa.`);
    const id = randomUUID();
    const now = instant(Date.now());
    const { slug, name, ipaCode, closures, secretary, email } = wanted;
    await inTown(sql, id, async (tx) => {
      await createTown(tx, { id, slug, name, ipaCode, zone: ZONE, mode: 'trial', closures, createdAt: now });
      const person = await addPerson(tx, { name: secretary, email, createdAt: now });
      const role: Role = { role: 'secretary' };
      await assignRole(tx, { person, role, validFrom: civilDateAt(now, ZONE) });
      await appendAudit(tx, {
        ...{ at: now, person: null, role: null, channel: 'cli', action: 'town.add' },
        ...{ subjectKind: 'town', subject: id, after: { slug, name, secretary: person } },
      });
    });
    return `${name} è aggiunto, in prova. Il Segretario entra dalla prima pagina con il suo indirizzo: ${email}.`;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function checked({ name, town, secretary, email, ipa, patron }: AddTownOptions) {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(town) || town.length > 60)
    throw new CommandError(
      `"${town}" non è una sigla: lettere minuscole, cifre e trattini, per esempio "esempio".`,
    );
  for (const [what, text] of [
    ['nome del comune', name],
    ['nome del Segretario', secretary],
  ] as const)
    if (text.trim() === '' || text.length > 120)
      throw new CommandError(`Il ${what} deve avere da 1 a 120 caratteri.`);
  if (!isMailAddress(email)) throw new CommandError(`"${email}" non è un indirizzo di posta.`);
  const closures = [...DEFAULT_CLOSURES, ...(patron === undefined ? [] : [patronDay(patron)])];
  return {
    ...{ slug: town, name: name.trim(), secretary: secretary.trim(), email, closures },
    ipaCode: ipa ?? null,
  };
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
