import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { createLogger } from '../src/log.ts';
import { buildSchema, createApolloServer } from '../src/subgraph.ts';

/** What a Drizzle query is like: it is sent whenever somebody waits for it. */
function query(text: string, sent: string[]): PromiseLike<string> {
  const send = async () => {
    sent.push(text);
    return text;
  };
  return {
    // biome-ignore lint/suspicious/noThenProperty: just that is the trap.
    then: (...done) => send().then(...done),
  };
}

test('a query that a resolver returns as it is is sent once', async () => {
  const schemaFile = pathToFileURL(join(await mkdtemp(join(tmpdir(), 'nexus-')), 'schema.graphql'));
  await writeFile(schemaFile, 'type Query { free: Thing guarded: String } type Thing { name: String }');
  const sent: string[] = [];
  const resolvers = [
    {
      Query: { free: () => ({}), guarded: () => query('guarded', sent) },
      Thing: { name: () => query('name', sent) },
    },
  ];
  const guards = { 'Query.free': null, 'Query.guarded': () => undefined, 'Thing.name': null };
  const server = createApolloServer(
    await buildSchema({ schemaFile, resolvers, guards }),
    createLogger('test', 'silent'),
  );

  const { body } = await server.executeOperation({ query: '{ free { name } guarded }' });

  expect(body).toMatchObject({ singleResult: { data: { free: { name: 'name' }, guarded: 'guarded' } } });
  expect(sent.toSorted()).toEqual(['guarded', 'name']);
  await server.stop();
});
