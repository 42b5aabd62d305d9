import type { Subgraph } from '@nexus/contracts/agreement';
import { deriveAccessKey } from './access-token.ts';

/** Publishes, as a JSON Web Key Set, the key with which anybody can verify an access token. */
export const addKeyRoute: NonNullable<Subgraph<object>['routes']> = (app, { secret }) => {
  const { publicJwk } = deriveAccessKey(secret);
  app.get('/.well-known/jwks.json', async (_, reply) =>
    reply.header('cache-control', 'public, max-age=300').send({ keys: [publicJwk] }),
  );
};
