import { expect, test } from 'vitest';
import { FAULTS, type Fault } from './fault.ts';
import { codes, startTestGateway } from './test-gateway.ts';

const LATE = 'SUBGRAPH_TIMEOUT';
const GONE = 'SUBGRAPH_UNAVAILABLE';
const BAD = 'SUBGRAPH_BAD_RESPONSE';
const BUG = 'INTERNAL_SERVER_ERROR';

const CODES: Record<string, string> = {
  hanging: LATE,
  'dripping one byte at a time': LATE,
  resetting: GONE,
  'hanging up': GONE,
  'sending 10,000 errors': BUG,
};
const faults = Object.keys(FAULTS).map((fault) => [fault as Fault, CODES[fault] ?? BAD] as const);

/** What no client may learn: addresses, bodies and stacks of subgraphs, and their names. */
const INTERNAL = /secret|DATABASE|10\.0\.0\.7|127\.0\.0\.1|https?:|ECONN|UND_ERR|HPE_|\bat .+\.[jt]s\b|reviews|SSH|xxx/;

const MOST_MS = 3_500;

test.each(faults)('a subgraph %s costs its branch only (%s), and nothing once it is well', async (fault, code) => {
  await using gateway = await startTestGateway();
  gateway.reviews.mood = fault;
  const startedAt = performance.now();

  const answer = await gateway.ask('{ books { title stars } reviewCount }');
  const ms = performance.now() - startedAt;
  gateway.reviews.recover();
  const afterwards = await gateway.ask('{ books { stars } reviewCount }');

  expect(ms).toBeLessThan(MOST_MS);
  expect(answer.status).toBe(200);
  expect(answer.body.data).toEqual({
    books: [
      { title: 'Dune', stars: null },
      { title: 'Solaris', stars: null },
    ],
    reviewCount: null,
  });
  expect([...new Set(codes(answer))]).toEqual([code]);
  expect(answer.text).not.toMatch(INTERNAL);
  expect(answer.text.length).toBeLessThan(64 * 1_024);
  expect(afterwards.body).toEqual({ data: { books: [{ stars: 5 }, { stars: 5 }], reviewCount: 2 } });
});

test('a subgraph that is gone costs its branch only', async () => {
  await using gateway = await startTestGateway();
  await gateway.reviews.stop();

  const answer = await gateway.ask('{ books { title } reviewCount }');

  expect(answer.body.data).toMatchObject({ books: [{ title: 'Dune' }, { title: 'Solaris' }], reviewCount: null });
  expect(answer.body.errors).toMatchObject([{ path: ['reviewCount'], extensions: { code: GONE } }]);
  expect(answer.text).not.toMatch(INTERNAL);
});

test('a failure tells its place and the request, and names the subgraph in development only', async () => {
  await using production = await startTestGateway();
  await using development = await startTestGateway({ environment: 'development' });
  production.reviews.mood = development.reviews.mood = 'sending HTML with 502';

  const closed = await production.ask('{ reviewCount }');
  const open = await development.ask('{ reviewCount }');

  const requestId = closed.headers.get('x-request-id');
  expect(closed.body.errors).toMatchObject([{ path: ['reviewCount'], extensions: { code: BAD, requestId } }]);
  expect(open.body.errors).toMatchObject([{ path: ['reviewCount'], extensions: { subgraph: 'reviews' } }]);
  expect(open.text).not.toMatch(/10\.0\.0\.7|https?:/);
});

test('answers of 50 MB, eight at a time, need a bounded part of memory', async () => {
  await using gateway = await startTestGateway({ subgraphs: { all: { readMs: 10_000 } } });
  gateway.reviews.mood = 'sending 50 MB';
  const before = process.memoryUsage().rss;

  const answers = await Promise.all(Array.from({ length: 8 }, () => gateway.ask('{ reviewCount }')));

  expect(answers.flatMap(codes)).toEqual(Array(8).fill(BAD));
  // Eight times the 16 MiB that are read at most, and what the subgraph in this process has not sent yet.
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1_048_576);
});

test('headers pass both ways by rule only', async () => {
  const rule = { requestHeaders: ['accept-language'], responseHeaders: ['x-served-by'] };
  await using gateway = await startTestGateway({ subgraphs: { each: { books: rule } } });
  const headers = { 'accept-language': 'de', cookie: 'session=1' };

  const ruled = await gateway.ask('{ books { title } reviewCount }', headers);
  const other = await gateway.ask('{ reviewCount }', headers);

  expect(gateway.books.calls[0]).toMatchObject({ 'accept-language': 'de' });
  expect(gateway.books.calls[0]).not.toHaveProperty('cookie');
  expect(gateway.reviews.calls[0]).not.toHaveProperty('accept-language');
  expect([ruled, other].map(({ headers }) => headers.get('x-served-by'))).toEqual(['toys', null]);
});

test('an answer is cached only where every subgraph lets it, and without errors', async () => {
  const cached = { responseHeaders: ['cache-control'] };
  await using gateway = await startTestGateway({ subgraphs: { each: { books: cached } } });
  const cacheControl = async (query: string) => (await gateway.ask(query)).headers.get('cache-control');

  const both = await cacheControl('{ books { title } reviewCount }');
  const one = await cacheControl('{ books { title } }');
  gateway.reviews.mood = 'sending HTML with 502';
  const broken = await cacheControl('{ books { title } reviewCount }');

  expect([both, one, broken]).toEqual(['no-store', 'max-age=60', 'no-store']);
});
