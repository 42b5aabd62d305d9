import type { SupergraphManager } from '@apollo/gateway';
import type { Logger } from '@nexus/kit/log';
import { reasonOf } from '@nexus/kit/reasons';

/** Reads the supergraph again and says whether that went well. */
export type Reload = () => Promise<boolean>;

export type SupergraphSource = {
  /** Throws a StartupError that names the source and the reason. */
  load(): Promise<string>;
  /** Reloads whenever there may be something new; returns how to stop. */
  watch(reload: Reload): () => void;
};

/** A manager in the sense of `@apollo/gateway`: it fails at the start, and later keeps the last supergraph it could load. */
export function manageSupergraph({ load, watch }: SupergraphSource, logger: Logger): SupergraphManager {
  return {
    async initialize({ update }) {
      let current = await load();
      const stop = watch(async () => {
        try {
          const next = await load();
          if (next === current) return true;
          current = next;
          update(next);
          return true;
        } catch (error) {
          logger.error(`${reasonOf(error)} The last good supergraph stays.`);
          return false;
        }
      });
      return { supergraphSdl: current, cleanup: async () => stop() };
    },
  };
}

/** The same supergraph, without its later versions. */
export function withoutUpdates(manager: SupergraphManager): SupergraphManager {
  return {
    async initialize(options) {
      const { supergraphSdl, cleanup } = await manager.initialize({ ...options, update: () => undefined });
      await cleanup?.();
      return { supergraphSdl };
    },
  };
}
