import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { codes, startTestGateway } from './test-gateway.ts';

const QUERY = '{"query":"{ reviewCount }"}';

test.each([
  { what: 'compressed', headers: { 'content-encoding': 'gzip' }, body: gzipSync(QUERY) },
  {
    what: 'in UTF-16',
    headers: { 'content-type': 'application/json; charset=utf-16' },
    body: Buffer.from(QUERY, 'utf16le'),
  },
  { what: 'in Latin 1', headers: { 'content-type': 'application/json;charset="latin1"' }, body: QUERY },
])('a body that is $what is refused', async ({ headers, body }) => {
  await using gateway = await startTestGateway();

  const answer = await gateway.get('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

  expect([answer.status, ...codes(answer)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  expect(gateway.reviews.calls).toEqual([]);
});

test.each([
  { 'content-type': 'application/json; charset=utf-8' },
  { 'content-type': 'application/json; Charset="UTF-8"' },
  { 'content-encoding': 'identity' },
])('a body with the headers %j is read', async (headers) => {
  await using gateway = await startTestGateway();

  const answer = await gateway.post(QUERY, headers as Record<string, string>);

  expect(answer.body).toEqual({ data: { reviewCount: 2 } });
});
