import { expect } from 'vitest';
import type { LivedMail } from './told-ahead.js';

const titleOf = ({ day, to, subject }: LivedMail): string => `${day} ${to} ${subject}`;

/** First who gets what when, then word by word; what differs is said with what to repeat it by. */
export function expectSame(lived: readonly LivedMail[], told: readonly LivedMail[], seed: number): void {
  const again = `LIFE_SEED=${seed} LIVES=1`;
  expect(lived.map(titleOf), again).toEqual(told.map(titleOf));
  for (const [at, mail] of lived.entries()) expect(mail, again).toEqual(told[at]);
}
