import type { GraphQLFormattedError } from 'graphql';

/** What a failed request leaves open: nothing, whether something was done, or how what was done looks now. */
export type RequestKind = 'read' | 'mutation' | 'read after a mutation';

/** The operation of one fetch of a plan, written once when the plan is compiled. */
export type FetchOperation = {
  subgraph: string;
  kind: RequestKind;
  name: string | undefined;
  text: string;
  /** The constant part of a request body: `"query":"…","operationName":"…"`, without braces. */
  json: string;
};

export type SubgraphRequest<Context> = {
  operation: FetchOperation;
  /** The variables as the JSON text of an object. */
  variables: string;
  context: Context;
  /** When the whole request has to be answered, by `performance.now()`; a call ends by then at the latest. */
  deadline: number | undefined;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal | undefined;
};

/** A GraphQL result of a subgraph, its shape checked; nobody else holds these objects, the executor changes them. */
export type SubgraphAnswer = {
  data: Record<string, unknown> | null;
  errors: readonly GraphQLFormattedError[];
};

/** Asks a subgraph; rejects with a GraphQLError whose `extensions.code` says why there is no answer. */
export type Transport<Context> = (request: SubgraphRequest<Context>) => Promise<SubgraphAnswer>;
