import type { Services } from '@nexus/contracts/agreement';
import type { App } from '@nexus/kit/subgraph';
import { deriveAccessKey } from './access-token.ts';

/** Publishes, as a JSON Web Key Set, the key with which anybody can verify an access token. */
export function addKeyRoute(app: App, { secret }: Pick<Services, 'secret'>): void {
  const { publicJwk } = deriveAccessKey(secret);
  app.get('/.well-known/jwks.json', async (_, reply) =>
    reply.header('cache-control', 'public, max-age=300').send({ keys: [publicJwk] }),
  );
}
