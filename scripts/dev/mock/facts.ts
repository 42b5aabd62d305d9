import { type GraphQLObjectType, getNamedType, isLeafType, Kind } from 'graphql';

/** What is known of an object, by field. */
export type Facts = Readonly<Record<string, unknown>>;

/** An object of a mock: fields that it has no fact for are invented from its seed. */
export type Mocked = { __typename: string; seed: string; facts: Facts; echo: Facts };

/** What a record has by itself: a field may be called `constructor`. */
export const own = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

export const isFacts = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isMocked = (value: unknown): value is Mocked => isFacts(value) && isFacts(value.facts) && 'echo' in value;

/** The fields that make up the first `@key` of a type; `id` where it has none, and nothing for what has no id. */
export function keyOf(type: GraphQLObjectType): readonly string[] {
  const declared = [type.astNode, ...type.extensionASTNodes].flatMap((node) => node?.directives ?? []);
  const key = declared.find(({ name }) => name.value === 'key');
  const fields = key?.arguments?.find(({ name }) => name.value === 'fields')?.value;
  if (fields?.kind === Kind.STRING) return topLevel(fields.value);
  return 'id' in type.getFields() ? ['id'] : [];
}

/** Of `id organization { id }` this is `id` and `organization`. */
function topLevel(selection: string): string[] {
  let flat = selection;
  while (flat.includes('{')) {
    const without = flat.replace(/\{[^{}]*\}/g, ' ');
    if (without === flat) break;
    flat = without;
  }
  return flat.match(/\w+/g) ?? [];
}

/** Of what was given those that are fields of a type, of the same kind of value: a post has the text it was made with. */
export function factsFor(type: GraphQLObjectType, given: Facts): Facts {
  const fields = type.getFields();
  const fitting = Object.entries(given).filter(([name, value]) => {
    const field = own(fields, name);
    return field && value !== null && isLeafType(getNamedType(field.type)) && !isFacts(value);
  });
  return Object.fromEntries(fitting);
}
