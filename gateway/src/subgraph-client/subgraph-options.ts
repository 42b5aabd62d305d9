/** How one subgraph is treated. */
export type SubgraphOptions = {
  /** From the call to the last byte of the answer, in milliseconds; waiting for a turn and connecting included. */
  readMs: number;
  /**
   * A mutation has time to wait for locks, to commit, and for its neighbours to hear of it: whoever gives up early does
   * not know what was done. It has most of what the whole request has.
   */
  mutationMs: number;
  /** More of an answer is not read. */
  maxAnswerBytes: number;
  /** Calls at the same time, each on a connection of its own. */
  concurrency: number;
  /** Calls that may wait for one of those to end; further ones are refused at once. */
  queue: number;
  /** Who asks makes no difference to what it answers, so identical reads of several requests share one call. */
  isPublic: boolean;
  /** Headers of a client that are passed on to it, by name. */
  requestHeaders: readonly string[];
  /** Headers of its answers that are passed on to the client, by name. */
  responseHeaders: readonly string[];
};

export const DEFAULT_OPTIONS: SubgraphOptions = {
  readMs: 1_500,
  mutationMs: 2_800,
  maxAnswerBytes: 16 * 1_048_576,
  concurrency: 64,
  queue: 1_000,
  isPublic: false,
  requestHeaders: [],
  responseHeaders: [],
};
