/** What every operation of the JSON API has in common: its gate, its security, its problems, its key. */
import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Json } from '../../store/connection.js';
import type { AppEnv } from '../app-env.js';
import type { Commander, Outcome } from '../commands/run-command.js';
import { allow, viewerIn } from '../gate.js';
import type { FieldProblem } from '../refusals.js';
import { refuse } from '../refuse.js';
import { type Action, isPublic, RIGHTS } from '../rights.js';
import { problemSchema } from './schemas.js';

/** Name of the cookie's scheme in the document. */
export const SECURITY = 'sessione';
/** Likewise, of a person's key. */
export const KEY_SECURITY = 'chiave';

const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'The request does not read.',
  401: 'Nobody has entered.',
  403: 'Not for this role.',
  404: 'Nothing there, or of another town.',
  409: 'Not possible any more: the reason says who and when.',
  413: 'Too large.',
  415: 'Of a type that is not taken.',
  422: 'Something to correct, with a pointer per field.',
  429: 'Tried too often: later again.',
  503: 'A part is down; nothing was recorded.',
};

/** A problem as the document names it, where it is not made from a route. */
export const problemDescribed = (status: number): object => ({
  description: PROBLEMS[status] ?? '',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** Problems beside those that every operation behind the gate has. */
export const problems = (...statuses: readonly (keyof typeof PROBLEMS)[]) =>
  Object.fromEntries(
    [401, 403, 503, ...statuses]
      .sort((a, b) => Number(a) - Number(b))
      .map((status) => [
        status,
        {
          description: PROBLEMS[Number(status)] ?? '',
          content: { 'application/problem+json': { schema: problemSchema } },
        },
      ]),
  );

/** Those of a command on something that is there. */
export const COMMAND_PROBLEMS = problems(400, 404, 409, 413, 415, 422);

/** The answer of an operation that went well. */
export const answered = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

/** An answer that is a file, of one of these media types; of any type it may be JSON as well as bytes. */
export const fileAnswer = (...types: readonly string[]) => ({
  description: 'The file.',
  content: Object.fromEntries(
    types.map((type) => [
      type,
      { schema: type === '*/*' ? z.any() : z.string().openapi({ format: 'binary' }) },
    ]),
  ),
});

/** Headers of every command. */
export const idempotency = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(200)
    .optional()
    .openapi({ description: 'Sent again with the same body, the command acts once.' }),
});

/** The body of a command: `...jsonBody(schema)` in a request. Its objects are strict: a field nobody knows is refused. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

/** The gate of a route, first of all: nothing of a request is looked at before it is known who asks. */
export const behind = (action: Action, tag: string) => ({
  tags: [tag],
  // A key stands for one person of one town, and never runs the installation.
  security: isPublic(action)
    ? []
    : [SECURITY, ...(RIGHTS[action] === 'administrator' ? [] : [KEY_SECURITY])].map((scheme) => ({
        [scheme]: [] as string[],
      })),
  middleware: allow(action),
});

/** A part of the API; what does not read is refused in one way, with a pointer per field. */
export const createPart = (): OpenAPIHono<AppEnv> =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : refuseUnread(result, c)),
  });

/** The answer to what does not fit its schema, wherever in the request it stands. */
export function refuseUnread(
  { target, error }: { readonly target: string; readonly error: z.core.$ZodError },
  c: Context<AppEnv>,
): Response | Promise<Response> {
  // A path that cannot be an id leads nowhere.
  if (target === 'param') return refuse(c, { code: 'not-found' });
  return refuse(c, { code: 'invalid', problems: fieldProblems(error.issues) });
}

const fieldProblems = (issues: readonly z.core.$ZodIssue[]): readonly FieldProblem[] =>
  issues.slice(0, 20).map((issue) => {
    const field = issue.path.map(String).join('.');
    return { field, message: `${field === '' ? 'Il corpo' : field}: ${wordsFor(issue)}.` };
  });

/** Problems of a reader that is the pages' too, under the names that the API gives their fields. */
export const underNames = (
  problems: readonly FieldProblem[],
  names: Readonly<Record<string, string>>,
): readonly FieldProblem[] =>
  problems.map(({ field, message }) => ({ field: names[field] ?? field, message }));

/** An outcome whose problems stand under the names that the API gives their fields. */
export async function namedAnew<Result extends Json>(
  outcome: Promise<Outcome<Result>>,
  names: Readonly<Record<string, string>>,
): Promise<Outcome<Result>> {
  const done = await outcome;
  if (done.ok || done.refusal.code !== 'invalid') return done;
  return { ok: false, refusal: { ...done.refusal, problems: underNames(done.refusal.problems, names) } };
}

/** Our own sentences stay; what zod says by itself is English. */
function wordsFor(issue: z.core.$ZodIssue): string {
  if (!/^(Invalid|Too |Unrecognized|Expected)/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return 'manca o non è del tipo giusto';
    case 'invalid_value':
      return `deve essere uno tra ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return 'è troppo grande';
    case 'too_small':
      return 'è troppo piccolo';
    case 'unrecognized_keys':
      return `ha campi che qui non esistono (${issue.keys.slice(0, 5).map(shortened).join(', ')})`;
    default:
      return 'non è nel formato atteso';
  }
}

const shortened = (name: string): string => (name.length <= 40 ? name : `${name.slice(0, 40)}…`);

/** The program behind the session, with the key it sent. */
export const apiCommander = (c: Context<AppEnv>): Commander => ({
  deps: c.get('deps'),
  viewer: viewerIn(c),
  channel: 'api',
  key: c.req.header('idempotency-key')?.slice(0, 200) || null,
});

/** The answer to a command: what it did, or the problem. */
export async function answerTo<Result extends Json>(
  c: Context<AppEnv>,
  outcome: Promise<Outcome<Result>>,
): Promise<never> {
  const done = await outcome;
  const response = done.ok ? c.json(done.result) : await refuse(c, done.refusal);
  // Typed by the document; the handlers' own type cannot say "this, or a problem".
  return response as never;
}
