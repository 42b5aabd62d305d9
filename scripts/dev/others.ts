import { agreement } from '@nexus/contracts/agreement';
import { openHotStore } from '@nexus/kit/hot';
import { createLogger } from '@nexus/kit/log';
import { roleUrl } from '@nexus/kit/migrations';
import { startSubgraph } from '@nexus/kit/server';
import type { MockServer } from './mock-server.ts';

/** What stands in for the subgraphs that nobody develops here; `{name}` and `{n}` in a pattern say which one. */
export type Others = { kind: 'mock' } | { kind: 'real' } | { kind: 'url'; pattern: string };

/** Where another subgraph answers GraphQL, and its origin if it is a service with internal routes. */
export type Other = { graphqlUrl: string; origin: string | undefined };

type House = {
  databaseUrl: string;
  redisUrl: string | undefined;
  secret: string;
  /** Filled as they start. */
  neighbours: Record<string, string>;
  mocks: MockServer;
  resources: AsyncDisposableStack;
};

/** The address of a subgraph by a pattern; `place` is 1 for the first. */
function addressOf(pattern: string, name: string, place: number): string {
  return pattern.replaceAll('{name}', name).replaceAll('{n}', String(place).padStart(2, '0'));
}

/** Has the others answer, and says where; `places` are their places among all subgraphs, by name. */
export async function openOthers(
  others: Others,
  places: ReadonlyMap<string, number>,
  house: House,
): Promise<Record<string, Other>> {
  const opened: Record<string, Other> = {};
  for (const [name, place] of places) opened[name] = await openOther(others, { name, place }, house);
  return opened;
}

async function openOther(
  others: Others,
  { name, place }: { name: string; place: number },
  house: House,
): Promise<Other> {
  if (others.kind === 'mock') return { graphqlUrl: house.mocks.urlOf(name), origin: undefined };
  if (others.kind === 'real') {
    const origin = await startReal(name, house);
    house.neighbours[name] = origin;
    return { graphqlUrl: `${origin}/graphql`, origin };
  }
  const graphqlUrl = addressOf(others.pattern, name, place);
  const { origin } = new URL(graphqlUrl);
  house.neighbours[name] = origin;
  return { graphqlUrl, origin };
}

async function startReal(
  name: string,
  { databaseUrl, redisUrl, secret, neighbours, resources }: House,
): Promise<string> {
  const { subgraphs } = await import('../subgraphs.ts');
  const subgraph = subgraphs.find((one) => one.name === name);
  if (!subgraph) throw new Error(`scripts/subgraphs.ts does not name ${name}.`);
  const logger = createLogger(name, 'warn');
  const hot = openHotStore({ redisUrl, logger });
  resources.defer(() => hot.close());
  const settings = { host: '127.0.0.1', port: 0, redisUrl, hot, neighbours, secret, logger };
  const { url, stop } = await startSubgraph(subgraph, agreement, {
    ...settings,
    databaseUrl: roleUrl(databaseUrl, secret, name),
  });
  resources.defer(stop);
  return url;
}
