import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities } from '@nexus/contracts/testing/told';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { idOfNumber, viewerOfNumber } from './crowd.ts';
import { startCrowdedInteractions, uuidOf } from './stage.ts';

let interactions: TestSubgraph;

beforeAll(async () => {
  interactions = await startCrowdedInteractions();
}, 120_000);
afterAll(() => interactions[Symbol.asyncDispose]());

const PERSON = 'handle displayName avatar { url } isVerified state';
const COMMENT = `text state author { ${PERSON} } replyCount reactionCount reactionSummary { kind count } viewerReaction
  isByPostAuthor canEdit canDelete`;
const FEED_PAGE = `
  reactionCount reactionSummary { kind count } commentCount shareCount bookmarkCount viewerReaction viewerHasShared viewerHasBookmarked viewerHasMutedThread canComment canShare
  comments(first: 3) { totalCount edges { node { ${COMMENT} replies(first: 2) { totalCount edges { node { ${COMMENT} } } } } } }
  reactions(first: 3) { totalCount edges { node { kind user { ${PERSON} } } } }
  shares(first: 3) { totalCount edges { node { user { ${PERSON} } } } }`;

async function statementsFor(typename: string, ids: string[], selection: string): Promise<number> {
  const rows = await askEntities(interactions, { typename, ids, selection }, viewerOfNumber(1));
  expect(rows.filter((row: unknown) => row !== null)).toHaveLength(ids.length);
  return interactions.statements.length;
}

const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
/** Those of which person number + 1 is the author, and is suspended, are left out. */
const ofPeopleInUse = numbers.filter((number) => number % 20 !== 6);

// Post 10, 20, … are for followers only; 1 to 9 and so on are public.
const publicPosts = (count: number) =>
  ofPeopleInUse
    .filter((number) => number % 10 !== 0)
    .slice(0, count)
    .map((number) => idOfNumber('post', number));

test('a hundred posts with everything on them cost as many statements as one', async () => {
  const one = await statementsFor('Post', publicPosts(1), FEED_PAGE);
  const hundred = await statementsFor('Post', publicPosts(100), FEED_PAGE);

  expect(hundred).toBe(one);
  // posts, the need of a correction, counts, own reactions, shares, bookmarks and mutes, pinned comments, comments, reactions,
  // shares, people; then replies, and the counts, own reactions, people and posts of comments and of replies.
  expect(hundred).toBeLessThanOrEqual(20);
});

test('what a feed shows of a hundred posts costs five statements', async () => {
  const counts = 'reactionCount commentCount shareCount viewerReaction viewerHasShared canComment canShare';

  // posts, whether counts need a correction for this viewer, counts, own reactions, own shares.
  expect(await statementsFor('Post', publicPosts(100), counts)).toBe(5);
});

test("a hundred of the viewer's bookmarks with posts and collections cost three statements, all collections two", async () => {
  const viewer = idOfNumber('viewer', 1);

  const list = 'bookmarks(first: 100) { edges { node { post { id } collection { name } } } }';
  expect(await statementsFor('Viewer', [viewer], list)).toBe(3);
  expect(await statementsFor('Viewer', [viewer], 'bookmarkCollections { name count }')).toBe(2);
});

test('comments of a hundred people cost one statement, a hundred comments by id with their posts two', async () => {
  const people = Array.from({ length: 100 }, (_, index) => idOfNumber('user', index + 1));
  const comments = ofPeopleInUse
    .filter((number) => number % 100 !== 50)
    .slice(0, 100)
    .map((number) => idOfNumber('comment', number));

  expect(await statementsFor('User', people, 'comments { edges { node { text } } }')).toBe(1);
  expect(await statementsFor('Comment', comments, 'text canDelete isByPostAuthor post { id }')).toBe(2);
});

const RANGE = 'range: { from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" }';
const ANALYTICS =
  'series(metrics: [IMPRESSIONS, REACTIONS, COMMENTS]) { total previousTotal points { value } } engagementRate fromFollowersRatio';

test('analytics of a hundred posts cost three statements, all of the viewer six', async () => {
  const mine = `update interactions.post_ref set author_id = '${viewerOfNumber(1).id}'`;
  await interactions.database.sql.unsafe(`${mine} where id = any($1)`, [
    publicPosts(100).map((id) => uuidOf('post', id)),
  ]);
  // posts, the bounds of the points, the values.
  expect(await statementsFor('Post', publicPosts(100), `analytics(${RANGE}) { ${ANALYTICS} }`)).toBe(3);
  expect(await statementsFor('Post', publicPosts(1), `analytics(${RANGE}) { ${ANALYTICS} }`)).toBe(3);

  // bounds, values, followers before, top posts and the posts themselves, best hours.
  const all = `${ANALYTICS} audience { value } topPosts(metric: REACTIONS) { value post { id } } bestHours { hour }`;
  expect(await statementsFor('Viewer', [idOfNumber('viewer', 1)], `analytics(${RANGE}) { ${all} }`)).toBe(6);
});

test('the analytics of the platform cost six statements', async () => {
  const selection = 'series { total } activeUsers { value } retention { people } totals { posts impressions }';
  const admin = { ...viewerOfNumber(1), role: 'ADMIN' as const };

  const { errors } = await interactions.ask(`{ platformAnalytics(${RANGE}) { ${selection} } }`, {}, admin);

  expect(errors).toBeUndefined();
  // bounds, values, active people, cohorts, accounts, totals.
  expect(interactions.statements).toHaveLength(6);
});
