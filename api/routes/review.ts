/** The evaluators' review of a year: what stands, questions and answers, notes, conclusions, declarations, outcome. */
import { createRoute, z } from '@hono/zod-openapi';
import { OUTCOMES } from '../../domain/cycle/closing-duties.js';
import { DECLARATIONS } from '../../domain/review/body.js';
import { CONCLUSIONS } from '../../domain/review/criteria.js';
import { inTown } from '../../store/in-town.js';
import { recordClosing } from '../commands/cycle/record-closing.js';
import { askQuestion, takeQuestionBack } from '../commands/review/ask-question.js';
import { concludeReview } from '../commands/review/conclude-review.js';
import { declareConflict } from '../commands/review/declare-conflict.js';
import { changeCriteria } from '../commands/review/keep-criteria.js';
import { stepNote, writeNote } from '../commands/review/review-notes.js';
import { viewerIn } from '../gate.js';
import { loadReviewPage } from '../queries/review-page.js';
import { refuse } from '../refuse.js';
import type { Action } from '../rights.js';
import {
  answered,
  answerTo,
  apiCommander,
  behind,
  COMMAND_PROBLEMS,
  createPart,
  idempotency,
  jsonBody,
  problems,
} from './operation.js';
import { criterionIn, reviewJson, reviewOut } from './review-json.js';
import { id, planYear, text, year } from './schemas.js';

const tag = 'Review';

const show = createRoute({
  method: 'get',
  path: '/review',
  ...behind('review.read', tag),
  summary:
    'The rounds of a year, its objectives as they stand, questions, notes, checklist; others see the questions put to them',
  request: { query: z.object({ year: year.optional() }) },
  responses: { 200: answered('What stands.', reviewOut), ...problems(404, 422) },
});

/** `round`: the number that was seen; null: the one that is running. */
const round = { year: planYear, round: z.int().min(1).max(1000).nullable().default(null) };
const objective = id.nullable().default(null).openapi({ description: 'Null: the Relazione as a whole.' });
const long = text(100_000);

const write = <In extends z.ZodType, Out extends z.ZodType>(
  method: 'post' | 'put',
  path: string,
  action: Action,
  said: { readonly summary: string; readonly body: In; readonly out: Out },
) =>
  createRoute({
    ...{ method, path, ...behind(action, tag), summary: said.summary },
    request: { headers: idempotency, ...jsonBody(said.body) },
    responses: { 200: answered('Recorded.', said.out), ...COMMAND_PROBLEMS },
  });

const writeOne = <Params extends z.ZodObject, Out extends z.ZodType>(
  path: string,
  action: Action,
  said: { readonly summary: string; readonly params: Params; readonly out: Out },
) =>
  createRoute({
    ...{ method: 'post' as const, path, ...behind(action, tag), summary: said.summary },
    request: { params: said.params, headers: idempotency, ...jsonBody(z.strictObject({ year: planYear })) },
    responses: { 200: answered('Recorded.', said.out), ...COMMAND_PROBLEMS },
  });

const questioned = z.object({ question: id, due: z.string() });
const noted = z.object({ note: id });

