/** The OpenAPI document of the application: what each route says of itself, and what all of them have in common. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../app-env.js';
import { FIELDS_DESCRIBED, SCHEMAS_DESCRIBED } from './described-schemas.js';
import { HEALTH_PATHS } from './health.js';
import { problemDescribed } from './operation.js';

const DESCRIPTION = {
  openapi: '3.1.0',
  info: {
    title: 'Traguardo',
    version: '1',
    description:
      'What the pages do, for programs. Days are civil dates of the town, moments are by its clock. Problems are application/problem+json with an Italian detail.',
  },
};

interface Described {
  readonly parameters?: readonly { readonly in: string }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
}

/** This part of the application stands under /api, health beside it. */
export function described(app: OpenAPIHono<AppEnv>): object {
  const made = app.getOpenAPI31Document(DESCRIPTION);
  const paths = Object.entries({ ...made.paths }).map(([path, item]) => [
    `/api${path}`,
    Object.fromEntries(
      Object.entries(item as Record<string, Described>).map(([method, operation]) => [
        method,
        {
          operationId: operationId(method, path),
          ...operation,
          responses: { ...ownProblems(operation), ...operation.responses },
        },
      ]),
    ),
  ]);
  const components = { ...made.components, schemas: named(made.components?.schemas ?? {}) };
  return withNulls({
    ...{ ...made, components },
    paths: { ...Object.fromEntries(paths), ...HEALTH_PATHS },
  }) as object;
}

/** Each schema with what it is, each field that needs it with its unit. */
const named = (schemas: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      { description: SCHEMAS_DESCRIBED[name], ...(withUnits(schema) as object) },
    ]),
  );

function withUnits(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withUnits);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === 'properties' ? withUnitsOf(value as Readonly<Record<string, object>>) : withUnits(value),
    ]),
  );
}

const withUnitsOf = (fields: Readonly<Record<string, object>>): object =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const told = isCounted(field) && Object.hasOwn(FIELDS_DESCRIBED, name);
      const own = withUnits(field) as object;
      return [name, told ? { description: FIELDS_DESCRIBED[name], ...own } : own];
    }),
  );

/** A number or a moment: of texts the name says enough. */
const isCounted = (field: { readonly type?: unknown; readonly format?: unknown }): boolean =>
  [field.type].flat().some((type) => type === 'integer' || type === 'number') || field.format === 'date-time';

/** What is refused before a route is asked: a path that is no id, parameters and bodies that do not read. */
function ownProblems({ parameters = [], requestBody }: Described): Record<string, object> {
  const statuses = [
    ...(parameters.some((one) => one.in === 'path') ? [404] : []),
    ...(parameters.some((one) => one.in !== 'path') || requestBody !== undefined ? [422] : []),
    ...(requestBody === undefined ? [] : [400, 413, 415]),
  ];
  return Object.fromEntries(statuses.map((status) => [String(status), problemDescribed(status)]));
}

/**
 * A named schema or null is written by the generator as "the schema, and moreover an object or null", which null never is:
 * here it becomes either.
 */
function withNulls(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withNulls);
  if (typeof node !== 'object' || node === null) return node;
  const read = placed(
    Object.fromEntries(Object.entries(node).map(([name, value]) => [name, withNulls(value)])),
  );
  const [named, type, ...more] = (read['allOf'] ?? []) as readonly Record<string, unknown>[];
  if (named?.['$ref'] === undefined || more.length > 0 || !isNullable(type)) return read;
  const { type: _types, ...rest } = type;
  return { ...rest, anyOf: [named, { type: 'null' }] };
}

/** The tuples here are pairs of one kind; many readers of such documents, our fuzzer among them, know no `prefixItems`. */
function placed({ prefixItems, ...schema }: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(prefixItems)) return schema;
  const { length } = prefixItems;
  return { ...schema, items: prefixItems[0] as unknown, minItems: length, maxItems: length };
}

const isNullable = (schema: Record<string, unknown> | undefined): schema is Record<string, unknown> =>
  Array.isArray(schema?.['type']) && schema['type'].includes('null') && schema['properties'] === undefined;

/** `post`, `/v1/obligations/{id}/due-date` → `postObligationsIdDueDate`. */
const operationId = (method: string, path: string): string =>
  method +
  path
    .replace('/v1', '')
    .replaceAll(/[{}]/g, '')
    .replaceAll(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase());
