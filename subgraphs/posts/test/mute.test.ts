import { encodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce, type Person } from '@nexus/contracts/testing/told';
import { describe, expect, test } from 'vitest';
import { follow, homeFeed, makeList, mute, muteWords, publish, share, startPosts } from './stage.ts';

const MINUTE = 60_000;
/** Fifty Han characters in a row of Unicode, with spaces between them. */
const hanPhrase = (from: number) =>
  Array.from({ length: 50 }, (_, nth) => String.fromCodePoint(0x4e00 + from + nth)).join(' ');
const textsOf = ({ edges }: { edges: { node: { text: string } }[] }) => edges.map(({ node }) => node.text);

async function listFeed(posts: TestSubgraph, listId: string, { viewer }: Person): Promise<string[]> {
  const list = { typename: 'UserList', ids: [encodeId('list', listId)], selection: 'feed { edges { node { text } } }' };
  return textsOf((await askEntities(posts, list, viewer))[0].feed);
}

async function hashtagFeed(posts: TestSubgraph, name: string, { viewer }: Person) {
  const query = 'query ($name: String!) { hashtag(name: $name) { postCount posts { edges { node { text } } } } }';
  const { hashtag } = (await posts.ask(query, { name }, viewer)).data;
  return { texts: textsOf(hashtag.posts), postCount: hashtag.postCount };
}

test('whom I muted comes to no feed of mine, by whomever; whoever looks for them finds them', async () => {
  await using posts = await startPosts();
  const [me, loud, friend] = await introduce(posts, 'me', 'loud', 'friend');
  await follow(posts, [me, friend]);
  const byLoud = await publish(posts, loud, 'loud #tag');
  const byFriend = await publish(posts, friend, 'quiet #tag');
  await share(posts, [friend, byLoud]);
  await share(posts, [loud, byFriend]);
  const listId = await makeList(posts, [friend, friend, loud]);
  await mute(posts, [me, loud]);

  const { edges, texts } = await homeFeed(posts, me.viewer);
  expect(texts).toEqual(['quiet #tag']);
  expect(edges[0]?.reason).toBeNull();
  expect(await listFeed(posts, listId, me)).toEqual(['quiet #tag']);
  expect(await listFeed(posts, listId, friend)).toEqual(['quiet #tag', 'loud #tag']);
  expect(await hashtagFeed(posts, 'tag', me)).toEqual({ texts: ['quiet #tag'], postCount: 2 });

  const visited = { typename: 'User', ids: [loud.userId], selection: 'postCount posts { edges { node { text } } }' };
  const [{ postCount, posts: theirs }] = await askEntities(posts, visited, me.viewer);
  expect([postCount, textsOf(theirs)]).toEqual([1, ['loud #tag']]);
  const post = { typename: 'Post', ids: [byLoud], selection: 'text' };
  expect(await askEntities(posts, post, me.viewer)).toEqual([{ text: 'loud #tag' }]);
});

test('muting ends at its time, and is nothing to the muted', async () => {
  await using posts = await startPosts();
  const [me, loud] = await introduce(posts, 'me', 'loud');
  await follow(posts, [loud, me]);
  await publish(posts, loud, 'by loud');
  await publish(posts, me, 'by me');

  await mute(posts, [me, loud], new Date(Date.now() + MINUTE));
  expect((await homeFeed(posts, me.viewer)).texts).toEqual(['by me']);
  expect((await homeFeed(posts, loud.viewer)).texts).toEqual(['by me', 'by loud']);
  await follow(posts, [me, loud], { version: 20 });
  expect((await homeFeed(posts, me.viewer)).texts).toEqual(['by me', 'by loud']);
});

test('a mute that is over hides nothing', async () => {
  await using posts = await startPosts();
  const [me, loud] = await introduce(posts, 'me', 'loud');
  await publish(posts, loud, 'by loud');

  await mute(posts, [me, loud], new Date(Date.now() - MINUTE));

  expect((await homeFeed(posts, me.viewer)).texts).toEqual(['by loud']);
});

