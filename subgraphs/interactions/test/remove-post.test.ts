import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce } from '@nexus/contracts/testing/told';
import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { removeComments } from '../src/post/remove-post.service.ts';
import { comment, publish, react, share, startInteractions, tellOfPost, uuidOf } from './stage.ts';
import { findDrift, findScoreDrift } from './truth.ts';

const MANY = 1_100;

/** A crowd reacts to a post and to a comment under it, and shares the post; counted as always. */
async function actByMany({ db }: TestSubgraph, { postId, commentId }: { postId: string; commentId: string }) {
  const [post, comment] = [uuidOf('post', postId), uuidOf('comment', commentId)];
  for (const target of [post, comment]) {
    await db.execute(sql`
      with liked as (
        insert into interactions.reaction (id, user_id, target_id, post_id, kind)
        select uuidv7(), uuidv7(), ${target}, ${post}, 'LIKE' from generate_series(1, ${MANY})
      )
      insert into interactions.counter_delta (subject_id, name, value) select ${target}::uuid, 'reaction:LIKE', ${MANY}::integer`);
  }
  await db.execute(sql`insert into interactions.comment_score_delta (comment_id, value) values (${comment}, ${MANY})`);
  await db.execute(sql`
    with shared as (
      insert into interactions.share (id, actor_id, post_id)
      select uuidv7(), uuidv7(), ${post} from generate_series(1, ${MANY})
    )
    insert into interactions.counter_delta (subject_id, name, value) select ${post}::uuid, 'share', ${MANY}::integer`);
}

const left = async ({ db }: TestSubgraph, postId: string) => {
  const post = uuidOf('post', postId);
  const [row] = await db.execute(sql`
    select (select count(*)::integer from interactions.reaction where post_id = ${post}) as reactions,
      (select count(*)::integer from interactions.share where post_id = ${post} and is_shared) as shares,
      (select count(*)::integer from interactions.comment where post_id = ${post}) as comments,
      (select count(*)::integer from interactions.engagement where post_id = ${post}) as engagements`);
  return row;
};

test('what hung on a deleted post is hidden at once, its reactions and shares go soon, its comments after a month', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const [postId, kept] = [await publish(interactions, ada), await publish(interactions, ada)];
  const top = await comment(interactions, ada, { postId });
  for (const text of ['one', 'two']) await comment(interactions, bob, { postId, parentId: top, text });
  const { reaction } = await react(interactions, bob, { targetId: top, kind: 'LOVE' });
  const shareId = await share(interactions, bob, postId);
  await react(interactions, bob, { targetId: kept, kind: 'LIKE' });
  await share(interactions, bob, kept);
  await actByMany(interactions, { postId, commentId: top });

  await tellOfPost(interactions, { postId, author: ada, state: 'DELETED', version: 2 });

  const seen = async (typename: string, id: string) =>
    (await askEntities(interactions, { typename, ids: [id], selection: 'id' }, ada.viewer))[0];
  for (const [typename, id] of [
    ['Post', postId],
    ['Comment', top],
    ['Reaction', reaction.id],
    ['Share', shareId],
  ] as const) {
    expect(await seen(typename, id)).toBeNull();
  }
  await vi.waitUntil(
    async () => {
      expect(await findDrift(interactions.db)).toEqual([]);
      expect(await findScoreDrift(interactions.db)).toEqual([]);
      const { reactions, shares, engagements } = (await left(interactions, postId)) ?? {};
      return reactions === 0 && shares === 0 && engagements === 0;
    },
    { timeout: 20_000 },
  );
  expect(await left(interactions, postId)).toEqual({ reactions: 0, shares: 0, comments: 3, engagements: 0 });
  expect(await left(interactions, kept)).toMatchObject({ reactions: 1, shares: 1, comments: 0 });
  const told = await interactions.database.sql`
    select count(*)::integer from pgboss.job where name = 'posts/interactions.share.changed.v1'
      and data -> 'payload' ->> 'isShared' = 'false' and data -> 'payload' ->> 'version' = '2'`;
  expect(told[0]?.count).toBe(MANY + 1);
});

test('the comments on a post that was deleted a month ago go, the deepest first', async () => {
  await using interactions = await startInteractions();
  const [ada] = await introduce(interactions, 'ada');
  const [postId, fresh] = [await publish(interactions, ada), await publish(interactions, ada)];
  let parentId = await comment(interactions, ada, { postId });
  for (let depth = 1; depth < 5; depth++) parentId = await comment(interactions, ada, { postId, parentId });
  await comment(interactions, ada, { postId: fresh });
  for (const [id, days] of [
    [postId, 31],
    [fresh, 29],
  ] as const) {
    await tellOfPost(interactions, { postId: id, author: ada, state: 'DELETED', version: 2 });
    await interactions.db.execute(sql`
      update interactions.post_removal set deleted_at = now() - make_interval(days => ${days}::integer)
      where post_id = ${uuidOf('post', id)}`);
  }

  const areGone = async () => {
    await interactions.db.transaction(removeComments);
    return (await interactions.db.execute(sql`select from interactions.post_removal`)).length === 1;
  };
  await vi.waitUntil(areGone, { timeout: 10_000 });

  expect(await left(interactions, postId)).toMatchObject({ comments: 0 });
  expect(await left(interactions, fresh)).toMatchObject({ comments: 1 });
  expect(await findDrift(interactions.db)).toEqual([]);
  expect(await findScoreDrift(interactions.db)).toEqual([]);
  const waiting = await interactions.db.execute(sql`select post_id from interactions.post_removal`);
  expect([...waiting]).toEqual([{ post_id: uuidOf('post', fresh) }]);
});
