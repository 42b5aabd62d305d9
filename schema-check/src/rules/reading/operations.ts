import { type GraphQLSchema, getOperationAST, type OperationDefinitionNode, validate } from 'graphql';
import type { Operation } from '../../operation.ts';
import { remembered } from './remembered.ts';
import type { Versions } from './versions.ts';

/** The operation itself in its document; undefined when there is none. */
export const definitionOf = ({ document, name }: Operation): OperationDefinitionNode | undefined =>
  getOperationAST(document, name) ?? getOperationAST(document) ?? undefined;

/** The operations that both versions of the API accept: what becomes of the others is told of the API. */
export function validInBoth({ base, head }: Versions, operations: readonly Operation[]): Operation[] {
  return operations.filter((operation) => isValid(base.api, operation) && isValid(head.api, operation));
}

const validity = remembered((_: GraphQLSchema) => new WeakMap<Operation, boolean>());

/** Whether an API accepts an operation. */
export function isValid(schema: GraphQLSchema, operation: Operation): boolean {
  const known = validity(schema);
  const result = known.get(operation) ?? validates(schema, operation);
  known.set(operation, result);
  return result;
}

function validates(schema: GraphQLSchema, operation: Operation): boolean {
  const definition = definitionOf(operation);
  // Trap: graphql finds nothing wrong with a subscription where the schema has none.
  if (!definition || !schema.getRootType(definition.operation)) return false;
  return validate(schema, operation.document, undefined, { maxErrors: 1 }).length === 0;
}

/** The most used first. */
export const byUse = (operations: readonly Operation[]): Operation[] =>
  operations.toSorted((one, other) => other.count - one.count || one.name.localeCompare(other.name));
