import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { dashboardSchema } from '../../api/routes/dashboard-json.js';
import { FIELDS_DESCRIBED, SCHEMAS_DESCRIBED } from '../../api/routes/described-schemas.js';
import { digestSchema, personSchema } from '../../api/routes/people-schemas.js';
import { previewSchema } from '../../api/routes/plan-schemas.js';
import {
  meSchema,
  objectivePageSchema,
  objectiveSchema,
  obligationSchema,
  problemSchema,
} from '../../api/routes/schemas.js';
import { thingsOf } from './route-samples.js';
import { openStage } from './stage.js';

const stage = await openStage();
const { app, ours, sql } = stage;
const things = await thingsOf(sql, ours);

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly object[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: object;
  }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<
    string,
    { readonly description: string; readonly content?: Record<string, { readonly schema: object }> }
  >;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    readonly schemas: Record<string, object>;
    readonly securitySchemes: Record<string, object>;
  };
}

const response = await app.request('/api/openapi.json');
const api = (await response.json()) as Document;
const operations = Object.entries(api.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    path,
    method,
    operation,
  })),
);

function* nodes(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const child of Object.values(value)) yield* nodes(child);
}

describe('the OpenAPI document', () => {
  it('is of version 3.1 and open to all', () => {
    expect(response.status).toBe(200);
    expect(api.openapi).toBe('3.1.0');
    expect(api.info.title).toBe('Traguardo');
  });

  it('describes every route of /api/v1 and of /salute, and no other', () => {
    const served = new Set(
      app.routes
        .filter(({ method, path }) => method !== 'ALL' && /^\/(api\/v1|salute)\//.test(path))
        .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
    );
    expect(operations.map(({ name }) => name).sort()).toEqual([...served].sort());
  });

  it.each(operations)(
    '$name says its security, what it does, its answers and its parameters',
    ({ operation, path, method }) => {
      expect(Array.isArray(operation.security)).toBe(true);
      // Whoever runs the installation enters in person: a key is refused there (tests/api/administrator-walk.test.ts).
      const keys = path.startsWith('/api/v1/installation') ? [] : [{ chiave: [] }];
      expect(operation.security).toEqual(path.startsWith('/salute/') ? [] : [{ sessione: [] }, ...keys]);
      expect(operation.summary.length).toBeGreaterThan(8);
      expect(Object.keys(operation.responses)).toContain('200');
      for (const answer of Object.values(operation.responses)) expect(answer.description).not.toBe('');
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((one) => one.in === 'path');
      expect(declared.map(({ name }) => name)).toEqual(inPath);
      for (const parameter of declared) expect(parameter.required).toBe(true);
      if (method === 'get') expect(operation.requestBody).toBeUndefined();
      if (!path.startsWith('/salute/'))
        for (const status of ['401', '403', '503']) expect(operation.responses).toHaveProperty(status);
    },
  );

  it('names each operation once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.filter((id) => !/^[a-z][A-Za-z]+$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no reference that leads nowhere and no scheme that is not declared', () => {
    for (const node of nodes(api)) {
      const ref = node['$ref'];
      if (typeof ref !== 'string') continue;
      const [, , kind, name] = ref.split('/');
      expect(api.components, ref).toHaveProperty([kind ?? '', name ?? '']);
    }
    expect(Object.keys(api.components.securitySchemes)).toEqual(['sessione', 'chiave']);
  });

  it('lets null be wherever it says so: no named schema is narrowed to "an object or null", which null is not', () => {
    const narrowed = [...nodes([api.paths, api.components.schemas])].filter(
      ({ allOf }) =>
        Array.isArray(allOf) &&
        (allOf as readonly Record<string, unknown>[]).some(
          ({ type, properties }) => Array.isArray(type) && type.includes('null') && properties === undefined,
        ),
    );
    expect(narrowed).toEqual([]);
  });

  it('lets a measure be null, which many are, where it is read and where it is set', () => {
    const places = [...nodes(api)].flatMap(({ properties }) => {
      const { definition, rule } = (properties ?? {}) as Record<string, { readonly $ref?: string }>;
      return definition === undefined || rule === undefined ? [] : [[definition.$ref, rule.$ref]];
    });
    const named = ['Indicator', 'OwnRule'];
    expect(places).toEqual([1, 2, 3].map(() => named.map((name) => `#/components/schemas/${name}`)));
    for (const name of named)
      expect(api.components.schemas[name]).toMatchObject({
        oneOf: expect.arrayContaining([{ type: 'null' }]),
      });
  });

  it('says what each named schema is, in which unit a count of days or bytes is, by which clock a moment', () => {
    const { schemas } = api.components as { schemas: Record<string, { description?: string }> };
    const silent = Object.entries(schemas).filter(([, { description = '' }]) => description.length < 10);
    expect(silent.map(([name]) => name)).toEqual([]);
    expect(Object.keys(SCHEMAS_DESCRIBED).filter((name) => !(name in schemas))).toEqual([]);
    const told = new Set([...nodes(api)].map(({ description }) => description));
    expect(Object.values(FIELDS_DESCRIBED).filter((words) => !told.has(words))).toEqual([]);
    const unclear = [...nodes(schemas)].flatMap(({ properties }) =>
      Object.entries((properties ?? {}) as Record<string, { description?: string; format?: string }>).filter(
        ([name, { description, format }]) =>
          description === undefined &&
          (format === 'date-time' || /^(size|bytes|(working)?days\w*|\w+Days)$/i.test(name)),
      ),
    );
    expect(unclear).toEqual([]);
  });

  it.each(operations.filter(({ path }) => path.startsWith('/api/')))(
    '$name says what is refused before it is asked: 404 of a path, 422 of a parameter, 400, 413 and 415 of a body',
    ({ operation }) => {
      const { parameters = [], requestBody, responses } = operation;
      if (parameters.some((one) => one.in === 'path')) expect(responses).toHaveProperty('404');
      if (parameters.some((one) => one.in !== 'path')) expect(responses).toHaveProperty('422');
      if (requestBody !== undefined)
        for (const status of ['400', '413', '415', '422']) expect(responses).toHaveProperty(status);
    },
  );

  it('uses the types of JSON Schema 2020-12: no "nullable", no boolean bounds, no tuples', () => {
    const types = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);
    for (const node of nodes([api.paths, api.components.schemas])) {
      expect(node).not.toHaveProperty('nullable');
      expect(node).not.toHaveProperty('prefixItems');
      expect(typeof node['exclusiveMinimum']).not.toBe('boolean');
      const type = node['type'];
      for (const one of Array.isArray(type) ? type : typeof type === 'string' ? [type] : []) {
        if (one === 'apiKey' || one === 'http') continue;
        expect(types.has(one), String(one)).toBe(true);
      }
    }
  });

  it('gives every problem as application/problem+json', () => {
    for (const { operation, path } of operations.filter((one) => !one.path.startsWith('/salute/')))
      for (const [status, answer] of Object.entries(operation.responses))
        if (status !== '200')
          expect(Object.keys(answer.content ?? {}), `${path} ${status}`).toEqual([
            'application/problem+json',
          ]);
  });
});

