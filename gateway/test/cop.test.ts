import { expect, test } from 'vitest';
import { type Answer, startTestGateway } from './test-gateway.ts';

const NAME = '/graphql?query=query%20cop%20{__typename}';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');
const types = (depth: number): string => (depth === 0 ? 'name' : `fields { type { ${types(depth - 1)} } }`);

type Gateway = Awaited<ReturnType<typeof startTestGateway>>;
type Check = { name: string; ask: (gateway: Gateway) => Promise<Answer>; isVulnerable: (answer: Answer) => boolean };

const hasData = ({ body }: Answer) => body.data !== undefined && body.data !== null;
const messages = ({ body }: Answer) => (body.errors ?? []).map(({ message }) => message).join();

/** What graphql-cop looks for, each check rewritten with its request and its sign of weakness. */
const CHECKS: Check[] = [
  {
    name: 'field suggestions',
    ask: (gateway) => gateway.ask('query cop { __schema { directive } }'),
    isVulnerable: (answer) => messages(answer).includes('Did you mean'),
  },
  {
    name: 'introspection',
    ask: (gateway) => gateway.ask('query cop { __schema { types { name fields { name } } } }'),
    isVulnerable: hasData,
  },
  {
    name: 'introspection in circles',
    ask: (gateway) => gateway.ask(`query cop { __schema { types { ${types(4)} } } }`),
    isVulnerable: hasData,
  },
  {
    name: 'an interactive page',
    ask: (gateway) => gateway.get('/graphql', { headers: { accept: 'text/html' } }),
    isVulnerable: ({ text }) => /graphiql|playground|altair|sandbox/i.test(text),
  },
  { name: 'queries by GET', ask: (gateway) => gateway.get(NAME), isVulnerable: hasData },
  {
    name: 'mutations by GET',
    ask: (gateway) => gateway.get('/graphql?query=mutation%20cop%20{__typename}'),
    isVulnerable: hasData,
  },
  {
    name: 'a form of another site',
    ask: (gateway) =>
      gateway.get('/graphql', { method: 'POST', headers: FORM, body: 'query=query%20cop%20{__typename}' }),
    isVulnerable: hasData,
  },
  {
    name: 'a hundred aliases',
    ask: (gateway) => gateway.ask(`query cop { ${times(101, (n) => `alias${n}: __typename`)} }`),
    isVulnerable: hasData,
  },
  {
    name: 'five hundred times a field',
    ask: (gateway) => gateway.ask(`query cop { ${times(500, () => '__typename')} }`),
    isVulnerable: hasData,
  },
  {
    name: 'ten directives',
    ask: (gateway) => gateway.ask(`query cop { __typename ${times(10, () => '@aa')} }`),
    isVulnerable: ({ body }) => body.errors?.length === 10,
  },
  {
    name: 'a batch',
    ask: (gateway) => gateway.post(JSON.stringify(Array(10).fill({ query: 'query cop { __typename }' }))),
    isVulnerable: ({ body }) => Array.isArray(body),
  },
  {
    name: 'tracing',
    ask: (gateway) => gateway.ask('query cop { __typename }', { 'apollo-federation-include-trace': 'ftv1' }),
    isVulnerable: ({ body }) => 'extensions' in body,
  },
  {
    name: 'errors that tell of the inside',
    ask: (gateway) => gateway.ask('qwerty cop { abc }'),
    isVulnerable: ({ text }) => /exception|stack|node_modules|\.ts:/i.test(text),
  },
];

test.each(CHECKS)('graphql-cop finds nothing in production: $name', async ({ ask, isVulnerable }) => {
  await using gateway = await startTestGateway({ environment: 'production' });

  const answer = await ask(gateway);

  expect(isVulnerable(answer), answer.text).toBe(false);
});

test('these are its thirteen checks', () => {
  expect(CHECKS).toHaveLength(13);
});
