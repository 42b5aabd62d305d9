import { type GraphQLError, type GraphQLSchema, validate } from 'graphql';
import type { Operation } from '../../operation.ts';
import { type Uses, usesOf } from '../../operations/uses.ts';
import { isValid } from '../reading/operations.ts';

/** An operation that one version of an API answers, and what becomes of it in the next. */
export type Listener = {
  operation: Operation;
  uses(coordinate: string | undefined): boolean;
  isAnsweredWith(type: string | undefined): boolean;
  givesInVariables(type: string | undefined): boolean;
  /** What the next version says of it when it does not answer it any more. */
  refusal(): GraphQLError | undefined;
};

/** The operations that `base` answers, as those who hear of a change of it. */
export function audienceOf(
  { base, head }: { base: GraphQLSchema; head: GraphQLSchema },
  operations: readonly Operation[],
): Listener[] {
  return operations
    .filter((operation) => isValid(base, operation))
    .map((operation) => listenerOf({ base, head }, operation));
}

function listenerOf({ base, head }: { base: GraphQLSchema; head: GraphQLSchema }, operation: Operation): Listener {
  const uses = once((): Uses => usesOf(base, operation));
  return {
    operation,
    uses: (coordinate) => coordinate !== undefined && uses().coordinates.has(coordinate),
    isAnsweredWith: (type) => type !== undefined && uses().returned.has(type),
    givesInVariables: (type) => type !== undefined && uses().inVariables.has(type),
    refusal: once(() => (isValid(head, operation) ? undefined : validate(head, operation.document)[0])),
  };
}

function once<Value>(find: () => Value): () => Value {
  let found: { value: Value } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
