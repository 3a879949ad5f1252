/** The town's own checklist: kept whole under a new number, never changed. */
import {
  CRITERIA_LIMITS,
  type CriteriaFault,
  type Criterion,
  criteriaFault,
} from '../../../domain/review/criteria.js';
import type { Json } from '../../../store/connection.js';
import { criteriaInForce, keepCriteria } from '../../../store/review/review-conclusions.js';
import { auditTown } from '../audit-command.js';
import { invalid } from '../people/people-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';

export interface CriteriaAsked {
  /** Number on the page. */
  readonly seen: number;
  /** An empty key is a new criterion. */
  readonly criteria: readonly { readonly key: string; readonly text: string; readonly norm: string }[];
}

export interface CriteriaKept {
  readonly [key: string]: Json;
  readonly number: number;
}

export function changeCriteria(commander: Commander, asked: CriteriaAsked): Promise<Outcome<CriteriaKept>> {
  return runCommand(
    commander,
    'review.criteria',
    asked as unknown as Json,
    async (tx, clock): Promise<Done<CriteriaKept>> => {
      const before = await criteriaInForce(tx);
      if (before.number !== asked.seen) return { ok: false, refusal: { code: 'changed-meanwhile' } };
      const criteria = numbered(asked.criteria, before.criteria);
      const fault = criteriaFault(criteria);
      if (fault !== null) return invalid(problemOf(fault));
      const said = { at: clock.now, by: commander.viewer.person.id };
      const number = await keepCriteria(tx, asked.seen, criteria, said);
      if (number === null) return { ok: false, refusal: { code: 'changed-meanwhile' } };
      await auditTown(tx, commander, clock, 'review.criteria', {
        before: { number: before.number },
        after: { number, criteria: criteria as unknown as Json },
      });
      return { ok: true, result: { number }, starts: [] };
    },
  );
}

/** A citation counts as checked only while it stands as it was; a new criterion gets a key of its own. */
function numbered(asked: CriteriaAsked['criteria'], known: readonly Criterion[]): readonly Criterion[] {
  const taken = new Set([...known, ...asked].map(({ key }) => key));
  let next = 1;
  return asked.map(({ key, text, norm }) => {
    const before = known.find((one) => one.key === key);
    const said = { text: text.trim(), norm: norm.trim() };
    if (before !== undefined)
      return {
        ...said,
        key,
        verified: before.verified && before.norm === said.norm && before.text === said.text,
      };
    while (taken.has(`own-${next}`)) next += 1;
    taken.add(`own-${next}`);
    return { ...said, key: `own-${next}`, verified: false };
  });
}

function problemOf({ at, is }: CriteriaFault) {
  const field = at === null ? 'criteria' : `criteria[${at}].text`;
  switch (is) {
    case 'none':
      return { field, message: 'Serve almeno un criterio.' };
    case 'too-many':
      return { field, message: `I criteri sono più di ${CRITERIA_LIMITS.most}.` };
    case 'no-text':
      return { field, message: `Criterio ${(at ?? 0) + 1}: manca il testo.` };
    case 'too-long':
      return {
        field,
        message: `Criterio ${(at ?? 0) + 1}: il testo supera i ${CRITERIA_LIMITS.text} caratteri, o la norma i ${CRITERIA_LIMITS.norm}.`,
      };
    case 'twice':
      return { field, message: `Criterio ${(at ?? 0) + 1}: compare due volte.` };
  }
}
