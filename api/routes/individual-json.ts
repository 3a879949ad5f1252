/** Individual objectives as the API gives them. */
import { z } from '@hono/zod-openapi';
import { pointsToDecimal } from '../../domain/plan/points.js';
import type { KeptIndividual } from '../../store/plan/individual-objectives.js';
import type { IndividualSector } from '../queries/individual-page.js';
import { findingInWords } from '../views/individual/individual-words.js';
import { day, decimal, id } from './schemas.js';

/** An individual objective; weight and degree are exact decimals. */
export const individualSchema = z
  .object({
    id,
    year: z.int(),
    sector: z.string(),
    collaborator: id,
    title: z.string(),
    objective: z.object({ id, number: z.string().nullable(), title: z.string(), due: day.nullable() }),
    due: day,
    weight: decimal.nullable(),
    degree: decimal.nullable().openapi({ description: '0–100; null: not recorded, or not assessable.' }),
    notAssessable: z.boolean(),
    note: z.string().nullable(),
    rowVersion: z.int(),
  })
  .openapi('IndividualObjective');

/** A sector, and the people to whom its head assigned objectives. */
export const sectorSchema = z.object({
  id,
  name: z.string(),
  collaborators: z.array(z.object({ id, person: id, name: z.string(), from: day, to: day.nullable() })),
  objectives: z.array(individualSchema),
  findings: z.array(z.object({ is: z.string(), collaborator: id, says: z.string() })),
});

/** As {@link individualSchema}. */
export const individualJson = (one: KeptIndividual): z.infer<typeof individualSchema> => ({
  ...{ id: one.id, year: one.year, sector: one.sectorName, collaborator: one.collaborator, title: one.title },
  objective: { id: one.parent.id, number: one.parent.number, title: one.parent.title, due: one.parent.due },
  ...{ due: one.due, note: one.note, rowVersion: one.rowVersion },
  weight: one.weight === null ? null : pointsToDecimal(one.weight),
  degree: one.degree.is === 'degree' ? pointsToDecimal(one.degree.degree) : null,
  notAssessable: one.degree.is === 'not-assessable',
});

/** As {@link sectorSchema}. */
export const sectorJson = ({
  id: sector,
  name,
  collaborators,
  objectives,
  findings,
}: IndividualSector): z.infer<typeof sectorSchema> => ({
  ...{ id: sector, name },
  collaborators: collaborators.map(({ sector: _, sectorName: __, ...one }) => one),
  objectives: objectives.map(individualJson),
  findings: findings.map((one) => ({
    ...{ is: one.is, collaborator: one.collaborator, says: findingInWords(one, objectives) },
  })),
});
