import { afterAll, expect, test } from 'vitest';
import { startSeededGraph } from './ldbc-snb/seeded-graph.ts';

const graph = await startSeededGraph();
afterAll(() => graph[Symbol.asyncDispose]());
const reader = await graph.signInAs('4398046511327');
const photographer = graph.idOf('user', '48');

const AUTHOR = 'author { id handle displayName avatar { url } isVerified state }';
const POST = `id text facets { start end mention { handle } hashtag { name } link } media { altText } hashtags { name } createdAt ${AUTHOR}
  reactionCount reactionSummary { kind count } commentCount shareCount viewerReaction viewerHasShared canComment canShare
  comments(first: 2) { edges { node { text ${AUTHOR} reactionCount viewerReaction replies(first: 2) { edges { node { text ${AUTHOR} } } } } } }`;

const SCREENS: Record<string, [query: string, list: (data: Data) => { edges: unknown[] }]> = {
  'a home feed': [
    `query ($first: Int) { viewer { list: homeFeed(first: $first) { edges { node { ${POST} } reason { ... on SharedBy { actor { handle } } } } } } }`,
    (data) => data.viewer.list,
  ],
  "a person's posts": [
    `query ($first: Int, $photographer: ID!) { user(id: $photographer) { list: posts(first: $first) { edges { node { ${POST} } } } } }`,
    (data) => data.user.list,
  ],
  'a list of followers': [
    `query ($first: Int) { viewer { user { list: followers(first: $first) { edges { since node { handle displayName bio
      followerCount followingCount postCount relationship { isFollowing isFollowedBy } } } } } } }`,
    (data) => data.viewer.user.list,
  ],
  'a search for people': [
    'query ($first: Int) { list: searchUsers(query: "a", first: $first) { edges { node { handle displayName followerCount } } } }',
    (data) => data.list,
  ],
};

// biome-ignore lint/suspicious/noExplicitAny: the shape is the query's.
type Data = any;

test.each(Object.entries(SCREENS))(
  '%s costs as many statements with a hundred items as with one',
  async (_, [query, list]) => {
    const read = async (first: number) => {
      const answer = await graph.ask(
        query,
        { first, ...(query.includes('$photographer') && { photographer }) },
        reader.token,
      );
      expect(answer.errors).toBeUndefined();
      const statements = Object.entries(graph.statements).map(([name, sent]) => [name, sent.length]);
      console.log(_, first, JSON.stringify(Object.fromEntries(statements)));
      return { items: list(answer.data).edges.length, statements: Object.fromEntries(statements) };
    };

    const one = await read(1);
    const many = await read(100);

    expect(one.items).toBe(1);
    expect(many.items).toBeGreaterThan(20);
    for (const [subgraph, count] of Object.entries(many.statements)) {
      // A page of one may have nothing to look up further down; it never costs more than a full one.
      expect(count, subgraph).toBeLessThanOrEqual(BUDGET);
    }
  },
);

/** The most statements one subgraph may need for one screen. */
const BUDGET = 16;
