import { expect, it } from 'vitest';
import { noticeDifference } from '../../../domain/rehearsal/notice-difference.js';
import type { RehearsedMail } from '../../../domain/rehearsal/rehearse.js';

type Line = readonly [obligation: string, rung: string | null];
const mail = (day: string, to: string, ...lines: readonly Line[]): RehearsedMail =>
  ({
    day,
    to,
    facts: { lines: lines.map(([obligation, rung]) => ({ obligation, rung })) },
  }) as unknown as RehearsedMail;

it('a notice of the same obligation, rung and person on another day moves; the rest appears or vanishes; a line without a rung is none', () => {
  const before = [
    mail('2023-10-02', 'anna', ['a', 'first-notice'], ['b', 'first-notice']),
    mail('2023-10-20', 'anna', ['a', 'ten-days']),
    mail('2023-10-27', 'segretaria', ['a', null]),
  ];
  const after = [
    mail('2023-10-02', 'anna', ['b', 'first-notice']),
    mail('2023-11-03', 'anna', ['a', 'first-notice']),
    mail('2023-10-20', 'bruno', ['a', 'ten-days']),
  ];
  const changes = noticeDifference(before, after);
  expect(changes.map(({ kind, to, before: was, after: is, line }) => [kind, to, line.rung, was, is])).toEqual(
    [
      ['moves', 'anna', 'first-notice', '2023-10-02', '2023-11-03'],
      ['vanishes', 'anna', 'ten-days', '2023-10-20', null],
      ['appears', 'bruno', 'ten-days', null, '2023-10-20'],
    ],
  );
});

it('says nothing of two rehearsals that are the same', () => {
  const mails = [mail('2023-10-02', 'anna', ['a', 'first-notice'])];
  expect(noticeDifference(mails, mails)).toEqual([]);
});
