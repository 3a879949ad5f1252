/** Addresses that leave our pages: of a personal calendar, shown once and kept nowhere, and of what stands in it. */
import type { Context } from 'hono';
import { newSecret } from '../store/entry/secret-token.js';
import type { AppEnv } from './app-env.js';
import { makeCalendar } from './commands/obligations/calendar-feed.js';
import type { Commander, Outcome } from './commands/run-command.js';

/** As people type it; where no proxy stands in front, as it was asked for. Without a slash at its end. */
export const publicAddress = (c: Context<AppEnv>): string =>
  (c.get('deps').publicUrl ?? new URL(c.req.url).origin).replace(/\/$/, '');

/** The address that a calendar program subscribes to: a secret. */
const calendarAddress = (c: Context<AppEnv>, token: string): string =>
  `${publicAddress(c)}/calendario/${token}.ics`;

/** An address just made: it is shown once. `again`: the form came twice, and the first answer showed it. */
export type ShownAddress = { readonly address: string } | { readonly again: true };

/** For the page and for the JSON API. */
export async function newAddress(
  c: Context<AppEnv>,
  commander: Commander,
): Promise<Outcome<ShownAddress & { readonly [key: string]: string | boolean }>> {
  const { token, hash } = newSecret();
  const outcome = await makeCalendar(commander, hash);
  if (!outcome.ok) return outcome;
  const result = outcome.replayed ? { again: true as const } : { address: calendarAddress(c, token) };
  return { ...outcome, result };
}
