import type { SubgraphAddress } from '../supergraph/subgraph-addresses.ts';
import { createSubgraphClient, type SubgraphClient } from './subgraph-client.ts';
import { DEFAULT_OPTIONS, type SubgraphOptions } from './subgraph-options.ts';

/** Longer than any request lives: one that began on an old supergraph may still ask subgraphs at their old URLs. */
const RETIRE_MS = 10_000;

/** The key that proves to a subgraph that a call comes from this gateway. */
export type AssertionKey = (subgraph: string) => Uint8Array;

/** How all subgraphs are treated, and what differs for some, by name. */
export type SubgraphRules = {
  all?: Partial<SubgraphOptions>;
  each?: Readonly<Record<string, Partial<SubgraphOptions>>>;
};

type SubgraphClientsConfig = SubgraphRules & {
  /** Without keys calls carry no assertion. */
  assertionKey?: AssertionKey | undefined;
  retireMs?: number;
};

/** One client per subgraph and URL, made when it is first asked for. */
export type SubgraphClients = {
  of(address: SubgraphAddress): SubgraphClient;
  /** The subgraphs from now on: clients of others close when the requests that may use them have ended. */
  retain(addresses: readonly SubgraphAddress[]): void;
  /** Which of the subgraphs are ready for requests, asked now. */
  ready(): Promise<Record<string, boolean>>;
  close(): Promise<void>;
};

type Entry = { client: SubgraphClient; retirement: NodeJS.Timeout | undefined };

/** Keeps the clients of all subgraphs through changes of the supergraph. */
export function createSubgraphClients(config: SubgraphClientsConfig): SubgraphClients {
  const { assertionKey, all, each = {}, retireMs = RETIRE_MS } = config;
  const entries = new Map<string, Entry>();
  let current: readonly SubgraphAddress[] = [];

  const open = (address: SubgraphAddress): Entry => {
    const { name } = address;
    const options = { ...DEFAULT_OPTIONS, ...all, ...each[name] };
    const client = createSubgraphClient({ ...address, assertionKey: assertionKey?.(name), options });
    const entry = { client, retirement: undefined };
    entries.set(keyOf(address), entry);
    return entry;
  };
  const of = (address: SubgraphAddress) => (entries.get(keyOf(address)) ?? open(address)).client;
  const retire = async (key: string, { client }: Entry) => {
    entries.delete(key);
    await client.close();
  };

  return {
    of,
    retain(addresses) {
      current = addresses;
      const kept = new Set(addresses.map(keyOf));
      for (const [key, entry] of entries) {
        clearTimeout(entry.retirement);
        entry.retirement = kept.has(key) ? undefined : setTimeout(() => void retire(key, entry), retireMs).unref();
      }
    },
    async ready() {
      const asked = current.map(async (address) => [address.name, await of(address).isReady()] as const);
      return Object.fromEntries(await Promise.all(asked));
    },
    async close() {
      const closing = [...entries.values()].map(({ client, retirement }) => {
        clearTimeout(retirement);
        return client.destroy();
      });
      await Promise.all(closing);
    },
  };
}

const keyOf = ({ name, url }: SubgraphAddress) => `${name} ${url}`;
