/**
 * What of a Relazione is decided after it froze, for publication alone: which reasons, in which words, and whether
 * totals are told. Taken away again, what is published is what was frozen (docs/adr/0062).
 */
import type { ReasonFact } from './objective-facts.js';
import type { Relazione } from './relazione.js';
import type { RelazioneFacts } from './relazione-facts.js';

/** A reason, by the objective in a sector that it is given for. */
export interface ReasonPlace {
  readonly objective: string;
  /** Its name. */
  readonly sector: string;
  readonly reason: string;
}

/** What was released of a reason; `null`: nothing. */
export type ReleaseOf = (place: ReasonPlace) => ReasonFact['released'];

/** Reasons in the words that the RPCT released. */
export const withReleases = <Facts extends Pick<RelazioneFacts, 'sectors'>>(
  facts: Facts,
  releaseOf: ReleaseOf,
): Facts => ({
  ...facts,
  sectors: facts.sectors.map((sector) => ({
    ...sector,
    objectives: sector.objectives.map((one) => {
      const released = (reason: ReasonFact): ReasonFact => ({
        ...reason,
        released: releaseOf({ objective: one.id, sector: sector.name, reason: reason.text }),
      });
      const { reason, evaluatorReason } = one;
      return {
        ...one,
        reason: reason === null ? null : released(reason),
        ...(evaluatorReason !== undefined && { evaluatorReason: released(evaluatorReason) }),
      };
    }),
  })),
});

/** With no reason released and no total told: what a snapshot's hash of the version for publication is taken of. */
export const unpublished = (facts: RelazioneFacts): RelazioneFacts => ({
  ...withReleases(facts, () => null),
  publishesTotals: false,
});

/** The same of a version for publication that is already made: only what was decided after the freezing leaves it. */
export const withoutDecisions = (published: Relazione): Relazione => ({
  ...published,
  sectors: published.sectors.map(({ total: _, totalFraction: __, ...sector }) => ({
    ...sector,
    objectives: sector.objectives.map(({ counts: _counts, brings: _brings, ...one }) => ({
      ...one,
      ...(one.reason !== null && { reason: null, reasonWithheld: true }),
      ...(one.evaluatorReason != null && { evaluatorReason: null, evaluatorReasonWithheld: true }),
    })),
  })),
});
