/** The plan of the example town, which most measurements use. */
import { readFile } from 'node:fs/promises';
import { readPlanJson } from '../documents/plan-json.js';
import type { PlanDocument } from '../domain/plan/plan-document.js';

export async function examplePlan(): Promise<PlanDocument> {
  const read = readPlanJson(await readFile(new URL('../examples/caluso-2023/plan.json', import.meta.url)));
  if (!read.ok) throw new Error(`the example's plan does not read: ${read.problems[0]?.message}`);
  return read.plan;
}
