/**
 * The application's OpenAPI document, with values that lead somewhere: in every place for an id one of ours, one of
 * the other town and one of nobody's; as examples the requests with which the tests walk all routes.
 */
import { isId } from '../api/session.js';
import type { Things } from '../tests/api/asks.js';
import { SAMPLES } from '../tests/api/route-samples.js';
import { Visitor } from '../tests/api/visitor.js';

type Node = { [name: string]: unknown };
interface Parameter {
  readonly name: string;
  readonly in: string;
  schema: Node;
  example?: unknown;
}
interface Operation {
  readonly parameters?: Parameter[];
  readonly requestBody?: { readonly content: Record<string, { schema: Node; example?: unknown }> };
}
export interface OpenApi {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Node> };
}

const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** `document` is changed and returned. */
export async function withRealValues(document: OpenApi, ours: Things, theirs: Things): Promise<OpenApi> {
  const ids = [...new Set([...Object.values(ours), ...Object.values(theirs), NOBODYS])].filter(isId);
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item)) {
      const route = `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
      const [own, others] = [await sampleOf(route, ours), await sampleOf(route, theirs)];
      for (const parameter of operation.parameters ?? [])
        place(parameter, askedValue(path, own?.url, parameter), askedValue(path, others?.url, parameter));
      for (const [type, content] of Object.entries(operation.requestBody?.content ?? {})) {
        content.schema = withIds(content.schema, document.components.schemas, ids) as Node;
        if (type === 'application/json' && own?.body !== undefined) content.example = own.body;
      }
    }
  return document;
}

interface Sample {
  readonly url: URL;
  readonly body: unknown;
}

/** What the walk asks of that route; health has no sample in the API's own words. */
async function sampleOf(route: string, things: Things): Promise<Sample | null> {
  const asked: Sample[] = [];
  const app = {
    request(path: string, { body }: RequestInit = {}): Promise<Response> {
      const json =
        typeof body === 'string' && body.startsWith('{') ? (JSON.parse(body) as unknown) : undefined;
      asked.push({ url: new URL(path, 'http://localhost'), body: json });
      return Promise.resolve(new Response('{}'));
    },
  };
  // Only what a visitor asks is of interest here.
  await SAMPLES[route]?.(new Visitor(app as unknown as ConstructorParameters<typeof Visitor>[0]), things);
  return asked.at(-1) ?? null;
}

function askedValue(path: string, url: URL | undefined, { name, in: where }: Parameter): string | null {
  if (url === undefined) return null;
  if (where === 'query') return url.searchParams.get(name);
  const at = path.split('/').indexOf(`{${name}}`);
  return where === 'path' ? (url.pathname.split('/')[at] ?? null) : null;
}

function place(parameter: Parameter, own: string | null, others: string | null): void {
  if (own === null || own === '') return;
  if (isId(own)) parameter.schema = { type: 'string', enum: [...new Set([own, others ?? own, NOBODYS])] };
  parameter.example = own;
}

/** The schema with `ids` wherever it takes an id; what it refers to is written out. */
function withIds(
  node: unknown,
  schemas: Record<string, Node>,
  ids: readonly string[],
  within: readonly string[] = [],
): unknown {
  if (Array.isArray(node)) return node.map((one: unknown) => withIds(one, schemas, ids, within));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref: reference, ...rest } = node as Node;
  if (typeof reference === 'string') {
    const name = reference.split('/').at(-1) ?? '';
    return within.includes(name) ? {} : withIds(schemas[name] ?? {}, schemas, ids, [...within, name]);
  }
  if (rest['format'] === 'uuid')
    return {
      type: rest['type'],
      enum: JSON.stringify(rest['type']).includes('null') ? [...ids, null] : ids,
    };
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, withIds(value, schemas, ids, within)]),
  );
}
