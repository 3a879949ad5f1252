/** Bodies of requests as the OpenAPI document says they may be: every field filled in, each alternative once. */

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly format?: string;
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
interface ApiOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Empty: the operation has no JSON body. `method` in small letters, `path` with its parameters filled in. */
export function filledBodies(api: ApiDocument, method: string, path: string): readonly unknown[] {
  const found = Object.entries(api.paths).find(([one, operations]) => {
    const pattern = new RegExp(`^${one.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    return method in operations && pattern.test(path.split('?')[0] ?? '');
  });
  const schema = found?.[1][method]?.requestBody?.content['application/json']?.schema;
  return schema === undefined ? [] : filled(api, schema);
}

function filled(api: ApiDocument, schema: Schema): readonly unknown[] {
  const { $ref, anyOf, oneOf, allOf, type, properties = {}, items, additionalProperties } = schema;
  if ($ref !== undefined) return filled(api, api.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {});
  const alternatives = anyOf ?? oneOf ?? allOf;
  if (alternatives !== undefined) return alternatives.flatMap((one) => filled(api, one));
  if (schema.example !== undefined) return [schema.example];
  if (schema.enum !== undefined) return [schema.enum[0]];
  switch ([type].flat()[0]) {
    case 'object': {
      const fields = Object.entries(properties).map(([name, one]) => [name, filled(api, one)] as const);
      const base = Object.fromEntries(fields.map(([name, values]) => [name, values[0]]));
      const others = fields.flatMap(([name, values]) =>
        values.slice(1).map((value) => ({ ...base, [name]: value })),
      );
      const free = typeof additionalProperties === 'object' ? filled(api, additionalProperties) : [];
      return [{ ...base, ...(free.length > 0 ? { nome: free[0] } : {}) }, ...others];
    }
    case 'array': {
      const of = items === undefined ? [] : filled(api, items);
      return of.map((one) => Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => one));
    }
    case 'integer':
    case 'number':
      // A version that was seen may be left unsaid.
      return [[type].flat().includes('null') ? null : (schema.minimum ?? 1)];
    case 'boolean':
      return [true];
    case 'string':
      return ['parola'];
    default:
      return [null];
  }
}
