/** What the operations on one obligation share. */
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { inTown } from '../../store/in-town.js';
import type { AppEnv } from '../app-env.js';
import { viewerIn } from '../gate.js';
import { loadObligationPage, type ObligationPage } from '../queries/obligation-page.js';
import { refuse } from '../refuse.js';
import { id, text } from './schemas.js';

export const TAG = 'Obligations';
export const params = z.object({ id });
/** Why, in the words of whoever decides. */
export const reason = text(10_000).min(1, 'manca');

/** Answers with what `shown` makes of the obligation, or with the problem. */
export async function showObligation(
  c: Context<AppEnv>,
  obligation: string,
  shown: (page: ObligationPage) => object,
): Promise<never> {
  const viewer = viewerIn(c);
  const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
    loadObligationPage(tx, viewer, obligation),
  );
  if (page === 'unknown') return (await refuse(c, { code: 'not-found' })) as never;
  if (page === 'not-allowed') return (await refuse(c, { code: 'not-allowed' })) as never;
  return c.json(shown(page)) as never;
}
