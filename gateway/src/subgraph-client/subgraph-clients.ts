import type { ViewerConfig } from '../gateway-config.ts';
import type { SubgraphAddress } from '../supergraph/supergraph.ts';
import { createSubgraphClient, type SubgraphClient } from './subgraph-client.ts';

/** One client per subgraph of a supergraph, by name. */
export type SubgraphClients = {
  of(subgraph: string): SubgraphClient;
  /** Which subgraphs answer at all, asked now. */
  reachable(): Promise<Record<string, boolean>>;
  close(): Promise<void>;
};

/** Opens a connection pool for each subgraph; without a viewer config calls carry no assertion. */
export function createSubgraphClients(
  subgraphs: readonly SubgraphAddress[],
  viewer: ViewerConfig | undefined,
): SubgraphClients {
  const clients = new Map(
    subgraphs.map((address) => [address.name, createSubgraphClient(address, viewer?.assertionKey(address.name))]),
  );
  return {
    of(subgraph) {
      const client = clients.get(subgraph);
      if (!client) throw new Error(`There is no subgraph ${subgraph}.`);
      return client;
    },
    async reachable() {
      const asked = [...clients].map(async ([name, client]) => [name, await client.isReachable()] as const);
      return Object.fromEntries(await Promise.all(asked));
    },
    async close() {
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}
