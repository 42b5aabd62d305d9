import { readFileSync } from 'node:fs';
import {
  buildASTSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';

/** The schema of a subgraph as its file has it. */
export function subgraphSchema(name: string): GraphQLSchema {
  const file = new URL(`../../subgraphs/${name}/schema.graphql`, import.meta.url);
  return buildASTSchema(parse(readFileSync(file, 'utf8')), { assumeValid: true, assumeValidSDL: true });
}

/** Whether objects of a type are asked for by their id. */
const isEntity = (type: GraphQLNamedType): boolean => isObjectType(type) && directive(type, 'key') !== undefined;

/** Whether the subgraph resolves references to a type. */
export const isResolvable = (type: GraphQLNamedType): boolean =>
  isEntity(type) && !/resolvable: *false/.test(directive(type, 'key') ?? '');

/** Everything of an object: other objects by id and type alone, for they are asked for themselves. */
export function everythingOf(schema: GraphQLSchema, type: GraphQLObjectType, within: readonly string[] = []): string {
  const fields = Object.values(type.getFields()).filter((field) => directive(field, 'external') === undefined);
  return fields.map((field) => `${field.name} ${below(schema, field, [...within, type.name])}`).join('\n');
}

function below(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, within: readonly string[]): string {
  if (field.args.some(isRequiredArgument)) throw new Error(`${within.at(-1)}.${field.name} cannot be asked for alone.`);
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (isEntity(type)) return `{ __typename id ${provided(field)} }`;
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type);
    return `{ __typename ${possible.map((one) => `... on ${one.name} { ${isEntity(one) ? 'id' : everythingOf(schema, one, within)} }`).join(' ')} }`;
  }
  // A type within itself is asked for once.
  if (!isObjectType(type) || within.includes(type.name)) return '{ __typename }';
  return `{ __typename ${everythingOf(schema, type, within)} }`;
}

/** What of another subgraph's object this field may tell by itself. */
const provided = (field: GraphQLField<unknown, unknown>): string =>
  directive(field, 'provides')?.match(/fields: *"([^"]*)"/)?.[1] ?? '';

type Element = {
  astNode?:
    | {
        directives?:
          | readonly {
              name: { value: string };
              loc?: { start: number; end: number; source: { body: string } } | undefined;
            }[]
          | undefined;
      }
    | null
    | undefined;
};

/** A directive on an element as it is written. */
function directive({ astNode }: Element, name: string): string | undefined {
  const loc = astNode?.directives?.find((one) => one.name.value === name)?.loc;
  return loc?.source.body.slice(loc.start, loc.end);
}

/** Calls back for every field of an answer, with its coordinate and value. */
export function walk(
  schema: GraphQLSchema,
  { type, value }: { type: string; value: unknown },
  onField: (coordinate: string, value: unknown) => void,
): void {
  if (Array.isArray(value)) for (const item of value) walk(schema, { type, value: item }, onField);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const object = value as Record<string, unknown>;
  const actual = schema.getType(typeof object.__typename === 'string' ? object.__typename : type);
  if (!isObjectType(actual)) return;
  for (const [name, inner] of Object.entries(object)) {
    const field = actual.getFields()[name];
    if (!field) continue;
    onField(`${actual.name}.${name}`, inner);
    walk(schema, { type: getNamedType(field.type).name, value: inner }, onField);
  }
}
