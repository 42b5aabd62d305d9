import { bySubgraph, type SubgraphName } from '@nexus/contracts/subgraph-names';
import type { Answer } from '@nexus/contracts/testing';
import { expect, test } from 'vitest';
import { sharedSeededGraph } from './ldbc-snb/seeded-graph.ts';

const graph = await sharedSeededGraph();
const reader = await graph.signInAs('4398046511327');
const photographer = graph.idOf('user', '48');

const AUTHOR = 'author { id handle displayName avatar { url } isVerified state }';
const POST = `id text facets { start end mention { handle } hashtag { name } link } media { altText } hashtags { name } createdAt ${AUTHOR}
  reactionCount reactionSummary { kind count } commentCount shareCount viewerReaction viewerHasShared canComment canShare
  comments(first: 2) { edges { node { text ${AUTHOR} reactionCount viewerReaction replies(first: 2) { edges { node { text ${AUTHOR} } } } } } }`;

type Screen = {
  query: string;
  list: (data: Answer['data']) => { edges: unknown[] };
  /** How many statements each subgraph sends for a page of a hundred; none where it is not named. */
  budget: Partial<Record<SubgraphName, number>>;
};

const SCREENS: Record<string, Screen> = {
  'a home feed': {
    query: `query ($first: Int) { viewer { list: homeFeed(first: $first) { edges { node { ${POST} }
      reason { ... on SharedBy { actor { handle } } } } } } }`,
    list: (data) => data.viewer.list,
    budget: { users: 0, posts: 4, interactions: 12 },
  },
  "a person's posts": {
    query: `query ($first: Int, $photographer: ID!) { user(id: $photographer) { list: posts(first: $first) {
      edges { node { ${POST} } } } } }`,
    list: (data) => data.user.list,
    budget: { users: 1, posts: 3, interactions: 7 },
  },
  'a list of followers': {
    query: `query ($first: Int) { viewer { user { list: followers(first: $first) { edges { since node {
      handle displayName bio followerCount followingCount postCount relationship { isFollowing isFollowedBy } } } } } } }`,
    list: (data) => data.viewer.user.list,
    budget: { users: 4, posts: 2, interactions: 0 },
  },
  'a search for people': {
    query: `query ($first: Int) { list: searchUsers(query: "a", first: $first) { edges { node {
      handle displayName followerCount } } } }`,
    list: (data) => data.list,
    budget: { users: 3, posts: 0, interactions: 0 },
  },
};

test.each(Object.entries(SCREENS))(
  '%s costs as many statements with a hundred items as with one',
  async (_, screen) => {
    const { query, list, budget } = screen;
    const read = async (first: number) => {
      const variables = query.includes('$photographer') ? { first, photographer } : { first };
      const answer = await graph.ask(query, variables, reader.token);
      expect(answer.errors).toBeUndefined();
      const statements = Object.entries(graph.statements).map(([subgraph, sent]) => [subgraph, sent.length]);
      return { items: list(answer.data).edges.length, statements: Object.fromEntries(statements) };
    };

    const one = await read(1);
    const many = await read(100);

    expect(one.items).toBe(1);
    expect(many.items).toBeGreaterThan(20);
    expect(many.statements).toEqual({ ...bySubgraph(() => 0), ...budget });
    for (const [subgraph, count] of Object.entries(one.statements)) {
      // One item may have nothing to look up further down; it never costs more than a hundred.
      expect(count, subgraph).toBeLessThanOrEqual(many.statements[subgraph]);
    }
  },
);
