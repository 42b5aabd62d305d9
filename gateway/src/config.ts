import { fileURLToPath } from 'node:url';
import { assertionKey } from '@nexus/contracts/agreement';
import { readSettings, SUBGRAPHS } from '@nexus/contracts/settings';
import { readSecret } from '@nexus/kit/infrastructure';
import { createLogger } from '@nexus/kit/log';
import type { GatewayConfig } from './server.ts';

const SUPERGRAPH = fileURLToPath(new URL('../supergraph.graphql', import.meta.url));

/** What the gateway needs as a process of its own, from the environment. */
export async function readConfig(): Promise<GatewayConfig> {
  const settings = readSettings();
  const { urls } = settings;
  // The subgraphs' secret: they answer only calls signed with it.
  const secret = await readSecret(settings);
  return {
    host: settings.host,
    port: settings.port,
    supergraphFile: SUPERGRAPH,
    subgraphUrls: Object.fromEntries(SUBGRAPHS.map((name) => [name, `${urls[name]}/graphql`])),
    viewer: {
      jwksUrl: `${urls.users}/.well-known/jwks.json`,
      assertionKey: (subgraph) => assertionKey(secret, subgraph),
    },
    trustedProxies: settings.trustedProxies,
    environment: settings.environment,
    logger: createLogger('gateway', settings.logLevel),
  };
}
