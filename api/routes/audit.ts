/** The history of changes, as on *Registro delle modifiche*. */
import { createRoute, z } from '@hono/zod-openapi';
import { parseCivilDate } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { AUDIT_CHANNELS, type AuditRow } from '../../store/register/audit.js';
import { AUDIT_ACTIONS } from '../../store/register/audit-actions.js';
import { viewerIn } from '../gate.js';
import { loadAudit } from '../queries/audit-page.js';
import { isoOf } from './json.js';
import { answered, behind, createPart, problems } from './operation.js';
import { day, id, moment, roleSchema } from './schemas.js';

const entrySchema = z
  .object({
    seq: z.int(),
    at: moment,
    person: z
      .object({ id, name: z.string().nullable() })
      .nullable()
      .openapi({ description: 'null: the system.' }),
    role: roleSchema.nullable(),
    channel: z.enum(AUDIT_CHANNELS),
    action: z.string(),
    subject: z.object({ kind: z.string(), id: id.nullable() }),
    act: id.nullable(),
    before: z.unknown(),
    after: z.unknown(),
  })
  .openapi('Change');

const MOST = 200;

const list = createRoute({
  method: 'get',
  path: '/audit',
  ...behind('audit.read', 'Register'),
  summary: 'Changes, latest first: of everybody for the Segretario, else those by and about oneself',
  request: {
    query: z.object({
      person: id.optional(),
      objective: id.optional(),
      action: z.enum(AUDIT_ACTIONS).optional(),
      channel: z.enum(AUDIT_CHANNELS).optional(),
      from: day.optional(),
      until: day.optional(),
      below: z
        .string()
        .regex(/^\d{1,15}$/, 'non è un numero')
        .optional()
        .openapi({ description: 'The `next` of the page before.' }),
    }),
  },
  responses: {
    200: answered(`At most ${MOST}.`, z.object({ changes: z.array(entrySchema), next: z.int().nullable() })),
    ...problems(422),
  },
});

export function auditRoutes() {
  const app = createPart();
  app.openapi(list, async (c) => {
    const viewer = viewerIn(c);
    const { below, from, until, person, objective, action, channel } = c.req.valid('query');
    const [first, last] = [parseCivilDate(from ?? ''), parseCivilDate(until ?? '')];
    const asked = {
      ...(person === undefined ? {} : { person }),
      ...(objective === undefined ? {} : { objective }),
      ...(action === undefined ? {} : { action }),
      ...(channel === undefined ? {} : { channel }),
      ...(first === null ? {} : { from: first }),
      ...(last === null ? {} : { until: last }),
      ...(below === undefined ? {} : { below: Number(below) }),
    };
    const { rows, next } = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadAudit(tx, viewer, asked, MOST),
    );
    return c.json({ changes: rows.map(entryJson), next });
  });
  return app;
}

const entryJson = ({ seq, at, person, personName, subjectKind, subject, act, ...row }: AuditRow) => ({
  ...{ seq, at: isoOf(at), person: person === null ? null : { id: person, name: personName } },
  role: row.role === null ? null : { ...row.role },
  ...{ channel: row.channel, action: row.action, subject: { kind: subjectKind, id: subject } },
  ...{ act, before: row.before ?? null, after: row.after ?? null },
});
