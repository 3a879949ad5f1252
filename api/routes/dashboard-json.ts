/** The board as JSON: the same reading of the facts as the page. */
import { z } from '@hono/zod-openapi';
import type { DigestFacts } from '../../domain/obligations/digest.js';
import { RUNGS } from '../../domain/obligations/ladder.js';
import { pointsToDecimal } from '../../domain/plan/points.js';
import type { Dashboard } from '../queries/dashboard.js';
import type { Counts } from '../queries/sector-rows.js';
import { STANDING_CODES } from '../queries/standing-code.js';
import { digestJson, isoOf, obligationJson, roleJson } from './json.js';
import { digestSchema } from './people-schemas.js';
import { day, id, obligationSchema, roleSchema } from './schemas.js';

const counts = z.object(
  Object.fromEntries(STANDING_CODES.map((code) => [code, z.int()])) as Record<
    (typeof STANDING_CODES)[number],
    z.ZodInt
  >,
);
const listed = obligationSchema
  .omit({ recordedAt: true, recordedBy: true, note: true, rowVersion: true })
  .openapi('ListedObligation');
const decimal = z.string();

/** The board of one year: figures, rows by sector, what cannot wait. */
export const dashboardSchema = z
  .object({
    day,
    year: z.int().nullable().openapi({ description: 'null: no plan yet.' }),
    years: z.array(z.int()),
    closedOn: day.nullable().openapi({ description: 'null: the year is open.' }),
    objectives: z.int(),
    total: z.int(),
    counts,
    weightAtRisk: decimal,
    sectors: z.array(
      z.object({
        id,
        name: z.string(),
        heads: z.array(z.string()),
        away: z.array(
          z.object({ name: z.string(), until: day.nullable(), substitute: z.string().nullable() }),
        ),
        counts,
        total: z.int(),
        weight: decimal,
        weightAtRisk: decimal,
      }),
    ),
    late: z.array(listed),
    unmet: z.array(listed).openapi({ description: 'Of a closed year: what nobody had concluded by then.' }),
    silent: z.array(z.object({ owner: roleSchema, people: z.array(z.string()), count: z.int() })),
    external: z.array(listed),
    implicit: z.array(listed),
    round: z.object({
      today: z.enum(['held', 'closed', 'nothing', 'waiting', 'missed']),
      heldAt: z.string().nullable(),
      day,
      afterwards: day.nullable(),
      recipients: z.array(
        z.object({
          person: z.object({ id, name: z.string() }).nullable(),
          roles: z.array(roleSchema),
          lines: z.array(z.object({ obligation: id, rung: z.enum(RUNGS).nullable(), due: day.nullable() })),
          summary: z.boolean(),
        }),
      ),
    }),
    mailed: z.array(digestSchema),
    alerts: z.array(z.object({ kind: z.string(), raisedAt: z.string() })),
    vacant: z
      .array(z.object({ role: roleSchema, open: z.int(), receivers: z.array(z.string()) }))
      .openapi({ description: 'Roles that nobody holds, and who receives in their place.' }),
  })
  .openapi('Dashboard');

/** As {@link dashboardSchema}. */
export function dashboardJson(board: Dashboard) {
  const { round } = board;
  return {
    day: board.day,
    year: board.plan?.year ?? null,
    years: [...board.years],
    closedOn: board.plan?.closedOn ?? null,
    objectives: board.objectives,
    total: board.total,
    counts: copyOf(board.counts),
    weightAtRisk: pointsToDecimal(board.weightAtRisk),
    sectors: board.sectors.map((row) => ({
      ...row,
      heads: [...row.heads],
      away: row.away.map((one) => ({ ...one })),
      counts: copyOf(row.counts),
      weight: pointsToDecimal(row.weight),
      weightAtRisk: pointsToDecimal(row.weightAtRisk),
    })),
    late: board.late.map(obligationJson),
    unmet: board.unmet.map(obligationJson),
    silent: board.silent.map(({ owner, people, count }) => ({
      owner: roleJson(owner),
      people: [...people],
      count,
    })),
    external: board.external.map(obligationJson),
    implicit: board.implicit.map(obligationJson),
    round: {
      today: round.today.state,
      heldAt: round.today.state === 'held' ? isoOf(round.today.at) : null,
      day: round.day,
      afterwards: round.afterwards,
      recipients: round.recipients.map(({ person, facts }) => ({
        person: person && { id: person.id, name: person.name },
        roles: facts.roles.map(roleJson),
        lines: facts.lines.map(lineJson),
        summary: facts.summary !== null,
      })),
    },
    mailed: board.mailed.map(digestJson),
    alerts: board.alerts.map(({ kind, raisedAt }) => ({ kind, raisedAt: isoOf(raisedAt) })),
    vacant: board.vacant.map(({ role, open, receivers }) => ({
      role: roleJson(role),
      open,
      receivers: [...receivers],
    })),
  };
}

const copyOf = (of: Counts): Counts => ({ ...of });

const lineJson = ({ obligation, rung, term }: DigestFacts['lines'][number]) => ({
  obligation,
  rung,
  due: term.kind === 'external' ? null : term.due,
});
