import type { PlanDocument } from '../../domain/plan/plan-document.js';

/** A plan as the contract's JSON, UTF-8, readable; `plan-json.ts` reads it back without loss. */
export const planJson = (plan: PlanDocument): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(plan, null, 2)}\n`);
