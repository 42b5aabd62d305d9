import { fileURLToPath } from 'node:url';
import { assertionKey } from '@nexus/contracts/agreement';
import { readSettings, SUBGRAPHS } from '@nexus/contracts/settings';
import { createLogger } from '@nexus/kit/log';
import { StartupError } from '@nexus/kit/startup-error';
import type { GatewayConfig } from './server.ts';

const SUPERGRAPH = fileURLToPath(new URL('../supergraph.graphql', import.meta.url));

/** What the gateway needs as a process of its own, from the environment. */
export function readConfig(): GatewayConfig {
  const { secret, urls, ...settings } = readSettings();
  if (secret === undefined) {
    throw new StartupError('Set NEXUS_SECRET to what the subgraphs have: they answer only calls signed with it.');
  }
  return {
    host: settings.host,
    port: settings.port,
    supergraphFile: SUPERGRAPH,
    subgraphUrls: Object.fromEntries(SUBGRAPHS.map((name) => [name, `${urls[name]}/graphql`])),
    viewer: {
      jwksUrl: `${urls.users}/.well-known/jwks.json`,
      assertionKey: (subgraph) => assertionKey(secret, subgraph),
    },
    environment: settings.environment,
    logger: createLogger('gateway', settings.logLevel),
  };
}
