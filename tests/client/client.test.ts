import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { createClient } from '@nexus/client/client';
import { GraphqlErrors } from '@nexus/client/graphql-errors';
import * as internal from '@nexus/client/internal';
import possibleTypes from '@nexus/client/possible-types';
import * as everybodys from '@nexus/client/public';
import { HomeFeed, WhoAmI } from '@nexus/client/public';
import { type DocumentNode, print } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestGraph, type TestGraph } from '../setup/graph.ts';
import { type Person, signUp } from '../setup/people.ts';

let graph: TestGraph;
let maria: Person;
beforeAll(async () => {
  graph = await startTestGraph();
  maria = await signUp(graph, 'maria');
});
afterAll(() => graph[Symbol.asyncDispose]());

test('the client has every operation as the gateway knows it, letter for letter', () => {
  const { operations } = JSON.parse(readFileSync('operations/manifest.json', 'utf8'));
  // Types leave nothing behind, so all that is exported are documents, those of fragments among them.
  const documents = Object.entries<DocumentNode>({ ...everybodys, ...internal });
  const ids = documents.map(([name, document]) => [name, createHash('sha256').update(print(document)).digest('hex')]);

  const known = operations.map(({ name, id }: { name: string; id: string }) => [name, id]);
  expect(ids.filter(([name]) => !name?.endsWith('Fragment')).toSorted()).toEqual(known.toSorted());
});

test('which types stand behind an interface is told for caches', () => {
  expect(possibleTypes.possibleTypes).toMatchObject({ Node: expect.arrayContaining(['Post']) });
});

test('the text of an operation travels once, then its id is enough', async () => {
  const bodies: string[] = [];
  const listening: typeof fetch = (url, init) => {
    bodies.push(String(init?.body));
    return fetch(url, init);
  };
  const client = createClient({ url: `${graph.url}/graphql`, token: () => maria.token, fetch: listening });

  const first = await client.ask(WhoAmI);
  const again = await client.ask(WhoAmI);

  expect(first.viewer?.user?.handle).toBe('maria');
  expect(again).toEqual(first);
  expect(bodies.map((body) => body.includes('"query":'))).toEqual([false, true, false]);
});

test('errors of an answer are thrown, with their codes', async () => {
  const client = createClient({ url: `${graph.url}/graphql`, token: maria.token });

  const refused = client.ask(HomeFeed, { first: 0 }).catch((error: unknown) => error);

  expect(await refused).toBeInstanceOf(GraphqlErrors);
  expect(await refused).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
});

test('the examples publish a post and read it in the home feed', async () => {
  const run = async (example: string, ...args: string[]) => {
    const given = [`examples/${example}.ts`, '--url', `${graph.url}/graphql`, '--token', maria.token, ...args];
    return (await promisify(execFile)(process.execPath, given)).stdout;
  };

  expect(await run('publish-post', 'Hello', 'from', 'an', 'example')).toMatch(/^Published as post_\w+\.\n$/);
  expect(await run('read-home-feed')).toBe('@maria: Hello from an example (0 reactions)\n');
});
