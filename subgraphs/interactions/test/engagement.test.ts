import { introduce, type Person, tellOfPerson } from '@nexus/contracts/testing/told';
import { afterAll, expect, test, vi } from 'vitest';
import { rebuildAnalytics } from '../src/analytics/rebuild.service.ts';
import { comment, deleteComment, publish, react, share, startInteractions, uuidOf } from './stage.ts';

const interactions = await startInteractions();
afterAll(() => interactions[Symbol.asyncDispose]());

type Told = { postId: string; reactors: number; commenters: number; sharers: number; version: number };

async function toldOf(postId: string): Promise<Told[]> {
  const rows = await interactions.database.sql<{ payload: Told }[]>`
    select data -> 'payload' as payload from pgboss.job
    where name = 'posts/interactions.engagement.changed.v1' and data -> 'payload' ->> 'postId' = ${uuidOf('post', postId)}
    order by (data -> 'payload' ->> 'version')::integer`;
  return rows.map(({ payload }) => payload);
}

/** Waits until so much is told last of a post. */
async function waitFor(postId: string, expected: Partial<Told>): Promise<void> {
  await vi.waitFor(async () => expect((await toldOf(postId)).at(-1)).toMatchObject(expected), {
    timeout: 8_000,
    interval: 100,
  });
}

const unlike = (person: Person, targetId: string) => react(interactions, person, { targetId, kind: null });

test('posts is told how many people other than its author did something with a post', async () => {
  const [ada, bob, cleo] = await introduce(interactions, 'ada', 'bob', 'cleo');
  const postId = await publish(interactions, ada);
  for (const person of [ada, bob, cleo]) {
    await react(interactions, person, { targetId: postId, kind: 'LIKE' });
    await comment(interactions, person, { postId });
    await comment(interactions, person, { postId });
  }
  await share(interactions, ada, postId);
  await share(interactions, bob, postId);

  await waitFor(postId, { reactors: 2, commenters: 2, sharers: 1 });
});

test('what is taken back is told too, each time under a higher version', async () => {
  const [ada, bob, cleo] = await introduce(interactions, 'ada', 'bob', 'cleo');
  const postId = await publish(interactions, ada);
  await react(interactions, bob, { targetId: postId, kind: 'LIKE' });
  await react(interactions, cleo, { targetId: postId, kind: 'WOW' });
  const said = await comment(interactions, bob, { postId });
  await waitFor(postId, { reactors: 2, commenters: 1 });

  await unlike(bob, postId);
  await deleteComment(interactions, bob.viewer, said);
  await waitFor(postId, { reactors: 1, commenters: 0 });
  await tellOfPerson(interactions, cleo, { state: 'SUSPENDED', version: 2 });
  await waitFor(postId, { reactors: 0 });

  const versions = (await toldOf(postId)).map(({ version }) => version);
  expect(versions).toEqual(versions.map((_, nth) => nth + 1));
});

test('however much happens at once, a post is told of about once a second', async () => {
  const [ada] = await introduce(interactions, 'ada');
  const postId = await publish(interactions, ada);
  const began = performance.now();
  const crowd = await introduce(interactions, ...Array.from({ length: 40 }, (_, nth) => `fan${nth}`));
  for (const fan of crowd) await react(interactions, fan, { targetId: postId, kind: 'LIKE' });

  await waitFor(postId, { reactors: 40 });
  const seconds = (performance.now() - began) / 1_000;
  expect((await toldOf(postId)).length).toBeLessThanOrEqual(Math.ceil(seconds / 0.9) + 1);
});

test('a post under which thousands comment is counted anew after a while, not each second', async () => {
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);
  await interactions.database.sql`
    insert into interactions.comment (id, post_id, depth, author_id, text)
    select uuidv7(), ${uuidOf('post', postId)}, 0, uuidv7(), 'me too' from generate_series(1, 3000)`;
  await waitFor(postId, { commenters: 3_000, version: 1 });
  await comment(interactions, bob, { postId });
  await waitFor(postId, { commenters: 3_001, version: 2 });

  const [waited] = await interactions.database.sql<{ seconds: number }[]>`
    select extract(epoch from max(created_on) - min(created_on))::float8 as seconds from pgboss.job
    where name = 'posts/interactions.engagement.changed.v1' and data -> 'payload' ->> 'postId' = ${uuidOf('post', postId)}`;
  expect(waited?.seconds).toBeGreaterThanOrEqual(2.9);
});

test('a rebuild tells of all posts anew', async () => {
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);
  await react(interactions, bob, { targetId: postId, kind: 'LIKE' });
  await waitFor(postId, { reactors: 1, version: 1 });

  expect((await rebuildAnalytics(interactions.db)).told).toBeGreaterThan(0);
  await waitFor(postId, { reactors: 1, version: 2 });
});
