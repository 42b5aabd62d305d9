import { askEntities, introduce, type Person, tellOfEdge, tellOfPerson } from '@nexus/contracts/testing/told';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test, vi } from 'vitest';
import { forgetting } from '../src/erasure/erasure.service.ts';
import { parts } from '../src/export/parts.ts';
import { publish, startInteractions, tellOfPost } from './stage.ts';
import { findDrift, findMiscounted } from './truth.ts';

const interactions = await startInteractions();
afterAll(() => interactions[Symbol.asyncDispose]());

const BOOKMARK = `mutation ($input: SetBookmarkInput!) { payload: setBookmark(input: $input) {
  bookmark { id collection { name } post { id } } deletedBookmarkId post { id viewerHasBookmarked } userErrors { code path }
} }`;
const COLLECT = `mutation ($input: UpsertBookmarkCollectionInput!) { payload: upsertBookmarkCollection(input: $input) {
  collection { id name count } userErrors { code message path }
} }`;
const DROP = `mutation ($collectionId: ID!) { payload: deleteBookmarkCollection(input: { collectionId: $collectionId }) {
  deletedCollectionId userErrors { code path }
} }`;

type Asked = { postId: string; bookmarked?: boolean; collectionId?: string | null };

async function bookmark({ viewer }: Person, asked: Asked) {
  return (await interactions.ask(BOOKMARK, { input: { bookmarked: true, ...asked } }, viewer)).data.payload;
}

async function collect({ viewer }: Person, input: { name: string; collectionId?: string; idempotencyKey?: string }) {
  return (await interactions.ask(COLLECT, { input }, viewer)).data.payload;
}

async function shelfOf({ viewer }: Person, args = '') {
  const { data } = await interactions.ask(
    `{ viewer { bookmarks${args} { totalCount pageInfo { hasNextPage endCursor } edges { node { post { id } collection { name } } } }
      bookmarkCollections { name count } } }`,
    {},
    viewer,
  );
  return data.viewer;
}

async function countOf(postId: string, asker?: Person): Promise<number | null> {
  const asked = { typename: 'Post', ids: [postId], selection: 'bookmarkCount' };
  return (await askEntities(interactions, asked, asker?.viewer))[0].bookmarkCount;
}

test('a post is bookmarked once, into a collection or out of it, and taken back', async () => {
  const [author, reader] = await introduce(interactions, 'author', 'reader');
  const postId = await publish(interactions, author);
  const { collection } = await collect(reader, { name: ' To  read ' });
  expect(collection).toMatchObject({ name: 'To read', count: 0 });

  const first = await bookmark(reader, { postId });
  const again = await bookmark(reader, { postId });
  const moved = await bookmark(reader, { postId, collectionId: collection.id });
  const left = await bookmark(reader, { postId });
  const out = await bookmark(reader, { postId, collectionId: null });
  const gone = await bookmark(reader, { postId, bookmarked: false });
  const never = await bookmark(reader, { postId, bookmarked: false });

  expect(first).toMatchObject({ bookmark: { collection: null, post: { id: postId } }, userErrors: [] });
  expect(first.post).toEqual({ id: postId, viewerHasBookmarked: true });
  expect(again.bookmark.id).toBe(first.bookmark.id);
  expect(moved.bookmark).toMatchObject({ id: first.bookmark.id, collection: { name: 'To read' } });
  expect(left.bookmark.collection).toEqual({ name: 'To read' });
  expect(out.bookmark.collection).toBeNull();
  expect(gone).toMatchObject({ bookmark: null, deletedBookmarkId: first.bookmark.id, userErrors: [] });
  expect(gone.post.viewerHasBookmarked).toBe(false);
  expect(never).toMatchObject({ deletedBookmarkId: null, userErrors: [] });
  expect(await findDrift(interactions.db)).toEqual([]);
});

