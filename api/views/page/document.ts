/** A page as it is sent: hono/jsx writes no document type by itself. */
import { html } from 'hono/html';
import type { Child, FC } from 'hono/jsx';

export const document = (page: Child | ReturnType<FC>) => html`<!DOCTYPE html>${page}`;
