import type { BaseContext, GraphQLRequestContext, HTTPGraphQLHead } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { refuse } from './refusals.ts';

type InBatch = Pick<GraphQLRequestContext<BaseContext>, 'requestIsBatched' | 'response'>;

/** Refuses the operations of a batch after the first `limit`. */
export function createBatchLimit(limit: number): (context: InBatch) => GraphQLError | undefined {
  // The operations of a batch have nothing in common but the head of their answer.
  const sizes = new WeakMap<HTTPGraphQLHead, number>();
  return ({ requestIsBatched, response: { http } }) => {
    if (!requestIsBatched) return undefined;
    const size = (sizes.get(http) ?? 0) + 1;
    sizes.set(http, size);
    return size > limit ? refuse('BAD_REQUEST', `A request holds at most ${limit} operations.`) : undefined;
  };
}
