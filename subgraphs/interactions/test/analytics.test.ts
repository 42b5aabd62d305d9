import { askEntities, introduce, type Person, tellOfEdge } from '@nexus/contracts/testing/told';
import { afterAll, expect, test } from 'vitest';
import { analyticsOf, analyticsOfPost, likeAt, totalOf, valuesOf, type Window } from './analytics-stage.ts';
import { comment, deleteComment, publish, react, share, startInteractions, tellOfFollow } from './stage.ts';

const interactions = await startInteractions();
afterAll(() => interactions[Symbol.asyncDispose]());

const now = Date.now();
const hours = (count: number) => new Date(now + count * 3_600_000).toISOString();
const around: Window = { from: hours(-2), to: hours(2), granularity: 'HOUR' };

const post = (author: Person, postId: string, window = around) =>
  analyticsOfPost(interactions, { postId, viewer: author, window });

async function look({ viewer }: Person, ...postIds: string[]): Promise<void> {
  const items = postIds.map((postId) => ({ postId }));
  await interactions.ask(
    'mutation ($items: [ImpressionInput!]!) { recordImpressions(input: { items: $items, surface: HOME }) { accepted } }',
    { items },
    viewer,
  );
}

test('what people do with a post is in its analytics at once, and gone when they take it back', async () => {
  const [ada, bob, cleo] = await introduce(interactions, 'ada', 'bob', 'cleo');
  const postId = await publish(interactions, ada);
  await tellOfFollow(interactions, { source: bob, target: ada });
  await look(bob, postId);
  await look(cleo, postId);
  await react(interactions, bob, { targetId: postId, kind: 'LIKE' });
  await react(interactions, bob, { targetId: postId, kind: 'LOVE' });
  await react(interactions, cleo, { targetId: postId, kind: 'WOW' });
  const said = await comment(interactions, bob, { postId });
  const reply = await comment(interactions, cleo, { postId, parentId: said });
  await react(interactions, ada, { targetId: said, kind: 'LIKE' });
  await share(interactions, cleo, postId);

  const before = await post(ada, postId);
  await react(interactions, cleo, { targetId: postId, kind: null });
  await deleteComment(interactions, bob.viewer, said);
  await interactions.ask(
    'mutation ($id: ID!) { unsharePost(input: { postId: $id }) { post { id } } }',
    { id: postId },
    cleo.viewer,
  );
  const after = await post(ada, postId);
  await deleteComment(interactions, cleo.viewer, reply);

  const totals = (shown: Awaited<ReturnType<typeof post>>) =>
    ['IMPRESSIONS', 'UNIQUE_VIEWERS', 'REACTIONS', 'COMMENTS', 'SHARES'].map((metric) => totalOf(shown, metric));
  expect(totals(before)).toEqual([2, 2, 2, 2, 1]);
  expect(before).toMatchObject({ engagementRate: 2.5, fromFollowersRatio: 0.5 });
  expect(totals(after)).toEqual([2, 2, 1, 1, 0]);
  expect(totalOf(await post(ada, postId), 'COMMENTS')).toBe(0);
  expect(totalOf(await analyticsOf(interactions, ada, { window: around }), 'FOLLOWERS_GAINED')).toBe(1);
});

test('nobody but its author has the analytics of a post', async () => {
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);

  expect(await post(bob, postId)).toBeNull();
  const asked = { typename: 'Post', ids: [postId], selection: 'analytics { engagementRate }' };
  expect(await askEntities(interactions, asked)).toEqual([{ analytics: null }]);
  expect(await askEntities(interactions, asked, ada.viewer)).toEqual([{ analytics: { engagementRate: null } }]);
});

