/** The example town as it stands in `examples/`, and what the rehearsal says of its year. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { rehearsePlan } from '../../cli/rehearse.js';
import { readPlanJson } from '../../documents/plan-json.js';
import type { Role } from '../../domain/obligations/obligation.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { composeDigest } from '../../mail/compose.js';
import type { PersonWish } from './town.js';

const FOLDER = new URL('../../examples/caluso-2023/', import.meta.url);
const Town = z.object({
  startDay: z.string(),
  people: z.array(z.object({ name: z.string(), email: z.string(), roles: z.array(z.unknown()) })),
});

export interface Example {
  readonly plan: PlanDocument;
  /** Day of approval: notices begin on the working day after it. */
  readonly approved: string;
  readonly people: readonly PersonWish[];
}

export async function readExample(): Promise<Example> {
  const read = readPlanJson(await readFile(new URL('plan.json', FOLDER)));
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  const town = Town.parse(JSON.parse(await readFile(new URL('town.json', FOLDER), 'utf8')));
  const people = town.people.map(({ roles, ...person }) => ({ ...person, roles: roles as readonly Role[] }));
  return { plan: read.plan, approved: town.startDay, people };
}

/** A mail by day, role and its words with placeholders. */
export interface ExpectedMail {
  readonly day: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Every mail of the range as if nobody did anything, in order of day and role. `cycle`: with what the workflow of
 * the year asks of the sectors too, where it runs.
 */
export function expectedMails(
  { plan, approved }: Example,
  to: string,
  { cycle = false }: { readonly cycle?: boolean } = {},
): readonly ExpectedMail[] {
  const options = { approved: civilDate(approved), from: null, to: civilDate(to), cycle };
  return [...rehearsePlan(plan, options)].map(({ day, to: role, facts }) => {
    const { subject, text, html } = composeDigest(facts);
    return { day, to: role, subject, text, html };
  });
}
