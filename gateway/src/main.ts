import { runProcess } from '@nexus/kit/process';
import { readConfig } from './config.ts';
import { startGateway } from './server.ts';

// The gateway of Nexus as a process of its own.
await runProcess(async (resources) => {
  const gateway = await startGateway(await readConfig());
  resources.defer(() => gateway.stop());
  console.log(`The gateway answers at ${gateway.url}/graphql. Stop it with Ctrl-C.`);
});
