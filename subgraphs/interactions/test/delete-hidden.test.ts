import { encodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce, type Person, tellOfEdge } from '@nexus/contracts/testing/told';
import { newId } from '@nexus/kit/new-id';
import { expect, test } from 'vitest';
import { comment, deleteComment, publish, startInteractions } from './stage.ts';
import { findBrokenThreads, findDrift, findScoreDrift } from './truth.ts';

const block = (subgraph: TestSubgraph, pair: readonly [Person, Person]) =>
  tellOfEdge(subgraph, pair, { isFollowing: false, isBlocking: true });

const STATES = 'comments { edges { node { id state replies { edges { node { id state } } } } } }';

async function statesFor(subgraph: TestSubgraph, postId: string, person: Person) {
  const [post] = await askEntities(subgraph, { typename: 'Post', ids: [postId], selection: STATES }, person.viewer);
  return post.comments.edges;
}

async function expectTruth({ db }: TestSubgraph) {
  expect(await findDrift(db)).toEqual([]);
  expect(await findScoreDrift(db)).toEqual([]);
  expect(await findBrokenThreads(db)).toEqual([]);
}

test('a comment that only a hidden reply keeps is deleted as if nobody had replied; who sees the reply sees a placeholder', async () => {
  await using interactions = await startInteractions();
  const [host, ann, ben] = await introduce(interactions, 'host', 'ann', 'ben');
  const postId = await publish(interactions, host);
  const alone = await comment(interactions, ann, { postId });
  const answered = await comment(interactions, ann, { postId });
  const reply = await comment(interactions, ben, { postId, parentId: answered });
  await block(interactions, [ben, ann]);

  const withReply = await deleteComment(interactions, ann.viewer, answered);
  const again = await deleteComment(interactions, ann.viewer, answered);
  const withoutReply = await deleteComment(interactions, ann.viewer, alone);
  const againWithoutReply = await deleteComment(interactions, ann.viewer, alone);

  const gone = { deletedPlaceholderIds: [], comment: null, userErrors: [] };
  expect(withReply).toEqual({ ...gone, deletedCommentId: answered, post: { commentCount: 1 } });
  expect(withoutReply).toEqual({ ...gone, deletedCommentId: alone, post: { commentCount: 0 } });
  expect(again).toEqual(againWithoutReply);
  expect(await statesFor(interactions, postId, ann)).toEqual([]);
  expect(await statesFor(interactions, postId, host)).toEqual([
    {
      node: { id: answered, state: 'DELETED', replies: { edges: [{ node: { id: reply, state: 'VISIBLE' } }] } },
    },
  ]);
  await expectTruth(interactions);
});

test('placeholders above that only hidden replies keep are told as gone, up to the first that shows', async () => {
  await using interactions = await startInteractions();
  const [host, ann, ben] = await introduce(interactions, 'host', 'ann', 'ben');
  const postId = await publish(interactions, host);
  const says = (author: Person, parentId?: string) =>
    comment(interactions, author, { postId, ...(parentId && { parentId }) });
  const top = await says(host);
  await says(host, top);
  const upper = await says(host, top);
  const lower = await says(host, upper);
  const removed = await says(host, lower);
  const leaf = await says(ann, removed);
  await says(ben, upper);
  await says(ben, lower);
  for (const id of [removed, lower, upper, top]) await deleteComment(interactions, host.viewer, id);
  await block(interactions, [ben, ann]);

  expect(await deleteComment(interactions, ann.viewer, leaf)).toEqual({
    deletedCommentId: leaf,
    deletedPlaceholderIds: [removed, lower, upper],
    comment: null,
    post: { commentCount: 1 },
    userErrors: [],
  });
  const asked = { typename: 'Comment', ids: [removed, lower, upper], selection: 'state' };
  expect(await askEntities(interactions, asked, ann.viewer)).toEqual([null, null, null]);
  const kept = { state: 'DELETED' };
  expect(await askEntities(interactions, asked, host.viewer)).toEqual([null, kept, kept]);
  await expectTruth(interactions);
});

test('who deletes a hidden comment of another takes the same way as for one that never was: the time tells nothing', async () => {
  await using interactions = await startInteractions();
  const [host, ann, ben] = await introduce(interactions, 'host', 'ann', 'ben');
  const hidden = await comment(interactions, ann, { postId: await publish(interactions, host) });
  const ownersOnly = await comment(interactions, host, {
    postId: await publish(interactions, host, { visibility: 'ONLY_ME' }),
  });
  await block(interactions, [ann, ben]);
  const statementsOf = async (id: string) => {
    interactions.statements.length = 0;
    expect((await deleteComment(interactions, ben.viewer, id)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    return interactions.statements.map(({ query }) => query);
  };

  const ofNothing = await statementsOf(encodeId('comment', newId()));
  expect(await statementsOf(hidden)).toEqual(ofNothing);
  expect(await statementsOf(ownersOnly)).toEqual(ofNothing);
});
