import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endWithTest } from '@nexus/kit/testing/child-process';
import { TEST_SECRET } from '@nexus/kit/testing/database';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { subgraphs } from '../scripts/subgraphs.ts';
import { childEnvironment } from './setup/child-environment.ts';
import { startTestGraph, type TestGraph } from './setup/graph.ts';
import { signUp } from './setup/people.ts';

const MAIN = fileURLToPath(new URL('../subgraphs/posts/src/main.ts', import.meta.url));

const SAVE = 'mutation { saveDraft(input: { content: { text: "on time" } }) { draft { id } } }';
const SCHEDULE = `mutation ($input: SchedulePostInput!) { schedulePost(input: $input) { userErrors { message } } }`;
const FEED = '{ viewer { homeFeed { edges { node { text } } } scheduledPosts { edges { node { failure } } } } }';

test('a post whose publisher is killed -9 in the middle of it goes out once, and in time', async () => {
  await using graph = await startTestGraph({ subgraphs: subgraphs.map(withoutBackground) });
  const sql = postgres(graph.adminUrl, { max: 2, onnotice: () => undefined });
  const { token } = await signUp(graph, 'punctual');
  const { data } = await graph.ask(SAVE, {}, token);
  const publishAt = new Date(Date.now() + 3_600_000).toISOString();
  await graph.ask(SCHEDULE, { input: { draftId: data.saveDraft.draft.id, publishAt } }, token);
  const workers = new Map([
    ['one', await startWorker(graph, 'one')],
    ['other', await startWorker(graph, 'other')],
  ]);

  try {
    const holder = await sql.reserve();
    await holder`begin`;
    await holder`lock table posts.feed_item in exclusive mode`;
    const due = Date.now();
    await sql`update posts.draft set due_at = now()`;
    const victim = await whoPublishes(sql);
    expect(workers.get(victim)?.kill('SIGKILL')).toBe(true);
    await holder`commit`;
    holder.release();

    const read = async () => (await graph.ask(FEED, {}, token)).data.viewer;
    const published = { homeFeed: { edges: [{ node: { text: 'on time' } }] }, scheduledPosts: { edges: [] } };
    await expect.poll(read, { timeout: 10_000, interval: 20 }).toEqual(published);
    expect(Date.now() - due).toBeLessThan(2_000);
    expect(await sql`select count(*)::integer as posts from posts.post`).toEqual([{ posts: 1 }]);
  } finally {
    await Promise.all([...workers.values()].map(stop));
    await sql.end();
  }
}, 120_000);

/** The one in this process answers, and leaves the work between requests to those who are killed. */
const withoutBackground = (subgraph: (typeof subgraphs)[number]) =>
  subgraph.name === 'posts' ? { ...subgraph, background: () => [] } : subgraph;

/** Posts as a process of its own on the graph's database, by this name there. */
async function startWorker({ adminUrl, subgraphUrls }: TestGraph, name: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...childEnvironment(),
      DATABASE_URL: adminUrl,
      NEXUS_SECRET: TEST_SECRET,
      MIGRATE: 'off',
      PORT: '0',
      USERS_URL: subgraphUrls.users,
      PGAPPNAME: name,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endWithTest(child);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`the worker ${name} did not start`)));
  // What it says first is that it answers.
  await Promise.race([once(child.stdout, 'data'), ended]);
  ended.catch(() => undefined);
  return child;
}

async function stop(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const exited = once(worker, 'exit');
  worker.kill('SIGINT');
  await exited;
}

/** The worker that waits in the middle of publishing, before its post enters the feeds. */
async function whoPublishes(sql: postgres.Sql): Promise<string> {
  for (;;) {
    const [waiting] = await sql<{ name: string }[]>`
      select application_name as name from pg_locks join pg_stat_activity using (pid)
      where datname = current_database() and relation = 'posts.feed_item'::regclass and not granted`;
    if (waiting) return waiting.name;
  }
}
