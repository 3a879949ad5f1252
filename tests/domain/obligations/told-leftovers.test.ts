import { describe, expect, it } from 'vitest';
import type { Leftover, StoredLeftovers, Waiting } from '../../../domain/obligations/leftovers.js';
import { withoutTold } from '../../../domain/obligations/told-leftovers.js';
import { obligation } from './obligations.js';

const HEAD = { role: 'head', sector: 'A' } as const;
const SECRETARY = { role: 'secretary' } as const;

const stored: StoredLeftovers = {
  lines: (['one', 'two'] as const).flatMap((about) =>
    [HEAD, SECRETARY].map((recipient) => ({
      digest: 'monday',
      person: 'anna',
      obligation: about,
      notice: `${about} ${recipient.role}`,
      rung: 'late-1' as const,
      recipient,
      given: ['anna'],
    })),
  ),
  summary: ['one', 'two'].map((about) => ({ digest: 'monday', person: 'anna', obligation: about })),
};
const telling = (about: string, change: Partial<Leftover>): Waiting =>
  new Map([
    [
      'anna',
      [
        {
          digest: 'monday',
          person: 'anna',
          obligation: { ...obligation(), id: about },
          recipient: HEAD,
          rung: 'late-1',
          notice: null,
          given: [],
          ...change,
        },
      ],
    ],
  ]);
const left = (waiting: Waiting): readonly string[] =>
  withoutTold(stored, waiting).lines.map(({ notice }) => notice);

describe('of the four lines of a mail that never left', () => {
  it('one that a round tells to a role is told; the other obligation and the other role wait on', () => {
    expect(left(telling('one', {}))).toEqual(['one secretary', 'two head', 'two secretary']);
  });

  it('none is told by a round that tells a line of another mail', () => {
    expect(left(telling('one', { digest: 'friday' }))).toHaveLength(4);
    expect(withoutTold(stored, new Map())).toEqual(stored);
  });

  it('a weekly summary goes with the first line that is told, whatever it is about: it was as of its day', () => {
    expect(withoutTold(stored, telling('two', {})).summary).toEqual([]);
    expect(withoutTold(stored, telling('one', { rung: null, recipient: SECRETARY })).summary).toEqual([]);
  });
});
