import { decodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import type { Statement } from '@nexus/kit/database';
import { explain, planFaults } from '@nexus/kit/testing/explain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRankedFeedItems } from '../src/custom-feed/custom-feed-items.store.ts';
import { findRecommended } from '../src/explore/explore.store.ts';
import { readHomeFeedQuery } from '../src/feed/feed-query.ts';
import { findRankedHomeFeed } from '../src/feed/home-feed.store.ts';
import { countDays } from '../src/hashtag/history.store.ts';
import { replaceTrends } from '../src/trend/trend.store.ts';
import { feedIds, hashtagIds, reader } from './crowd.ts';
import { startCrowdedPosts } from './stage.ts';

const FEED = 'edges { cursor node { id text } } pageInfo { hasNextPage endCursor }';
const PAGE = 20;

describe('with 100,000 posts, 5,000 hashtags and 200 feeds', () => {
  let posts: TestSubgraph;

  beforeAll(async () => {
    posts = await startCrowdedPosts();
  }, 120_000);
  afterAll(() => posts[Symbol.asyncDispose]());

  /** The statement a list was read with. */
  function lastStatement(): Statement {
    const [statement] = posts.statements.filter(({ query }) => /^select.*order by/s.test(query));
    if (!statement) throw new Error('nothing was listed');
    return statement;
  }

  /** What is wrong with the plans of the statements that a piece of work sends, which may sort all that it counts. */
  async function scansOf(work: () => Promise<unknown>): Promise<string[]> {
    posts.statements.length = 0;
    await work();
    const plans = await Promise.all(posts.statements.map((statement) => explain(posts.database.sql, statement)));
    return plans.flatMap((plan) => planFaults(plan, PAGE)).filter((fault) => !fault.startsWith('sort'));
  }

  test.each([
    ['a week', undefined],
    ['a week in a language', ['de']],
  ])('what is explored, of %s, is read in the order of ranks', async (_, languages) => {
    // The crowd's posts are old: explored as they were.
    const page = { first: PAGE, begunAt: new Date() };
    const since = new Date('2024-03-03T00:00:00.000Z');
    posts.statements.length = 0;
    const { items } = await findRecommended(posts.db, { viewerId: reader.id, page, since, languages });
    expect(items).toHaveLength(PAGE + 1);
    // Five posts are looked at for each that is shown.
    expect(planFaults(await explain(posts.database.sql, lastStatement()), 5 * (PAGE + 1))).toEqual([]);
  });

  test('a ranked home feed is read from indexes', async () => {
    const query = { ...readHomeFeedQuery({ includeOwn: true }, reader), page: { first: 499 } };
    posts.statements.length = 0;
    const items = await findRankedHomeFeed(posts.db, query, { first: PAGE, begunAt: new Date() });
    expect(items).toHaveLength(PAGE + 1);
    expect(planFaults(await explain(posts.database.sql, lastStatement()), 500)).toEqual([]);
  });

  test('a ranked feed is read from indexes', async () => {
    const page = { first: PAGE, begunAt: new Date() };
    posts.statements.length = 0;
    const feedId = decodeId('feed', feedIds(1, 100)[0] ?? '');
    await findRankedFeedItems(posts.db, [feedId], { viewerId: reader.id, page });
    expect(planFaults(await explain(posts.database.sql, lastStatement()), 500)).toEqual([]);
  });

  test.each([
    ['suggested posts', `suggestedPosts(first: ${PAGE}) { ${FEED} }`],
    [
      'suggested posts and those of whom one follows',
      `suggestedPosts(first: ${PAGE}, includeFollowed: true) { ${FEED} }`,
    ],
    ['new topics', 'newTopics(since: "2024-02-20T00:00:00Z", until: "2024-02-21T00:00:00Z") { postCount }'],
    ['followed hashtags', 'followedHashtags { id }'],
  ])('%s are read from indexes', async (_, field) => {
    const { errors } = await posts.ask(`{ viewer { ${field} } }`, {}, reader);
    expect(errors).toBeUndefined();
    const faults = planFaults(await explain(posts.database.sql, lastStatement()), 1_000);
    // All whom 500 people follow are counted, which may sort them.
    expect(faults.filter((fault) => !fault.startsWith('sort'))).toEqual([]);
  });

  test('trends and the days of hashtags are read from indexes', async () => {
    const { errors } = await posts.ask('{ trendingHashtags { score } }', {}, reader);
    expect(errors).toBeUndefined();
    expect(planFaults(await explain(posts.database.sql, lastStatement()), 100)).toEqual([]);
    const ids = hashtagIds(1).map((id) => decodeId('hashtag', id));
    const days = () => countDays(posts.db, ids, { since: new Date('2024-03-01'), viewerId: reader.id });
    expect(await scansOf(days)).toEqual([]);
  });

  test('trends are found among the posts of three days, by index', async () => {
    const find = () => posts.db.transaction((tx) => replaceTrends(tx, new Date('2024-03-04T12:00:00Z')));
    expect(await scansOf(find)).toEqual([]);
  });
});
