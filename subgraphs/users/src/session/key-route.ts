import type { Subgraph } from '@nexus/contracts/agreement';
import { publicKeys } from './access-token.ts';

/** Publishes the keys with which anybody can verify an access token. */
export const addKeyRoute: NonNullable<Subgraph<object>['routes']> = (app, { secret }) => {
  app.get('/.well-known/jwks.json', async (_, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(publicKeys(secret)),
  );
};
