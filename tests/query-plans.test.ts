import { readFile } from 'node:fs/promises';
import { operationFromDocument, ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner, type SubscriptionNode } from '@apollo/query-planner';
import { parse } from 'graphql';
import { expect, test } from 'vitest';

const sdl = await readFile(new URL('../gateway/supergraph.graphql', import.meta.url), 'utf8');
const supergraph = Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
const planner = new QueryPlanner(supergraph);

/** A plan as words: `posts > interactions*` asks posts, then interactions for entities; `[a | b]` at once. */
function plan(query: string): string {
  const operation = operationFromDocument(supergraph.apiSchema(), parse(query));
  return describe(planner.buildQueryPlan(operation).node);
}

function describe(node: PlanNode | SubscriptionNode | undefined): string {
  switch (node?.kind) {
    case 'Fetch':
      return node.serviceName + (node.requires ? '*' : '');
    case 'Flatten':
      return describe(node.node);
    case 'Sequence':
      return node.nodes.map(describe).join(' > ');
    case 'Parallel':
      return `[${node.nodes.map(describe).sort().join(' | ')}]`;
    default:
      throw new Error(`no words for ${node?.kind}`);
  }
}

const AUTHOR = 'author { id handle displayName isVerified state avatar { url } }';
const COUNTS = 'reactionCount commentCount shareCount reactionSummary { kind count } viewerReaction viewerHasShared';

test.each([
  [
    'a home feed page with author, counts and viewer state is two fetches',
    `{ viewer { homeFeed(first: 20) { edges { cursor node { id text createdAt media { altText } ${AUTHOR} ${COUNTS} } }
      pageInfo { hasNextPage endCursor } } } }`,
    'posts > interactions*',
  ],
  [
    'sharers in a home feed cost nothing more',
    `{ viewer { homeFeed { edges { reason { ... on SharedBy { actor { handle displayName } } } node { id ${AUTHOR} } } } } }`,
    'posts',
  ],
  [
    'a post with two levels of comments and their authors is two fetches',
    `{ post(id: "x") { text ${AUTHOR} ${COUNTS} comments { edges { node { text ${AUTHOR} reactionCount viewerReaction
      replies { edges { node { text ${AUTHOR} } } } } } } } }`,
    'posts > interactions*',
  ],
  [
    'a profile with posts and their counts is three hops',
    `{ user(handle: "x") { handle bio followerCount posts { edges { node { text ${COUNTS} } } } } }`,
    'users > posts* > interactions*',
  ],
  [
    'a hashtag page with counts is two fetches',
    `{ hashtag(name: "x") { name posts { edges { node { text ${COUNTS} } } } } }`,
    'posts > interactions*',
  ],
  [
    'a like is one fetch',
    'mutation { setReaction(input: { targetId: "x", kind: LIKE }) { target { ... on Post { id reactionCount viewerReaction } } userErrors { message } } }',
    'interactions',
  ],
  [
    'publishing a post is one fetch',
    `mutation { createPost(input: { content: { text: "x" } }) { post { id text ${AUTHOR} } userErrors { message } } }`,
    'posts',
  ],
])('%s', (_, query, expected) => {
  expect(plan(query)).toBe(expected);
});
