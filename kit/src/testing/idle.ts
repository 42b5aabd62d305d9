/** Something that runs: `renew` makes it as it was at first, and says false when that cannot be. */
type Renewable = { renew(): Promise<boolean>; end(): Promise<void> };

/**
 * What a test has started and the next may take: what takes long is to start. At most one of each name; they end with
 * the process that runs the tests.
 */
export function createIdle<Started extends Renewable>() {
  const idle = new Map<string, Started>();
  return {
    take: (name: string): Started | undefined => {
      const found = idle.get(name);
      idle.delete(name);
      return found;
    },
    put: async (name: string, started: Started): Promise<void> => {
      const isNew = !idle.has(name) && (await started.renew());
      // Another of its name may have become idle meanwhile.
      if (!isNew || idle.has(name)) return await started.end();
      idle.set(name, started);
    },
  };
}
