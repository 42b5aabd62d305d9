import { introduce, type Person, tellOfEdge, tellOfPerson } from '@nexus/contracts/testing/told';
import { afterAll, expect, test } from 'vitest';
import { impressions } from '../src/tables/analytics.ts';
import { publish, startInteractions, tellOfFollow, tellOfPost, uuidOf } from './stage.ts';

const interactions = await startInteractions();
afterAll(() => interactions[Symbol.asyncDispose]());

const RECORD = `mutation ($input: RecordImpressionsInput!) {
  recordImpressions(input: $input) { accepted userErrors { code message path } } }`;

type Item = { postId: string; dwellMs?: number };

async function look({ viewer }: Person, items: Item[], surface = 'HOME') {
  return (await interactions.ask(RECORD, { input: { items, surface } }, viewer)).data.recordImpressions;
}
const lookAt = async (person: Person, ...postIds: string[]) =>
  (
    await look(
      person,
      postIds.map((postId) => ({ postId })),
    )
  ).accepted;

test('a post counts once a day for each viewer, and not for its author', async () => {
  const [ada, bob, cleo] = await introduce(interactions, 'ada', 'bob', 'cleo');
  const [one, two] = [await publish(interactions, ada), await publish(interactions, ada)];

  expect(await lookAt(bob, one, one, two)).toBe(2);
  expect(await lookAt(bob, one, two)).toBe(0);
  expect(await lookAt(cleo, one)).toBe(1);
  expect(await lookAt(ada, one, two)).toBe(0);
});

test('what is hidden from the viewer is left out like what never was', async () => {
  const [ada, bob, cleo] = await introduce(interactions, 'ada', 'bob', 'cleo');
  const open = await publish(interactions, ada);
  const closed = await publish(interactions, ada, { visibility: 'FOLLOWERS' });
  const own = await publish(interactions, ada, { visibility: 'ONLY_ME' });
  const gone = await publish(interactions, ada);
  await tellOfPost(interactions, { postId: gone, author: ada, state: 'DELETED', version: 2 });
  await tellOfFollow(interactions, { source: bob, target: ada });
  const never = 'post_01h455vb4pex5vsknk084sn02q';

  expect(await lookAt(bob, open, closed, own, gone, never)).toBe(2);
  expect(await lookAt(cleo, closed, own, gone, never)).toBe(0);
  await tellOfEdge(interactions, [ada, cleo], { isFollowing: false, isBlocking: true });
  expect(await lookAt(cleo, open)).toBe(0);
});

test('many people at once are each answered for their own', async () => {
  const [ada, bob, cleo, dan] = await introduce(interactions, 'ada', 'bob', 'cleo', 'dan');
  const postIds = await Promise.all(Array.from({ length: 5 }, () => publish(interactions, ada)));
  await tellOfFollow(interactions, { source: cleo, target: ada });

  interactions.statements.length = 0;
  const [ofBob, ofCleo, ofDan, ofBobAgain] = await Promise.all([
    lookAt(bob, ...postIds),
    lookAt(cleo, ...postIds.slice(0, 2)),
    lookAt(dan, ...postIds.slice(3)),
    lookAt(bob, ...postIds),
  ]);

  expect([ofCleo, ofDan]).toEqual([2, 2]);
  // Whichever of them arrives first.
  expect([ofBob, ofBobAgain].sort()).toEqual([0, 5]);
  expect(interactions.statements.filter(({ query }) => query.includes('impression'))).toHaveLength(1);
  const rows = (await interactions.db.select().from(impressions)).filter(({ postId }) =>
    postIds.some((id) => uuidOf('post', id) === postId),
  );
  expect(rows.filter(({ isByFollower }) => isByFollower).map(({ viewerId }) => viewerId)).toEqual([cleo.id, cleo.id]);
});

test('robots and accounts out of use see nothing that counts', async () => {
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);

  await tellOfPerson(interactions, bob, { state: 'SUSPENDED', version: 2 });
  expect(await lookAt(bob, postId)).toBe(0);
});

test('where, and for how long, is kept; the longest look of a batch counts', async () => {
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);
  await look(bob, [{ postId }, { postId, dwellMs: 4_000 }, { postId, dwellMs: 900 }], 'HASHTAG');

  const rows = (await interactions.db.select().from(impressions)).filter(({ viewerId }) => viewerId === bob.id);
  expect(rows).toMatchObject([{ surface: 'HASHTAG', dwellMs: 4_000, isFirst: true, isByFollower: false }]);
});

test('the first look of all days is told from later ones', async () => {
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);
  await lookAt(bob, postId);
  await interactions.database.sql`
    update interactions.impression set day = day - 1, seen_at = seen_at - interval '1 day' where viewer_id = ${bob.id}`;

  expect(await lookAt(bob, postId)).toBe(1);
  const rows = (await interactions.db.select().from(impressions)).filter(({ viewerId }) => viewerId === bob.id);
  expect(rows.map(({ isFirst }) => isFirst).toSorted()).toEqual([false, true]);
});

test('what cannot be read is refused', async () => {
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);

  const many = await look(bob, Array<Item>(101).fill({ postId }));
  const malformed = await look(bob, [{ postId }, { postId: 'post_nonsense' }]);
  const backwards = await look(bob, [{ postId, dwellMs: -1 }]);
  const nobody = await interactions.ask(RECORD, { input: { items: [{ postId }], surface: 'HOME' } });

  expect(many.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'items'] }]);
  expect(malformed.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'items', '1', 'postId'] }]);
  expect(backwards.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'items', '0', 'dwellMs'] }]);
  expect(nobody.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(await look(bob, [])).toEqual({ accepted: 0, userErrors: [] });
});
