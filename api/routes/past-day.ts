/** A past day for programs: what was due, sent, not sent and why, answered. */
import { createRoute, z } from '@hono/zod-openapi';
import { RUNGS } from '../../domain/obligations/ladder.js';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { UNTOLD_REASONS } from '../../domain/rehearsal/untold.js';
import { inTown } from '../../store/in-town.js';
import { DIGEST_FATES } from '../../store/notices/digest-fate.js';
import { viewerIn } from '../gate.js';
import { firstPastDay, loadPastDay, type PastDay, readPastDay } from '../queries/past-day.js';
import { refuse } from '../refuse.js';
import { digestJson, isoOf, recordJson, roleJson } from './json.js';
import { answered, behind, createPart, problems } from './operation.js';
import { digestSchema } from './people-schemas.js';
import { day, id, moment, obligationSchema, roleSchema } from './schemas.js';

const about = z.object({
  id,
  sector: z.string(),
  objective: z.string(),
  milestone: z.string().nullable(),
  due: day.nullable(),
});

/** What was due, told, not told and why, answered; by what was recorded then. */
export const pastDaySchema = z
  .object({
    day,
    isWorkingDay: z.boolean(),
    round: z
      .object({ at: moment, notices: z.int(), digests: z.int(), passedOver: z.int() })
      .nullable()
      .openapi({ description: 'Null: none was held.' }),
    due: z.array(obligationSchema).openapi({ description: 'Due on that day, as they stand today.' }),
    digests: z.array(digestSchema),
    given: z.array(
      z.object({
        obligation: about,
        rung: z.enum(RUNGS),
        recipient: roleSchema,
        person: z
          .string()
          .nullable()
          .openapi({ description: 'Null: nobody held the role nor stood in for it.' }),
        state: z.enum(DIGEST_FATES).nullable().openapi({ description: 'Null: no mail told it.' }),
      }),
    ),
    notGiven: z.array(
      z.object({
        obligation: about,
        rung: z.enum(RUNGS),
        recipient: roleSchema,
        reason: z.enum(UNTOLD_REASONS),
        toldOn: day.nullable(),
        recorded: z
          .boolean()
          .openapi({ description: 'The round that passed it over said so; else it is worked out now.' }),
      }),
    ),
    answers: z.array(
      z.object({
        at: moment,
        action: z.string(),
        person: z.string().nullable(),
        role: roleSchema.nullable(),
        channel: z.enum(['page', 'api', 'mail-answer', 'workflow', 'cli']),
        obligation: about.nullable(),
      }),
    ),
  })
  .openapi('PastDay');

const route = createRoute({
  method: 'get',
  path: '/past-day',
  ...behind('day.read', 'Notices'),
  summary: 'A past day: what was due, sent, not sent and why, answered',
  request: {
    query: z.object({
      day: z.string().min(1).max(20).optional().openapi({
        format: 'date',
        description:
          'From the first day on which anything was owed to today; by default the working day before today.',
      }),
    }),
  },
  responses: { 200: answered('The day.', pastDaySchema), ...problems(422) },
});

export function pastDayRoutes() {
  const app = createPart();
  app.openapi(route, async (c) => {
    const { town, today } = viewerIn(c);
    const { read, past } = await inTown(c.get('deps').sql, town.id, async (tx) => {
      const days = { first: await firstPastDay(tx, today), today };
      const asked = readPastDay(c.req.valid('query').day ?? '', town, days, 'day');
      return { read: asked, past: asked.ok ? await loadPastDay(tx, town, asked.day, today) : null };
    });
    if (past === null)
      return (await refuse(c, { code: 'invalid', problems: read.ok ? [] : read.problems })) as never;
    return c.json(pastDayJson(past), 200);
  });
  return app;
}

const aboutJson = ({ id: obligation, subject, term }: Obligation) => ({
  id: obligation,
  sector: subject.sector,
  objective: subject.objective,
  milestone: subject.milestone,
  due: term.kind === 'external' ? null : term.due,
});

const pastDayJson = ({ day: past, isWorkingDay, round, due, digests, given, notGiven, deeds }: PastDay) => ({
  day: past,
  isWorkingDay,
  round:
    round === null
      ? null
      : {
          at: isoOf(round.at),
          notices: round.notices,
          digests: round.digests,
          passedOver: round.passedOver,
        },
  due: due.map(recordJson),
  digests: digests.map(digestJson),
  given: given.map((one) => ({
    obligation: aboutJson(one.about),
    rung: one.rung,
    recipient: roleJson(one.recipient),
    person: one.personName,
    state: one.state,
  })),
  notGiven: notGiven.map((one) => ({
    obligation: aboutJson(one.about),
    rung: one.rung,
    recipient: roleJson(one.recipient),
    reason: one.reason,
    toldOn: one.toldOn,
    recorded: one.recorded,
  })),
  answers: deeds.map((deed) => ({
    at: isoOf(deed.at),
    action: deed.action,
    person: deed.personName,
    role: deed.role === null ? null : roleJson(deed.role),
    channel: deed.channel,
    obligation: deed.about === null ? null : aboutJson(deed.about),
  })),
});
