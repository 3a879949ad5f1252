/** A page as an answer. */
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { AppEnv } from '../app-env.js';
import { document } from '../views/page/document.js';

export const render = (
  c: Context<AppEnv>,
  page: Child,
  status: 200 | 409 | 413 | 415 | 422 | 503 = 200,
): Response | Promise<Response> => c.html(document(page), status);
