import { decodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import type { Statement } from '@nexus/kit/database';
import { explain, planFaults } from '@nexus/kit/testing/explain';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recountChunk } from '../src/count/recount.service.ts';
import { publishDue } from '../src/draft/publish-due.service.ts';
import { forgetting } from '../src/erasure/erasure.service.ts';
import { parts } from '../src/export/parts.ts';
import { removeItems } from '../src/feed/item-removal.store.ts';
import { feedIds, hashtagIds, listIds, postIds, reader, shareWidely, userIds } from './crowd.ts';
import { startCrowdedPosts } from './stage.ts';

const FEED = 'edges { cursor node { id text } } pageInfo { hasNextPage endCursor }';
const HOME = `query ($filter: PostFilter, $includeOwn: Boolean, $includeShares: Boolean, $first: Int, $after: String) {
  viewer { homeFeed(filter: $filter, includeOwn: $includeOwn, includeShares: $includeShares, first: $first, after: $after) { ${FEED} } }
}`;
const PAGE = 20;
const CHUNK = 500;
const authorId = decodeId('user', userIds(1)[0] ?? '');

const references = (__typename: string, ids: readonly string[]) => ids.map((id) => ({ __typename, id }));
const User = (count: number) => references('User', userIds(count));
const Hashtag = (count: number) => references('Hashtag', hashtagIds(count));
const UserList = (count: number) => references('UserList', listIds(count));
const CustomFeed = (count: number) => references('CustomFeed', feedIds(count));
const Post = (count: number) => references('Post', postIds(count));

