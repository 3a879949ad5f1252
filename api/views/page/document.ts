/** A page as it is sent: hono/jsx writes no document type by itself. */
import { html } from 'hono/html';
import type { Child, FC } from 'hono/jsx';

/** As a plain string: what is left as hono's marked one is streamed to the browser, which costs more than writing it. */
export const document = async (page: Child | ReturnType<FC>): Promise<string> =>
  String(await html`<!DOCTYPE html>${page}`);
