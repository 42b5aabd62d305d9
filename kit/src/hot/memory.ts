import { HOT_SECONDS, type HotEntry, type HotStore } from './store.ts';

const WINDOW = HOT_SECONDS * 1_000_000;

/** Hot changes of this process alone. */
export function createHotMemory(): HotStore {
  // In the order of their last change.
  const entries = new Map<string, HotEntry[]>();
  let isComplete = false;
  let lastPosition = 0;

  const now = () => Date.now() * 1_000;
  const isFresh = ({ position }: HotEntry) => position > now() - WINDOW;

  function note(key: string, value: string): void {
    lastPosition = Math.max(now(), lastPosition + 1);
    const known = entries.get(key)?.filter(isFresh) ?? [];
    entries.delete(key);
    entries.set(key, [...known, { value, position: lastPosition }]);
  }

  function forgetOld(): void {
    for (const [key, known] of entries) {
      const newest = known.at(-1);
      if (newest && isFresh(newest)) return;
      entries.delete(key);
    }
  }

  return {
    put: async (changes) => {
      for (const { key, value } of changes) note(key, value);
      forgetOld();
    },
    read: async (questions) =>
      isComplete
        ? questions.map(({ key, after = 0 }) =>
            (entries.get(key) ?? []).filter((entry) => entry.position > after && isFresh(entry)),
          )
        : undefined,
    refill: async (findAll) => {
      if (isComplete) return;
      for (const { key, value } of await findAll()) note(key, value);
      isComplete = true;
    },
    close: () => undefined,
  };
}
