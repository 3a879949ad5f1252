/**
 * The edge at which a plan in JSON (the plan compiler's contract) enters: bytes in, a `PlanDocument`
 * or a list of problems out, each with its place, the value found and what to do, in Italian.
 * What real plans really have (weights that do not sum, duplicate numbers, days that do not exist) is
 * no problem here: the lint warns about it.
 */
import type { z } from 'zod';
import type { PlanDocument } from '../domain/plan/plan-document.js';
import { PLAN_LIMITS, planSchema } from './plan-schema.js';
import { readJson } from './read-json.js';

export interface PlanProblem {
  /** Where in the file: `sectors[2].objectives[0].weight`; empty for the file as a whole. */
  readonly place: string;
  /** The value found, shortened; empty when there is none. */
  readonly value: string;
  readonly message: string;
}

export type ReadPlan =
  | { readonly ok: true; readonly plan: PlanDocument }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

const MOST_PROBLEMS = 20;
/** Characters of a value that a message repeats. */
const LONGEST_VALUE = 120;

/** Reads the bytes of an uploaded or local file (UTF-8, with or without byte order mark). */
export function readPlanJson(bytes: Uint8Array): ReadPlan {
  if (bytes.byteLength > PLAN_LIMITS.bytes) {
    const size = (bytes.byteLength / 1_000_000).toFixed(1).replace('.', ',');
    return whole(`Il file è di ${size} MB: il limite è di ${PLAN_LIMITS.bytes / 1_000_000} MB.`);
  }
  const read = readJson(bytes);
  return read.ok
    ? checkPlan(read.value)
    : whole(`${read.message} Serve il file prodotto dal compilatore dei piani.`);
}

const whole = (message: string): ReadPlan => ({ ok: false, problems: [{ place: '', value: '', message }] });

/** Checks a value already parsed, e.g. the body of an API request. */
export function checkPlan(value: unknown): ReadPlan {
  const read = planSchema.safeParse(value);
  if (read.success) return { ok: true, plan: read.data as PlanDocument };
  const problems = read.error.issues.slice(0, MOST_PROBLEMS).map((issue) => problem(issue, value));
  const more = read.error.issues.length - problems.length;
  if (more > 0) problems.push({ place: '', value: '', message: `Altri ${more} problemi non elencati.` });
  return { ok: false, problems };
}

function problem(issue: z.core.$ZodIssue, root: unknown): PlanProblem {
  const place = issue.path.reduce<string>(
    (path, key) =>
      typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`,
    '',
  );
  const found = issue.path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
  const shown = shorten(found);
  const message = found === undefined && issue.path.length > 0 ? 'manca' : issue.message;
  const what = place === '' ? 'Il documento' : place;
  return { place, value: shown, message: `${what}${shown === '' ? '' : ` (${shown})`} ${message}.` };
}

/** Lists and objects by their outline only: an upload may nest them deeper than any stack. */
function shorten(found: unknown): string {
  if (found === undefined) return '';
  if (Array.isArray(found)) return found.length === 0 ? '[]' : `[… ${found.length} …]`;
  if (typeof found === 'object' && found !== null) return '{…}';
  const text = JSON.stringify(found);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
