import { expect, it } from 'vitest';
import { turns } from '../../../documents/apart/turns.js';

it('lets two run at once and the others wait in their order, also when one fails', async () => {
  const queue = turns(2);
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const take = (name: string): Promise<void> =>
    queue.take(async () => {
      log.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (name === 'a') throw new Error('a failed');
    });
  const a = take('a');
  const others = [take('b'), take('c'), take('d')];
  expect(log).toEqual(['a', 'b']);
  expect(queue.waiting).toBe(2);
  ends[0]?.();
  await expect(a).rejects.toThrow('a failed');
  expect(log).toEqual(['a', 'b', 'c']);
  ends[1]?.();
  await others[0];
  expect(log).toEqual(['a', 'b', 'c', 'd']);
  expect(queue.waiting).toBe(0);
  for (const end of ends) end();
  await Promise.all(others);
});
