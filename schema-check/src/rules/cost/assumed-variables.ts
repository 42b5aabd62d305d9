import { DEFAULT_LIMITS } from '@nexus/gateway/protection/limits';
import {
  GraphQLBoolean,
  type GraphQLInputType,
  GraphQLInt,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import type { Operation } from '../../operation.ts';

/**
 * Variables as nobody kept them: numbers are taken for page sizes, lists for one item, and all else for given, of input
 * types what is known to be given or else all fields. Those with a default have that.
 */
export function assumedVariables(
  { givenInVariables }: Operation,
  { variableDefinitions = [] }: OperationDefinitionNode,
  schema: GraphQLSchema,
): Record<string, unknown> {
  const given = givenInVariables && new Set(givenInVariables);
  const isGiven = (coordinate: string): boolean => given?.has(coordinate) ?? true;
  const open = variableDefinitions.filter(({ defaultValue }) => !defaultValue);
  return Object.fromEntries(
    open.flatMap(({ variable, type: written }) => {
      const type = typeFromAST(schema, written);
      // Trap: a boolean may decide what is included; unknown, it leaves out nothing.
      if (!isInputType(type) || getNamedType(type).name === GraphQLBoolean.name) return [];
      return [[variable.name.value, assumedValueOf(type, { isGiven, known: new Set() })]];
    }),
  );
}

type Assumed = { isGiven: (coordinate: string) => boolean; known: Set<GraphQLInputType> };

function assumedValueOf(type: GraphQLInputType, assumed: Assumed): unknown {
  if (isNonNullType(type)) return assumedValueOf(type.ofType, assumed);
  if (isListType(type)) return [assumedValueOf(type.ofType, assumed)];
  if (!isInputObjectType(type)) return type.name === GraphQLInt.name ? DEFAULT_LIMITS.pageSize : '';
  // Once: types may hold themselves, and each other in more ways than can be written down.
  if (assumed.known.has(type)) return null;
  assumed.known.add(type);
  const fields = Object.values(type.getFields()).filter(({ name }) => assumed.isGiven(`${type.name}.${name}`));
  return Object.fromEntries(fields.map((field) => [field.name, assumedValueOf(field.type, assumed)]));
}
