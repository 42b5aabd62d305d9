import type { GraphQLSchema } from 'graphql';
import type { Operation } from '../../operation.ts';
import { type Uses, usesOf } from '../../operations/uses.ts';
import { remembered } from './remembered.ts';

const usesIn = remembered((schema: GraphQLSchema) => remembered((operation: Operation) => usesOf(schema, operation)));

/** The operations that use something of a schema on which they are valid. */
export const usersOf = (
  schema: GraphQLSchema,
  operations: readonly Operation[],
  isUsed: (uses: Uses) => boolean,
): Operation[] => operations.filter((operation) => isUsed(usesIn(schema)(operation)));

/** The fields that an operation selects, as coordinates of the types that they are selected on. */
export const selectedFields = (schema: GraphQLSchema, operation: Operation): ReadonlySet<string> =>
  usesIn(schema)(operation).selected;
