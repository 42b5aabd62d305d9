import type { Services, Subgraph } from '@nexus/contracts/agreement';
import { publicKeys } from './access-token.ts';

type App = Parameters<NonNullable<Subgraph<object>['routes']>>[0];

/** Publishes the keys with which anybody can verify an access token. */
export function addKeyRoute(app: App, { secret }: Services): void {
  app.get('/.well-known/jwks.json', async (_, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(publicKeys(secret)),
  );
}
