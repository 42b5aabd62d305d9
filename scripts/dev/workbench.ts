import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubgraphText } from '@nexus/gateway/composition/parse-subgraph';
import type { Data } from './database.ts';
import { startFront } from './front.ts';
import type { Other } from './others.ts';
import type { ProblemBoard } from './problem-board.ts';
import { type WatchedSubgraph, watchSubgraph } from './watched-subgraph.ts';

type Setting = {
  root: string;
  /** Which subgraphs. */
  names: readonly string[];
  data: Data;
  texts: readonly SubgraphText[];
  board: ProblemBoard;
  /** Where services answer each other; those that start here are added. */
  neighbours: Record<string, string>;
  portOf(name: string): number;
};

export type Workbenches = {
  watched: readonly WatchedSubgraph[];
  fronts: readonly { name: string; url: string }[];
  addresses: Readonly<Record<string, Other>>;
};

/** Starts subgraphs from their source, each behind an address that stays; the stack stops them. */
export async function startWorkbenches(setting: Setting, resources: AsyncDisposableStack): Promise<Workbenches> {
  const { names, texts, board } = setting;
  const byName = new Map<string, WatchedSubgraph>();
  const fronts = await openFronts(setting, byName, resources);
  const folder = await mkdtemp(join(tmpdir(), 'nexus-dev-'));
  resources.defer(() => rm(folder, { recursive: true, force: true }));
  const watched = names.map((name) => {
    const { root, neighbours } = setting;
    const { databaseUrl, redisUrl, secret } = setting.data;
    return watchSubgraph({ folder, root, name, databaseUrl, redisUrl, secret, neighbours });
  });
  for (const one of watched) {
    resources.defer(one.stop);
    byName.set(one.name, one);
  }
  await Promise.all(
    watched.map(async (one) => {
      const { file = '', text = '' } = texts.find(({ name }) => name === one.name) ?? {};
      const candidate = await one.load({ changed: [], schema: { file, text } });
      if ('message' in candidate) one.refuse();
      else one.take(candidate);
      board.put(one.name, 'message' in candidate ? [candidate] : candidate.problems);
    }),
  );
  const addresses = fronts.map(({ name, url }): [string, Other] => [
    name,
    { graphqlUrl: `${url}/graphql`, origin: url },
  ]);
  return { watched, fronts, addresses: Object.fromEntries(addresses) };
}

/** The addresses come first: subgraphs have to know where their neighbours will be. */
async function openFronts(
  { names, data, board, neighbours, portOf }: Setting,
  byName: ReadonlyMap<string, WatchedSubgraph>,
  resources: AsyncDisposableStack,
): Promise<{ name: string; url: string }[]> {
  const { secret, viewers } = data;
  const opened: { name: string; url: string }[] = [];
  for (const name of names) {
    const url = async () => (await byName.get(name)?.url()) ?? notYet(name);
    const state = () => ({ version: byName.get(name)?.version() ?? '', problems: board.all() });
    const front = await startFront({ subgraph: { name, url }, port: portOf(name), secret, viewers, state });
    resources.defer(front.stop);
    neighbours[name] = front.url;
    opened.push({ name, url: front.url });
  }
  return opened;
}

function notYet(name: string): never {
  throw new Error(`${name} does not run yet.`);
}
