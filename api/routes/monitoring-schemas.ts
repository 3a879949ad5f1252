/** Submissions as the JSON API takes and gives them. */
import { z } from '@hono/zod-openapi';
import { CAUSES, PROGRESS, PROPOSALS } from '../../domain/cycle/submission-line.js';
import { SUBMISSION_STATES } from '../../domain/cycle/submission-state.js';
import type { Submission } from '../../store/monitoring/submissions.js';
import type { SubmissionPage } from '../queries/submission-page.js';
import { isoOf } from './json.js';
import { day, id, moment, text } from './schemas.js';

const free = text(10_000).default('');

/** What a line says. */
export const content = {
  progress: z.enum(PROGRESS).nullable().default(null),
  indicators: z
    .array(
      z.strictObject({ indicator: id, value: text(1_000).default(''), waiting: z.boolean().default(false) }),
    )
    .max(200)
    .default([]),
  milestones: z
    .array(z.strictObject({ obligation: id, doneOn: text(40).default('') }))
    .max(400)
    .default([])
    .openapi({ description: 'Terms declared as concluded, with the day.' }),
  deviation: free,
  cause: z.enum(CAUSES).nullable().default(null),
  causeText: free,
  remedy: free,
  proposal: z.enum(PROPOSALS).nullable().default(null),
  proposalText: free,
  evidence: free,
};

/** A line as it is sent; a field left out is empty. */
export const offeredLine = z
  .strictObject({
    objective: id,
    rowVersion: z
      .int()
      .min(0)
      .openapi({ description: 'Of the line that was seen; 0 where nobody saved one.' }),
    ...content,
  })
  .openapi('OfferedLine');

/** Lines that somebody else had changed come back as conflicts, and are not saved. */
export const savedSchema = z
  .object({ submission: id, saved: z.array(id), conflicts: z.array(id) })
  .openapi('DraftSaved');

const transmitted = z.object({ number: z.int(), at: moment, by: z.string(), late: z.boolean() }).nullable();

/** Without its lines, for lists. */
export const submissionSchema = z
  .object({
    id: id.openapi({ description: 'Also that of the obligation.' }),
    year: z.int(),
    window: z.object({ title: z.string(), coversFrom: day, referenceOn: day, opens: day }),
    sector: z.object({ id, name: z.string() }),
    state: z.enum(SUBMISSION_STATES),
    due: day,
    rowVersion: z.int(),
    transmitted,
  })
  .openapi('Submission');

/** With a line for each objective that the sector must speak of. */
export const submissionPageSchema = submissionSchema
  .extend({
    confirmed: z.boolean(),
    lines: z.array(
      z.object({
        objective: z.object({ id, number: z.string().nullable(), title: z.string() }),
        rowVersion: z.int(),
        content: z.object(content),
        indicators: z.array(z.object({ id, text: z.string() })),
        terms: z.array(
          z.object({
            obligation: id,
            due: day.nullable(),
            state: z.enum(['open', 'done']),
            doneOn: day.nullable(),
          }),
        ),
        missing: z.array(z.string()).openapi({ description: 'Italian sentences.' }),
      }),
    ),
    versions: z.array(z.object({ number: z.int(), at: moment, sha256: z.string(), late: z.boolean() })),
  })
  .openapi('SubmissionPage');

/** As {@link submissionSchema}. */
export const submissionJson = (one: Submission) => ({
  id: one.id,
  year: one.year,
  window: {
    title: one.window.title,
    coversFrom: one.window.coversFrom,
    referenceOn: one.window.referenceOn,
    opens: one.window.opens,
  },
  sector: { id: one.sector, name: one.sectorName },
  state: one.state,
  due: one.due,
  rowVersion: one.rowVersion,
  transmitted: one.transmitted && { ...one.transmitted, at: isoOf(one.transmitted.at) },
});

/** As {@link submissionPageSchema}. */
export const submissionPageJson = ({ submission, lines, versions }: SubmissionPage) => ({
  ...submissionJson(submission),
  confirmed: submission.confirmed,
  lines: lines.map(({ asked, content: said, rowVersion, missing }) => ({
    objective: { id: asked.objective, number: asked.number, title: asked.title },
    rowVersion,
    content: { ...said, indicators: [...said.indicators], milestones: [...said.milestones] },
    indicators: asked.indicators.map((one) => ({ id: one.id, text: one.text })),
    terms: asked.milestones.map(({ obligation, due, state, doneOn }) => ({ obligation, due, state, doneOn })),
    missing: missing.map(({ message }) => message),
  })),
  versions: versions.map(({ number, at, sha256, late }) => ({ number, at: isoOf(at), sha256, late })),
});
