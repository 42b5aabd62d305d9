import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { addOperatorsRoutes } from '../src/operators.ts';
import { CATALOG, note, say } from './listener.ts';
import { buildSmallHouse } from './small-house.ts';

test('operators see what waits, what failed and what took how long', async () => {
  await using house = await buildSmallHouse();
  const listener = await house.open();
  const { database, registry } = listener;
  await database.sql`update pgboss.queue set retry_limit = 0 where name = 'listener/numbers.said.v1'`;
  await using app = Fastify();
  addOperatorsRoutes(app, { registry, catalog: CATALOG, db: database.db });
  const metrics = async () => (await app.inject('/metrics')).body;

  await say(listener, 7);
  expect(await metrics()).toContain('nexus_event_jobs{event="numbers.said.v1",state="waiting"} 1');
  expect(await metrics()).toMatch(/nexus_event_lag_seconds\{event="numbers.said.v1"\} (?!0\n)/);

  await listener.bus.listen({
    'numbers.said.v1': async (tx, payload) => {
      if (payload.number === 7) throw new TypeError('seven');
      await note(tx, payload);
    },
  });
  await say(listener, 1);
  await expect.poll(metrics).toContain('nexus_event_jobs{event="numbers.said.v1",state="dead"} 1');
  await expect.poll(metrics).toContain('nexus_event_delay_seconds_count{event="numbers.said.v1"} 1');

  const shown = await metrics();
  expect(shown).toContain('nexus_event_failures_total{event="numbers.said.v1",error="TypeError"} 1');
  expect(shown).toContain('nexus_event_jobs{event="numbers.said.v1",state="waiting"} 0');
  expect(shown).toContain('nexus_event_jobs{event="numbers.heaped.v1",state="waiting"} 0');
  expect(shown).toMatch(/nexus_projection_age_seconds\{event="numbers.said.v1"\} \d/);

  const page = await app.inject('/queues');
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.body).toMatch(/numbers.said.v1<td>listener.*<td class="number alarm">1<td/);
});
