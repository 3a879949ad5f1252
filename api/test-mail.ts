/** A test mail to oneself: the address with which one entered, and nobody else's. */
import type { Context } from 'hono';
import { askTestMail } from '../store/notices/test-mails.js';
import type { AppEnv } from './app-env.js';
import type { Refusal } from './refusals.js';

const NO_MAILBOX = 'Il messaggio di prova va alla casella con cui si entra: qui non ce n’è una.';

/** The worker hands it over. `null`: asked; otherwise why not. */
export async function askTestMailTo(
  c: Context<AppEnv>,
  account: { readonly account: string; readonly email: string | null } | null,
): Promise<Refusal | null> {
  if (account?.email == null) return { code: 'invalid', problems: [{ field: '', message: NO_MAILBOX }] };
  const { sql, now } = c.get('deps');
  return (await askTestMail(sql, account.account, now())) ? null : { code: 'tried-too-often' };
}
