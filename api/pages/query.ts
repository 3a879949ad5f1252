/** What an address asks for; anything that does not read is as if it were not there. */
import type { Context } from 'hono';
import type { AppEnv } from '../app-env.js';
import type { ListAsked } from '../queries/obligation-list.js';
import { STANDING_CODES, type StandingCode } from '../queries/standing-code.js';
import { isId } from '../session.js';

/** The year of the plan to look at. */
export function yearAsked(c: Context<AppEnv>): number | null {
  const text = c.req.query('anno') ?? '';
  return /^2\d{3}$/.test(text) ? Number(text) : null;
}

/** At most 100 characters, without the ones a database refuses. */
export const searchAsked = (c: Context<AppEnv>): string =>
  (c.req.query('cerca') ?? '').replaceAll('\0', '').trim().slice(0, 100);

/** Standings that people ask for together. */
const STANDING_GROUPS: Readonly<Record<string, readonly StandingCode[]>> = {
  aperte: [
    'late',
    'late-disclaimed',
    'late-explained',
    'before-start',
    'due-today',
    'due-soon',
    'to-do',
    'undetermined',
  ],
  'oltre-il-termine': ['late', 'late-disclaimed', 'late-explained', 'before-start'],
  'entro-10-giorni': ['due-today', 'due-soon'],
  chiuse: ['unmet', 'done', 'done-late', 'waived'],
};

function standingsAsked(text: string): readonly StandingCode[] | null {
  if (Object.hasOwn(STANDING_GROUPS, text)) return STANDING_GROUPS[text] ?? null;
  return isStanding(text) ? [text] : null;
}
const isStanding = (text: string): text is StandingCode =>
  (STANDING_CODES as readonly string[]).includes(text);

export function listAsked(c: Context<AppEnv>): ListAsked {
  const year = yearAsked(c);
  const sector = c.req.query('settore') ?? '';
  const standings = standingsAsked(c.req.query('stato') ?? '');
  const search = searchAsked(c);
  return {
    ...(year === null ? {} : { year }),
    ...(isId(sector) ? { sector } : {}),
    ...(standings === null ? {} : { standings }),
    ...(c.req.query('implicito') === 'si' ? { implicit: true } : {}),
    ...(search === '' ? {} : { search }),
  };
}

/** A path's last part as an id; `null` when it cannot be one: then nothing is there. */
export const idAsked = (c: Context<AppEnv>, name: string): string | null => {
  const text = c.req.param(name) ?? '';
  return isId(text) ? text : null;
};
