import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchFolders } from '../../scripts/dev/watch-folders.ts';

let folder: string;
let stop: () => void;
let heard: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '.nexus-watch-'));
  await mkdir(join(folder, 'src', 'post'), { recursive: true });
  await writeFile(join(folder, 'schema.graphql'), 'type Query');
  heard = [];
  stop = watchFolders([folder], (files) => heard.push(...files));
});

afterEach(async () => {
  stop();
  await rm(folder, { recursive: true });
});

test('a file is heard of each time that an editor replaces it by another, and when it is written to afterwards', async () => {
  for (const text of ['type A', 'type B', 'type C']) {
    await writeFile(join(folder, 'sedX1y2'), text);
    await rename(join(folder, 'sedX1y2'), join(folder, 'schema.graphql'));
    await tells('schema.graphql');
  }
  await writeFile(join(folder, 'schema.graphql'), 'type D');
  await tells('schema.graphql');
});

test('what comes with a folder is heard of, and what is written there later, also when the folder went and came', async () => {
  for (const _ of ['first', 'again']) {
    await mkdir(join(folder, 'src', 'poll', 'vote'), { recursive: true });
    await writeFile(join(folder, 'src', 'poll', 'vote', 'vote.ts'), '');
    await tells('src/poll/vote/vote.ts');
    await writeFile(join(folder, 'src', 'poll', 'vote', 'vote.ts'), 'export {};');
    await tells('src/poll/vote/vote.ts');
    await rm(join(folder, 'src', 'poll'), { recursive: true });
    await tells('src/poll/vote/vote.ts');
  }
});

test('what editors and tests leave on the way is no change', async () => {
  for (const name of ['4913', '.schema.graphql.swp', 'schema.graphql~', 'post.test.ts', 'resolvers.generated.ts']) {
    await writeFile(join(folder, name), '');
  }
  await writeFile(join(folder, 'src', 'post', 'post.ts'), '');
  await tells('src/post/post.ts');
});

/** That the next that is heard is of this file and of no other. */
async function tells(file: string): Promise<void> {
  await vi.waitFor(() => expect(heard).not.toEqual([]));
  expect(new Set(heard)).toEqual(new Set([join(folder, file)]));
  heard.length = 0;
}
