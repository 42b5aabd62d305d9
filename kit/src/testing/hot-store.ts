import { createHotMemory } from '../hot/memory.ts';
import type { HotStore } from '../hot/store.ts';

/** Hot changes of this process alone, until `forgetAll` begins anew. */
export function createForgetfulHotStore(): HotStore & { forgetAll(): Promise<void> } {
  let memory = createHotMemory();
  return {
    put: (changes) => memory.put(changes),
    read: (questions) => memory.read(questions),
    refill: (findAll) => memory.refill(findAll),
    close: () => memory.close(),
    forgetAll: async () => {
      memory = createHotMemory();
      await memory.refill(async () => []);
    },
  };
}
