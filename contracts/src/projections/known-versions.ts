type Versioned = { version: number };

/** Which version of what a process took over last. */
export type KnownVersions = {
  /** Hands on those items that are newer than what is known under their keys; of what fails nothing is known. */
  takeNew<Item extends Versioned>(
    items: readonly Item[],
    keyOf: (item: Item) => string,
    take: (fresh: readonly Item[]) => Promise<void>,
  ): Promise<void>;
};

const REMEMBERED = 10_000;

/** Knows the versions of the ten thousand things that were taken over last. */
export function createKnownVersions(): KnownVersions {
  const versions = new Map<string, number>();

  function remember(key: string, version: number): void {
    versions.delete(key);
    versions.set(key, version);
    if (versions.size > REMEMBERED) versions.delete(versions.keys().next().value ?? key);
  }

  return {
    takeNew: async (items, keyOf, take) => {
      const fresh = latest(items, keyOf).filter((item) => item.version > (versions.get(keyOf(item)) ?? 0));
      if (fresh.length === 0) return;
      await take(fresh);
      for (const item of fresh) remember(keyOf(item), item.version);
    },
  };
}

/** Each only once, in its last version, and in an order that all processes share: so none waits for another in a circle. */
function latest<Item extends Versioned>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    if (item.version > (byKey.get(keyOf(item))?.version ?? 0)) byKey.set(keyOf(item), item);
  }
  return [...byKey.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
}
