/** A review as the JSON API writes it. */
import { z } from '@hono/zod-openapi';
import { pointsToDecimal } from '../../domain/plan/points.js';
import type { Verdict } from '../../domain/scoring/assessment.js';
import type { KeptNote } from '../../store/review/review-notes.js';
import type { KeptQuestion } from '../../store/review/review-questions.js';
import type { ReviewedObjective, ReviewPage } from '../queries/review-page.js';
import { isoOf, roleJson } from './json.js';
import { day, id, moment, roleSchema, text } from './schemas.js';

/** An empty key makes a new criterion. */
export const criterionIn = z
  .strictObject({ key: text(100).default(''), text: text(10_000), norm: text(10_000).default('') })
  .openapi('ReviewCriterion');

const conclusion = z
  .object({ conclusion: z.string(), note: z.string(), by: z.string(), at: moment, rowVersion: z.int() })
  .nullable();
const verdict = z.object({ is: z.string(), degree: z.string().nullable() }).nullable();
/** Put by an evaluator, with its answers, oldest first. */
export const questionOut = z.object({
  ...{ id, objective: id.nullable(), round: z.int().nullable(), text: z.string(), to: roleSchema },
  ...{ askedOn: day, askedBy: z.string(), due: day, state: z.string() },
  answers: z.array(z.object({ text: z.string(), on: day, by: z.string() })),
});

/** A note; a private one is its author's alone. */
export const noteOut = z.object({
  ...{ id, objective: id.nullable(), author: id, text: z.string(), at: moment },
  shared: z.boolean(),
});

/** An objective under one sector that answers for it. */
export const reviewedOut = z.object({
  ...{ id, number: z.string().nullable(), title: z.string(), state: z.string() },
  ...{ documents: z.int(), questions: z.int(), selfEvaluated: verdict, decided: verdict },
  ...{ reason: z.string().nullable(), conclusion },
});

/** A year's review, whole or as far as whoever asks may read it. */
export const reviewOut = z
  .object({
    year: z.int(),
    opens: day,
    rounds: z.array(
      z.object({
        ...{ number: z.int(), state: z.string(), transmittedOn: day.nullable(), due: day.nullable() },
        outcome: z.object({ on: day, is: z.string() }).nullable(),
      }),
    ),
    sectors: z.array(
      z.object({
        ...{ id, name: z.string(), excluded: z.boolean() },
        objectives: z.array(reviewedOut),
      }),
    ),
    questions: z.array(questionOut),
    criteria: z.object({
      number: z.int(),
      all: z.array(
        z.object({
          ...{ key: z.string(), text: z.string(), norm: z.string(), verified: z.boolean(), conclusion },
        }),
      ),
    }),
    members: z.array(
      z.object({ id, name: z.string(), conflicts: z.array(z.string()), mustDeclare: z.boolean() }),
    ),
    declarations: z.array(
      z.object({ member: id, kind: z.string(), sector: z.string().nullable(), text: z.string(), on: day }),
    ),
    notes: z.array(noteOut),
  })
  .openapi('Review');

const verdictJson = (said: Verdict | null) =>
  said === null ? null : { is: said.is, degree: said.is === 'degree' ? pointsToDecimal(said.degree) : null };

type Concluded = ReviewPage['conclusions'][number] | null | undefined;
const conclusionJson = (said: Concluded) =>
  said == null
    ? null
    : {
        ...{ conclusion: said.conclusion, note: said.note, by: said.byName },
        at: isoOf(said.at),
        rowVersion: said.rowVersion,
      };

/** As {@link reviewedOut}. */
export const reviewedJson = ({
  measured,
  state,
  documents,
  questions,
  conclusion: said,
}: ReviewedObjective) => {
  const { objective, assessment } = measured;
  return {
    ...{ id: objective.id, number: objective.number, title: objective.title, state, documents },
    questions: questions.length,
    selfEvaluated: verdictJson(assessment.stands.selfEvaluated),
    decided: verdictJson(assessment.stands.decided),
    reason: assessment.stands.reason?.text ?? null,
    conclusion: conclusionJson(said),
  };
};

/** As {@link questionOut}. */
export const questionJson = (page: ReviewPage, one: KeptQuestion) => ({
  ...{ id: one.id, objective: one.objective, text: one.text, to: roleJson(one.to), askedOn: one.askedOn },
  ...{ askedBy: one.askedByName, due: one.due, state: one.state },
  round: page.rounds.find(({ duty }) => duty === one.duty)?.number ?? null,
  answers: one.answers.map(({ text: said, on, byName }) => ({ text: said, on, by: byName })),
});

/** As {@link noteOut}. */
export const noteJson = ({ id: note, objective, author, text: said, writtenAt, sharedAt }: KeptNote) => ({
  ...{ id: note, objective, author, text: said, at: isoOf(writtenAt), shared: sharedAt !== null },
});

/** As {@link reviewOut}. */
export const reviewJson = (page: ReviewPage) => ({
  year: page.cycle.year,
  opens: page.opens,
  rounds: page.rounds.map(({ number, state, transmittedOn, due, outcome }) => ({
    ...{ number, state, transmittedOn, due, outcome: outcome && { ...outcome } },
  })),
  sectors: page.sectors.map(({ id: sector, name, excluded, objectives }) => ({
    ...{ id: sector, name, excluded, objectives: objectives.map(reviewedJson) },
  })),
  questions: page.questions.map((one) => questionJson(page, one)),
  criteria: {
    number: page.criteria.number,
    all: page.criteria.criteria.map((one) => ({
      ...one,
      conclusion: conclusionJson(page.conclusions.find(({ criterion }) => criterion === one.key)),
    })),
  },
  members: page.members.map((one) => ({
    ...{ id: one.person, name: one.name, mustDeclare: page.silent.includes(one) },
    conflicts: one.conflicts.map((conflict) =>
      conflict.is === 'office' ? conflict.role : `head:${conflict.sector}`,
    ),
  })),
  declarations: page.declarations.map(({ member, kind, sector, text: said, on }) => ({
    ...{ member, kind, sector, text: said, on },
  })),
  notes: page.notes.map(noteJson),
});
