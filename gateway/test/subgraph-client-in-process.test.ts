import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, parse } from 'graphql';
import { expect, test } from 'vitest';
import type { FetchOperation } from '../src/executor/transport.ts';
import { createInProcessTransport } from '../src/subgraph-client/in-process.ts';
import { outcomeOf } from './toy-subgraph.ts';

type Context = { viewer: string };

const kept = { list: [1] };
const never = () => new Promise(() => undefined);

const schema = buildSubgraphSchema([
  {
    typeDefs: parse(`
    scalar Anything
    type Query { hello(to: String): String who: String anything: Anything fails: String hangs: String }
    type Mutation { hangs: String }`),
    resolvers: {
      Query: {
        hello: (_: unknown, { to }: { to: string }) => `Hello ${to}`,
        who: (_: unknown, __: unknown, { viewer }: Context) => viewer,
        anything: () => kept,
        fails: () => {
          throw new GraphQLError('No.', { extensions: { code: 'CONFLICT', http: { status: 418 } } });
        },
        hangs: never,
      },
      Mutation: { hangs: never },
    },
  },
]);

const ask = createInProcessTransport<Context>({ schema, options: { readMs: 100, mutationMs: 150 } });

const fetchOf = (text: string): FetchOperation => {
  const kind = text.startsWith('mutation') ? 'mutation' : 'read';
  return { subgraph: 'toy', kind, name: undefined, text, json: '' };
};

const request = (text: string, signal?: AbortSignal) => ({
  ...{ operation: fetchOf(text), variables: '{"to":"Ada"}', context: { viewer: 'ada' } },
  ...{ deadline: undefined, signal },
});

test('a subgraph in this process answers with variables and its own context', async () => {
  expect(await ask(request('query ($to: String) { hello(to: $to) }'))).toEqual({
    data: { hello: 'Hello Ada' },
    errors: [],
  });
  expect((await ask(request('{ who }'))).data).toEqual({ who: 'ada' });
});

test('its context can be made from the one of the request', async () => {
  const contextOf = ({ viewer }: Context) => ({ viewer: viewer.toUpperCase() });

  expect((await createInProcessTransport({ schema, contextOf })(request('{ who }'))).data).toEqual({ who: 'ADA' });
});

test('what it keeps cannot be changed through its answers', async () => {
  const { data } = await ask(request('{ anything }'));

  expect(data).toEqual({ anything: kept });
  expect(data?.anything).not.toBe(kept);
});

test('its errors are told as those of a subgraph behind HTTP', async () => {
  const { data, errors } = await ask(request('{ fails who }'));

  expect(data).toEqual({ fails: null, who: 'ada' });
  expect(errors).toEqual([{ message: 'No.', path: ['fails'], extensions: { code: 'CONFLICT' } }]);
});

test('a document that does not fit its schema is refused with the reason', async () => {
  const { data, errors } = await ask(request('{ unknown }'));

  expect(data).toBeNull();
  expect(errors[0]?.message).toMatch(/^Cannot query field "unknown"/);
});

test.each([
  ['{ hangs }', /took too long\. Try again\.$/],
  ['mutation { hangs }', /It is not known whether this was done\./],
])('%s is not waited for longer than the deadline', async (text, told) => {
  const { code, message } = await outcomeOf(ask(request(text)));

  expect(code).toBe('SUBGRAPH_TIMEOUT');
  expect(message).toMatch(told);
});

test('a client that leaves is not waited for', async () => {
  const left = AbortSignal.abort();

  expect((await outcomeOf(ask(request('{ hangs }', left)))).code).toBe('SUBGRAPH_TIMEOUT');
});