const ask = write('post', '/review/questions', 'review.ask', {
  summary:
    'A member asks the head of a sector, or the Segretario: an obligation due in 5 working days, concluded by its answer: the note of /obligations/{id}/complete',
  body: z.strictObject({
    ...round,
    objective,
    to: text(300).openapi({ example: 'head:Finanziario' }),
    text: long,
  }),
  out: questioned,
});
const takeBack = writeOne('/review/questions/{question}/withdraw', 'review.ask', {
  ...{ summary: 'Nobody is asked any more', params: z.object({ question: id }), out: questioned },
});
const note = write('post', '/review/notes', 'review.note', {
  summary: 'A note, its author’s alone until shared',
  body: z.strictObject({ ...round, objective, text: long, shared: z.boolean().default(false) }),
  out: noted,
});
const share = writeOne('/review/notes/{note}/share', 'review.note', {
  ...{ summary: 'The others read it from now on', params: z.object({ note: id }), out: noted },
});
const remove = writeOne('/review/notes/{note}/remove', 'review.note', {
  ...{
    summary: 'Only while it is private: nothing of it is left',
    params: z.object({ note: id }),
    out: noted,
  },
});
const conclude = write('put', '/review/conclusions', 'review.conclude', {
  summary: 'A conclusion on a criterion of the checklist, or on an objective',
  body: z.strictObject({
    ...{ ...round, criterion: text(100).nullable().default(null), objective: id.nullable().default(null) },
    ...{ conclusion: z.enum(['', ...CONCLUSIONS]), note: long.default('') },
    seen: z.int().min(0).default(0).openapi({ description: 'Row version; 0: nothing stood there.' }),
  }),
  out: z.object({ criterion: z.string().nullable(), objective: id.nullable(), rowVersion: z.int() }),
});
const declare = write('post', '/review/declarations', 'review.declare', {
  summary: 'A member declares a conflict, abstains, or takes it back; the Segretario for one on paper',
  body: z.strictObject({
    ...{ ...round, member: id.or(z.literal('')).default(''), kind: z.enum(['', ...DECLARATIONS]) },
    ...{ sector: text(300).default(''), text: long },
  }),
  out: z.object({ member: id, kind: z.string() }),
});
const criteria = write('put', '/review/criteria', 'review.criteria', {
  summary: 'The checklist of the town, whole; an empty key is a new criterion',
  body: z.strictObject({ seen: z.int().min(0), criteria: z.array(criterionIn).max(100, 'sono più di 100') }),
  out: z.object({ number: z.int() }),
});
const outcome = write('post', '/review/outcome', 'cycle.validate', {
  summary: 'Validated, with observations or not validated, with the reasons: the closing fact of the year',
  body: z.strictObject({
    ...{ year: z.int(), round: z.int().min(1), outcome: z.enum(['', ...OUTCOMES]), date: text(20) },
    snapshot: z.int().min(1).optional().openapi({
      description: 'Number of the snapshot that was read: refused where a later one stands.',
    }),
    ...{ protocolNumber: text(200).default(''), protocolDate: text(20).default(''), note: long.default('') },
  }),
  out: z.object({ year: z.int(), step: z.string(), fact: id, round: z.int() }),
});

export function reviewRoutes() {
  const app = createPart();
  app.openapi(show, async (c) => {
    const viewer = viewerIn(c);
    const asked = c.req.valid('query').year;
    const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadReviewPage(tx, viewer, asked === undefined ? null : Number(asked)),
    );
    if (page === null) return (await refuse(c, { code: 'not-found' })) as never;
    return c.json(reviewJson(page), 200);
  });
  app.openapi(ask, (c) => answerTo(c, askQuestion(apiCommander(c), c.req.valid('json'))));
  app.openapi(takeBack, (c) => {
    const asked = { question: c.req.valid('param').question, year: c.req.valid('json').year };
    return answerTo(c, takeQuestionBack(apiCommander(c), asked));
  });
  app.openapi(note, (c) => answerTo(c, writeNote(apiCommander(c), c.req.valid('json'))));
  for (const [route, step] of [
    [share, 'share'],
    [remove, 'remove'],
  ] as const)
    app.openapi(route, (c) => {
      const asked = { note: c.req.valid('param').note, year: c.req.valid('json').year, step };
      return answerTo(c, stepNote(apiCommander(c), asked));
    });
  app.openapi(conclude, (c) => answerTo(c, concludeReview(apiCommander(c), c.req.valid('json'))));
  app.openapi(declare, (c) => answerTo(c, declareConflict(apiCommander(c), c.req.valid('json'))));
  app.openapi(criteria, (c) => answerTo(c, changeCriteria(apiCommander(c), c.req.valid('json'))));
  app.openapi(outcome, (c) => {
    const said = { step: 'validation' as const, organ: '', number: '', addresses: '' };
    return answerTo(c, recordClosing(apiCommander(c), { ...said, ...c.req.valid('json') }));
  });
  return app;
}
