/** For load balancers and operators: is it alive, is it ready, and which part is down. Nothing of any town. */
import { Hono } from 'hono';
import type { AppEnv } from '../app-env.js';
import { allow } from '../gate.js';
import { PART_STATES, PARTS } from '../health-words.js';

/** `vivo`: the process answers. `pronto`: it can do its work; else 503 with what is down. */
export function healthRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/vivo', allow('health.read'), (c) => c.json({ vivo: true }));
  app.get('/pronto', allow('health.read'), async (c) => {
    const report = await c.get('deps').health.check();
    return c.json(report, report.ready ? 200 : 503);
  });
  return app;
}

const report = {
  type: 'object',
  required: ['ready', 'parts', 'troubles', 'waiting', 'clockDriftSeconds'],
  properties: {
    ready: { type: 'boolean', description: 'PostgreSQL answers: commands are taken.' },
    parts: {
      type: 'object',
      required: [...PARTS],
      properties: Object.fromEntries(PARTS.map((part) => [part, { type: 'string', enum: [...PART_STATES] }])),
    },
    troubles: {
      type: 'array',
      items: { type: 'string' },
      description: 'In Italian, a sentence for each part that is not well.',
    },
    waiting: { type: ['object', 'null'], additionalProperties: { type: 'integer' } },
    clockDriftSeconds: {
      type: ['integer', 'null'],
      description: "How far this machine's clock is ahead of the database's.",
    },
  },
};
const json = (description: string, schema: object) => ({
  description,
  content: { 'application/json': { schema } },
});

/** The same routes for the OpenAPI document. */
export const HEALTH_PATHS = {
  '/salute/vivo': {
    get: {
      operationId: 'getVivo',
      tags: ['Health'],
      summary: 'Is the process alive?',
      security: [],
      responses: {
        200: json('It is.', {
          type: 'object',
          required: ['vivo'],
          properties: { vivo: { type: 'boolean' } },
        }),
      },
    },
  },
  '/salute/pronto': {
    get: {
      operationId: 'getPronto',
      tags: ['Health'],
      summary: 'Which part works and which does not?',
      security: [],
      responses: { 200: json('Ready.', report), 503: json('PostgreSQL is down.', report) },
    },
  },
};
