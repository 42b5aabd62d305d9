import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce } from '@nexus/contracts/testing/told';
import { sized } from '@nexus/kit/testing/thoroughness';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { changeScore, foldScores } from '../src/comment/comment-score.store.ts';
import { comment, publish, react, startInteractions, uuidOf } from './stage.ts';

const interactions = await startInteractions();
afterAll(() => interactions[Symbol.asyncDispose]());

type Page = {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
};

async function readTop(subgraph: TestSubgraph, postId: string, { first, after }: { first: number; after?: string }) {
  const args = `sort: TOP, first: ${first}${after === undefined ? '' : `, after: "${after}"`}`;
  const selection = `comments(${args}) { pageInfo { hasNextPage endCursor } edges { cursor node { id } } }`;
  const [post] = await askEntities(subgraph, { typename: 'Post', ids: [postId], selection });
  return post.comments as Page;
}

async function commentsOf(count: number) {
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);
  const ids: string[] = [];
  for (let number = 0; number < count; number++)
    ids.push(await comment(interactions, ada, { postId, text: `${number}` }));
  return { ada, bob, postId, ids };
}

/** Changes a score as reactions and replies do. */
const move = (id: string, by: number) =>
  interactions.db.transaction((tx) => changeScore(tx, uuidOf('comment', id), by));

const COMMENTS = 10;
const some = fc.nat(COMMENTS - 1);
const moves = fc.array(fc.record({ which: some, by: fc.integer({ min: -5, max: 5 }) }), { maxLength: 4 });

type Reading = [scores: number[], rounds: { which: number; by: number }[][], first: number];

/** Reads a post's comments page by page, while some are moved between the pages. */
async function readWhileMoving([scores, rounds, first]: Reading): Promise<void> {
  const { postId, ids } = await commentsOf(COMMENTS);
  for (const [index, by] of scores.entries()) await move(ids[index] ?? '', by);
  const seen: number[] = [];
  const moved = new Set<number>();
  let page = await readTop(interactions, postId, { first });
  for (const round of rounds) {
    seen.push(...page.edges.map(({ node }) => ids.indexOf(node.id)));
    if (!page.pageInfo.hasNextPage) break;
    for (const { which, by } of round) {
      await move(ids[which] ?? '', by);
      moved.add(which);
    }
    page = await readTop(interactions, postId, { first, after: page.pageInfo.endCursor });
  }
  expect(seen).toHaveLength(new Set(seen).size);
  const still = ids.map((_, index) => index).filter((index) => !moved.has(index));
  expect(seen).toEqual(expect.arrayContaining(still));
}

test('while scores move, pages by TOP show nothing twice and miss nothing that did not move', async () => {
  const start = fc.array(fc.nat(9), { minLength: COMMENTS, maxLength: COMMENTS });
  const between = fc.array(moves, { minLength: COMMENTS, maxLength: COMMENTS });
  const reading = fc.tuple(start, between, fc.integer({ min: 1, max: 4 }));
  // Posts have nothing to do with each other: some are read at once.
  const readings = fc.array(reading, { minLength: 4, maxLength: 4 });
  const readAll = async (some: Reading[]) => void (await Promise.all(some.map(readWhileMoving)));
  await fc.assert(fc.asyncProperty(readings, readAll), {
    numRuns: sized({ thorough: 10, daily: 3 }),
    endOnFailure: true,
  });
}, 120_000);

test('a page goes on from where its comment was when it was shown, wherever that is now', async () => {
  const { bob, postId, ids } = await commentsOf(4);
  const next = async (after: string) =>
    (await readTop(interactions, postId, { first: 9, after })).edges.map(({ node }) => ids.indexOf(node.id));
  const { edges } = await readTop(interactions, postId, { first: 2 });
  expect(edges.map(({ node }) => ids.indexOf(node.id))).toEqual([3, 2]);

  await react(interactions, bob, { targetId: ids[2] ?? '', kind: 'LIKE' });
  await foldScores(interactions.db);
  expect(await next(edges[1]?.cursor ?? '')).toEqual([1, 0]);

  await react(interactions, bob, { targetId: ids[0] ?? '', kind: 'LIKE' });
  await foldScores(interactions.db);
  expect(await next(edges[1]?.cursor ?? '')).toEqual([1]);
});

test('a cursor of TOP tells no score, is another each time, and is not made up', async () => {
  const { postId } = await commentsOf(3);
  const cursors = async () => (await readTop(interactions, postId, { first: 3 })).edges.map(({ cursor }) => cursor);
  const [one = ''] = await cursors();
  const [other = ''] = await cursors();
  const parts = Buffer.from(one, 'base64url').toString().split('|');
  const forged = [...parts.slice(0, -1), `${parts.at(-1)?.slice(0, -3)}AAA`].join('|');

  expect(one).not.toBe(other);
  expect(parts).toHaveLength(5);
  expect(parts.at(-1)).toMatch(/^[\w-]{120,}$/);
  const query = `query ($id: ID!, $after: String) { _entities(representations: [{ __typename: "Post", id: $id }]) {
    ... on Post { comments(after: $after) { totalCount } } } }`;
  const after = Buffer.from(forged).toString('base64url');
  const { errors } = await interactions.ask(query, { id: postId, after });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
