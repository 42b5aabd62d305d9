import type { FastifyInstance } from 'fastify';

/** How long requests in flight may take to finish, in milliseconds; the rest of the process stops after it. */
export const DRAIN_MS = 5_000;

export type Drain = { isDraining(): boolean; drain(): Promise<void> };

/** How a server stops: not ready any more, no new connections, and each open one closes after the answer it waits for. */
export function createDrain(app: FastifyInstance): Drain {
  let isDraining = false;
  app.addHook('onSend', async (_, reply) => {
    // Node leaves a connection open that falls idle after close(); this header ends it.
    if (isDraining) reply.header('connection', 'close');
  });
  return {
    isDraining: () => isDraining,
    async drain() {
      isDraining = true;
      const overdue = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
      await app.close().finally(() => clearTimeout(overdue));
    },
  };
}
