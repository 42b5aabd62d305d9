import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Located } from '../response/locate.ts';

/** What a subgraph said, as ours: `extensions.serviceName` tells who. Without an error it is one that there is no data. */
export function reported(error: GraphQLFormattedError | undefined, subgraph: string, at?: Located): GraphQLError {
  if (!error) return notAnswered(subgraph);
  return new GraphQLError(error.message || 'A subgraph failed without a reason.', {
    ...at,
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions, serviceName: subgraph },
  });
}

/** A GraphQL result that is not an answer to what was asked. */
export function notAnswered(subgraph: string): GraphQLError {
  const originalError = new Error(`${subgraph} did not answer what it was asked`);
  const extensions = { code: 'SUBGRAPH_BAD_RESPONSE', subgraph };
  return new GraphQLError('A part of the answer is not available right now.', { originalError, extensions });
}
