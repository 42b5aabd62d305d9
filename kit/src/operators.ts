import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { Db } from './database.ts';
import type { EventCatalog } from './events/contract.ts';
import { countQueues } from './events/queue-numbers.ts';
import { renderQueues } from './events/queue-page.ts';

type Shown = { registry: Registry; catalog: EventCatalog; db: Db };

/** What operators read on a service's own port, which is never published: metrics, and the queues of all services. */
export function addOperatorsRoutes(app: FastifyInstance, { registry, catalog, db }: Shown): void {
  app.get('/metrics', async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  app.get('/queues', async (_, reply) => reply.type('text/html').send(renderQueues(await countQueues(db, catalog))));
}
