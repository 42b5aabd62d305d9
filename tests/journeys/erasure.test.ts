import { SUBGRAPHS } from '@nexus/contracts/subgraph-names';
import { startBoss } from '@nexus/kit/events/boss';
import { createLogger } from '@nexus/kit/log';
import { newId } from '@nexus/kit/new-id';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { startTestGraph } from '../setup/graph.ts';
import { PASSWORD, type Person, signIn, signUp } from '../setup/people.ts';

const graph = await startTestGraph();
const sql = postgres(graph.adminUrl, { max: 1, onnotice: () => undefined });
afterAll(async () => {
  await sql.end();
  await graph[Symbol.asyncDispose]();
});

const DELETE = `mutation ($input: DeleteAccountInput!) { deleteAccount(input: $input) {
  scheduledFor progressToken userErrors { code path } } }`;
const PROGRESS = `query ($token: String!) { accountDeletion(token: $token) {
  state completedAt participants { name state erasedCount } } }`;

const ask = async (query: string, variables: object, person?: Person) => {
  const { data, errors } = await graph.ask(query, variables, person?.token);
  expect(errors).toBeUndefined();
  return data;
};
const deleteAccount = async (person: Person, input: object = {}) =>
  (await ask(DELETE, { input: { password: PASSWORD, confirmHandle: person.handle, ...input } }, person)).deleteAccount;
const progressOf = async (token: string) => (await ask(PROGRESS, { token })).accountDeletion;
const publish = async (person: Person, text: string): Promise<string> =>
  (
    await ask(
      'mutation ($text: String!) { createPost(input: { content: { text: $text } }) { post { id } } }',
      { text },
      person,
    )
  ).createPost.post.id;
const comment = async (person: Person, input: object): Promise<string> =>
  (
    await ask(
      'mutation ($input: AddCommentInput!) { addComment(input: $input) { commentEdge { node { id } } } }',
      { input },
      person,
    )
  ).addComment.commentEdge.node.id;
const act = (field: string, input: string) =>
  `mutation ($id: ID!) { ${field}(input: { ${input} }) { userErrors { code } } }`;
const like = (person: Person, id: string) => ask(act('setReaction', 'targetId: $id, kind: LIKE'), { id }, person);
const share = (person: Person, id: string) => ask(act('sharePost', 'postId: $id'), { id }, person);
const follow = (person: Person, id: string) => ask(act('followUser', 'userId: $id'), { id }, person);

