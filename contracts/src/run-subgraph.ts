import { openHotStore } from '@nexus/kit/hot';
import { type HotStore, NO_HOT_STORE } from '@nexus/kit/hot/store';
import { type Infrastructure, openInfrastructure } from '@nexus/kit/infrastructure';
import { createLogger } from '@nexus/kit/log';
import { prepareDatabase, requirePrepared, roleUrl, type SchemaOwner } from '@nexus/kit/migrations';
import { runProcess } from '@nexus/kit/process';
import { startSubgraph } from '@nexus/kit/server';
import { agreement, type Subgraph } from './agreement.ts';
import { readSettings, type Settings } from './settings.ts';

export type RunningSubgraphs = {
  settings: Settings;
  infrastructure: Infrastructure;
  running: { name: string; url: string }[];
};

/** One subgraph as a process of its own. */
export async function runSubgraph(subgraph: Subgraph<object>): Promise<void> {
  await runProcess(async (resources) => {
    const { running } = await startSubgraphs([subgraph], resources);
    for (const { name, url } of running) {
      console.log(`${name} answers the gateway at ${url}/graphql. Stop it with Ctrl-C.`);
    }
  });
}

/** Starts subgraphs as the environment says, on a database that is ready for them and others; the stack stops them. */
export async function startSubgraphs(
  subgraphs: readonly Subgraph<object>[],
  resources: AsyncDisposableStack,
  others: readonly SchemaOwner[] = [],
): Promise<RunningSubgraphs> {
  const settings = readSettings();
  const infrastructure = await openInfrastructure(settings, resources);
  const { databaseUrl, redisUrl, secret } = infrastructure;
  const prepare = settings.migrate ? prepareDatabase : requirePrepared;
  await prepare({ adminUrl: databaseUrl, secret, owners: [...subgraphs, ...others], catalog: agreement.catalog });

  const hot = openHot({ redisUrl, logger: createLogger('hot changes', settings.logLevel) }, subgraphs);
  resources.defer(() => hot.close());
  const neighbours: Record<string, string> = { ...settings.urls };
  const running: RunningSubgraphs['running'] = [];
  for (const subgraph of subgraphs) {
    const { name } = subgraph;
    const { url, stop } = await startSubgraph(subgraph, agreement, {
      host: settings.host,
      port: settings.ports[name],
      databaseUrl: roleUrl(databaseUrl, secret, name),
      redisUrl,
      hot,
      neighbours,
      secret,
      logger: createLogger(name, settings.logLevel),
    });
    resources.defer(stop);
    running.push({ name, url });
    neighbours[name] = url;
  }
  return { settings, infrastructure, running };
}

/** Without Redis only those who run in one process with users know at once what it does; others ask it. */
function openHot(options: Parameters<typeof openHotStore>[0], subgraphs: readonly Subgraph<object>[]): HotStore {
  const isWithUsers = subgraphs.some(({ name }) => name === 'users');
  return options.redisUrl === undefined && !isWithUsers ? NO_HOT_STORE : openHotStore(options);
}
