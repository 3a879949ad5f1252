import { expect, test } from 'vitest';
import { isToStop } from '../../../domain/obligations/mailbox-stop.js';
import { addDays, civilDate } from '../../../domain/time/civil-date.js';

/** One mailing a day from 1 June; x: it came back. */
const days = (signs: string) =>
  [...signs].map((sign, index) => ({
    day: addDays(civilDate('2023-06-01'), index * 3),
    returned: sign === 'x',
  }));

test.each([
  ['', false],
  ['x', false],
  ['x.x', false],
  ['x.x.x.x', false],
  ['xx', true],
  ['.xx', true],
  ['xx...', true],
  ['x.xx.', true],
])('mailings "%s": the mailbox is stopped: %s, whatever order they come in', (signs, stopped) => {
  expect(isToStop(days(signs))).toBe(stopped);
  expect(isToStop(days(signs).reverse())).toBe(stopped);
});
