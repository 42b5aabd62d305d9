import { once } from 'node:events';
import { expect, test } from 'vitest';
import { FAULTS } from './fault.ts';
import { createContext, operation, outcomeOf, startToySubgraph } from './toy-subgraph.ts';

test('identical reads of a public subgraph share one call, and nobody shares the objects', async () => {
  await using toy = await startToySubgraph({ isPublic: true });

  const [one, two, three] = await Promise.all([toy.ask(), toy.ask(), toy.ask({ variables: '{"n":2}' })]);
  await toy.ask();

  expect(one).toEqual(two);
  expect(one.data).not.toBe(two.data);
  expect(three.data).toEqual({ n: 1 });
  expect(toy.calls).toHaveLength(3);
});

test('a subgraph that is not public is asked by everybody', async () => {
  await using toy = await startToySubgraph();

  await Promise.all([toy.ask(), toy.ask()]);

  expect(toy.calls).toHaveLength(2);
});

test('mutations, and what is read after them, are never shared', async () => {
  await using toy = await startToySubgraph({ isPublic: true });
  const kinds = ['mutation', 'mutation', 'read after a mutation', 'read after a mutation'] as const;

  await Promise.all(kinds.map((kind) => toy.ask({ operation: operation(kind) })));

  expect(toy.calls).toHaveLength(4);
});

test('reads with other passed-on headers are other reads', async () => {
  await using toy = await startToySubgraph({ isPublic: true, requestHeaders: ['accept-language'] });
  const inLanguage = (language: string) =>
    toy.ask({ context: createContext({ headers: { 'accept-language': language } }) });

  await Promise.all(['de', 'en', 'de'].map(inLanguage));

  expect(toy.calls.map(({ headers }) => headers['accept-language']).sort()).toEqual(['de', 'en']);
});

test('a shared answer brings nobody a cookie', async () => {
  await using toy = await startToySubgraph({ isPublic: true, responseHeaders: ['set-cookie', 'x-served-by'] });
  toy.answer = (_, response) =>
    response.writeHead(200, { 'set-cookie': 'session=1', 'x-served-by': 'one' }).end('{"data":{"n":1}}');
  const context = createContext();

  await toy.ask({ context });

  expect(context.responseHeaders).toEqual({ 'x-served-by': 'one', 'cache-control': 'no-store' });
});

test('who leaves a shared call takes it from nobody; the last one ends it', async () => {
  await using toy = await startToySubgraph({ isPublic: true });
  toy.answer = FAULTS.hanging;
  const [first, second] = [new AbortController(), new AbortController()];
  const asked = [first, second].map(({ signal }) => outcomeOf(toy.ask({ signal })));
  await expect.poll(() => toy.calls.length).toBe(1);
  const [socket] = toy.sockets;
  if (!socket) throw new Error('Nobody has called.');

  first.abort();
  await asked[0];
  const sockets = toy.sockets.size;
  const closed = once(socket, 'close');
  second.abort();

  expect((await asked[1])?.code).toBe('SUBGRAPH_TIMEOUT');
  await closed;
  expect(sockets).toBe(1);
});

test('all who share a call share its failure, and the next one asks anew', async () => {
  await using toy = await startToySubgraph({ isPublic: true });
  const { answer } = toy;
  toy.answer = FAULTS['sending HTML with 502'];

  const failed = await Promise.all([outcomeOf(toy.ask()), outcomeOf(toy.ask())]);
  toy.answer = answer;
  const next = await outcomeOf(toy.ask());

  expect(failed.map(({ code }) => code)).toEqual(['SUBGRAPH_BAD_RESPONSE', 'SUBGRAPH_BAD_RESPONSE']);
  expect(next.code).toBe('answered');
});
