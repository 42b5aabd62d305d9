import type { SubgraphAddress } from '../supergraph/supergraph.ts';
import { createSubgraphClient, type SubgraphClient } from './subgraph-client.ts';

/** The key that proves to a subgraph that a call comes from this gateway. */
export type AssertionKey = (subgraph: string) => Uint8Array;

/** One client per subgraph of a supergraph, by name. */
export type SubgraphClients = {
  of(subgraph: string): SubgraphClient;
  /** Which subgraphs are ready for requests, asked now. */
  ready(): Promise<Record<string, boolean>>;
  close(): Promise<void>;
};

/** Opens a connection pool for each subgraph; without keys calls carry no assertion. */
export function createSubgraphClients(
  subgraphs: readonly SubgraphAddress[],
  assertionKey: AssertionKey | undefined,
): SubgraphClients {
  const clients = new Map(
    subgraphs.map((address) => [address.name, createSubgraphClient(address, assertionKey?.(address.name))]),
  );
  return {
    of(subgraph) {
      const client = clients.get(subgraph);
      if (!client) throw new Error(`There is no subgraph ${subgraph}.`);
      return client;
    },
    async ready() {
      const asked = [...clients].map(async ([name, client]) => [name, await client.isReady()] as const);
      return Object.fromEntries(await Promise.all(asked));
    },
    async close() {
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}
