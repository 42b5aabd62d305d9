import { sized } from '@nexus/kit/testing/thoroughness';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { postGraphql, type TestGraph } from './setup/graph.ts';
import { onTestDatabase, startNexus } from './setup/nexus-process.ts';
import { type Person, signUp } from './setup/people.ts';

type Ask = TestGraph['ask'];

const ACTS = {
  like: {
    mutation:
      'mutation ($post: ID!) { setReaction(input: { targetId: $post, kind: LIKE }) { userErrors { message } } }',
  },
  comment: {
    mutation:
      'mutation ($post: ID!) { addComment(input: { postId: $post, text: "still here" }) { userErrors { message } } }',
  },
  share: { mutation: 'mutation ($post: ID!) { sharePost(input: { postId: $post }) { userErrors { message } } }' },
  follow: { mutation: 'mutation ($author: ID!) { followUser(input: { userId: $author }) { userErrors { message } } }' },
};

/** What is done before each kill: daily all at once, as each start takes long. */
const ROUNDS = sized({ thorough: Object.values(ACTS).map((act) => [act]), daily: [Object.values(ACTS)] });

const TRUTH = `query ($post: ID!, $author: ID!) {
  post(id: $post) { reactionCount commentCount shareCount reactions { edges { node { kind } } }
    comments { edges { node { text } } } shares { edges { node { id } } } }
  user(id: $author) { followerCount followers { edges { node { handle } } } }
}`;

test('a like, a comment, a share and a follow survive kill -9 right after their acknowledgement', async () => {
  const env = await onTestDatabase();
  let nexus = await startNexus(env);
  const ask: Ask = (query, variables = {}, token = undefined) =>
    postGraphql(`${nexus.gateway}/graphql`, { query, variables }, token);
  const graph = { ask } as TestGraph;
  const author = await signUp(graph, 'author');
  const reader = await signUp(graph, 'reader');
  const post = await publish(ask, author);

  const act = ({ mutation }: { mutation: string }) =>
    ask(mutation, mutation.includes('$post') ? { post } : { author: author.id }, reader.token);
  for (const round of ROUNDS) {
    const answers = await Promise.all(round.map(act));
    await nexus.end('SIGKILL');
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(answers.flatMap(({ data }) => Object.values(data))).toEqual(round.map(() => ({ userErrors: [] })));
    nexus = await startNexus(env);
  }

  const { data: truth } = await ask(TRUTH, { post, author: author.id }, reader.token);
  expect(truth).toEqual({
    post: {
      reactionCount: 1,
      commentCount: 1,
      shareCount: 1,
      reactions: { edges: [{ node: { kind: 'LIKE' } }] },
      comments: { edges: [{ node: { text: 'still here' } }] },
      shares: { edges: [{ node: { id: expect.stringMatching(/^share_/) } }] },
    },
    user: { followerCount: 1, followers: { edges: [{ node: { handle: 'reader' } }] } },
  });
  expect(await countDrift(env.DATABASE_URL)).toEqual([]);
  await nexus.end('SIGINT');
}, 180_000);

async function publish(ask: Ask, { token }: Person): Promise<string> {
  const query = 'mutation { createPost(input: { content: { text: "Hello" } }) { post { id } } }';
  return (await ask(query, {}, token)).data.createPost.post.id;
}

/** Counters of reactions, comments and shares that differ from their rows, read past all subgraphs from the database. */
async function countDrift(url: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1 });
  try {
    const drift = await sql`
      with counted as (
        select subject_id, name, sum(value)::int as value from (
          select subject_id, name, value from interactions.counter
          union all select subject_id, name, value from interactions.counter_delta
        ) as counters group by 1, 2
      ), real as (
        select target_id as subject_id, 'reaction:' || kind as name, count(*)::int as value
        from interactions.reaction group by 1, 2
        union all select post_id, 'comment', count(*)::int from interactions.comment where state <> 'DELETED' group by 1
        union all select list_id, 'direct', count(*)::int from interactions.comment group by 1
        union all select list_id, 'placeholder', count(*)::int from interactions.comment where state = 'DELETED' group by 1
        union all select post_id, 'share', count(*)::int from interactions.share where is_shared group by 1
      )
      select * from counted full join real using (subject_id, name)
      where coalesce(counted.value, 0) <> coalesce(real.value, 0)`;
    return [...drift];
  } finally {
    await sql.end();
  }
}