test('an account is deleted with the password and the handle only, and kept by whoever comes back in time', async () => {
  const maria = await signUp(graph, 'maria');
  const post = await publish(maria, 'Hello');
  const refused = { scheduledFor: null, progressToken: null };
  expect(await deleteAccount(maria, { password: 'a wrong one' })).toEqual({
    ...refused,
    userErrors: [{ code: 'INVALID', path: ['input', 'password'] }],
  });
  expect(await deleteAccount(maria, { confirmHandle: 'mario' })).toEqual({
    ...refused,
    userErrors: [{ code: 'INVALID', path: ['input', 'confirmHandle'] }],
  });

  const { scheduledFor, progressToken, userErrors } = await deleteAccount(maria, { confirmHandle: '@MARIA' });

  expect(userErrors).toEqual([]);
  const days = (new Date(scheduledFor).getTime() - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(29.9);
  expect(days).toBeLessThan(30.1);
  expect(await progressOf(progressToken)).toEqual({ state: 'SCHEDULED', completedAt: null, participants: [] });
  expect(await isSeen(post)).toBe(false);

  await signIn(graph, 'maria', PASSWORD);
  expect(await progressOf(progressToken)).toBeNull();
  expect(await isSeen(post)).toBe(true);
});

test('a deleted person leaves nothing behind, others keep what is theirs, and no late event brings anything back', async () => {
  const [leaver, friend] = [await signUp(graph, 'leaver'), await signUp(graph, 'friend')];
  await follow(leaver, friend.id);
  await follow(friend, leaver.id);
  const [own, others] = [await publish(leaver, 'Mine #gone'), await publish(friend, 'Yours #stays')];
  const answered = await comment(leaver, { postId: others, text: 'a secret' });
  const answer = await comment(friend, { postId: others, parentId: answered, text: 'an answer' });
  await comment(leaver, { postId: others, text: 'another secret' });
  for (const target of [others, answer]) await like(leaver, target);
  await share(leaver, others);
  await like(friend, own);
  await comment(friend, { postId: own, text: 'on yours' });
  const words = ['secret', 'Mine', 'leaver'];
  expect(await tracesOf(words)).toContain('interactions.comment');
  const told = await everythingTold();

  const { progressToken } = await deleteAccount(leaver);
  await sql`update users.deletion set scheduled_for = now()`;
  await expect.poll(async () => (await progressOf(progressToken)).state, { timeout: 20_000 }).toBe('COMPLETED');

  expect((await progressOf(progressToken)).participants).toEqual(
    SUBGRAPHS.toSorted().map((name) => ({ name, state: 'COMPLETED', erasedCount: expect.any(Number) })),
  );
  const whatIsLeft = {
    ...(await seenOf(own, others, friend)),
    traces: await tracesOf(words),
  };
  expect(whatIsLeft).toEqual({
    own: null,
    others: {
      reactionCount: 0,
      shareCount: 0,
      commentCount: 1,
      comments: {
        edges: [
          {
            node: {
              text: null,
              author: null,
              replies: { edges: [{ node: { text: 'an answer', author: { handle: 'friend' }, reactionCount: 0 } }] },
            },
          },
        ],
      },
    },
    friend: { followerCount: 0, followingCount: 0 },
    traces: [],
  });
  expect(await refusedSignIn('leaver')).toEqual([{ code: 'INVALID' }]);
  expect((await ask('{ handleAvailability(handle: "LEAVER") }', {})).handleAvailability).toBe('RESERVED');

  await tellAgain(told);
  expect({
    ...(await seenOf(own, others, friend)),
    traces: await tracesOf(words),
  }).toEqual(whatIsLeft);
});

const isSeen = async (id: string) => (await ask('query ($id: ID!) { post(id: $id) { id } }', { id })).post !== null;

const refusedSignIn = async (handle: string) =>
  (
    await ask(
      `mutation ($handle: String!, $password: String!) {
        signIn(input: { password: { emailOrHandle: $handle, password: $password } }) { userErrors { code } } }`,
      { handle, password: PASSWORD },
    )
  ).signIn.userErrors;

const seenOf = (own: string, others: string, { id, ...friend }: Person) =>
  ask(
    `query ($own: ID!, $others: ID!, $id: ID!) {
      own: post(id: $own) { id }
      others: post(id: $others) { reactionCount shareCount commentCount comments { edges { node {
        text author { handle } replies { edges { node { text author { handle } reactionCount } } } } } } }
      friend: user(id: $id) { followerCount followingCount }
    }`,
    { own, others, id },
    { id, ...friend },
  );

/** Tables in which any of the words stands. */
async function tracesOf(words: readonly string[]): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ${sql(SUBGRAPHS)} and table_name not in ('inbox', 'migrations')`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await sql.unsafe(`select count(*)::int as hits from ${name} t where t::text ilike any($1::text[])`, [
      words.map((word) => `%${word}%`),
    ]);
    if (row?.hits > 0) found.push(name);
  }
  return found;
}

type Job = { name: string; data: Record<string, unknown> };

const everythingTold = async (): Promise<Job[]> => [
  ...(await sql<Job[]>`select name, data from pgboss.job where name like '%/%.v1' order by created_on`),
];

/** Tells it all again, as if it had never been heard; waits until it has. */
async function tellAgain(jobs: readonly Job[]): Promise<void> {
  const boss = await startBoss(graph.adminUrl, createLogger('again', 'silent'));
  for (const { name, data } of jobs) await boss.send(name, { ...data, eventId: newId() });
  await boss.stop({ graceful: false });
  const waiting = () => sql`select name from pgboss.job where state <> 'completed' and name like '%/%.v1'`;
  await expect.poll(async () => (await waiting()).length, { timeout: 20_000 }).toBe(0);
}
