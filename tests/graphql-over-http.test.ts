import { serverAudits } from 'graphql-http';
import { afterAll, expect, test } from 'vitest';
import { startTestGraph } from './setup/graph.ts';

const graph = await startTestGraph();
afterAll(() => graph[Symbol.asyncDispose]());

test('the GraphQL-over-HTTP audit finds nothing in the whole graph', async () => {
  // A browser cannot send this header across sites without asking: it is how GET passes the CSRF check.
  const fetchFn = (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...init.headers, 'apollo-require-preflight': '1' } });

  const results = [];
  for (const audit of serverAudits({ url: `${graph.url}/graphql`, fetchFn })) results.push(await audit.fn());

  expect(results.length).toBeGreaterThan(60);
  expect(results.flatMap((result) => (result.status === 'ok' ? [] : [`${result.name}: ${result.reason}`]))).toEqual([]);
});
