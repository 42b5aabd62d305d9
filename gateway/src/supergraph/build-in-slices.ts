import {
  assertObjectType,
  GraphQLDirective,
  type GraphQLNamedType,
  GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  specifiedDirectives,
} from 'graphql';
import { buildInputs, buildType, createKnownTypes } from './build-type.ts';
import { createPauses, type Pauses } from './pauses.ts';
import type { SchemaDescription } from './schema-description.ts';

/** Builds a schema without holding up requests: a large one takes many milliseconds. */
export async function buildInSlices(
  { description, roots, types, directives }: SchemaDescription,
  pause: Pauses = createPauses(),
): Promise<GraphQLSchema> {
  const known = createKnownTypes();
  const built: GraphQLNamedType[] = [];
  for (const each of types) {
    const type = buildType(each, known);
    known.add(type);
    built.push(type);
    await pause();
  }
  for (const type of built) {
    complete(type);
    await pause();
  }
  const own = directives.map(
    (directive) => new GraphQLDirective({ ...directive, args: buildInputs(directive.args, known) }),
  );
  const rootOf = (name: string | undefined) => (name === undefined ? undefined : assertObjectType(known.of(name)));
  return new GraphQLSchema({
    description,
    query: rootOf(roots.query),
    mutation: rootOf(roots.mutation),
    subscription: rootOf(roots.subscription),
    types: built,
    directives: [...specifiedDirectives, ...own],
    assumeValid: true,
  });
}

/** Fields are made when they are first asked for, otherwise all at once by the schema. */
function complete(type: GraphQLNamedType): void {
  if (isObjectType(type) || isInterfaceType(type)) type.getInterfaces();
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) type.getFields();
  if (isUnionType(type)) type.getTypes();
}
