import { verifyAssertion } from '@nexus/contracts/viewer';
import { expect, test } from 'vitest';
import { createSubgraphClients } from '../src/subgraph-client/subgraph-clients.ts';
import { assertionKey, createContext, startToySubgraph, type ToySubgraph } from './toy-subgraph.ts';

const VIEWER = { id: '01890a5d-ac96-774b-bcce-b302099a8057', sessionId: '01890a5d-ac96-774b-bcce-b302099a8058' };
const OTHER = { id: VIEWER.id, sessionId: '01890a5d-ac96-774b-bcce-b302099a8059' };

const assertionsOf = ({ calls }: ToySubgraph) => calls.map(({ headers }) => headers.authorization?.slice(7) ?? '');

/** What several answers in turn let the client have. */
async function collect(names: string[], answers: Record<string, string | string[]>[]) {
  await using toy = await startToySubgraph({ responseHeaders: names });
  const context = createContext();
  for (const headers of answers) {
    toy.answer = (_, response) => response.writeHead(200, headers).end('{"data":{"n":1}}');
    await toy.ask({ context });
  }
  const { 'cache-control': _, ...told } = context.responseHeaders ?? {};
  return names.includes('cache-control') ? context.responseHeaders : told;
}

test('a subgraph gets those headers of a client that its rule names', async () => {
  await using toy = await startToySubgraph({ requestHeaders: ['Accept-Language', 'x-country'] });
  const headers = { 'accept-language': 'de', cookie: 'session=1', authorization: 'Bearer token', 'x-viewer': 'root' };

  await toy.ask({ context: createContext({ headers }) });

  expect(toy.calls[0]?.headers).toMatchObject({ 'accept-language': 'de', 'x-request-id': 'request-1' });
  expect(toy.calls[0]?.headers).not.toHaveProperty('cookie');
  expect(toy.calls[0]?.headers).not.toHaveProperty('x-viewer');
  expect(toy.calls[0]?.headers.authorization).not.toContain('token');
});

test.each([
  [{ requestHeaders: ['Host'] }, 'The header "host" of clients cannot be passed on to toy: the gateway sets it.'],
  [{ requestHeaders: ['authorization'] }, /"authorization" of clients cannot be passed on/],
  [{ requestHeaders: ['x-client-ip'] }, /"x-client-ip" of clients cannot be passed on/],
  [{ responseHeaders: ['ETag'] }, 'The header "etag" of toy cannot be passed on: the gateway sets its own.'],
])('a rule that cannot be kept is refused (%o)', (rule, sentence) => {
  const clients = createSubgraphClients({ assertionKey, each: { toy: rule } });

  expect(() => clients.of({ name: 'toy', url: 'http://127.0.0.1:1/graphql' })).toThrow(sentence);
});

test('without a rule no header of a subgraph reaches the client', async () => {
  expect(await collect([], [{ 'set-cookie': 'a=1', 'x-powered-by': 'toys' }])).toEqual({});
});

test('what several answers say in one header is put together', async () => {
  const said = await collect(
    ['Set-Cookie', 'Vary', 'x-served-by', 'x-absent'],
    [
      { 'set-cookie': 'a=1; Expires=Wed, 01 Jan 2031 00:00:00 GMT', vary: 'Origin, Accept', 'x-served-by': 'one' },
      { 'set-cookie': ['b=2', 'c=3'], vary: 'Accept', 'x-served-by': 'two' },
      {},
    ],
  );

  expect(said).toEqual({
    'set-cookie': ['a=1; Expires=Wed, 01 Jan 2031 00:00:00 GMT', 'b=2', 'c=3'],
    vary: 'Origin, Accept',
    'x-served-by': 'one, two',
  });
});

test.each([
  [['max-age=60'], 'max-age=60'],
  [['public, max-age=60', 'public, max-age=30'], 'public, max-age=30'],
  [['public, max-age=60', 'private, max-age=90'], 'private, max-age=60'],
  [['max-age=60', 'no-cache'], 'no-cache, max-age=0'],
  [['max-age=60', 'no-store'], 'no-store'],
  [['max-age=60', undefined], 'no-store'],
])('of answers cached by %o the whole is cached by "%s"', async (rules, told) => {
  const answers = rules.map((rule) => (rule === undefined ? {} : { 'cache-control': rule }));

  expect(await collect(['cache-control'], answers)).toEqual({ 'cache-control': told });
});

test.each(['{"data":{"n":null},"errors":[{"message":"no"}]}', 'no JSON'])('%s is not cached', async (body) => {
  await using toy = await startToySubgraph({ responseHeaders: ['cache-control'] });
  const context = createContext();
  toy.answer = (_, response) => response.writeHead(200, { 'cache-control': 'max-age=60' }).end(body);

  await toy.ask({ context }).catch(() => undefined);

  expect(context.responseHeaders).toEqual({ 'cache-control': 'no-store' });
});

test('an answer is not cached to which a subgraph added whose rule does not speak of it', async () => {
  await using cached = await startToySubgraph({ responseHeaders: ['cache-control'] });
  await using other = await startToySubgraph();
  cached.answer = (_, response) => response.writeHead(200, { 'cache-control': 'max-age=60' }).end('{"data":{"n":1}}');
  const context = createContext();

  for (const toy of [cached, other, cached]) await toy.ask({ context });

  expect(context.responseHeaders).toEqual({ 'cache-control': 'no-store' });
});

test('a viewer’s assertion is signed once for many calls, and never used for another session', async () => {
  await using toy = await startToySubgraph();

  for (const viewer of [VIEWER, VIEWER, OTHER, undefined]) await toy.ask({ context: createContext({ viewer }) });

  const [first = '', again, other = '', nobody = ''] = assertionsOf(toy);
  const viewerOf = (assertion: string) => verifyAssertion(assertionKey('toy'), 'toy', assertion);
  expect(again).toBe(first);
  expect(await viewerOf(first)).toEqual(VIEWER);
  expect(await viewerOf(other)).toEqual(OTHER);
  expect(await viewerOf(nobody)).toBeUndefined();
});
