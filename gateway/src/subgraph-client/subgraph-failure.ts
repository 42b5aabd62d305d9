import { GraphQLError } from 'graphql';

const TIMEOUTS: ReadonlySet<unknown> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** The error shown for a subgraph that gave no answer; the cause is for the log only. */
export function subgraphFailure(subgraph: string, cause: unknown): GraphQLError {
  const [code, message] = isTimeout(cause)
    ? ['SUBGRAPH_TIMEOUT', 'A part of the answer took too long. Try again.']
    : ['SUBGRAPH_UNAVAILABLE', 'A part of the answer is not available right now. Try again.'];
  const originalError = cause instanceof Error ? cause : new Error(String(cause));
  return new GraphQLError(message, { originalError, extensions: { code, subgraph } });
}

function isTimeout(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return cause.name === 'TimeoutError' || ('code' in cause && TIMEOUTS.has(cause.code));
}
