/** The board over several towns as JSON: all towns of a session's account; with a key, the one town it stands for. */
import { createRoute, z } from '@hono/zod-openapi';
import { pointsToDecimal } from '../../domain/plan/points.js';
import { peopleOf } from '../../store/entry/account-sessions.js';
import { loadTownsBoard, type TownLine } from '../queries/towns-board.js';
import { roleJson } from './json.js';
import { answered, behind, createPart, problems } from './operation.js';
import { day, meSchema, roleSchema } from './schemas.js';

const count = z.int();

const lineSchema = z
  .object({
    town: meSchema.shape.town,
    person: meSchema.shape.person,
    roles: z.array(roleSchema),
    today: day,
    years: z.array(z.int()).openapi({ description: 'Open, with a plan in force.' }),
    terms: z
      .object({ today: count, week: count, late: count })
      .openapi({ description: 'Of the whole town, or of what the person owes where they read no board.' }),
    whole: z
      .object({
        silent: count,
        weightAtRisk: z.string(),
        held: count,
        refused: count,
        submissions: count,
        validationDue: day.nullable(),
      })
      .nullable()
      .openapi({ description: 'null: the person reads no board there.' }),
    reviews: z.array(
      z.object({
        year: z.int(),
        round: z.int(),
        transmittedOn: day.nullable(),
        due: day.nullable(),
        waiting: count,
        answered: count,
        concluded: count,
        objectives: count,
        toDeclare: z.boolean(),
      }),
    ),
  })
  .openapi('TownLine');

const board = createRoute({
  method: 'get',
  path: '/towns/board',
  ...behind('towns.board', 'Town'),
  summary: 'One line for each town in which the account acts',
  responses: {
    200: answered('The lines, by town.', z.object({ towns: z.array(lineSchema) })),
    ...problems(404),
  },
});

export function townsBoardRoutes() {
  const app = createPart();
  app.openapi(board, async (c) => {
    const { sql, now } = c.get('deps');
    const [account, viewer] = [c.get('account'), c.get('viewer')];
    const people =
      account !== undefined
        ? await peopleOf(sql, account.account)
        : viewer === null
          ? []
          : [{ town: viewer.town.id, person: viewer.person.id }];
    return c.json({ towns: (await loadTownsBoard(sql, people, now())).map(lineJson) });
  });
  return app;
}

const lineJson = ({ viewer, figures: { years, terms, whole }, reviews }: TownLine) => ({
  town: { id: viewer.town.id, slug: viewer.town.slug, name: viewer.town.name, mode: viewer.town.mode },
  person: { id: viewer.person.id, name: viewer.person.name },
  roles: viewer.roles.map(roleJson),
  today: viewer.today,
  years: [...years],
  terms: { ...terms },
  whole: whole && { ...whole, weightAtRisk: pointsToDecimal(whole.weightAtRisk) },
  reviews: reviews.map((review) => ({ ...review })),
});
