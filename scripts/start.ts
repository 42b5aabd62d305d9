import { startSubgraphs } from '@nexus/contracts/run-subgraph';
import { gatewayConfig } from '@nexus/gateway/config';
import { startGateway } from '@nexus/gateway/server';
import { runProcess } from '@nexus/kit/process';
import { banner } from './start/banner.ts';
import { DEMO, hasDemoPerson, importDemoOnce } from './start/demo.ts';
import { subgraphs } from './subgraphs.ts';

// The whole of Nexus in one process.
await runProcess(async (resources) => {
  const { settings, infrastructure, running } = await startSubgraphs(subgraphs, resources);
  const { databaseUrl: adminUrl, secret } = infrastructure;
  if (settings.demoData) await importDemoOnce(adminUrl);
  const hasDemo = settings.demoData && (await hasDemoPerson(adminUrl));
  const urls = Object.fromEntries(running.map(({ name, url }) => [name, url]));
  const playground = hasDemo ? { demo: DEMO } : {};
  const gateway = await startGateway(gatewayConfig({ settings, secret, urls, playground }));
  resources.defer(() => gateway.stop());
  const hasPlayground = settings.environment === 'development';
  console.log(banner({ gateway: gateway.url, subgraphs: running, hasPlayground, hasDemo }));
});
