/** The example town in February 2024, its year behind it: the published degrees, and who enters to give them. */
import { z } from 'zod';
import { DEFAULT_MEASUREMENT_TERMS } from '../../domain/cycle/measurement-obligations.js';
import { instant } from '../../domain/time/instant.js';
import { findCycle } from '../../store/cycle/cycles.js';
import { inTown } from '../../store/in-town.js';
import { planMeasurement } from '../../store/measurement/measurement.js';
import { readExample } from '../activities/caluso.js';
import { foundTown, type TestTown, townTime } from '../activities/town.js';
import { openStage, type Stage } from './stage.js';
import { Visitor } from './visitor.js';

/** Sector by sector as its report has them: three of structure, then its own. */
export const PUBLISHED: Readonly<Record<string, readonly number[]>> = {
  Amministrativo: [95, 100, 100, 100, 30, 100, 100, 100, 80, 100, 100, 0],
  Finanziario: [95, 100, 100, 100, 100, 95, 100],
  Tecnico: [95, 100, 100, 100, 100, 100],
  Territorio: [95, 100, 100, 100, 100, 100],
  Polizia: [95, 100, 100, 100, 50, 100],
};
export const TOTALS = ['83.00', '98.75', '99.50', '99.50', '91.50'];

export const Overview = z.object({
  complete: z.boolean(),
  missing: z.array(z.string()),
  sectors: z.array(
    z.object({
      sector: z.object({ id: z.string(), name: z.string() }),
      selfEvaluation: z.object({ id: z.string(), state: z.string() }).nullable(),
      total: z.object({ shown: z.string().nullable(), exact: z.string().nullable() }),
      payment: z.object({ is: z.string() }).nullable(),
    }),
  ),
  acts: z.array(z.object({ id: z.string(), kind: z.string(), beforeValidation: z.boolean() })),
});
const Verdict = z.object({ is: z.string(), degree: z.string().nullable() }).nullable();
export const Sector = z.object({
  total: z.object({ shown: z.string().nullable(), from: z.string(), to: z.string() }),
  assessments: z.array(
    z.object({
      objective: z.object({ id: z.string(), title: z.string() }),
      counts: z.string().nullable(),
      proposal: z.object({ is: z.string(), degree: z.string().nullable() }),
      selfEvaluated: Verdict,
      decided: Verdict,
      reason: z.object({ text: z.string(), exOfficio: z.boolean() }).nullable(),
      seen: z.number(),
      steps: z.array(z.object({ step: z.string(), rules: z.number() })),
    }),
  ),
});
export const Problem = z.object({
  type: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});
export const problemOf = ({ text }: { readonly text: string }) => Problem.parse(JSON.parse(text));

export interface EvaluatedTown {
  readonly stage: Stage;
  readonly town: TestTown;
  /** By the name the example gives them, or by role: `oiv`, `secretary`, `mayor`, `head:<sector>`. */
  enter(role: string): Promise<Visitor>;
  /** Moves the town's clock. */
  at(time: string): Promise<void>;
  overview(who?: string): Promise<z.infer<typeof Overview>>;
  sector(id: string): Promise<z.infer<typeof Sector>>;
}

/** Call it at the top of a test file. */
export async function openEvaluatedTown(): Promise<EvaluatedTown> {
  const stage = await openStage({ now: () => instant(Date.now()) });
  const example = await readExample();
  const town = await foundTown(stage.sql, { ...example, now: '2024-02-05 10:00' });
  await inTown(stage.sql, town.town, async (tx) => {
    const cycle = await findCycle(tx, 2023);
    if (cycle !== null) await planMeasurement(tx, cycle, DEFAULT_MEASUREMENT_TERMS);
  });
  const holder = (role: string): string => {
    const found = example.people.find(({ roles }) =>
      roles.some((one) => (one.role === 'head' ? `head:${one.sector}` : one.role).startsWith(role)),
    );
    return town.people.get(found?.name ?? '') ?? '';
  };
  const enter = async (role: string): Promise<Visitor> => {
    const visitor = new Visitor(stage.app);
    await visitor.enter(town.town, holder(role));
    return visitor;
  };
  const ask = async (who: string, path: string): Promise<unknown> =>
    JSON.parse((await (await enter(who)).get(`/api/v1/measurement${path}`)).text);
  return {
    ...{ stage, town, enter },
    async at(time) {
      const offset = townTime(time) - Date.now();
      await inTown(stage.sql, town.town, (tx) => tx`update town set clock_offset_ms = ${offset}`);
    },
    overview: async (who = 'secretary') => Overview.parse(await ask(who, '')),
    sector: async (id) => Sector.parse(await ask('secretary', `/sectors/${id}`)),
  };
}

/** Why it is under 100: the report gives no reasons. */
export const WHY = 'Motivo riferito dal settore';
