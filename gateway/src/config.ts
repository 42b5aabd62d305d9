import { fileURLToPath } from 'node:url';
import { assertionKey } from '@nexus/contracts/agreement';
import { ANALYTICS_PATH, type AnalyticsQuestion, analyticsAnswer } from '@nexus/contracts/analytics-file';
import { ENDED_SESSIONS_PATH, endedSessionsAnswer } from '@nexus/contracts/ended-sessions';
import { DOWNLOAD_PATH } from '@nexus/contracts/export';
import { askNeighbour } from '@nexus/contracts/neighbour';
import { readSettings, type Settings } from '@nexus/contracts/settings';
import { readSecret } from '@nexus/kit/infrastructure';
import { createLogger } from '@nexus/kit/log';
import { roleUrl } from '@nexus/kit/migrations';
import { StartupError } from '@nexus/kit/startup-error';
import { readManifest } from './protection/manifest.ts';
import type { GatewayConfig } from './server.ts';
import { watchFile } from './supergraph/watch-file.ts';
import { supergraphFile } from './supergraph-file.ts';

const TRUSTED_DOCUMENTS = fileURLToPath(new URL('../../operations/manifest.json', import.meta.url));

/** What guesses a password or a token: many of them in one operation would pass as one request. */
const ONCE_PER_OPERATION = ['signIn', 'signUp', 'refreshSession'];

/** How long the download of a copy of somebody's data may take. */
const DOWNLOAD_MS = 600_000;

type GatewayParts = {
  settings: Pick<Settings, 'host' | 'port' | 'trustedProxies' | 'environment' | 'logLevel'> &
    Partial<Pick<Settings, 'trustedDocuments' | 'points' | 'redisUrl' | 'variant' | 'usage'>>;
  /** The subgraphs' secret: they answer only calls signed with it. */
  secret: string;
  /** Where each subgraph listens, e.g. `http://127.0.0.1:4001`. */
  urls: Readonly<Record<string, string>>;
  playground?: NonNullable<GatewayConfig['playground']>;
  /** The database in which usage is counted, as the gateway's own role; absent: it is not. */
  usageUrl?: string | undefined;
};

/** The gateway of Nexus: its supergraph, its subgraphs, and users as the one who knows the viewers. */
export function gatewayConfig({ settings, secret, urls, playground = {}, usageUrl }: GatewayParts): GatewayConfig {
  const logger = createLogger('gateway', settings.logLevel);
  const house = { neighbours: urls, secret };
  return {
    host: settings.host,
    port: settings.port,
    supergraph: watchFile(supergraphFile(settings.variant), logger),
    subgraphUrls: Object.fromEntries(Object.entries(urls).map(([name, url]) => [name, `${url}/graphql`])),
    viewer: {
      jwksUrl: `${urls.users}/.well-known/jwks.json`,
      assertionKey: (subgraph) => assertionKey(secret, subgraph),
      findEndedSessions: (withinSeconds) => findEndedSessions(house, withinSeconds),
      downloadExport: (body) =>
        askNeighbour(house, { from: 'gateway', to: 'users', path: DOWNLOAD_PATH, body, patienceMs: DOWNLOAD_MS }),
      readAnalytics: (body) => readAnalytics(house, body),
    },
    oncePerOperation: ONCE_PER_OPERATION,
    trustedDocuments: readTrustedDocuments(settings.trustedDocuments),
    usage: usageUrl === undefined ? undefined : settings.usage && { ...settings.usage, databaseUrl: usageUrl },
    points: settings.points && { ...settings.points, redisUrl: settings.redisUrl },
    trustedProxies: settings.trustedProxies,
    environment: settings.environment,
    playground,
    logger,
  };
}

async function findEndedSessions(
  house: Parameters<typeof askNeighbour>[0],
  withinSeconds: number,
): Promise<readonly string[]> {
  const body = { withinSeconds };
  const response = await askNeighbour(house, { from: 'gateway', to: 'users', path: ENDED_SESSIONS_PATH, body });
  return response ? endedSessionsAnswer.parse(await response.json()).sessionIds : [];
}

/** How long analytics as a file may take. */
const ANALYTICS_MS = 3_000;

async function readAnalytics(house: Parameters<typeof askNeighbour>[0], body: AnalyticsQuestion) {
  const asked = { path: ANALYTICS_PATH, body, patienceMs: ANALYTICS_MS } as const;
  const response = await askNeighbour(house, { from: 'gateway', to: 'interactions', ...asked });
  return response && analyticsAnswer.parse(await response.json());
}

function readTrustedDocuments(mode: Settings['trustedDocuments'] = 'off'): GatewayConfig['trustedDocuments'] {
  return mode === 'off' ? undefined : { mode, documents: readManifest(TRUSTED_DOCUMENTS) };
}

/** What the gateway needs as a process of its own, from the environment where nothing else is said. */
export async function readConfig(changed: Partial<Settings> = {}): Promise<GatewayConfig> {
  const settings = { ...readSettings(), ...changed };
  const secret = await readSecret(settings);
  return gatewayConfig({ settings, secret, urls: settings.urls, usageUrl: usageUrl(settings, secret) });
}

function usageUrl({ usage, databaseUrl }: Settings, secret: string): string | undefined {
  if (!usage.isOn) return undefined;
  if (databaseUrl === undefined)
    throw new StartupError('USAGE: a gateway of its own counts in the database of DATABASE_URL.');
  return roleUrl(databaseUrl, secret, 'gateway');
}