test('days of 23 and 25 hours are whole days of the time zone', async () => {
  const [ada] = await introduce(interactions, 'ada');
  const postId = await publish(interactions, ada);
  // 23:30 and 00:30 in Berlin around the two nights in which the clocks change in 2026.
  await likeAt(interactions, postId, [
    '2026-03-28T22:30:00Z',
    '2026-03-28T23:30:00Z',
    '2026-03-29T21:30:00Z',
    '2026-03-29T22:30:00Z',
  ]);
  await likeAt(interactions, postId, [
    '2026-10-24T21:30:00Z',
    '2026-10-24T22:30:00Z',
    '2026-10-25T22:30:00Z',
    '2026-10-25T23:30:00Z',
  ]);
  const berlin = (from: string, to: string, granularity = 'DAY') =>
    post(ada, postId, { from, to, granularity, timeZone: 'Europe/Berlin' });

  const spring = await berlin('2026-03-27T23:00:00Z', '2026-03-30T22:00:00Z');
  const autumn = await berlin('2026-10-23T22:00:00Z', '2026-10-26T23:00:00Z');

  expect(spring?.series[2]?.points).toEqual([
    { at: '2026-03-27T23:00:00.000Z', value: 1 },
    { at: '2026-03-28T23:00:00.000Z', value: 2 },
    { at: '2026-03-29T22:00:00.000Z', value: 1 },
  ]);
  expect(autumn?.series[2]?.points).toEqual([
    { at: '2026-10-23T22:00:00.000Z', value: 1 },
    { at: '2026-10-24T22:00:00.000Z', value: 2 },
    { at: '2026-10-25T23:00:00.000Z', value: 1 },
  ]);
  const hoursOf = async (from: string, to: string) => (await berlin(from, to, 'HOUR'))?.series[2]?.points.length;
  expect(await hoursOf('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')).toBe(23);
  expect(await hoursOf('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')).toBe(25);
});

test('a range is widened to whole points, also where hours begin at half past', async () => {
  const [ada] = await introduce(interactions, 'ada');
  const postId = await publish(interactions, ada);
  // Midnight in Kolkata is 18:30 in UTC.
  await likeAt(interactions, postId, ['2026-08-01T18:29:59Z', '2026-08-01T18:30:00Z', '2026-08-02T18:29:59Z']);

  const shown = await post(ada, postId, {
    from: '2026-08-02T03:00:00Z',
    to: '2026-08-02T04:00:00Z',
    timeZone: 'Asia/Kolkata',
  });

  expect(shown?.series[2]).toMatchObject({
    total: 2,
    previousTotal: 1,
    points: [{ at: '2026-08-01T18:30:00.000Z', value: 2 }],
  });
});

test('weeks begin on Monday; the period before has as many points', async () => {
  const [ada] = await introduce(interactions, 'ada');
  const postId = await publish(interactions, ada);
  // The 3rd of August 2026 is a Monday.
  await likeAt(interactions, postId, [
    '2026-07-19T23:59:59Z',
    '2026-07-20T00:00:00Z',
    '2026-08-02T23:59:59Z',
    '2026-08-03T00:00:00Z',
    '2026-08-16T23:59:00Z',
  ]);

  const shown = await post(ada, postId, {
    from: '2026-08-05T00:00:00Z',
    to: '2026-08-11T00:00:00Z',
    granularity: 'WEEK',
  });

  expect(valuesOf(shown, 'REACTIONS')).toEqual([1, 1]);
  expect(shown?.series[2]?.points.map(({ at }) => at)).toEqual([
    '2026-08-03T00:00:00.000Z',
    '2026-08-10T00:00:00.000Z',
  ]);
  expect(shown?.series[2]?.previousTotal).toBe(2);
});

test('where a day begins at one because of the clocks, all days after it begin at midnight', async () => {
  const [ada] = await introduce(interactions, 'ada');
  const postId = await publish(interactions, ada);
  // Cairo, 24 April 2026: midnight does not exist.
  const shown = await post(ada, postId, {
    from: '2026-04-22T22:00:00Z',
    to: '2026-04-26T21:00:00Z',
    timeZone: 'Africa/Cairo',
  });

  expect(shown?.series[2]?.points.map(({ at }) => at)).toEqual([
    '2026-04-22T22:00:00.000Z',
    '2026-04-23T22:00:00.000Z',
    '2026-04-24T21:00:00.000Z',
    '2026-04-25T21:00:00.000Z',
  ]);
});

