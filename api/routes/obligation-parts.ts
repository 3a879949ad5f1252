/** What the operations on one obligation share. */
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { inTown } from '../../store/in-town.js';
import type { AppEnv } from '../app-env.js';
import { viewerIn } from '../gate.js';
import { loadObligationPage, type ObligationPage } from '../queries/obligation-page.js';
import { refuse } from '../refuse.js';
import { id, text } from './schemas.js';

/** Under which the document groups operations on obligations. */
export const TAG = 'Obligations';
/** Of every operation on one obligation. */
export const params = z.object({ id });
/** Why, in the words of whoever decides. */
export const reason = text(10_000).min(1, 'manca');

/** Answers with what `shown` makes of the obligation, or with the problem. `null`: it is not for this viewer. */
export async function showObligation(
  c: Context<AppEnv>,
  obligation: string,
  shown: (page: ObligationPage) => object | null,
): Promise<never> {
  const viewer = viewerIn(c);
  const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
    loadObligationPage(tx, viewer, obligation),
  );
  if (page === 'unknown') return (await refuse(c, { code: 'not-found' })) as never;
  if (page === 'not-allowed') return (await refuse(c, { code: 'not-allowed' })) as never;
  const said = shown(page);
  return (said === null ? await refuse(c, { code: 'not-allowed' }) : c.json(said)) as never;
}
