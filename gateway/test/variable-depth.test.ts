import { expect, test } from 'vitest';
import { codes, startTestGateway } from './test-gateway.ts';

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const asked = (variable: string) =>
  `{"query":"query ($v: Year) { shelf(since: $v) { id } }","variables":{"v":${variable}}}`;

test.each([
  { what: 'lists', value: nested(30_000) },
  { what: 'objects', value: `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}` },
  { what: 'a list and its neighbours', value: `[1,{"a":[]},${nested(51)}]` },
])('a custom scalar of $what nested without end is refused', async ({ value }) => {
  await using gateway = await startTestGateway();

  const answer = await gateway.post(asked(value));

  expect(codes(answer)).toEqual(['OPERATION_TOO_LARGE']);
  expect(answer.body.errors?.[0]?.message).toBe('The variables of this operation are nested too deep.');
  expect(gateway.books.calls).toEqual([]);
});

test('an input object nested without end is refused', async () => {
  await using gateway = await startTestGateway();
  const query = 'query ($v: Place) { find(where: $v) }';
  const variables = `{"v":${'{"inside":'.repeat(5_000)}{}${'}'.repeat(5_000)}}`;

  const answer = await gateway.post(`{"query":"${query}","variables":${variables}}`);

  expect(codes(answer)).toEqual(['OPERATION_TOO_LARGE']);
});

test('a custom scalar of fifty levels is handed on', async () => {
  await using gateway = await startTestGateway();

  await gateway.post(asked(nested(50)));

  expect(gateway.books.calls).toHaveLength(1);
});