test('bookmarks are read page by page, all or those of a collection, and each collection is counted', async () => {
  const [author, reader] = await introduce(interactions, 'author', 'reader');
  const { collection } = await collect(reader, { name: 'b' });
  await collect(reader, { name: 'A' });
  const postIds: string[] = [];
  for (let number = 0; number < 5; number++) {
    const postId = await publish(interactions, author);
    await bookmark(reader, { postId, ...(number % 2 === 0 && { collectionId: collection.id }) });
    postIds.push(postId);
  }
  const ids = (shelf: { bookmarks: { edges: { node: { post: { id: string } } }[] } }) =>
    shelf.bookmarks.edges.map(({ node }) => postIds.indexOf(node.post.id));

  const first = await shelfOf(reader, '(first: 3)');
  const second = await shelfOf(reader, `(first: 3, after: "${first.bookmarks.pageInfo.endCursor}")`);
  const some = await shelfOf(reader, `(collectionId: "${collection.id}")`);

  expect([ids(first), ids(second), ids(some)]).toEqual([
    [4, 3, 2],
    [1, 0],
    [4, 2, 0],
  ]);
  expect([first.bookmarks.totalCount, some.bookmarks.totalCount]).toEqual([5, 3]);
  expect(first.bookmarkCollections).toEqual([
    { name: 'A', count: 0 },
    { name: 'b', count: 3 },
  ]);
});

test('a collection is one by its name in any case; deleted, it leaves its bookmarks', async () => {
  const [author, reader, other] = await introduce(interactions, 'author', 'reader', 'other');
  const { collection } = await collect(reader, { name: 'Later', idempotencyKey: 'k' });
  const again = await collect(reader, { name: 'Later', idempotencyKey: 'k' });
  const taken = await collect(reader, { name: 'LATER' });
  const renamed = await collect(reader, { name: 'later', collectionId: collection.id });
  const postId = await publish(interactions, author);
  await bookmark(reader, { postId, collectionId: collection.id });

  expect(again.collection.id).toBe(collection.id);
  expect(taken.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['input', 'name'] }]);
  expect(renamed.collection).toEqual({ id: collection.id, name: 'later', count: 0 });
  expect((await collect(reader, { name: ' ' })).userErrors).toMatchObject([{ code: 'INVALID' }]);
  const theirs = { code: 'NOT_FOUND', path: ['input', 'collectionId'] };
  expect((await collect(other, { name: 'x', collectionId: collection.id })).userErrors).toMatchObject([theirs]);
  expect((await bookmark(other, { postId, collectionId: collection.id })).userErrors).toEqual([theirs]);
  const drop = async ({ viewer }: Person) =>
    (await interactions.ask(DROP, { collectionId: collection.id }, viewer)).data.payload;
  expect((await drop(other)).userErrors).toEqual([theirs]);
  expect(await drop(reader)).toEqual({ deletedCollectionId: collection.id, userErrors: [] });
  expect((await shelfOf(reader)).bookmarks.edges).toEqual([{ node: { post: { id: postId }, collection: null } }]);
});

test("a bookmark is nobody else's to see, by no way in", async () => {
  const [author, reader, other] = await introduce(interactions, 'author', 'reader', 'other');
  const postId = await publish(interactions, author);
  const { collection } = await collect(reader, { name: 'mine' });
  const { bookmark: kept } = await bookmark(reader, { postId, collectionId: collection.id });

  for (const [typename, id] of [
    ['Bookmark', kept.id],
    ['BookmarkCollection', collection.id],
  ] as const) {
    const seenBy = async (asker?: Person) =>
      (await askEntities(interactions, { typename, ids: [id], selection: 'id' }, asker?.viewer))[0];
    expect([await seenBy(reader), await seenBy(other), await seenBy(author), await seenBy()]).toEqual([
      { id },
      null,
      null,
      null,
    ]);
  }
  expect((await shelfOf(other, `(collectionId: "${collection.id}")`)).bookmarks.totalCount).toBe(0);
});

