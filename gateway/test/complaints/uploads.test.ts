import { expect, test } from 'vitest';
import { FEED } from './feed.ts';
import { startGatewayOn, startHttpGraph } from './http-graph.ts';

test('a file in a multipart request is refused with a sentence, before it is read', async () => {
  await using graph = await startHttpGraph(FEED);
  await using gateway = await startGatewayOn(graph.supergraph());
  const body = new FormData();
  body.set('operations', '{"query":"{ first { id } }"}');
  body.set('0', new Blob(['x'.repeat(1_000)]), 'photo.jpg');

  const response = await fetch(gateway.url, { method: 'POST', body });

  expect(response.status).toBe(415);
  expect(await response.json()).toMatchObject({
    errors: [{ message: 'The request body must be application/json.', extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }],
  });
});
