import { encodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce, type Person, tellOfPerson } from '@nexus/contracts/testing/told';
import { newId } from '@nexus/kit/new-id';
import { describe, expect, test } from 'vitest';
import { moderate } from './discovery.ts';
import { createPost, deletePost, follow, publish, startPosts } from './stage.ts';

const QUOTES = `quoteCount quotes(first: 2) { edges { node { text } } pageInfo { hasNextPage endCursor } }`;

async function postOf(posts: TestSubgraph, id: string, [selection, viewer]: [string, Person?]) {
  return (await askEntities(posts, { typename: 'Post', ids: [id], selection }, viewer?.viewer))[0];
}

test('a post shows what it quotes, and who quotes it, the newest first', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const quotedPostId = await publish(posts, ada, 'quoted');
  const [one] = [
    await publish(posts, bob, { text: 'one', quotedPostId }),
    await publish(posts, bob, { text: 'two', quotedPostId, visibility: 'FOLLOWERS' }),
    await publish(posts, ada, { text: 'three', quotedPostId }),
  ];

  const quoted = '{ quoted { ... on Post { text quoted { __typename } } } }';
  expect(await postOf(posts, one, [quoted.slice(1, -1)])).toEqual({ quoted: { text: 'quoted', quoted: null } });
  const page = await postOf(posts, quotedPostId, [QUOTES, bob]);
  expect(page.quoteCount).toBe(2);
  expect(page.quotes.edges.map(({ node }: { node: { text: string } }) => node.text)).toEqual(['three', 'two']);
  const next = `quotes(after: "${page.quotes.pageInfo.endCursor}") { edges { node { text } } }`;
  expect(await postOf(posts, quotedPostId, [next, bob])).toEqual({ quotes: { edges: [{ node: { text: 'one' } }] } });
});

test('what is quoted says why it is not shown when it is gone, or for others only', async () => {
  await using posts = await startPosts();
  const [ada, bob, cem] = await introduce(posts, 'ada', 'bob', 'cem');
  const [gone, removed, closed, off] = [
    await publish(posts, ada, 'gone'),
    await publish(posts, bob, 'removed'),
    await publish(posts, bob, 'closed'),
    await publish(posts, cem, 'off'),
  ];
  const quotes = [];
  for (const quotedPostId of [gone, removed, closed, off]) {
    quotes.push(await publish(posts, ada, { text: 'see', quotedPostId }));
  }
  await deletePost(posts, ada.viewer, gone);
  await moderate(posts, { post: removed }, { isRemoved: true });
  const selection = 'quoted { ... on UnavailablePost { id reason } }';
  // Nobody says of its author that they deleted it.
  expect(await postOf(posts, quotes[1] ?? '', [selection])).toEqual({ quoted: { id: removed, reason: 'NOT_FOUND' } });
  await tellOfPerson(posts, bob, { isPrivate: true, version: 2 });
  await tellOfPerson(posts, cem, { state: 'DEACTIVATED', version: 2 });

  const found = await askEntities(posts, {
    typename: 'Post',
    ids: quotes,
    selection,
  });

  expect(found.map(({ quoted }: { quoted: object }) => quoted)).toEqual([
    { id: gone, reason: 'DELETED' },
    { id: removed, reason: 'RESTRICTED' },
    { id: closed, reason: 'RESTRICTED' },
    { id: off, reason: 'NOT_FOUND' },
  ]);
});

test('a quote that is deleted is counted and listed no more', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const quotedPostId = await publish(posts, ada, 'quoted');
  await deletePost(posts, ada.viewer, await publish(posts, ada, { text: 'quote', quotedPostId }));

  const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
  expect(await postOf(posts, quotedPostId, [QUOTES])).toEqual({ quoteCount: 0, quotes: none });
});

describe('a quote policy', () => {
  test.each([
    { quotePolicy: 'EVERYONE', admits: ['author', 'fan', 'idol', 'stranger'] },
    { quotePolicy: 'FOLLOWERS', admits: ['author', 'fan'] },
    { quotePolicy: 'FOLLOWING', admits: ['author', 'idol'] },
    { quotePolicy: 'NOBODY', admits: ['author'] },
  ])('$quotePolicy admits $admits', async ({ quotePolicy, admits }) => {
    await using posts = await startPosts();
    const people = await introduce(posts, 'author', 'fan', 'idol', 'stranger');
    const [author, fan, idol] = people;
    await follow(posts, [fan, author]);
    await follow(posts, [author, idol]);
    const id = await publish(posts, author, 'quoted');
    const query = `mutation ($input: SetPostPoliciesInput!) { setPostPolicies(input: $input) { post { commentPolicy quotePolicy } userErrors { code } } }`;
    const set = async ({ viewer }: Person) =>
      (await posts.ask(query, { input: { postId: id, quotePolicy } }, viewer)).data;
    expect((await set(author)).setPostPolicies.post).toEqual({ commentPolicy: 'EVERYONE', quotePolicy });
    expect((await set(fan)).setPostPolicies.userErrors).toEqual([{ code: 'FORBIDDEN' }]);

    for (const person of people) {
      const isAdmitted = admits.includes(person.handle);
      const { permissions } = await postOf(posts, id, ['permissions { canQuote }', person]);
      const { userErrors } = await createPost(posts, person.viewer, { text: 'see', quotedPostId: id });
      expect([permissions.canQuote, userErrors.length === 0]).toEqual([isAdmitted, isAdmitted]);
      if (!isAdmitted) expect(userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    expect(await postOf(posts, id, ['permissions { canQuote }'])).toEqual({ permissions: { canQuote: false } });
  });
});

test('what is not public is not quoted, by nobody', async () => {
  await using posts = await startPosts();
  const [ada, fan] = await introduce(posts, 'ada', 'fan');
  await follow(posts, [fan, ada]);
  const [forFollowers, ofPrivate] = [
    await publish(posts, ada, { text: 'psst', visibility: 'FOLLOWERS' }),
    await publish(posts, ada, 'open'),
  ];
  await tellOfPerson(posts, ada, { isPrivate: true, version: 2 });
  const codes = async ({ viewer }: Person, quotedPostId: string) =>
    (await createPost(posts, viewer, { text: 'see', quotedPostId })).userErrors.map(
      ({ code }: { code: string }) => code,
    );

  expect(await codes(fan, forFollowers)).toEqual(['FORBIDDEN']);
  expect(await codes(ada, forFollowers)).toEqual(['FORBIDDEN']);
  expect(await codes(fan, ofPrivate)).toEqual(['FORBIDDEN']);
  expect(await codes(ada, ofPrivate)).toEqual([]);
  expect(await codes(fan, encodeId('post', newId()))).toEqual(['NOT_FOUND']);
});

test('a lookup answers in the order of its ids, whatever they are of, and at most a hundred', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const [one, two] = [await publish(posts, ada, 'one'), await publish(posts, ada, 'two')];
  const never = encodeId('post', newId());
  const query =
    'query ($ids: [ID!]!) { postLookup(ids: $ids) { ... on Post { text } ... on UnavailablePost { id reason } } }';
  const { data } = await posts.ask(query, { ids: [two, never, one, two] });

  const unknown = { id: never, reason: 'NOT_FOUND' };
  expect(data.postLookup).toEqual([{ text: 'two' }, unknown, { text: 'one' }, { text: 'two' }]);
  for (const ids of [[one, ada.userId], Array(101).fill(one)])
    expect((await posts.ask(query, { ids })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
