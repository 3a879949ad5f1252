import { expect, test } from 'vitest';
import { italianClosed } from './calendar.js';
import { oracle } from './oracle.js';
import { randomCase } from './plans.js';

const SEEDS = Array.from({ length: 150 }, (_, seed) => seed);

test('the same seed gives the same plan and the same mails', () => {
  for (const seed of SEEDS.slice(0, 20)) {
    const [one, other] = [randomCase(seed), randomCase(seed)];
    expect(one).toEqual(other);
    expect(oracle(one.plan, one)).toEqual(oracle(other.plan, other));
  }
});

test('150 random plans meet all thirteen rungs, late and external lines, and all kinds of recipient', () => {
  const met = new Set<string>();
  for (const seed of SEEDS) {
    const one = randomCase(seed);
    for (const { to, items } of oracle(one.plan, one)) {
      met.add(to.replace(/:.*/, ''));
      for (const { rung, due } of items) met.add(rung ?? (due === null ? 'external' : 'late'));
    }
  }
  expect(met.size).toBe(18);
});

test('every mail leaves on a working day and has a line; nobody has two mails on one day', () => {
  for (const seed of SEEDS) {
    const one = randomCase(seed, { contested: seed % 2 === 0, closures: seed % 3 === 0 });
    const closed = one.closed ?? italianClosed;
    const mails = oracle(one.plan, one);
    expect(mails.filter(({ day, items }) => closed(day) || items.length === 0)).toEqual([]);
    expect(new Set(mails.map(({ day, to }) => `${day} ${to}`)).size).toBe(mails.length);
  }
});
