/**
 * `add-administrator`, `remove-administrator`: who runs the installation by its pages. As the owner of the database:
 * the program that answers requests cannot make one.
 */
import { instant } from '../domain/time/instant.js';
import { isMailAddress } from '../mail/mail-address.js';
import { connect, type Sql } from '../store/connection.js';
import { dismissAdministrator, nameAdministrator } from '../store/people/administrators.js';
import { CommandError } from './command-error.js';
import { neededUrl, reachable } from './environment.js';

/** What happened, in one sentence. Throws `CommandError` for what is no address. */
export const addAdministrator = (email: string, env: NodeJS.ProcessEnv = process.env): Promise<string> =>
  asOwner(email, env, async (sql, address) =>
    (await nameAdministrator(sql, address, instant(Date.now())))
      ? `${address} amministra l'installazione: entra dalla prima pagina con il suo indirizzo, e trova gli enti in /installazione.`
      : `${address} amministrava già l'installazione.`,
  );

/** Likewise. What they are in towns stays. */
export const removeAdministrator = (email: string, env: NodeJS.ProcessEnv = process.env): Promise<string> =>
  asOwner(email, env, async (sql, address) =>
    (await dismissAdministrator(sql, address))
      ? `${address} non amministra più l'installazione.`
      : `${address} non amministrava l'installazione.`,
  );

async function asOwner(
  email: string,
  env: NodeJS.ProcessEnv,
  work: (sql: Sql, address: string) => Promise<string>,
): Promise<string> {
  const address = email.trim().toLowerCase();
  if (!isMailAddress(address)) throw new CommandError(`"${email}" non è un indirizzo di posta.`);
  const url = neededUrl(
    env,
    'DATABASE_OWNER_URL',
    'il ruolo proprietario, il solo che può nominare chi amministra',
  );
  const sql = connect(url, { max: 1, applicationName: 'traguardo administrators' });
  try {
    await reachable(sql, 'DATABASE_OWNER_URL');
    return await work(sql, address);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