describe('with 100,000 posts, and 1,000 people followed', () => {
  let posts: TestSubgraph;
  let admin: postgres.Sql;

  beforeAll(async () => {
    posts = await startCrowdedPosts();
    admin = postgres(posts.adminUrl, { max: 1, onnotice: () => undefined });
  }, 120_000);
  afterAll(async () => {
    await admin.end();
    await posts[Symbol.asyncDispose]();
  });

  /** The statement a list was read with. */
  function listStatement(): Statement {
    const [statement] = posts.statements.filter(({ query }) => /^select.*order by/s.test(query));
    if (!statement) throw new Error('nothing was listed');
    return statement;
  }

  async function pageOfHome(args: object) {
    const { data, errors } = await posts.ask(HOME, args, reader);
    expect(errors).toBeUndefined();
    return data.viewer.homeFeed;
  }

  test.each([
    ['unfiltered', {}],
    ['without own posts and shares', { includeOwn: false, includeShares: false }],
    ['since', { filter: { since: '2024-02-01T00:00:00.000Z' } }],
    ['until', { filter: { until: '2024-02-01T00:00:00.000Z' } }],
    ['by author', { filter: { authorIds: userIds(3) } }],
    ['by hashtag', { filter: { hashtags: ['tag0', 'tag7'] } }],
    ['by a hashtag that nobody uses', { filter: { hashtags: ['nothing'] } }],
    ['by language', { filter: { language: 'en' } }],
    ['by media', { filter: { hasMedia: true } }],
    [
      'by all of them',
      { filter: { since: '2024-02-01T00:00:00.000Z', language: 'en', hasMedia: true, hashtags: ['tag0'] } },
    ],
  ])('the home feed, %s, is read from indexes', async (_, args) => {
    await pageOfHome({ first: PAGE, ...args });
    expect(planFaults(await explain(posts.database.sql, listStatement()), PAGE)).toEqual([]);
  });

  test('a page of the home feed costs at depth 200 what the first one costs', async () => {
    await pageOfHome({ first: PAGE });
    const first = await costOf(listStatement());
    let after: string | undefined;
    for (let read = 0; read < 200 * PAGE; read += 100)
      after = (await pageOfHome({ first: 100, after })).pageInfo.endCursor;
    const { edges } = await pageOfHome({ first: PAGE, after });
    const deep = await costOf(listStatement());

    expect(edges).toHaveLength(PAGE);
    expect(deep.plan).toEqual(first.plan);
    expect(deep.buffers).toBeLessThan(2 * first.buffers);
  });

  test('posts that everybody shares make the home feed no slower', async () => {
    const { edges } = await pageOfHome({ first: PAGE });
    const before = await costOf(listStatement());
    await shareWidely(
      admin,
      edges.slice(0, 5).map(({ node }: { node: { id: string } }) => node.id),
    );
    await pageOfHome({ first: PAGE });
    const after = await costOf(listStatement());

    expect(after.buffers).toBeLessThan(2 * before.buffers);
  });

  test('the shares of a deleted post are looked up by key, however many there are', async () => {
    await removeItems(posts.db);
    const erasing = posts.statements.at(-1);
    if (!erasing) throw new Error('nothing was erased');
    await admin`begin`;
    await admin`insert into posts.item_removal select post_id from posts.feed_item group by post_id order by count(*) desc limit 1`;
    const nodes = await explain(admin, erasing);
    await admin`rollback`;

    expect(planFaults(nodes, 1_000)).toEqual([]);
    expect(nodes.map((node) => node['Actual Rows'])).toContain(1_000);
  });

  /** The shape of a statement's plan, and how many buffers it touches. */
  async function costOf({ query, params }: Statement) {
    const [row] = await admin.unsafe(`explain (analyze, buffers, format json) ${query}`, params as never[]);
    const root = row?.['QUERY PLAN'][0].Plan;
    const plan = (await explain(posts.database.sql, { query, params })).map((node) => node['Node Type']);
    return { plan, buffers: root['Shared Hit Blocks'] + root['Shared Read Blocks'] };
  }

  test.each([
    { list: 'of an author', of: User(1), fields: `posts(first: ${PAGE}) { ${FEED} }` },
    {
      list: 'of an author with shares',
      of: User(1),
      fields: `posts(first: ${PAGE}, kind: POSTS_AND_SHARES) { ${FEED} }`,
    },
    {
      list: 'of an author with media',
      of: User(1),
      fields: `posts(kind: MEDIA, filter: { language: "en" }) { ${FEED} }`,
    },
    { list: 'of twenty authors', of: User(20), fields: `posts(first: 1, kind: POSTS_AND_SHARES) { ${FEED} }` },
    { list: 'of a hashtag', of: Hashtag(1), fields: `posts(first: ${PAGE}) { ${FEED} }` },
    {
      list: 'of a hashtag by an author',
      of: Hashtag(1),
      fields: `posts(filter: { authorIds: ["${userIds(1)}"] }) { ${FEED} }`,
    },
    { list: 'of twenty hashtags', of: Hashtag(20), fields: `posts(first: 1) { ${FEED} }` },
    { list: 'of a list', of: UserList(1), fields: `feed(first: ${PAGE}) { ${FEED} }` },
    { list: 'of a list by tag', of: UserList(1), fields: `feed(filter: { hashtags: ["tag7"] }) { ${FEED} }` },
    { list: 'of twenty lists', of: UserList(20), fields: `feed(first: 1) { ${FEED} }` },
    { list: 'of a feed', of: CustomFeed(1), fields: `items(first: ${PAGE}) { ${FEED} }` },
    { list: 'of twenty feeds', of: CustomFeed(20), fields: `items(first: 1) { ${FEED} }` },
    { list: 'of 50,000 quotes', of: Post(21).slice(20), fields: `quotes(first: ${PAGE}) { edges { node { text } } }` },
    { list: 'of an author from the pinned on', of: User(1), fields: `posts(pinnedFirst: true) { ${FEED} }` },
    { list: 'of what an author pinned', of: User(1), fields: 'pinnedPosts { text }' },
    { list: 'of what five authors pinned', of: User(5), fields: 'pinnedPosts { text }' },
    { list: 'of a thread', of: Post(1), fields: `thread { posts(first: ${PAGE}) { edges { node { text } } } }` },
    { list: 'of revisions', of: Post(1), fields: `revisions(first: ${PAGE}) { edges { node { text } } }` },
    { list: 'of revisions of twenty posts', of: Post(20), fields: 'revisions(first: 1) { edges { node { text } } }' },
  ])('the list $list is read from indexes', async ({ of, fields }) => {
    const typename = of[0]?.__typename;
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${typename} { ${fields} } } }`;
    const { errors } = await posts.ask(query, { of }, reader);
    expect(errors).toBeUndefined();
    // Of each of twenty, one row more than the page of one is read.
    expect(planFaults(await explain(posts.database.sql, listStatement()), Math.max(PAGE, 2 * of.length))).toEqual([]);
  });

  test('whatever a page of posts shows besides is read from indexes, blocks and all', async () => {
    const node = `id quoteCount quoted { ... on UnavailablePost { id reason } } author { handle } facets { mention { id } }
      media { id } permissions { canQuote } hashtags { name postCount isFollowed history { posts } posts(first: 1) { edges { cursor } } }
      poll { voterCount viewerChoices } thread { root { text } posts(first: 1) { edges { cursor } } } isPinned viewerFeedback
      labelAction author { viewerShowsFewer }`;
    await admin`update posts.post set labels = '{SPAM}' where created_at > '2024-03-09'`;
    const { errors } = await posts.ask(
      `{ viewer { homeFeed(first: 100) { edges { node { ${node} } reason { ... on SharedBy { otherActorCount } } } } } }`,
      {},
      reader,
    );
    expect(errors).toBeUndefined();
    const statements = [...posts.statements];
    expect(statements).toHaveLength(23);
    for (const statement of statements)
      expect(planFaults(await explain(posts.database.sql, statement), 200), statement.query).toEqual([]);
  });

  /** What is wrong with the plans of the statements that a piece of background work sends, each kind of statement once. */
  async function faultsOfWork(work: () => Promise<unknown>): Promise<string[]> {
    posts.statements.length = 0;
    await work();
    const kinds = new Map(posts.statements.map((statement) => [statement.query, statement]));
    expect(kinds.size).toBeGreaterThan(0);
    const faults: string[] = [];
    for (const statement of kinds.values()) {
      const plan = await explain(posts.database.sql, statement);
      faults.push(...planFaults(plan, CHUNK).map((fault) => `${fault} in ${statement.query}`));
    }
    return faults;
  }

  test.each(['drafts', 'scheduledPosts'])('the list of %s is read from indexes, on later pages too', async (list) => {
    const query = `query ($after: String) { viewer { list: ${list}(first: ${PAGE}, after: $after) {
      edges { node { text } } pageInfo { endCursor } } } }`;
    let after: string | undefined;
    for (let page = 0; page < 2; page += 1) {
      const { data } = await posts.ask(query, { after }, reader);
      expect(data.viewer.list.edges).toHaveLength(PAGE);
      after = data.viewer.list.pageInfo.endCursor;
      // Of five drafts one is scheduled, and the others are passed over or read with them.
      expect(planFaults(await explain(posts.database.sql, listStatement()), 2 * PAGE)).toEqual([]);
    }
  });

  test('what is due is found by index among all that waits', async () => {
    expect(await faultsOfWork(() => publishDue(posts))).toEqual([]);
  });

  test.each([
    ['posts', authorId],
    ['drafts', reader.id],
    ['poll_votes', reader.id],
  ] as const)('%s are copied by index, a page at a time', async (part, ownerId) => {
    const copy = async () => {
      let rows = 0;
      for await (const row of parts[part](posts.db, ownerId)) rows += row ? 1 : 0;
      expect(rows).toBeGreaterThan(0);
    };
    expect(await faultsOfWork(copy)).toEqual([]);
  });

  test('posts of an account that closes are recounted by index, a chunk at a time', async () => {
    await admin`update posts.user_ref set is_private = not is_private where id = ${authorId}`;
    expect(await faultsOfWork(() => posts.db.transaction(recountChunk))).toEqual([]);
  });

  test('each step in which somebody is forgotten finds its rows by index, a chunk at a time', async () => {
    for (const [index, step] of forgetting(posts.events).steps.entries()) {
      const erase = () => step({ db: posts.db, userId: authorId, note: async () => undefined });
      expect(await faultsOfWork(erase), `step ${index}`).toEqual([]);
    }
  });
});
