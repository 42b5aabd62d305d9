import { type UsedInText, usedInText } from '@nexus/gateway/usage/used-in-text';
import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  Kind,
  typeFromAST,
} from 'graphql';
import type { Operation } from '../operation.ts';

/** What an operation asks of a schema. */
export type Uses = UsedInText & {
  /** All of it, with the types: what the text asks for, and what variables give or may give. */
  coordinates: ReadonlySet<string>;
  /** Input types of which variables give values that the text does not show. */
  inVariables: ReadonlySet<string>;
};

/** What an operation that is valid on a schema uses of it. */
export function usesOf(schema: GraphQLSchema, { document, givenInVariables }: Operation): Uses {
  const used = usedInText(document, schema);
  const inVariables = typesInVariables(schema, document);
  const hidden = givenInVariables ?? [...inVariables].flatMap((name) => membersOf(schema, name));
  const { selected, given, types, directives } = used;
  const coordinates = new Set([...selected, ...given, ...types, ...directives, ...inVariables, ...hidden]);
  return { ...used, coordinates, inVariables };
}

function typesInVariables(schema: GraphQLSchema, document: DocumentNode): Set<string> {
  const types = new Set<string>();
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  for (const { type: node } of operations.flatMap(({ variableDefinitions }) => variableDefinitions ?? [])) {
    const type = typeFromAST(schema, node);
    if (isInputType(type)) addGiven(type, types);
  }
  return types;
}

/** Adds an input type and all that its values may hold. */
function addGiven(given: GraphQLInputType, known: Set<string>): void {
  const type = getNamedType(given);
  if (known.has(type.name)) return;
  if (isEnumType(type)) known.add(type.name);
  if (!isInputObjectType(type)) return;
  known.add(type.name);
  for (const field of Object.values(type.getFields())) addGiven(field.type, known);
}

/** All that may be given of an input type. */
function membersOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  if (isEnumType(type)) return type.getValues().map((value) => `${name}.${value.name}`);
  return isInputObjectType(type) ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
}
