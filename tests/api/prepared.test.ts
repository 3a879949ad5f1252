/** What is made once and sent many times. */
import { expect, it } from 'vitest';
import { keeper, prepare } from '../../api/prepared.js';

const page = (text: string) => prepare(new TextEncoder().encode(text), 'text/html; charset=utf-8', false);

it('50 who ask at the same time have one thing made, and who comes later finds it', async () => {
  let made = 0;
  const { take } = keeper(1_000);
  const make = async () => {
    made += 1;
    return page('x');
  };
  const all = await Promise.all(Array.from({ length: 50 }, () => take('a', make)));
  expect(new Set([...all, await take('a', make)]).size).toBe(1);
  expect(made).toBe(1);
});

it('a failure is told to whoever asked and is not kept', async () => {
  const { take } = keeper(1_000);
  await expect(take('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect((await take('a', () => page('x'))).body).toHaveLength(1);
});

it('of 10 bytes at most, what was asked for longest ago goes first; one larger than all is made each time', async () => {
  const { take } = keeper(10);
  const made: string[] = [];
  const ask = (key: string, bytes = 4) =>
    take(key, async () => {
      made.push(key);
      return page('x'.repeat(bytes));
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  await ask('d', 11);
  await ask('d', 11);
  expect(made.slice(4)).toEqual(['d', 'd']);
});
