import { upsertUserRefs } from '@nexus/contracts/projections/user-ref';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce, type Person, person, tellOfPerson } from '@nexus/contracts/testing/told';
import { newId } from '@nexus/kit/new-id';
import { expect, test } from 'vitest';
import { publishPosts } from '../src/post/publish.service.ts';
import { userRefs } from '../src/tables/projections.ts';
import { annotateText } from '../src/text/annotate.service.ts';
import { editPost, publish, startPosts } from './stage.ts';

async function countsFor(posts: TestSubgraph, anchorId: string, person?: Person) {
  const query = 'query ($id: ID!) { hashtag(name: "tag") { postCount } post(id: $id) { quoteCount } }';
  const { hashtag, post } = (await posts.ask(query, { id: anchorId }, person?.viewer)).data;
  return [hashtag?.postCount ?? null, post.quoteCount];
}

test('posts of an account leave the public counts when it closes or is switched off, and come back with it', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const anchor = await publish(posts, bob, 'anchor #tag');
  const postId = await publish(posts, ada, { text: 'ada #tag', quotedPostId: anchor });
  await publish(posts, ada, { text: 'for me #tag', quotedPostId: anchor, visibility: 'ONLY_ME' });
  expect(await countsFor(posts, anchor)).toEqual([2, 1]);

  const changes = [{ isPrivate: true }, { isPrivate: false }, { state: 'SUSPENDED' }, { state: 'ACTIVE' }] as const;
  for (const [index, change] of changes.entries()) {
    await tellOfPerson(posts, ada, { ...change, version: index + 2 });
    expect(await countsFor(posts, anchor), JSON.stringify(change)).toEqual(index % 2 ? [2, 1] : [1, 0]);
  }

  await tellOfPerson(posts, ada, { isPrivate: true, version: 9 });
  await editPost(posts, ada.viewer, { postId, expectedRevision: 1, text: 'edited #tag #other' });
  await publish(posts, ada, { text: 'new #tag', quotedPostId: anchor });
  expect(await countsFor(posts, anchor)).toEqual([1, 0]);
  await tellOfPerson(posts, ada, { version: 10 });
  expect(await countsFor(posts, anchor)).toEqual([3, 2]);
});

test('of an account with very many posts the rest is counted anew in the background', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const anchor = await publish(posts, bob, 'anchor #tag');
  await posts.db.transaction(async (tx) => {
    const written = { text: 'many #tag', authorId: ada.id, visibility: 'PUBLIC' } as const;
    const shown = { ...written, ...(await annotateText(tx, written)), language: null, hasMedia: false };
    const many = Array.from({ length: 1_234 }, () => ({
      ...shown,
      id: newId(),
      createdAt: new Date(),
    }));
    await publishPosts(tx, many);
  });
  expect(await countsFor(posts, anchor)).toEqual([1_235, 0]);

  await tellOfPerson(posts, ada, { isPrivate: true, version: 2 });

  await expect.poll(() => countsFor(posts, anchor), { timeout: 20_000 }).toEqual([1, 0]);
  expect(await posts.database.sql`select from posts.post where is_counted`).toHaveLength(1);
  await expect.poll(() => posts.database.sql`select from posts.recount`).toHaveLength(0);
});

test('posts are recounted however a change of their author comes to be known here', async () => {
  await using posts = await startPosts();
  const [bob] = await introduce(posts, 'bob');
  const anchor = await publish(posts, bob, 'anchor #tag');
  const ada = person('ada');
  await publish(posts, ada, { text: 'by somebody nobody told of #tag', quotedPostId: anchor });
  expect(await countsFor(posts, anchor)).toEqual([1, 0]);
  const told = { userId: ada.id, handle: 'ada', displayName: 'Ada', avatar: null, isVerified: false } as const;

  for (const [version, isPrivate] of [false, true, false].entries()) {
    // As the hot store and rebuilds do: past the events.
    await upsertUserRefs(posts.db, userRefs, [
      { ...told, role: 'MEMBER', state: 'ACTIVE', isPrivate, version: version + 1 },
    ]);
    await expect.poll(() => countsFor(posts, anchor), { timeout: 5_000 }).toEqual(isPrivate ? [1, 0] : [2, 1]);
  }
});

test('who is switched off is seen in no list at once, and everywhere again when they are back', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const postId = await publish(posts, ada, 'by ada');
  const byBob = await publish(posts, bob, 'hello @ada');
  const seen = async () => {
    const [of] = await askEntities(posts, {
      typename: 'User',
      ids: [ada.userId],
      selection: 'postCount posts { edges { cursor } }',
    });
    const [one, two] = await askEntities(posts, {
      typename: 'Post',
      ids: [postId, byBob],
      selection: 'facets { mention { id } }',
    });
    return [of.postCount, of.posts.edges.length, one !== null, two.facets.length];
  };

  for (const [index, state] of (['DEACTIVATED', 'ACTIVE', 'SUSPENDED', 'ACTIVE', 'DELETED'] as const).entries()) {
    await tellOfPerson(posts, ada, { state, version: index + 2 });
    expect(await seen(), state).toEqual(state === 'ACTIVE' ? [1, 1, true, 1] : [0, 0, false, 0]);
  }
});
