import { codeOf } from '@nexus/kit/reasons';
import { GraphQLError } from 'graphql';

/** What a failed request leaves open: nothing, whether something was done, or how what was done looks now. */
export type RequestKind = 'read' | 'mutation' | 'read after a mutation';

const ADVICE: Record<RequestKind, string> = {
  read: 'Try again.',
  mutation: 'It is not known whether this was done. Look before you try again.',
  // Who tries again here, does it twice.
  'read after a mutation': 'Read it again.',
};

const TIMEOUTS: ReadonlySet<unknown> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** There was no connection: the subgraph has not heard of the request. */
const UNSENT: ReadonlySet<unknown> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** The error shown for a subgraph that gave no answer; the cause is for the log only. */
export function subgraphFailure(subgraph: string, kind: RequestKind, cause: unknown): GraphQLError {
  const [code, message] = isTimeout(cause)
    ? ['SUBGRAPH_TIMEOUT', 'A part of the answer took too long.']
    : ['SUBGRAPH_UNAVAILABLE', 'A part of the answer is not available right now.'];
  const advice = ADVICE[kind === 'mutation' && UNSENT.has(codeOf(cause)) ? 'read' : kind];
  const originalError = cause instanceof Error ? cause : new Error(String(cause));
  return new GraphQLError(`${message} ${advice}`, { originalError, extensions: { code, subgraph } });
}

function isTimeout(cause: unknown): boolean {
  return (cause instanceof Error && cause.name === 'TimeoutError') || TIMEOUTS.has(codeOf(cause));
}
