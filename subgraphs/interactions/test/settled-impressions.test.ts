import { introduce, type Person } from '@nexus/contracts/testing/told';
import { transact } from '@nexus/kit/transact';
import { afterAll, expect, test } from 'vitest';
import { rebuildAnalytics } from '../src/analytics/rebuild.service.ts';
import { deleteSettledImpressions } from '../src/impression/impression.store.ts';
import { publish, startInteractions, tellOfPost, uuidOf } from './stage.ts';

const interactions = await startInteractions();
const { sql } = interactions.database;
afterAll(() => interactions[Symbol.asyncDispose]());

/** Somebody saw a post so many days ago. */
async function sawAgo(viewer: Person, postId: string, days: number): Promise<void> {
  await sql`
    insert into interactions.impression (post_id, viewer_id, day, surface, is_first, is_by_follower, seen_at)
    select ${uuidOf('post', postId)}, ${viewer.id}, (at at time zone 'UTC')::date, 'HOME', true, false, at
    from (select now() - make_interval(days => ${days}::integer)) as seen(at)`;
}

/** How many views the series of a post or person tell of, those that are not folded yet included. */
async function viewsOf(subjectId: string): Promise<number> {
  const [found] = await sql`
    select coalesce(sum(value), 0)::integer as views from (
      select subject_id, metric, value from interactions.series
      union all select subject_id, metric, value from interactions.series_delta
    ) as kept where subject_id = ${subjectId} and metric = 'impression'`;
  return found?.views;
}

async function setTheScene() {
  const [ada, bob, cleo] = await introduce(interactions, 'ada', 'bob', 'cleo');
  const postId = await publish(interactions, ada);
  await sawAgo(bob, postId, 100);
  await sawAgo(cleo, postId, 80);
  return { ada, bob, cleo, postId, post: uuidOf('post', postId) };
}

test('who saw a post more than 90 days ago is forgotten; how many did is not, and no recount changes it', async () => {
  const { ada, cleo, post } = await setTheScene();

  expect(await deleteSettledImpressions(interactions.db, 100)).toBe(1);

  const left = await sql`select viewer_id from interactions.impression where post_id = ${post}`;
  expect(left).toEqual([{ viewer_id: cleo.id }]);
  expect(await rebuildAnalytics(interactions.db)).toMatchObject({ mended: 0 });
  expect([await viewsOf(post), await viewsOf(ada.id)]).toEqual([2, 2]);
});

test('what is settled stays when it is deleted, and what is not is taken off', async () => {
  const { ada, post } = await setTheScene();

  await sql`delete from interactions.impression where post_id = ${post}`;

  expect([await viewsOf(post), await viewsOf(ada.id)]).toEqual([1, 1]);
});

test('nothing is left of the views of a deleted post', async () => {
  const { ada, postId, post } = await setTheScene();
  await deleteSettledImpressions(interactions.db, 100);

  await tellOfPost(interactions, { postId, author: ada, state: 'DELETED', version: 2 });

  await expect.poll(() => viewsOf(post), { timeout: 10_000 }).toBe(0);
});

test('nothing is left of the views of somebody who is forgotten', async () => {
  const { ada, postId, post } = await setTheScene();
  await tellOfPost(interactions, { postId, author: ada, state: 'DELETED', version: 2 });
  await expect.poll(() => viewsOf(post), { timeout: 10_000 }).toBe(0);
  const requestedAt = new Date().toISOString();

  await transact(interactions, (_, tell) => tell('users.erasure.requested.v1', { userId: ada.id, requestedAt }));

  await expect.poll(() => viewsOf(ada.id), { timeout: 10_000 }).toBe(0);
});
