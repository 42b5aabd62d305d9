import type { FastifyInstance } from 'fastify';
import type { SubgraphClients } from '../subgraph-client/subgraph-clients.ts';

type Health = {
  clients: SubgraphClients;
  isDraining(): boolean;
  /** Whether strangers may learn which subgraphs there are; the log says it anyway. */
  namesSubgraphs: boolean;
};

/** `/health/live`: the process is up. `/health/ready`: send requests here (503 while draining or a subgraph is not ready). */
export function addHealth(app: FastifyInstance, { clients, isDraining, namesSubgraphs }: Health): void {
  const ready = shared(() => clients.ready());

  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async ({ log }, reply) => {
    if (isDraining()) return reply.code(503).send({ status: 'draining' });
    const subgraphs = await ready();
    const isReady = Object.values(subgraphs).every(Boolean);
    if (!isReady) log.warn({ subgraphs }, 'a subgraph is not ready');
    const status = isReady ? 'ready' : 'subgraph not ready';
    return reply.code(isReady ? 200 : 503).send({ status, ...(namesSubgraphs && { subgraphs }) });
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