test('a bookmark of a post that became hidden stays, without its post; one of a deleted post goes', async () => {
  const [author, reader] = await introduce(interactions, 'author', 'reader');
  const { collection } = await collect(reader, { name: 'safe' });
  const [hidden, deleted] = [await publish(interactions, author), await publish(interactions, author)];
  for (const postId of [hidden, deleted]) await bookmark(reader, { postId });

  await tellOfPost(interactions, { postId: hidden, author, visibility: 'ONLY_ME', version: 2 });
  await tellOfPost(interactions, { postId: deleted, author, state: 'DELETED', version: 2 });
  await vi.waitUntil(async () => (await shelfOf(reader)).bookmarks.totalCount === 1, { timeout: 10_000 });

  expect((await shelfOf(reader)).bookmarks.edges).toEqual([{ node: { post: null, collection: null } }]);
  const moved = await bookmark(reader, { postId: hidden, collectionId: collection.id });
  expect(moved).toMatchObject({ bookmark: { collection: { name: 'safe' }, post: null }, post: null, userErrors: [] });
  const refused = await bookmark(author, { postId: deleted });
  expect(refused.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'postId'] }]);
  const back = await bookmark(reader, { postId: hidden, bookmarked: false });
  expect(back).toMatchObject({ deletedBookmarkId: expect.any(String), post: null, userErrors: [] });
  expect((await bookmark(reader, { postId: hidden, bookmarked: false })).userErrors).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
  expect(await findDrift(interactions.db)).toEqual([]);
});

test('only the author is told how many keep a post: of people in use, and the same whoever blocked whom', async () => {
  const [author, one, two, three] = await introduce(interactions, 'author', 'one', 'two', 'three');
  const postId = await publish(interactions, author);
  for (const person of [one, two, three]) await bookmark(person, { postId });

  expect([await countOf(postId, author), await countOf(postId, one), await countOf(postId)]).toEqual([3, null, null]);
  await tellOfEdge(interactions, [one, author], { isFollowing: false, isBlocking: true });
  await tellOfEdge(interactions, [author, three], { isFollowing: false, isBlocking: true });
  expect(await countOf(postId, author)).toBe(3);
  await tellOfPerson(interactions, two, { state: 'SUSPENDED', version: 2 });
  expect(await countOf(postId, author)).toBe(2);
  await vi.waitUntil(async () => (await findMiscounted(interactions.db)).length === 0, { timeout: 10_000 });
  expect(await countOf(postId, author)).toBe(2);
  await tellOfPerson(interactions, two, { state: 'ACTIVE', version: 3 });
  expect(await countOf(postId, author)).toBe(3);
  expect(await findDrift(interactions.db)).toEqual([]);
});

test('a hundred collections are kept at most', async () => {
  const [reader] = await introduce(interactions, 'reader');
  await interactions.database.sql`
    insert into interactions.bookmark_collection (id, user_id, name)
    select gen_random_uuid(), ${reader.id}, 'number ' || n from generate_series(1, 99) n`;

  const answers = await Promise.all(['x', 'y', 'z'].map((name) => collect(reader, { name })));

  expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code))).toEqual([
    'CONFLICT',
    'CONFLICT',
  ]);
});

test('whoever is forgotten leaves no bookmark, no collection and no muted thread; before, they take a copy along', async () => {
  const [author, reader] = await introduce(interactions, 'author', 'reader');
  const postId = await publish(interactions, author);
  const { collection } = await collect(reader, { name: 'dear' });
  await bookmark(reader, { postId, collectionId: collection.id });
  const mute = 'mutation ($id: ID!) { setThreadMuted(input: { postId: $id, muted: true }) { userErrors { code } } }';
  await interactions.ask(mute, { id: postId }, reader.viewer);
  const copy = async (part: 'bookmarks' | 'bookmark_collections' | 'muted_threads') =>
    await Array.fromAsync(parts[part](interactions.db, reader.id));

  expect(await copy('bookmarks')).toMatchObject([{ postId, collectionId: collection.id }]);
  expect(await copy('bookmark_collections')).toMatchObject([{ id: collection.id, name: 'dear' }]);
  expect(await copy('muted_threads')).toMatchObject([{ postId }]);

  const erasing = { db: interactions.db, userId: reader.id, note: async () => undefined };
  for (const step of forgetting.steps) while ((await step(erasing)) > 0);

  expect(await countOf(postId, author)).toBe(0);
  const left = await interactions.db.execute(sql`
    select user_id from interactions.bookmark where user_id = ${reader.id}
    union all select user_id from interactions.bookmark_collection where user_id = ${reader.id}
    union all select user_id from interactions.thread_mute where user_id = ${reader.id}`);
  expect([...left]).toEqual([]);
  expect(await findDrift(interactions.db)).toEqual([]);
});
