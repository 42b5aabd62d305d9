import { expect, test } from 'vitest';
import { codes, startTestGateway } from './test-gateway.ts';

const UNKNOWN = /It is not known whether this was done\. Look before you try again\.$/;

test('a mutation may take longer than a read', async () => {
  await using gateway = await startTestGateway();
  gateway.books.mood = 'hanging';
  const mutation = gateway.ask('mutation { burn }');
  await expect.poll(() => gateway.books.calls.length).toBe(1);

  const read = await gateway.ask('{ books { title } }');
  gateway.books.recover();

  expect(codes(read)).toEqual(['SUBGRAPH_TIMEOUT']);
  expect(read.body.errors?.[0]?.message).toMatch(/took too long\. Try again\.$/);
  expect((await mutation).body).toEqual({ data: { burn: true } });
});

test.each([
  ['hanging', 'SUBGRAPH_TIMEOUT'],
  ['hanging up', 'SUBGRAPH_UNAVAILABLE'],
  ['sending HTML with 502', 'SUBGRAPH_BAD_RESPONSE'],
] as const)('of a mutation whose subgraph is %s nobody knows whether it was done (%s)', async (mood, code) => {
  await using gateway = await startTestGateway();
  gateway.books.mood = mood;

  const answer = await gateway.ask('mutation { burn }');

  expect(codes(answer)).toEqual([code]);
  expect(answer.body.errors?.[0]?.message).toMatch(UNKNOWN);
  expect(gateway.books.calls).toHaveLength(1);
});

test('a mutation that no subgraph has heard of may be tried again', async () => {
  await using gateway = await startTestGateway();
  await gateway.books.stop();

  const answer = await gateway.ask('mutation { burn }');

  expect(codes(answer)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  expect(answer.body.errors?.[0]?.message).toMatch(/not available right now\. Try again\.$/);
});

test('what cannot be read after a mutation is no reason to do it again', async () => {
  await using gateway = await startTestGateway();
  gateway.reviews.mood = 'sending HTML with 502';

  const { body } = await gateway.ask('mutation { print { title stars } }');

  expect(body.data).toEqual({ print: { title: 'Dune', stars: null } });
  expect(body.errors?.[0]?.message).toMatch(/could not be read\. Read it again\.$/);
});
