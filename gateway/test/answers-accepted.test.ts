import { expect, test } from 'vitest';
import { SANDBOX_ORIGIN } from '../src/playground/playground.ts';
import { startTestGateway } from './test-gateway.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

test.each([
  { accept: '*/*', type: JSON_TYPE },
  { accept: 'application/*', type: JSON_TYPE },
  { accept: 'text/html, application/xhtml+xml, */*;q=0.8', type: JSON_TYPE },
  { accept: 'application/json', type: JSON_TYPE },
  { accept: 'Application/GraphQL-Response+JSON', type: GRAPHQL_TYPE },
  { accept: 'application/graphql-response+json; charset=utf-8, application/json; charset=utf-8', type: GRAPHQL_TYPE },
  { accept: 'application/json;q=0.5, application/graphql-response+json;q=0.9', type: GRAPHQL_TYPE },
  { accept: 'application/graphql-response+json, */*', type: GRAPHQL_TYPE },
  { accept: '*/*, application/json;q=0', type: GRAPHQL_TYPE },
])('who accepts $accept is answered in $type', async ({ accept, type }) => {
  await using gateway = await startTestGateway();

  const answer = await gateway.ask('{ __typename }', { accept });

  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
  expect(answer.text).toBe('{"data":{"__typename":"Query"}}');
});

test.each(['image/png', 'text/html', 'multipart/mixed', 'text/event-stream', '*/*;q=0', 'application/json;q=0'])(
  'who accepts %s only is refused before anything is done',
  async (accept) => {
    await using gateway = await startTestGateway();

    const answer = await gateway.ask('mutation { burn }', { accept, 'x-request-id': 'request-1' });

    expect(answer.status).toBe(406);
    expect(answer.headers.get('content-type')).toBe(JSON_TYPE);
    expect(answer.body.errors).toEqual([
      {
        message: `An 'accept' header was provided for this request which does not accept ${JSON_TYPE} or ${GRAPHQL_TYPE}`,
        extensions: { code: 'BAD_REQUEST', requestId: 'request-1' },
      },
    ]);
    expect(gateway.books.calls).toEqual([]);
  },
);

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is answered with the methods that there are', async (method) => {
  await using gateway = await startTestGateway();

  const answer = await gateway.get('/graphql', { method });

  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
});

test('in development a browser may still ask whether it may ask', async () => {
  await using gateway = await startTestGateway({ environment: 'development' });
  const headers = { origin: SANDBOX_ORIGIN, 'access-control-request-method': 'POST' };

  const { status, headers: told } = await gateway.get('/graphql', { method: 'OPTIONS', headers });

  expect([status, told.get('access-control-allow-origin')]).toEqual([204, SANDBOX_ORIGIN]);
});
