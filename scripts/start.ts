import { startSubgraphs } from '@nexus/contracts/run-subgraph';
import { gatewayConfig } from '@nexus/gateway/config';
import { startGateway } from '@nexus/gateway/server';
import { roleUrl } from '@nexus/kit/migrations';
import { runProcess } from '@nexus/kit/process';
import { gatewaySchema } from './schema-owners.ts';
import { banner } from './start/banner.ts';
import { hasDemoPerson, importDemoOnce } from './start/demo.ts';
import { DEMO } from './start/demo-person.ts';
import { subgraphs } from './subgraphs.ts';

// The whole of Nexus in one process.
await runProcess(async (resources) => {
  const { settings, infrastructure, running } = await startSubgraphs(subgraphs, resources, [gatewaySchema]);
  const { databaseUrl: adminUrl, secret } = infrastructure;
  if (settings.demoData) await importDemoOnce(adminUrl);
  const hasDemo = settings.demoData && (await hasDemoPerson(adminUrl));
  const urls = Object.fromEntries(running.map(({ name, url }) => [name, url]));
  const playground = hasDemo ? { demo: DEMO } : {};
  const countsUsage = settings.usage.isOn ?? settings.environment === 'development';
  const usageUrl = countsUsage ? roleUrl(adminUrl, secret, gatewaySchema.name) : undefined;
  const gateway = await startGateway(gatewayConfig({ settings, secret, urls, playground, usageUrl }));
  resources.defer(() => gateway.stop());
  const hasPlayground = settings.environment === 'development';
  console.log(banner({ gateway: gateway.url, subgraphs: running, hasPlayground, hasDemo }));
});
