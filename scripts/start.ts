import { agreement } from '@nexus/contracts/agreement';
import { readSettings, type Settings } from '@nexus/contracts/settings';
import { gatewayConfig } from '@nexus/gateway/config';
import { startGateway } from '@nexus/gateway/server';
import { type Infrastructure, openInfrastructure } from '@nexus/kit/infrastructure';
import { createLogger } from '@nexus/kit/log';
import { prepareDatabase, requirePrepared, roleUrl } from '@nexus/kit/migrations';
import { runProcess } from '@nexus/kit/process';
import { startSubgraph } from '@nexus/kit/server';
import { banner } from './start/banner.ts';
import { DEMO, hasDemoPerson, importDemoOnce } from './start/demo.ts';
import { subgraphs } from './subgraphs.ts';

// The whole of Nexus in one process.
await runProcess(async (resources) => {
  const settings = readSettings();
  const infrastructure = await openInfrastructure(settings, resources);
  const { databaseUrl: adminUrl, secret } = infrastructure;
  const prepare = settings.migrate ? prepareDatabase : requirePrepared;
  await prepare({ adminUrl, secret, owners: subgraphs, catalog: agreement.catalog });

  const running = await startSubgraphs(settings, infrastructure, resources);
  if (settings.demoData) await importDemoOnce(adminUrl);
  const hasDemo = settings.demoData && (await hasDemoPerson(adminUrl));
  const urls = Object.fromEntries(running.map(({ name, url }) => [name, url]));
  const playground = hasDemo ? { demo: DEMO } : {};
  const gateway = await startGateway(gatewayConfig({ settings, secret, urls, playground }));
  resources.defer(() => gateway.stop());
  const hasPlayground = settings.environment === 'development';
  console.log(banner({ gateway: gateway.url, subgraphs: running, hasPlayground, hasDemo }));
});

type RunningPart = { name: string; url: string };

async function startSubgraphs(
  settings: Settings,
  { databaseUrl, redisUrl, secret }: Infrastructure,
  resources: AsyncDisposableStack,
): Promise<RunningPart[]> {
  const running: RunningPart[] = [];
  for (const subgraph of subgraphs) {
    const { url, stop } = await startSubgraph(subgraph, agreement, {
      host: settings.host,
      port: settings.ports[subgraph.name],
      databaseUrl: roleUrl(databaseUrl, secret, subgraph.name),
      redisUrl,
      secret,
      logger: createLogger(subgraph.name, settings.logLevel),
    });
    resources.defer(stop);
    running.push({ name: subgraph.name, url });
  }
  return running;
}
