import { openInfrastructure } from '@nexus/kit/infrastructure';
import { createLogger } from '@nexus/kit/log';
import { prepareDatabase, requirePrepared, roleUrl } from '@nexus/kit/migrations';
import { runProcess } from '@nexus/kit/process';
import { startSubgraph } from '@nexus/kit/server';
import { agreement, type Subgraph } from './agreement.ts';
import { readSettings } from './settings.ts';

/** One subgraph as a process of its own. */
export async function runSubgraph<Context extends object>(subgraph: Subgraph<Context>): Promise<void> {
  await runProcess(async (resources) => {
    const settings = readSettings();
    const { databaseUrl, redisUrl, secret } = await openInfrastructure(settings, resources);
    const prepare = settings.migrate ? prepareDatabase : requirePrepared;
    await prepare({ adminUrl: databaseUrl, secret, owners: [subgraph], catalog: agreement.catalog });
    const running = await startSubgraph(subgraph, agreement, {
      host: settings.host,
      port: settings.ports[subgraph.name],
      databaseUrl: roleUrl(databaseUrl, secret, subgraph.name),
      redisUrl,
      secret,
      logger: createLogger(subgraph.name, settings.logLevel),
    });
    resources.defer(() => running.stop());
    console.log(`${subgraph.name} answers the gateway at ${running.url}/graphql. Stop it with Ctrl-C.`);
  });
}