test("an author's analytics: top posts, audience and best hours", async () => {
  const [ada, bob, cleo] = await introduce(interactions, 'ada', 'bob', 'cleo');
  const [quiet, loud, hidden] = [
    await publish(interactions, ada),
    await publish(interactions, ada),
    await publish(interactions, ada, { visibility: 'ONLY_ME' }),
  ];
  const foreign = await publish(interactions, bob);
  await tellOfFollow(interactions, { source: bob, target: ada });
  await tellOfFollow(interactions, { source: cleo, target: ada });
  await tellOfFollow(interactions, { source: cleo, target: ada, isFollowing: false, version: 2 });
  await interactions.db.execute(
    `update interactions.post_ref set created_at = '2026-07-01' where author_id = '${ada.id}'`,
  );
  // Tuesdays at 21:00 in Berlin, and a Wednesday at 07:00.
  await likeAt(interactions, loud, ['2026-08-04T19:10:00Z', '2026-08-11T19:50:00Z', '2026-08-12T05:00:00Z']);
  await likeAt(interactions, quiet, ['2026-08-04T19:00:00Z']);
  await likeAt(interactions, foreign, ['2026-08-04T19:00:00Z', '2026-08-04T19:00:00Z']);

  const august = { from: '2026-08-01T00:00:00Z', to: '2026-09-01T00:00:00Z', timeZone: 'Europe/Berlin' };
  const shown = await analyticsOf(interactions, ada, {
    window: august,
    selection: 'topPosts(metric: REACTIONS) { post { id } value } bestHours(first: 1) { weekday hour engagements }',
  });
  const { audience } = await analyticsOf(interactions, ada, { window: around, selection: 'audience { value }' });

  expect(shown).toEqual({
    topPosts: [
      { post: { id: loud }, value: 3 },
      { post: { id: quiet }, value: 1 },
    ],
    bestHours: [{ weekday: 2, hour: 21, engagements: 3 }],
  });
  expect(audience[0].value).toBe(0);
  expect(audience.at(-1).value).toBe(1);
  expect(hidden).toBeDefined();
});

test('what cannot be a window is refused', async () => {
  const [ada] = await introduce(interactions, 'ada');
  const ask = async (args: string) =>
    (await interactions.ask(`{ viewer { analytics(${args}) { engagementRate } } }`, {}, ada.viewer)).errors?.[0]
      ?.extensions;

  const range = 'range: { from: "2026-08-01T00:00:00Z", to: "2026-08-02T00:00:00Z" }';
  expect(await ask(`${range}, timeZone: "Mars/Olympus"`)).toMatchObject({
    code: 'BAD_USER_INPUT',
    inputPath: ['timeZone'],
  });
  expect(await ask('range: { from: "2026-08-02T00:00:00Z", to: "2026-08-01T00:00:00Z" }')).toMatchObject({
    inputPath: ['range'],
  });
  expect(await ask('range: { from: "2020-08-02T00:00:00Z", to: "2026-08-01T00:00:00Z" }')).toMatchObject({
    inputPath: ['range'],
  });
});

test('what people hidden from the author did is not in what they see and comes back; that they looked no block tells', async () => {
  const [ada, bob, cleo] = await introduce(interactions, 'ada', 'bob', 'cleo');
  const postId = await publish(interactions, ada);
  await look(bob, postId);
  await look(cleo, postId);
  await react(interactions, bob, { targetId: postId, kind: 'LIKE' });
  await react(interactions, cleo, { targetId: postId, kind: 'LIKE' });
  const said = await comment(interactions, bob, { postId });
  await comment(interactions, cleo, { postId, parentId: said });
  await share(interactions, bob, postId);
  const top = 'topPosts(metric: REACTIONS) { value } bestHours { engagements }';
  const read = async () => ({
    totals: ['IMPRESSIONS', 'REACTIONS', 'COMMENTS', 'SHARES'].map(async (metric) =>
      totalOf(await post(ada, postId), metric),
    ),
    own: await analyticsOf(interactions, ada, { window: around, selection: top }),
  });
  const seen = async () => {
    const { totals, own } = await read();
    return [...(await Promise.all(totals)), own.topPosts[0].value, own.bestHours[0].engagements];
  };

  const before = await seen();
  await tellOfEdge(interactions, [bob, ada], { isFollowing: false, isBlocking: true });
  const blocked = await seen();
  await tellOfEdge(interactions, [bob, ada], { isFollowing: false, isBlocking: false, version: 2 });

  expect(before).toEqual([2, 2, 2, 1, 2, 5]);
  expect(blocked).toEqual([2, 1, 0, 0, 1, 1]);
  expect(await seen()).toEqual(before);
});
