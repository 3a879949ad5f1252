/** What a role passes on from one person to the next. */
import { createRoute, z } from '@hono/zod-openapi';
import { HAND_OVER_DAYS, HAND_OVER_PARTS, type HandOverPart } from '../../domain/obligations/hand-over.js';
import { inTown } from '../../store/in-town.js';
import { viewerIn } from '../gate.js';
import { type HandedOver, loadHandOver } from '../queries/hand-over.js';
import { refuse } from '../refuse.js';
import { evidenceJson, isoOf, recordJson, roleJson } from './json.js';
import { answered, behind, createPart, problems } from './operation.js';
import { day, evidenceSchema, id, moment, obligationSchema, person, roleSchema } from './schemas.js';

const handedSchema = z.object({
  part: z.enum(HAND_OVER_PARTS).openapi({
    description: `late; soon: due within ${HAND_OVER_DAYS} days; later; undated; closed: concluded or no longer due.`,
  }),
  obligation: obligationSchema,
  answers: z
    .array(
      z.object({
        ...{ kind: z.enum(['done', 'in-progress', 'not-mine']), at: moment, by: person },
        ...{ doneOn: day.nullable(), forecast: day.nullable(), reason: z.string().nullable() },
      }),
    )
    .openapi({ description: 'Those that stand, oldest first.' }),
  evidence: z.array(evidenceSchema),
});

const sheetSchema = z
  .object({
    ...{ person, role: roleSchema, from: day, to: day.nullable() },
    successor: person.nullable().openapi({ description: 'Who takes over; null: not known yet.' }),
    successorFrom: day.nullable(),
    handed: z.array(handedSchema).openapi({ description: 'Part by part, in the order of `part`.' }),
  })
  .openapi('HandOver');

const sheet = createRoute({
  method: 'get',
  path: '/people/{id}/roles/{tenure}/hand-over',
  ...behind('people.read', 'People'),
  summary:
    'What a role passes on: everything it owes, with answers and evidence; of what is closed, this year’s',
  request: {
    params: z.object({ id, tenure: id }),
    query: z.object({
      to: id
        .optional()
        .openapi({ description: 'Who takes over; absent: whoever was given the role after it began.' }),
    }),
  },
  responses: { 200: answered('The sheet.', sheetSchema), ...problems(404, 422) },
});

export function handOverRoutes() {
  const app = createPart();
  app.openapi(sheet, async (c) => {
    const viewer = viewerIn(c);
    const { id: who, tenure: which } = c.req.valid('param');
    const asked = { person: who, tenure: which, successor: c.req.valid('query').to ?? null };
    const found = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadHandOver(tx, viewer, asked));
    if (found === null) return (await refuse(c, { code: 'not-found' })) as never;
    const { tenure, successor, successorFrom, parts } = found;
    return c.json({
      person: { id: tenure.person.id, name: tenure.person.name },
      ...{ role: roleJson(tenure.role), from: tenure.validFrom, to: tenure.validTo },
      successor: successor === null ? null : { id: successor.id, name: successor.name },
      successorFrom,
      handed: HAND_OVER_PARTS.flatMap((part) => (parts.get(part) ?? []).map((one) => handedJson(part, one))),
    });
  });
  return app;
}

const handedJson = (part: HandOverPart, { view, answers, evidence }: HandedOver) => ({
  part,
  obligation: recordJson(view),
  answers: answers.map(({ kind, at, person: who, personName, doneOn, forecast, note }) => ({
    ...{ kind, at: isoOf(at), by: { id: who, name: personName } },
    ...{ doneOn, forecast, reason: note },
  })),
  evidence: evidence.map(evidenceJson),
});
