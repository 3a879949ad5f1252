import { expect } from 'vitest';
import type { Visitor } from './visitor.js';

/** A key that the visitor makes on their own page: one that reads, for 30 days, unless wished otherwise. */
export async function keyFor(
  visitor: Visitor,
  wish: { uso?: string; durata?: string } = {},
): Promise<string> {
  const { fields } = await visitor.form('/accessi', '/accessi/chiavi');
  const asked = { nome: 'Cruscotto', uso: 'legge', durata: '30', ...wish };
  const { status, text } = await visitor.post('/accessi/chiavi', { ...fields, ...asked });
  expect(status).toBe(200);
  return /<code>(trg_[\w-]{43})<\/code>/.exec(text)?.[1] ?? '';
}