describe('what the API answers is what it says', () => {
  const cases: readonly (readonly [path: string, schema: (body: Record<string, unknown>) => unknown])[] = [
    ['/me', (body) => meSchema.parse(body)],
    ['/dashboard', (body) => dashboardSchema.parse(body)],
    ['/obligations', (body) => all(body['obligations'], obligationSchema)],
    ['/obligations?mine=true', (body) => all(body['obligations'], obligationSchema, 0)],
    [`/obligations/${things.obligation}`, (body) => obligationSchema.parse(body)],
    ['/objectives', (body) => all(body['objectives'], objectiveSchema)],
    [`/objectives/${things.objective}`, (body) => objectivePageSchema.parse(body)],
    ['/people', (body) => all(body['people'], personSchema)],
    ['/digests', (body) => all(body['digests'], digestSchema)],
    [`/digests/${things.digest}`, (body) => digestSchema.parse(body)],
    [`/plan-drafts/${things.draft}`, (body) => previewSchema.parse(body)],
  ];
  const all = (list: unknown, schema: z.ZodType, atLeast = 1): void => {
    expect((list as unknown[]).length).toBeGreaterThanOrEqual(atLeast);
    for (const one of list as unknown[]) schema.parse(one);
  };

  it.each(cases)('GET %s', async (path, parse) => {
    const secretary = await stage.enter(ours.people.secretary);
    const { status, text } = await secretary.get(`/api/v1${path}`);
    expect(status).toBe(200);
    parse(JSON.parse(text));
  });

  it.each([
    ['GET', '/obligations?standing=boh', 422, undefined],
    ['GET', '/obligations?year=x', 422, undefined],
    ['GET', '/obligations?sector=x', 422, undefined],
    ['GET', '/digests?from=ieri', 422, undefined],
    ['GET', '/obligations/x', 404, undefined],
    ['POST', '/people', 422, {}],
    ['POST', '/people', 422, { name: 'a\0b' }],
    ['POST', '/people', 422, { name: 'a', email: 'non un indirizzo' }],
    ['POST', '/clock', 422, { step: 'year' }],
    ['GET', '/zzz', 404, undefined],
  ])('%s %s: a problem of %i with an Italian detail', async (method, path, status, body) => {
    const secretary = await stage.enter(ours.people.secretary);
    const answer = await secretary.json(method, `/api/v1${path}`, body);
    expect(answer.status).toBe(status);
    const problem = problemSchema.parse(JSON.parse(answer.text));
    expect(problem.status).toBe(status);
    expect(problem.detail).not.toMatch(/Invalid|expected|required/);
    if (status === 422) expect(problem.errors?.[0]?.pointer).toMatch(/^#\//);
  });

  it('JSON that breaks off is 400, another type 415, too much of it 413', async () => {
    const secretary = await stage.enter(ours.people.secretary);
    const post = (body: string, type: string) =>
      secretary.ask('/api/v1/people', { method: 'POST', body, headers: { 'content-type': type } });
    expect((await post('{"name": ', 'application/json')).status).toBe(400);
    expect((await post('name=x', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await post(`{"name":"${'x'.repeat(1_100_000)}"}`, 'application/json')).status).toBe(413);
  });
});

describe('the page of the API', () => {
  it('loads only from our own origin', async () => {
    const { status, text, headers } = await stage.stranger().get('/api/docs');
    expect(status).toBe(200);
    const sources = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source);
    expect(sources.filter((source) => !source?.startsWith('/'))).toEqual([]);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    for (const source of sources.filter((one) => one?.startsWith('/assets/')))
      expect((await stage.stranger().get(source ?? '')).status, source).toBe(200);
  });
});
