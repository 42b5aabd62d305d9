import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities } from '@nexus/contracts/testing/told';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedIds, generateCrowd, hashtagIds, listIds, mediaIds, postIds, quoteIds, reader, userIds } from './crowd.ts';
import { startPosts } from './stage.ts';

const POST = `id text language visibility createdAt editedAt revision
  author { id handle displayName avatar { url } isVerified state }
  facets { start end mention { id } hashtag { id name } link }
  media { id kind altText image { url } }
  hashtags { id name postCount }
  revisions(first: 2) { edges { node { text } } }
  commentPolicy quotePolicy quoteCount quotes(first: 2) { edges { node { text } } }
  permissions { canEdit canDelete canQuote canPin }
  contentWarning isSensitive isPinned poll { id endsAt voterCount viewerChoices options { text voteCount } }
  thread { index root { text } posts(first: 2) { edges { node { text } } } }`;
const QUOTED = 'quoted { ... on Post { text } ... on UnavailablePost { id reason } }';
const FEED = `edges { cursor reason { ... on SharedBy { actor { handle } otherActorCount sharedAt } } node { ${POST} } }`;

// One post without media would need a statement less.
const SHOWY = 'filter: { hasMedia: true }';
const FEED_FIELD = `posts(first: 2, ${SHOWY}) { ${FEED} }`;

let posts: TestSubgraph;

beforeAll(async () => {
  posts = await startPosts();
  const admin = postgres(posts.adminUrl, { max: 1, onnotice: () => undefined });
  await generateCrowd(admin);
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
    // those of quotes), pins, threads and where they begin.
    expect(posts.statements.length).toBe(18);
  }
});

test.each([
  { typename: 'Post', idsOf: postIds, selection: POST, statements: 16 },
  // The quotes, the quoted, and why they are not shown.
  { typename: 'Post', idsOf: quoteIds, selection: QUOTED, statements: 3 },
  { typename: 'Media', idsOf: mediaIds, selection: 'altText image { url }', statements: 1 },
  { typename: 'User', idsOf: userIds, selection: `postCount ${FEED_FIELD}`, statements: 18 },
  { typename: 'Hashtag', idsOf: hashtagIds, selection: `name postCount ${FEED_FIELD}`, statements: 18 },
  {
    typename: 'CustomFeed',
    idsOf: feedIds,
    selection: `name owner { handle } authorIds listIds items(first: 2) { ${FEED} }`,
    statements: 21,
  },
  { typename: 'UserList', idsOf: listIds, selection: `feed(first: 2, ${SHOWY}) { ${FEED} }`, statements: 19 },
])('a crowd of $typename costs as many statements as one: $statements', async (crowd) => {
  const { typename, idsOf, selection, statements } = crowd;
  for (const size of [1, 100]) {
    const found = await askEntities(posts, { typename, ids: idsOf(size), selection }, reader);
    expect(found).toHaveLength(size);
    expect(found[0]).not.toBeNull();
    expect(posts.statements.length).toBe(statements);
  }
});
