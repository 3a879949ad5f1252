import { describe, expect, test } from 'vitest';
import { noticesFirst } from '../../activities/notices-first.js';

const never = new AbortController().signal;

/** `towns` of them have just written notices; the clock stands still until it is moved. */
function morning(towns: number) {
  let at = 0;
  const first = noticesFirst(() => at);
  const write = (): void => {
    for (let town = 0; town < towns; town++) first.written(`town ${town}`);
  };
  write();
  let isCalm = false;
  const calm = (stopping: AbortSignal) =>
    first.calm(stopping).then(() => {
      isCalm = true;
    });
  return { calm, write, later: (ms: number) => (at += ms), isCalm: () => isCalm };
}

describe('mails', () => {
  test('go out at once while 4 towns write their notices', async () => {
    const { calm, isCalm } = morning(4);
    await calm(never);
    expect(isCalm()).toBe(true);
  });

  test.each([
    ['until none of 5 has written for 1 s', 1_000, false],
    ['for 1 minute at most, however much is written', 60_000, true],
  ])('wait %s', async (_, ms, goesOn) => {
    const { calm, write, later, isCalm } = morning(5);
    const waiting = calm(never);
    later(ms - 1);
    if (goesOn) write();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isCalm()).toBe(false);
    later(1);
    if (goesOn) write();
    await waiting;
  });

  test('wait no longer when the worker stops', async () => {
    const { calm, isCalm } = morning(400);
    const stopping = new AbortController();
    const waiting = calm(stopping.signal);
    stopping.abort();
    await waiting;
    expect(isCalm()).toBe(true);
  });
});