describe('muted words', () => {
  test.each([
    ['cat', ['a CAT!', 'cat', '(cat)', '#cat'], ['cats', 'concat', 'cat_food']],
    ['free  Money', ['free money now', 'FREE\nMONEY'], ['money free', 'freemoney']],
    ['#Spoilers', ['the #spoilers are here', 'no spoilers'], ['spoiler']],
    ['C++', ['I write C++.', 'c++ or d'], ['c', 'c+']],
    ["don't", ["I DON'T know"], ['I do not']],
    ['a.b', ['see a.b here'], ['see axb here']],
    ['100%', ['100% sure'], ['1000 sure']],
    ['ÜBER', ['schon über allem'], ['überall']],
    ['caf\u00E9', ['a cafe\u0301!', 'CAF\u00C9'], ['cafe', 'caf\u00E9s']],
    ['cafe\u0301', ['a caf\u00E9'], ['cafe']],
    ['snake_case', ['in snake_case'], ['snake case', 'snakeXcase', 'snake']],
    ['(a|b)*\\', ['say (A|B)*\\ now'], ['a', 'b', '(a|b)*']],
    ['日本語', ['私は日本語が好き'], ['日本']],
    ['crypto', ['ｃｒｙｐｔｏ', '𝐜𝐫𝐲𝐩𝐭𝐨', 'cry\u200Bpto', 'cry\u00ADpto', '\u202Ecrypto'], ['cr\u0443pto', 'cry pto']],
    ['\uFB01sh', ['big fish'], ['selfish']],
    ['\u200B\u00AD', [], ['anything', 'any\u200Bthing']],
    ['👨‍👩‍👧', ['we 👨‍👩‍👧!'], ['👨 👩']],
  ])('%s hides what it is a word of', async (word, hidden, shown) => {
    await using posts = await startPosts();
    const [me, other] = await introduce(posts, 'me', 'other');
    await follow(posts, [me, other]);
    for (const text of [...hidden, ...shown]) await publish(posts, other, text);

    await muteWords(posts, me, { words: [word, 'something else'] });

    expect((await homeFeed(posts, me.viewer)).texts.toSorted()).toEqual(shown.toSorted());
  });

  test('as many and as long as they may be are looked for all the same', async () => {
    await using posts = await startPosts();
    const [me, other] = await introduce(posts, 'me', 'other');
    await follow(posts, [me, other]);
    const phrases = Array.from({ length: 200 }, (_, nth) => hanPhrase(nth * 50));
    await publish(posts, other, `before ${phrases[199]} after`);
    await publish(posts, other, hanPhrase(25));

    await muteWords(posts, me, { words: phrases });

    expect((await homeFeed(posts, me.viewer)).texts).toEqual([hanPhrase(25)]);
  });

  test('are looked for in hashtags, hide nothing of my own, and are muted until their time', async () => {
    await using posts = await startPosts();
    const [me, other] = await introduce(posts, 'me', 'other');
    await follow(posts, [me, other]);
    await publish(posts, other, 'hidden #tag #cats');
    await publish(posts, other, 'shown #tag');
    await publish(posts, me, 'mine #tag #cats');
    const listId = await makeList(posts, [me, me, other]);
    const all = ['mine #tag #cats', 'shown #tag'];

    await muteWords(posts, me, { words: ['cats'], expiresAt: new Date(Date.now() + MINUTE) });
    expect((await homeFeed(posts, me.viewer)).texts).toEqual(all);
    expect(await listFeed(posts, listId, me)).toEqual(all);
    expect(await hashtagFeed(posts, 'tag', me)).toEqual({ texts: all, postCount: 3 });
    expect((await homeFeed(posts, other.viewer)).texts).toHaveLength(2);

    await muteWords(posts, me, { words: ['cats'], expiresAt: new Date(Date.now() - MINUTE), version: 2 });
    expect((await homeFeed(posts, me.viewer)).texts).toHaveLength(3);
  });
});
