import { encodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities } from '@nexus/contracts/testing/told';
import type { Viewer } from '@nexus/contracts/viewer';
import { expect } from 'vitest';
import { expectedOfComment, expectedOfPost, idsOf, readRows, sightOf } from './model.ts';

const REACTIONS =
  'reactionCount reactions(first: 100) { totalCount edges { node { id } } } likes: reactions(kind: LIKE) { totalCount }';
const OF_POST = `${REACTIONS} commentCount shareCount
  comments(first: 100, sort: OLDEST) { totalCount edges { node { id } } } shares(first: 100) { totalCount edges { node { id } } }`;
const OF_COMMENT = `${REACTIONS} parent { id } replyCount
  replies(first: 100, sort: OLDEST) { totalCount edges { node { id } } }`;

/** Compares all that somebody, or nobody in particular, is answered by every way in with what the model says. */
export async function expectModelFor(subgraph: TestSubgraph, viewer: Viewer | undefined): Promise<void> {
  const rows = await readRows(subgraph.db);
  const sight = sightOf(rows, viewer?.id);
  const ask = (typename: string, ids: readonly string[], selection: string) =>
    askEntities(subgraph, { typename, ids, selection }, viewer);

  const posts = await ask('Post', idsOf('post', rows.posts), OF_POST);
  expect(posts).toEqual(rows.posts.map(({ id }) => expectedOfPost(sight, id)));
  const comments = await ask('Comment', idsOf('comment', rows.comments), OF_COMMENT);
  expect(comments).toEqual(rows.comments.map(({ id }) => expectedOfComment(sight, id)));

  for (const [typename, kind, all, seen] of [
    ['Reaction', 'reaction', rows.reactions, sight.reactions],
    ['Share', 'share', rows.shares, sight.shares],
  ] as const) {
    const found = await ask(typename, idsOf(kind, all), 'id');
    expect(found.filter((one: unknown) => one !== null)).toEqual(idsOf(kind, seen).map((id) => ({ id })));
  }

  const said = await ask('User', idsOf('user', rows.people), 'comments(first: 100) { edges { node { id } } }');
  const saidBy = (id: string) => sight.comments.filter(({ authorId }) => authorId === id).reverse();
  const edges = (id: string) => idsOf('comment', saidBy(id)).map((one) => ({ node: { id: one } }));
  expect(said).toEqual(rows.people.map(({ id }) => ({ comments: { edges: edges(id) } })));
  if (viewer) await expectOwnReactions(subgraph, viewer);
}

async function expectOwnReactions(subgraph: TestSubgraph, viewer: Viewer): Promise<void> {
  const { reactions } = sightOf(await readRows(subgraph.db), viewer.id);
  const own = reactions.filter(({ userId, targetId, postId }) => userId === viewer.id && targetId === postId);
  const { data } = await subgraph.ask('{ viewer { reactedPosts(first: 100) { edges { node { id } } } } }', {}, viewer);
  expect(data.viewer.reactedPosts.edges).toEqual(own.map(({ id }) => ({ node: { id: encodeId('reaction', id) } })));
}
