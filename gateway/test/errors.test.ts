import { expect, test } from 'vitest';
import { codes, startTestGateway } from './test-gateway.ts';

test('an operation is answered from both subgraphs', async () => {
  await using gateway = await startTestGateway();

  const { status, body } = await gateway.ask('{ books { title stars } }');

  expect(status).toBe(200);
  expect(body).toEqual({
    data: {
      books: [
        { title: 'Dune', stars: 5 },
        { title: 'Solaris', stars: 5 },
      ],
    },
  });
});

test('a bug in a subgraph is shown as an internal error, without its words or its HTTP status', async () => {
  await using gateway = await startTestGateway();

  const { status, text, body, headers } = await gateway.ask('{ broken reviewCount }');

  expect(status).toBe(200);
  expect(body.data).toEqual({ broken: null, reviewCount: 2 });
  expect(body.errors?.[0]).toMatchObject({ message: 'Internal error', path: ['broken'] });
  expect(body.errors?.[0]?.extensions).toEqual({
    code: 'INTERNAL_SERVER_ERROR',
    requestId: headers.get('x-request-id'),
  });
  expect(text).not.toMatch(/SELECT|books|stack|127\.0\.0\.1/);
});

test('a refusal of a subgraph keeps its sentence, its code and its place in the input', async () => {
  await using gateway = await startTestGateway();

  const { body } = await gateway.ask('{ refused }');

  expect(body.errors?.[0]?.message).toBe('Books sleep at night.');
  expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', inputPath: ['hour'] });
});

test("a subgraph cannot speak in the gateway's name", async () => {
  await using gateway = await startTestGateway();

  const answer = await gateway.ask('{ impostor }');

  expect(codes(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
  expect(answer.text).not.toContain('secret');
});

test('development names the subgraph that failed, production does not', async () => {
  await using development = await startTestGateway({ environment: 'development' });
  await using production = await startTestGateway();

  const open = await development.ask('{ broken }');
  const closed = await production.ask('{ broken }');

  expect(open.body.errors?.[0]?.extensions.subgraph).toBe('books');
  expect(closed.body.errors?.[0]?.extensions).not.toHaveProperty('subgraph');
});

test.each([
  ['dead', 'SUBGRAPH_UNAVAILABLE'],
  ['sending HTML with 502', 'SUBGRAPH_BAD_RESPONSE'],
  ['hanging', 'SUBGRAPH_TIMEOUT'],
] as const)('a %s subgraph costs only its own fields (%s)', async (state, code) => {
  await using gateway = await startTestGateway();
  if (state === 'dead') await gateway.reviews.stop();
  else gateway.reviews.mood = state;

  const answer = await gateway.ask('{ books { title stars } }');

  expect(answer.status).toBe(200);
  expect(answer.body.data?.books).toEqual([
    { title: 'Dune', stars: null },
    { title: 'Solaris', stars: null },
  ]);
  expect(new Set(codes(answer))).toEqual(new Set([code]));
  expect(answer.text).not.toMatch(/ECONN|http:|10\.0\.0\.7|reviews/);
});

test("a client's request id is kept when it is a plain token, and replaced otherwise", async () => {
  await using gateway = await startTestGateway();

  const kept = await gateway.ask('{ reviewCount }', { 'x-request-id': 'trace-12345' });
  const replaced = await gateway.ask('{ reviewCount }', { 'x-request-id': '<script>alert(1)</script>' });

  expect(kept.headers.get('x-request-id')).toBe('trace-12345');
  expect(gateway.reviews.calls[0]?.['x-request-id']).toBe('trace-12345');
  expect(replaced.headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
});
