import type { FastifyInstance } from 'fastify';
import type { SubgraphClients } from '../subgraph-client/subgraph-clients.ts';

/** `/health/live`: the process is up. `/health/ready`: send requests here (503 while draining or a subgraph is not ready). */
export function addHealth(app: FastifyInstance, clients: SubgraphClients, isDraining: () => boolean): void {
  const ready = shared(() => clients.ready());

  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_, reply) => {
    if (isDraining()) return reply.code(503).send({ status: 'draining' });
    const subgraphs = await ready();
    const isReady = Object.values(subgraphs).every(Boolean);
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'subgraph not ready', subgraphs });
  });
}

/** Simultaneous callers get one answer: probing us must not multiply into probing every subgraph. */
function shared<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: Promise<Answer> | undefined;
  return () => {
    asked ??= ask().finally(() => {
      asked = undefined;
    });
    return asked;
  };
}
