import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { signInFrom, signUp, viewerOf } from './people.ts';
import { act, ask, handlesOf, meet, startUsers, toldOf } from './stage.ts';

const GRAPH = `query ($id: ID!) {
  user(id: $id) {
    handle bio followerCount followingCount
    followers { totalCount edges { node { handle } } } following { totalCount } followersYouKnow { totalCount }
  }
}`;

test('settings are changed one by one, and only what others must know is told', async () => {
  await using users = await startUsers();
  const [maria] = await meet(users, 'maria');

  const first = await act(users, maria, ['updatePrivacy', { hideFollowGraph: true }]);
  const second = await act(users, maria, ['updatePrivacy', { isDiscoverable: false, isPrivateAccount: null }]);
  for (const _ of ['once', 'twice']) await act(users, maria, ['updatePrivacy', { isPrivateAccount: true }]);

  expect(first.viewer.privacy).toEqual({ isPrivateAccount: false, isDiscoverable: true, hideFollowGraph: true });
  expect(second.viewer.privacy).toEqual({ isPrivateAccount: false, isDiscoverable: false, hideFollowGraph: true });
  expect(await toldOf(users, 'users.user.updated.v1')).toMatchObject([{ isPrivate: true, version: 2 }]);
});

test('whom a private account knows is for its followers; that it is there, for all', async () => {
  await using users = await startUsers();
  const [maria, ann, eve] = await meet(users, 'maria', 'ann', 'eve');
  await act(users, ann, ['followUser', { userId: maria.id }]);
  await act(users, eve, ['followUser', { userId: ann.id }]);
  await act(users, maria, ['updatePrivacy', { isPrivateAccount: true }]);

  const shown = { handle: 'maria', bio: null, followerCount: 1, followingCount: 0 };
  for (const as of [eve, undefined]) {
    const { user } = await ask(users, GRAPH, { as, id: maria.id });
    expect(user).toEqual({ ...shown, followers: null, following: null, followersYouKnow: null });
  }
  for (const as of [maria, ann]) {
    const { user } = await ask(users, GRAPH, { as, id: maria.id });
    expect(user).toMatchObject({ ...shown, followers: { totalCount: 1 }, following: { totalCount: 0 } });
  }
});

test('whoever hides whom they know hides it from all but themselves', async () => {
  await using users = await startUsers();
  const [maria, ann] = await meet(users, 'maria', 'ann');
  await act(users, ann, ['followUser', { userId: maria.id }]);
  await act(users, maria, ['updatePrivacy', { hideFollowGraph: true }]);

  const { user } = await ask(users, GRAPH, { as: ann, id: maria.id });
  expect(user).toMatchObject({ followers: null, following: null, followersYouKnow: null, followerCount: 1 });
  expect(handlesOf((await ask(users, GRAPH, { as: maria, id: maria.id })).user.followers)).toEqual(['ann']);
});

test('whoever does not want to be found is not, but is there for those who know their name', async () => {
  await using users = await startUsers();
  const [maria, ann] = await meet(users, 'maria', 'ann');
  await act(users, maria, ['updatePrivacy', { isDiscoverable: false }]);
  const SEARCH = `{
    byHandle: searchUsers(query: "mari") { edges { node { handle } } }
    byName: searchUsers(query: "the maria") { edges { node { handle } } }
    user(handle: "maria") { handle }
  }`;

  const found = await ask(users, SEARCH, { as: ann });
  expect(found.user).toEqual({ handle: 'maria' });
  expect(handlesOf(found.byHandle)).toEqual([]);
  expect(handlesOf(found.byName)).not.toContain('maria');
});

test('the followers whom one knows are those one follows, the one followed last first, with pages', async () => {
  await using users = await startUsers();
  const [star, viewer, ann, ben, cat, stranger] = await meet(users, 'star', 'viewer', 'ann', 'ben', 'cat', 'stranger');
  for (const fan of [ann, ben, cat, stranger]) await act(users, fan, ['followUser', { userId: star.id }]);
  for (const known of [cat, ann, ben]) await act(users, viewer, ['followUser', { userId: known.id }]);
  const KNOWN = `query ($id: ID!, $after: String) {
    user(id: $id) {
      followersYouKnow(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { since node { handle } } }
    }
  }`;

  const first = (await ask(users, KNOWN, { as: viewer, id: star.id })).user.followersYouKnow;
  const rest = await ask(users, KNOWN, { as: viewer, id: star.id, after: first.pageInfo.endCursor });

  expect(handlesOf(first)).toEqual(['ben', 'ann']);
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  expect(handlesOf(rest.user.followersYouKnow)).toEqual(['cat']);
  expect((await ask(users, KNOWN, { id: star.id })).user.followersYouKnow).toBeNull();
});

test('of the followers whom one knows those are looked for whom one followed last, a thousand', async () => {
  await using users = await startUsers();
  const [star, viewer, ann, ben] = await meet(users, 'star', 'viewer', 'ann', 'ben');
  for (const fan of [ann, ben]) await act(users, fan, ['followUser', { userId: star.id }]);
  for (const known of [ann, ben]) await act(users, viewer, ['followUser', { userId: known.id }]);
  await users.db.execute(sql`
    with person as (insert into users."user" (id, handle, display_name) select uuidv7(), 'p' || n, n from generate_series(1, 999) n returning id)
    insert into users.relationship (source_id, target_id, is_following, followed_at)
    select ${viewer.viewer.id}, id, true, now() from person`);

  const KNOWN = 'query ($id: ID!) { user(id: $id) { followersYouKnow { totalCount edges { node { handle } } } } }';
  const { user } = await ask(users, KNOWN, { as: viewer, id: star.id });

  expect(handlesOf(user.followersYouKnow)).toEqual(['ben']);
  expect(user.followersYouKnow.totalCount).toBe(1);
});

test('the role of a person is theirs to see and part of their access token', async () => {
  await using users = await startUsers();
  const maria = await signUp(users, 'maria');
  expect(maria.viewer.role).toBe('MEMBER');
  await users.db.execute(sql`update users."user" set role = 'MODERATOR'`);

  const { accessToken } = await signInFrom(users, { ip: '203.0.113.7' });

  expect(viewerOf(accessToken)).toMatchObject({ id: maria.viewer.id, role: 'MODERATOR' });
  expect(await ask(users, '{ viewer { role } }', { as: maria })).toEqual({ viewer: { role: 'MODERATOR' } });
});
