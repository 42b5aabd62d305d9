import { encodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce } from '@nexus/contracts/testing/told';
import { newId } from '@nexus/kit/new-id';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { expect, test, vi } from 'vitest';
import { comment, deleteComment, publish, react, startInteractions, uuidOf } from './stage.ts';
import { findDrift, findScoreDrift } from './truth.ts';

const MANY = 2_500;

/** A crowd reacts to a comment, counted as always. */
async function reactByMany({ db }: TestSubgraph, { postId, commentId }: { postId: string; commentId: string }) {
  const [post, target] = [uuidOf('post', postId), uuidOf('comment', commentId)];
  await db.execute(sql`
    with liked as (
      insert into interactions.reaction (id, user_id, target_id, post_id, kind)
      select uuidv7(), uuidv7(), ${target}, ${post}, (array['LIKE', 'WOW'])[n % 2 + 1] from generate_series(1, ${MANY}) n
      returning kind
    ), counted as (
      insert into interactions.counter_delta (subject_id, name, value)
      select ${target}::uuid, 'reaction:' || kind, count(*) from liked group by kind
    )
    insert into interactions.comment_score_delta (comment_id, value) select ${target}::uuid, count(*) from liked`);
}

/** Nobody can delete a reaction until the end of the scope; they can be read. */
async function holdReactions({ adminUrl }: TestSubgraph): Promise<AsyncDisposable> {
  const admin = postgres(adminUrl, { max: 1 });
  const held = await admin.reserve();
  await held`begin`;
  await held`lock table interactions.reaction in share mode`;
  return {
    [Symbol.asyncDispose]: async () => {
      await held`rollback`;
      held.release();
      await admin.end();
    },
  };
}

const REACTIONS = `reactionCount reactionSummary { kind } viewerReaction
  reactions { totalCount edges { cursor } } wows: reactions(kind: WOW) { totalCount }`;
const NONE = {
  reactionCount: 0,
  reactionSummary: [],
  viewerReaction: null,
  reactions: { totalCount: 0, edges: [] },
  wows: { totalCount: 0 },
};

async function remaining({ db }: TestSubgraph, commentIds: string[]): Promise<number> {
  const targets = commentIds.map((id) => uuidOf('comment', id));
  const rows = await db.execute<{ count: number }>(sql`
    select count(*)::integer from interactions.reaction where target_id = any(${sql.param(targets)}::uuid[])`);
  return rows[0]?.count ?? 0;
}

test('thousands of reactions to a deleted comment are hidden at once and removed later, counts right all the time', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);
  const [kept, gone] = [await comment(interactions, ada, { postId }), await comment(interactions, ada, { postId })];
  await comment(interactions, bob, { postId, parentId: kept });
  await react(interactions, bob, { targetId: postId, kind: 'LOVE' });
  const { reaction } = await react(interactions, bob, { targetId: kept, kind: 'LIKE' });
  for (const commentId of [kept, gone]) await reactByMany(interactions, { postId, commentId });
  const ask = (typename: string, id: string, selection: string) =>
    askEntities(interactions, { typename, ids: [id], selection }, bob.viewer);
  const findAnyDrift = async () => [...(await findDrift(interactions.db)), ...(await findScoreDrift(interactions.db))];

  {
    await using _ = await holdReactions(interactions);
    expect((await deleteComment(interactions, ada.viewer, kept)).comment).toMatchObject({ id: kept, reactionCount: 0 });
    expect((await deleteComment(interactions, ada.viewer, gone)).deletedCommentId).toBe(gone);
    expect(await remaining(interactions, [kept, gone])).toBe(2 * MANY + 1);
    expect(await ask('Comment', kept, REACTIONS)).toEqual([NONE]);
    expect(await ask('Reaction', reaction.id, 'kind')).toEqual([null]);
  }

  await vi.waitUntil(
    async () => {
      expect(await findAnyDrift()).toEqual([]);
      expect(await ask('Comment', kept, REACTIONS)).toEqual([NONE]);
      return (await remaining(interactions, [kept, gone])) === 0;
    },
    { timeout: 15_000 },
  );
  expect(await findAnyDrift()).toEqual([]);
  const own = '{ viewer { reactedPosts { edges { node { kind target { ... on Post { id reactionCount } } } } } } }';
  const { data } = await interactions.ask(own, {}, bob.viewer);
  expect(data.viewer.reactedPosts.edges).toEqual([
    { node: { kind: 'LOVE', target: { id: postId, reactionCount: 1 } } },
  ]);
});

test('a reaction to what never was or is gone is nothing', async () => {
  await using interactions = await startInteractions();
  const [ada] = await introduce(interactions, 'ada');
  const postId = await publish(interactions, ada);
  const targetId = await comment(interactions, ada, { postId });
  const { reaction } = await react(interactions, ada, { targetId, kind: 'LIKE' });
  await deleteComment(interactions, ada.viewer, targetId);

  const ids = [reaction.id, encodeId('reaction', newId())];
  expect(await askEntities(interactions, { typename: 'Reaction', ids, selection: 'id' })).toEqual([null, null]);
  const again = await react(interactions, ada, { targetId, kind: 'LIKE' });
  expect(again.userErrors).toMatchObject([{ code: 'NOT_FOUND', message: 'The comment was not found.' }]);
});
