import { createHash } from 'node:crypto';
import { createLogger } from '@nexus/kit/log';
import { expect, test } from 'vitest';
import { readManifest } from '../src/protection/manifest.ts';
import { codes, startTestGateway } from './test-gateway.ts';

const GRAPHQL = { accept: 'application/graphql-response+json' };
const KNOWN = '{ reviewCount }';
const MUTATION = 'mutation { burn }';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const documents = new Map([KNOWN, MUTATION].map((text) => [hash(text), text]));
const persisted = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash(text) } } });

const enforced = () => startTestGateway({ trustedDocuments: { mode: 'enforce', documents } });

test.each([
  ['its id', { documentId: hash(KNOWN) }],
  ['its hash', persisted(KNOWN)],
  ['its text', { query: KNOWN }],
  ['its text and its hash', { query: KNOWN, ...persisted(KNOWN) }],
])('a trusted document is run by %s', async (_, body) => {
  await using gateway = await enforced();

  const answer = await gateway.post(JSON.stringify(body));

  expect(answer.body).toEqual({ data: { reviewCount: 2 } });
});

test.each([
  ['another text', { query: '{ reviewCount books { id } }' }, 'QUERY_NOT_IN_SAFELIST'],
  ['another text under a known id', { query: '{ books { id } }', documentId: hash(KNOWN) }, 'QUERY_NOT_IN_SAFELIST'],
  [
    'another text with its hash',
    { query: '{ books { id } }', ...persisted('{ books { id } }') },
    'QUERY_NOT_IN_SAFELIST',
  ],
  ['a text that is none', { query: '{{{' }, 'QUERY_NOT_IN_SAFELIST'],
  ['an unknown id', { documentId: 'abc' }, 'PERSISTED_QUERY_NOT_IN_LIST'],
  ['an unknown hash', persisted('{ books { id } }'), 'PERSISTED_QUERY_NOT_IN_LIST'],
  ['the name of a property', { documentId: '__proto__' }, 'PERSISTED_QUERY_NOT_IN_LIST'],
  ['nothing', { variables: {} }, 'PERSISTED_QUERY_ID_REQUIRED'],
])('%s is refused where trust is enforced', async (_, body, code) => {
  await using gateway = await enforced();

  const answer = await gateway.post(JSON.stringify(body), GRAPHQL);

  expect([answer.status, ...codes(answer)]).toEqual([400, code]);
  expect([...gateway.books.calls, ...gateway.reviews.calls]).toEqual([]);
});

test('a trusted mutation is not run by GET', async () => {
  await using gateway = await enforced();
  const init = { headers: { 'apollo-require-preflight': '1' } };

  const query = await gateway.get(`/graphql?documentId=${hash(KNOWN)}`, init);
  const mutation = await gateway.get(`/graphql?documentId=${hash(MUTATION)}`, init);

  expect(query.body.data).toEqual({ reviewCount: 2 });
  expect(mutation.status).toBe(405);
});

test('where trust is only logged, another document is run and told of without its texts', async () => {
  const lines: string[] = [];
  const logger = createLogger('gateway', 'warn', { write: (line) => void lines.push(line) });
  const trustedDocuments = { mode: 'log' as const, documents };
  await using gateway = await startTestGateway({ trustedDocuments, logger });

  await gateway.post(JSON.stringify({ documentId: hash(KNOWN) }));
  const other = await gateway.ask('query Other { reviewCount }');
  await gateway.ask('{ secret(word: "my \\" word", long: """my "word""") }');

  expect(other.body.data).toEqual({ reviewCount: 2 });
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { msg: 'a document is not trusted', document: 'query Other { reviewCount }' },
    { msg: 'a document is not trusted', document: '{ secret(word: "…", long: "…") }' },
  ]);
});

test('without trusted documents a client registers its own, and a wrong hash is refused', async () => {
  await using gateway = await startTestGateway();

  const unknown = await gateway.post(JSON.stringify(persisted(KNOWN)));
  const wrong = await gateway.post(JSON.stringify({ query: KNOWN, ...persisted(MUTATION) }), GRAPHQL);
  const registered = await gateway.post(JSON.stringify({ query: KNOWN, ...persisted(KNOWN) }));
  const known = await gateway.post(JSON.stringify(persisted(KNOWN)));

  expect(codes(unknown)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  expect([wrong.status, ...codes(wrong)]).toEqual([400, 'BAD_REQUEST']);
  expect([registered.body, known.body]).toEqual([{ data: { reviewCount: 2 } }, { data: { reviewCount: 2 } }]);
});

test('the operations of Nexus are trusted by the hash of their text', () => {
  const manifest = readManifest('operations/manifest.json');

  expect(manifest.size).toBeGreaterThan(5);
  for (const [id, text] of manifest) expect(id).toBe(hash(text));
});

test('a file that is no manifest is refused in one sentence', () => {
  expect(() => readManifest('package.json')).toThrow('package.json is not a manifest of persisted queries.');
  expect(() => readManifest('missing.json')).toThrow(/cannot be read from missing.json: ENOENT/);
});
