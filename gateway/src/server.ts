import { StartupError } from '@nexus/kit/startup-error';
import { createExecutor } from './executor/apollo-executor.ts';
import type { GatewayConfig } from './gateway-config.ts';
import { createApollo } from './http/apollo.ts';
import { createApp, listen } from './http/app.ts';
import { addGraphql } from './http/graphql-route.ts';
import { addHealth } from './http/health.ts';
import { addPlayground, SANDBOX_ORIGIN } from './playground/playground.ts';
import { createSubgraphClients } from './subgraph-client/subgraph-clients.ts';
import { readSupergraph } from './supergraph/supergraph.ts';
import { createIdentify } from './viewer/access-token.ts';

export type RunningGateway = { url: string; stop(): Promise<void> };

/** How long requests in flight may take to finish when the gateway stops, in milliseconds. */
const DRAIN_MS = 10_000;

/** Starts the gateway on a supergraph and returns its origin; a StartupError says why it cannot. */
export async function startGateway(config: GatewayConfig): Promise<RunningGateway> {
  const { environment, logger, viewer } = config;
  const supergraph = await readSupergraph(config.supergraphFile, config.subgraphUrls);
  const clients = createSubgraphClients(supergraph.subgraphs, viewer);
  const executor = createExecutor(supergraph, { clients, environment, logger });
  const apollo = createApollo({ executor, environment, logger });
  const app = createApp(logger);
  const isDevelopment = environment === 'development';
  let isDraining = false;

  await apollo.start().catch((error: Error) => {
    throw new StartupError(`${supergraph.file} is not a usable supergraph: ${error.message.split('\n', 1)[0]}`);
  });
  addGraphql(app, {
    apollo,
    identify: viewer && createIdentify(viewer.jwksUrl, logger),
    allowedOrigins: isDevelopment ? [SANDBOX_ORIGIN] : [],
  });
  addHealth(app, clients, () => isDraining);
  if (isDevelopment && config.playground !== false) addPlayground(app, config.playground?.demo);

  const stop = async () => {
    isDraining = true;
    const overdue = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
    await app.close().finally(() => clearTimeout(overdue));
    await apollo.stop();
    await clients.close();
  };
  const url = await listen(app, config).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url, stop };
}
