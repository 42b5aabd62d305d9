import { GraphQLError } from 'graphql';
import type { FetchOperation, RequestKind } from '../executor/transport.ts';
import { CallFailure } from './call-failure.ts';

const ADVICE: Record<RequestKind, string> = {
  read: 'Try again.',
  mutation: 'It is not known whether this was done. Look before you try again.',
  // Who tries again here, does it twice.
  'read after a mutation': 'Read it again.',
};

const LATE = { code: 'SUBGRAPH_TIMEOUT', sentence: 'A part of the answer took too long.' };

const GONE = { code: 'SUBGRAPH_UNAVAILABLE', sentence: 'A part of the answer is not available right now.' };

const TOLD: Record<CallFailure['reason'], { code: string; sentence: string }> = {
  timeout: LATE,
  // Only the deadline of a whole request leaves somebody to read this; a client that left does not.
  abandoned: LATE,
  unavailable: GONE,
  crowded: GONE,
  'bad response': { code: 'SUBGRAPH_BAD_RESPONSE', sentence: 'A part of the answer could not be read.' },
};

/** The error shown for a subgraph that gave no answer; the cause is for the log only. */
export function subgraphFailure({ subgraph, kind }: FetchOperation, thrown: unknown): GraphQLError {
  const failure = thrown instanceof CallFailure ? thrown : new CallFailure('unavailable', thrown);
  const { code, sentence } = TOLD[failure.reason];
  const advice = ADVICE[kind === 'mutation' && failure.isUnsent ? 'read' : kind];
  const { cause } = failure;
  const originalError = cause instanceof Error ? cause : new Error(String(cause ?? 'no time was left'));
  const extensions = { code, subgraph, ...(failure.reason === 'abandoned' && { isAbandoned: true }) };
  return new GraphQLError(`${sentence} ${advice}`, { originalError, extensions });
}
