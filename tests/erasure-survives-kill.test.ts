import postgres from 'postgres';
import { expect, test } from 'vitest';
import { postGraphql, type TestGraph } from './setup/graph.ts';
import { onTestDatabase, startNexus } from './setup/nexus-process.ts';
import { PASSWORD, signUp } from './setup/people.ts';

const MANY = 20_000;
/** Of the days on which they did something, the only one is forgotten too. */
const DAYS = 1;

const DELETE = `mutation ($password: String!) {
  deleteAccount(input: { password: $password, confirmHandle: "leaver" }) { progressToken userErrors { message } } }`;
const PROGRESS = `query ($token: String!) { accountDeletion(token: $token) {
  state participants { name state erasedCount } } }`;

type Participant = { name: string; state: string; erasedCount: number };

test('a process killed in the middle of forgetting somebody goes on where it was, and counts nothing twice', async () => {
  const env = { ...(await onTestDatabase()), ACCOUNT_GRACE_DAYS: '0' };
  let nexus = await startNexus(env);
  const ask: TestGraph['ask'] = (query, variables = {}, token = undefined) =>
    postGraphql(`${nexus.gateway}/graphql`, { query, variables }, token);
  const leaver = await signUp({ ask } as TestGraph, 'leaver');
  const author = await signUp({ ask } as TestGraph, 'author');
  await likeManyPosts(env.DATABASE_URL, { liker: 'leaver', author: 'author' });

  const { progressToken: token } = (await ask(DELETE, { password: PASSWORD }, leaver.token)).data.deleteAccount;
  const progress = async () => (await ask(PROGRESS, { token })).data.accountDeletion;
  const erased = async () =>
    (await progress()).participants.find(({ name }: Participant) => name === 'interactions')?.erasedCount ?? 0;
  await expect.poll(erased, { timeout: 30_000, interval: 10 }).toBeGreaterThan(0);
  await nexus.end('SIGKILL');
  nexus = await startNexus(env);

  expect((await progress()).state).toBe('ERASING');
  await expect.poll(async () => (await progress()).state, { timeout: 60_000 }).toBe('COMPLETED');
  expect(await erased()).toBe(MANY + DAYS);
  expect(await countsLeft(env.DATABASE_URL)).toEqual({ reactions: 0, counted: 0 });
  expect((await ask('{ viewer { user { handle } } }', {}, author.token)).data.viewer.user.handle).toBe('author');
  await nexus.end('SIGINT');
}, 180_000);

/** As many posts, each with one reaction of the same person: more than one chunk, and counted. */
async function likeManyPosts(url: string, { liker, author }: { liker: string; author: string }): Promise<void> {
  await onDatabase(url, async (sql) => {
    await sql`
      with person as (select id from users."user" where handle = ${liker}),
      author as (select id from users."user" where handle = ${author}),
      post as (select uuidv7() as id from generate_series(1, ${MANY}::integer)),
      published as (
        insert into interactions.post_ref (id, author_id, visibility, state, created_at, version)
        select post.id, author.id, 'PUBLIC', 'LIVE', now(), 1 from post, author
      ), counted as (
        insert into interactions.counter (subject_id, name, value) select id, 'reaction:LIKE', 1 from post
      )
      insert into interactions.reaction (id, user_id, target_id, post_id, kind)
      select uuidv7(), person.id, post.id, post.id, 'LIKE' from post, person`;
  });
}

const countsLeft = (url: string) =>
  onDatabase(url, async (sql) => {
    const [left] = await sql`
      select (select count(*)::int from interactions.reaction) as reactions,
        (select coalesce(sum(value), 0)::int from (
          select value from interactions.counter union all select value from interactions.counter_delta
        ) as counters) as counted`;
    return left;
  });

async function onDatabase<Result>(url: string, work: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(url, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
