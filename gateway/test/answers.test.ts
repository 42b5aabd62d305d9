import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { createLogger } from '@nexus/kit/log';
import { getIntrospectionQuery, parse } from 'graphql';
import { expect, test } from 'vitest';
import { startGateway } from '../src/server.ts';
import { startTestGateway } from './test-gateway.ts';

test.each([
  { accepted: 'gzip, deflate, br', encoding: 'br' },
  { accepted: 'gzip', encoding: 'gzip' },
  { accepted: 'BR;q=0, GZIP;q=0.5', encoding: 'gzip' },
  { accepted: 'identity', encoding: null },
  { accepted: 'br;q=0, *', encoding: null },
])('a long answer to who accepts $accepted is encoded as $encoding', async ({ accepted, encoding }) => {
  await using gateway = await startTestGateway({ environment: 'development' });

  const answer = await gateway.ask(getIntrospectionQuery(), { 'accept-encoding': accepted });

  expect(answer.headers.get('content-encoding')).toBe(encoding);
  expect(answer.headers.get('vary')).toContain('accept-encoding');
  expect(answer.body.data).toHaveProperty('__schema.types');
});

test('a short answer is sent as it is', async () => {
  await using gateway = await startTestGateway();

  const answer = await gateway.ask('{ reviewCount }', { 'accept-encoding': 'br' });

  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(answer.headers.get('content-length')).toBe(`${answer.text.length}`);
});

test('an answer has its length in bytes, not in characters', async () => {
  await using gateway = await startTestGateway();

  const answer = await gateway.ask(`query ($id: ID!) { book(id: $id) { id } ${'é'} }`);

  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-length')).toBe(`${Buffer.byteLength(answer.text)}`);
});

test('what was asked of a subgraph ends when its client leaves', async () => {
  await using slow = await startSlowGateway();
  const client = new AbortController();
  const asked = slow.ask(client.signal);
  await slow.reached;
  const leftAt = performance.now();

  client.abort();

  await expect(asked).rejects.toThrow();
  await slow.abandoned;
  // Its deadline would have ended it too, after 1.5 s.
  expect(performance.now() - leftAt).toBeLessThan(1_000);
});

/** A gateway over a subgraph that never answers. */
async function startSlowGateway() {
  const [reached, abandoned] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const server = createServer((_, response) => {
    response.once('close', abandoned.resolve);
    reached.resolve();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  const typeDefs = parse('type Query { slow: String }');
  const composed = composeServices([{ name: 'slow', typeDefs, url: `http://127.0.0.1:${port}/graphql` }]);
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: 0,
    supergraph: { initialize: async () => ({ supergraphSdl: composed.supergraphSdl ?? '' }) },
    environment: 'production',
    logger: createLogger('gateway', 'silent'),
  });
  return {
    reached: reached.promise,
    abandoned: abandoned.promise,
    ask(signal: AbortSignal) {
      const headers = { 'content-type': 'application/json' };
      return fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body: '{"query":"{ slow }"}', signal });
    },
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
