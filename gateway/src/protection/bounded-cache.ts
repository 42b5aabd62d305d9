/** Remembers by key what was used last, as Apollo Server wants its caches. */
export type BoundedCache<Value> = {
  get(key: string): Promise<Value | undefined>;
  set(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<boolean>;
};

type Bounds<Value> = { entries: number; size: number; sizeOf: (value: Value) => number };

/** A cache of at most so many entries with at most so much size together; the longest unused leave first. */
export function createBoundedCache<Value>({ entries, size, sizeOf }: Bounds<Value>): BoundedCache<Value> {
  // In the order of their last use.
  const values = new Map<string, Value>();
  let used = 0;

  function remove(key: string): boolean {
    const value = values.get(key);
    if (value !== undefined) used -= sizeOf(value);
    return values.delete(key);
  }

  return {
    async get(key) {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    async set(key, value) {
      remove(key);
      values.set(key, value);
      used += sizeOf(value);
      for (const oldest of values.keys()) {
        if (values.size <= entries && used <= size) break;
        remove(oldest);
      }
    },
    delete: async (key) => remove(key),
  };
}
