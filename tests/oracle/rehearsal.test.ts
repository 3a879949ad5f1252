import { describe, expect, test } from 'vitest';
import { rehearsePlan } from '../../cli/rehearse.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import type { RehearsedMail } from '../../domain/rehearsal/rehearse.js';
import { type CivilDate, civilDate } from '../../domain/time/civil-date.js';
import { inCanonicalOrder, type OracleItem, type OracleMail, oracle } from './oracle.js';
import { type RandomOptions, randomCase } from './plans.js';

const dayOrNull = (text: string | undefined): CivilDate | null =>
  text === undefined ? null : civilDate(text);

function itemsOf({ facts }: RehearsedMail): OracleItem[] {
  const lines = [...facts.lines, ...(facts.summary?.late ?? []), ...(facts.summary?.external ?? [])];
  return lines.map(({ subject, term, rung }) => ({
    sector: subject.sector,
    number: subject.number,
    objective: subject.objective,
    milestone: subject.milestone,
    due: term.kind === 'external' ? null : term.due,
    rung,
  }));
}

function rehearsed(
  plan: PlanDocument,
  asked: { approved?: string; from?: string; to?: string },
): OracleMail[] {
  const options = {
    approved: dayOrNull(asked.approved),
    from: dayOrNull(asked.from),
    to: dayOrNull(asked.to),
  };
  return [...rehearsePlan(plan, options)].map((mail) => ({
    day: mail.day,
    to: mail.to,
    items: inCanonicalOrder(itemsOf(mail)),
  }));
}

function agrees(seeds: readonly number[], options: RandomOptions): void {
  for (const seed of seeds) {
    const asked = randomCase(seed, options);
    expect(rehearsed(asked.plan, asked), `seed ${seed}`).toEqual(oracle(asked.plan, asked));
  }
}

const seedsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i);

describe('the rehearsal agrees with an oracle that walks day by day and shares no code with it', () => {
  test('on 120 random plans: every mail, day, recipient and line', () => {
    agrees(seedsFrom(1, 120), {});
  });

  test('on 60 random plans with the rarer rules (see README.md)', () => {
    agrees(seedsFrom(9_001, 60), { contested: true });
  });
});
