/** A plan's preview and its act, as the JSON API takes and gives them. */
import { z } from '@hono/zod-openapi';
import { ORGANS } from '../commands/plan-checks.js';
import { day, id, text } from './schemas.js';

const warning = z.object({
  code: z.string(),
  where: z.object({
    sector: z.string().optional(),
    number: z.string().nullable().optional(),
    title: z.string().optional(),
    line: z.int().optional(),
  }),
  message: z.string(),
});

export const previewSchema = z
  .object({
    draft: id,
    year: z.int(),
    warnings: z.array(warning),
    noteNeeded: z.boolean(),
    yearTaken: z.boolean(),
    firstNotice: day,
    counts: z.object({
      objectives: z.int(),
      obligations: z.int(),
      dated: z.int(),
      implicit: z.int(),
      external: z.int(),
      beforeStart: z.int(),
    }),
  })
  .openapi('PlanPreview');

export const actSchema = z
  .object({
    organ: z.enum(ORGANS as [string, ...string[]]),
    number: text(40),
    date: day,
    subject: text(500).default(''),
    protocolNumber: text(60).default(''),
    protocolDate: day.or(z.literal('')).default(''),
    note: text(10_000).default('').openapi({ description: 'Required when the preview says noteNeeded.' }),
  })
  .openapi('PlanAct');
