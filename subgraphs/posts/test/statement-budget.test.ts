import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities } from '@nexus/contracts/testing/told';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedIds, hashtagIds, listIds, mediaIds, postIds, quoteIds, reader, userIds } from './crowd.ts';
import { startCrowdedPosts } from './stage.ts';

const POST = `id text language visibility createdAt editedAt revision
  author { id handle displayName avatar { url } isVerified state }
  facets { start end mention { id } hashtag { id name } link }
  media { id kind altText image { url } }
  hashtags { id name postCount }
  revisions(first: 2) { edges { node { text } } }
  commentPolicy quotePolicy quoteCount quotes(first: 2) { edges { node { text } } }
  permissions { canEdit canDelete canQuote canPin }
  contentWarning isSensitive labels labelAction moderation viewerFeedback isPinned poll { id endsAt voterCount viewerChoices options { text voteCount } }
  thread { index root { text } posts(first: 2) { edges { node { text } } } }`;
const QUOTED = 'quoted { ... on Post { text } ... on UnavailablePost { id reason } }';
const FEED = `edges { cursor reason { ... on SharedBy { actor { handle } otherActorCount sharedAt } } node { ${POST} } }`;

// One post without media would need a statement less.
const SHOWY = 'filter: { hasMedia: true }';
const FEED_FIELD = `posts(first: 2, ${SHOWY}) { ${FEED} }`;

/** The first few are by the reader, or by people who are not there. */
const othersPostIds = (count: number) => postIds(6 + count).slice(6);

let posts: TestSubgraph;

beforeAll(async () => {
  posts = await startCrowdedPosts();
  const admin = postgres(posts.adminUrl, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`set search_path = posts;
    update post set labels = '{SPAM}' where has_media;
    update post set created_at = now() where created_at > '2024-03-09' and is_counted and not has_media;
    -- Hashtags that no feed of the crowd has.
    update hashtag_item set sort_at = created_at from post
    where id = post_id and created_at > now() - interval '1 minute' and hashtag_id > '00000004-0000-7000-8000-0000000000ff';
    insert into hashtag_trend (hashtag_id, score)
    select distinct hashtag_id, 1000 from hashtag_item where sort_at > now() - interval '1 minute'
    on conflict do nothing;
    update engagement set rank = extract(epoch from created_at) / 45000 from post where id = post_id`);
  await admin.end();
}, 120_000);
afterAll(() => posts[Symbol.asyncDispose]());

async function homeFeed(first: number) {
  const { data, errors } = await posts.ask(
    `query ($first: Int) { viewer { homeFeed(first: $first, ${SHOWY}) { ${FEED} } } }`,
    { first },
    reader,
  );
  expect(errors).toBeUndefined();
  expect(data.viewer.homeFeed.edges).toHaveLength(first);
}

test('a page of the home feed with all a screen shows costs the same statements for 1 item and for 100', async () => {
  for (const size of [1, 100]) {
    await homeFeed(size);
    // The feed, authors, media, hashtags, how the viewer stands to people, quotes, revisions, other sharers; the counts
    // of quotes and those of hashtags, blocks, and what they hide of each; polls, answers to them and their counts (with
    // those of quotes), pins, threads and where they begin; what the viewer thinks of them and wants done with labels.
    expect(posts.statements.length).toBe(20);
  }
});

const HASHTAG = 'name postCount isFollowed history { day posts accounts } posts(first: 2) { edges { node { text } } }';

test.each([
  { list: 'what is explored', query: `explore(window: WEEK, first: $first) { ${FEED} }`, statements: 15 },
  { list: 'suggested posts', query: `viewer { suggestedPosts(first: $first) { ${FEED} } }`, statements: 15 },
  { list: 'trends', query: `trendingHashtags(first: $first) { hashtag { ${HASHTAG} } }`, statements: 7, most: 50 },
])('$list cost as many statements for 1 item as for many: $statements', async ({ query, statements, most = 100 }) => {
  for (const first of [1, most]) {
    const { errors } = await posts.ask(`query ($first: Int) { ${query} }`, { first }, reader);
    expect(errors).toBeUndefined();
    expect(posts.statements.length).toBe(statements);
  }
});

test.each([
  { typename: 'Post', idsOf: othersPostIds, selection: POST, statements: 18 },
  // The quotes, the quoted, and why they are not shown.
  { typename: 'Post', idsOf: quoteIds, selection: QUOTED, statements: 3 },
  { typename: 'Media', idsOf: mediaIds, selection: 'altText image { url }', statements: 1 },
  {
    typename: 'User',
    idsOf: userIds,
    selection: `postCount viewerShowsFewer pinnedPosts { text } ${FEED_FIELD}`,
    statements: 22,
  },
  {
    typename: 'Hashtag',
    idsOf: hashtagIds,
    selection: `name postCount isFollowed history { posts } ${FEED_FIELD}`,
    statements: 22,
  },
  {
    typename: 'CustomFeed',
    idsOf: feedIds,
    selection: `name owner { handle } authorIds listIds items(first: 2) { ${FEED} }`,
    statements: 23,
  },
  { typename: 'UserList', idsOf: listIds, selection: `feed(first: 2, ${SHOWY}) { ${FEED} }`, statements: 21 },
])('a crowd of $typename costs as many statements as one: $statements', async (crowd) => {
  const { typename, idsOf, selection, statements } = crowd;
  for (const size of [1, 100]) {
    const found = await askEntities(posts, { typename, ids: idsOf(size), selection }, reader);
    expect(found).toHaveLength(size);
    expect(found[0]).not.toBeNull();
    expect(posts.statements.length).toBe(statements);
  }
});
