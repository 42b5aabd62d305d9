import { askEntities, introduce, type Person, tellOfEdge } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { publish, startInteractions, tellOfPost } from './stage.ts';

const ADD = `mutation ($input: AddCommentInput!) { addComment(input: $input) {
  commentEdge { node { id } } userErrors { code message path }
} }`;

test.each([
  ['EVERYONE', ['author', 'follower', 'followee', 'stranger']],
  ['FOLLOWERS', ['author', 'follower']],
  ['FOLLOWING', ['author', 'followee']],
  ['NOBODY', ['author']],
] as const)('comments for %s are taken of %s', async (commentPolicy, welcome) => {
  await using interactions = await startInteractions();
  const people = await introduce(interactions, 'author', 'follower', 'followee', 'stranger');
  const [author, follower, followee] = people;
  await tellOfEdge(interactions, [follower, author]);
  await tellOfEdge(interactions, [author, followee]);
  const postId = await publish(interactions, author, { commentPolicy });

  const outcome = async ({ viewer }: Person) => {
    const [post] = await askEntities(
      interactions,
      { typename: 'Post', ids: [postId], selection: 'canComment' },
      viewer,
    );
    const { data } = await interactions.ask(ADD, { input: { postId, text: 'x' } }, viewer);
    expect(post.canComment).toBe(data.addComment.commentEdge !== null);
    return data.addComment.userErrors[0]?.code ?? 'taken';
  };

  for (const person of people) {
    const isWelcome = welcome.some((handle) => handle === person.handle);
    expect([person.handle, await outcome(person)]).toEqual([person.handle, isWelcome ? 'taken' : 'FORBIDDEN']);
  }
  const [seen] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection: 'canComment' });
  expect(seen.canComment).toBe(false);
});

test('a policy holds from its change on, for replies too; what was said stays; a hidden post is not found', async () => {
  await using interactions = await startInteractions();
  const [author, fan, blocked] = await introduce(interactions, 'author', 'fan', 'blocked');
  const postId = await publish(interactions, author);
  const add = async ({ viewer }: Person, parentId?: string) =>
    (await interactions.ask(ADD, { input: { postId, parentId, text: 'x' } }, viewer)).data.addComment;
  const first = await add(fan);
  await tellOfEdge(interactions, [author, blocked], { isFollowing: false, isBlocking: true });
  await tellOfPost(interactions, { postId, author, commentPolicy: 'NOBODY', version: 2 });

  const again = await add(fan, first.commentEdge.node.id);
  const hidden = await add(blocked);

  const forbidden = 'The author of this post does not take comments from you.';
  expect(again.userErrors).toEqual([{ code: 'FORBIDDEN', message: forbidden, path: null }]);
  expect(hidden.userErrors).toMatchObject([{ code: 'NOT_FOUND', message: 'The post was not found.' }]);
  const count = { typename: 'Post', ids: [postId], selection: 'commentCount' };
  expect(await askEntities(interactions, count)).toEqual([{ commentCount: 1 }]);
});
