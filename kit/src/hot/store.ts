/** How long a change counts as new. Whoever has not heard of it by then in another way asks its owner. */
export const HOT_SECONDS = 60;

export type HotChange = { key: string; value: string };
/** `after` leaves out what was read before: the highest position of that. */
export type HotQuestion = { key: string; after?: number };
export type HotEntry = { value: string; position: number };

/**
 * What changed in the last minute, by key, for those who cannot wait for the events that tell it. It may be lost at any
 * moment: then it says so, and its owner fills it again.
 */
export type HotStore = {
  /** Notes changes. When that fails the store is filled again later; this does not throw. */
  put(changes: readonly HotChange[]): Promise<void>;
  /** The changes under each key, in one round trip; undefined when some may be missing. */
  read(questions: readonly HotQuestion[]): Promise<HotEntry[][] | undefined>;
  /** Fills it with all changes of the last minute if any may be missing: at its start, after a flush, a failed `put`. */
  refill(findAll: () => Promise<readonly HotChange[]>): Promise<void>;
  close(): void;
};

/** For a service that runs apart without Redis: nothing is known, the owner is asked. */
export const NO_HOT_STORE: HotStore = {
  put: async () => undefined,
  read: async () => undefined,
  refill: async () => undefined,
  close: () => undefined,
};
