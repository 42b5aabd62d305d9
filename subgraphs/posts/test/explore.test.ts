import { introduce, tellOfPerson } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { act, DAY_MS, engage, explore, HOUR_MS, hide, moderate, publishAt } from './discovery.ts';
import { block, deletePost, mute, muteWords, publish, startPosts } from './stage.ts';

const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS);

test('what most people engage with comes first; ten times as many make up for twelve hours and a half', async () => {
  await using posts = await startPosts();
  const people = await introduce(posts, 'ada', 'ben', 'cem', 'dan');
  const written = await Promise.all(
    people.map((person, index) =>
      publishAt(posts, person, { text: `post ${index}`, createdAt: ago([1, 13, 14, 20][index] ?? 0) }),
    ),
  );
  const [fresh = '', popular = '', shared = '', old = ''] = written.flat();
  expect((await explore(posts)).texts).toEqual(['post 0', 'post 1', 'post 2', 'post 3']);

  // log10(1 + n) has to make up for 12 and for 13 hours: 9 people are not enough, 30 people or 10 sharers are.
  await engage(posts, popular, { reactors: 7 });
  await engage(posts, shared, { reactors: 3, commenters: 3, sharers: 7 });
  await engage(posts, old, { reactors: 2 });
  expect((await explore(posts)).texts).toEqual(['post 2', 'post 0', 'post 1', 'post 3']);

  await engage(posts, fresh, { reactors: 100, version: 3 });
  await engage(posts, fresh, { reactors: 0, version: 2 });
  expect((await explore(posts)).texts[0]).toBe('post 0');
});

test('the window and the languages choose posts', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const [, , week = ''] = await publishAt(
    posts,
    ada,
    { text: 'now', language: 'en-GB' },
    { text: 'today', createdAt: ago(5), language: 'de' },
    { text: 'this week', createdAt: new Date(Date.now() - 3 * DAY_MS) },
    { text: 'long ago', createdAt: new Date(Date.now() - 8 * DAY_MS) },
  );
  await engage(posts, week, { sharers: 1_000_000 });
  await publishAt(posts, bob, { text: 'du jour', createdAt: ago(6), language: 'fr' });

  expect((await explore(posts, undefined, { window: 'HOUR' })).texts).toEqual(['now']);
  expect((await explore(posts)).texts).toEqual(['now', 'today', 'du jour']);
  expect((await explore(posts, undefined, { window: 'WEEK' })).texts).toEqual(['this week', 'now', 'du jour']);
  expect((await explore(posts, undefined, { languages: ['en', 'fr'] })).texts).toEqual(['now', 'du jour']);
  await expect(explore(posts, undefined, { languages: ['no language'] })).rejects.toThrow('BAD_USER_INPUT');
});

test('nothing hidden, sensitive, moderated or by people who would not be found is explored', async () => {
  await using posts = await startPosts();
  const [ada, shy, shut, gone, limited] = await introduce(posts, 'ada', 'shy', 'shut', 'gone', 'limited');
  for (const person of [shy, shut, gone, limited]) await publish(posts, person, `by ${person.handle}`);
  await publish(posts, ada, { text: 'for followers', visibility: 'FOLLOWERS' });
  await publish(posts, ada, { text: 'sensitive', isSensitive: true });
  await publish(posts, ada, { text: 'warned of', contentWarning: 'spiders' });
  const away = await publish(posts, ada, 'away');
  await deletePost(posts, ada.viewer, away);
  for (const change of [{ isLimited: true }, { isRemoved: true }, { labels: ['VIOLENCE'] as ['VIOLENCE'] }]) {
    const [author] = await introduce(posts, `author_of_${Object.keys(change)}`);
    await moderate(posts, { post: await publish(posts, author, 'moderated') }, change);
  }
  await hide(posts, shy, { isDiscoverable: false });
  await tellOfPerson(posts, shut, { isPrivate: true, version: 2 });
  await tellOfPerson(posts, gone, { state: 'DEACTIVATED', version: 2 });
  await moderate(posts, { person: limited }, { isLimited: true });
  const [bob] = await introduce(posts, 'bob');
  await publish(posts, bob, 'fine');

  expect((await explore(posts)).texts).toEqual(['fine']);
  expect((await explore(posts, ada.viewer)).texts).toEqual(['fine']);
});

test('blocks, mutes, muted words and what I said against it keep posts away from me alone', async () => {
  await using posts = await startPosts();
  const [ada, ben, cem, dan, eve, fay] = await introduce(posts, 'ada', 'ben', 'cem', 'dan', 'eve', 'fay');
  await publish(posts, ben, 'by the blocked');
  await publish(posts, cem, 'by the muted');
  await publish(posts, dan, 'a spoiler');
  const unwanted = await publish(posts, eve, 'unwanted');
  await publish(posts, eve, 'by eve too');
  await publish(posts, fay, 'by fay');
  await block(posts, [ada, ben]);
  await mute(posts, [ada, cem]);
  await muteWords(posts, ada, { words: ['spoiler'] });
  const feedback = { postId: unwanted, feedback: 'NOT_INTERESTED' };
  const said = await act(posts, ada.viewer, ['setPostFeedback', feedback, 'post { viewerFeedback }']);
  expect(said).toEqual({ post: { viewerFeedback: 'NOT_INTERESTED' }, userErrors: [] });

  expect((await explore(posts, ada.viewer)).texts).toEqual(['by fay', 'by eve too']);
  const fewer = await act(posts, ada.viewer, [
    'setShowFewer',
    { userId: fay.userId, showFewer: true },
    'user { viewerShowsFewer }',
  ]);
  expect(fewer.user).toEqual({ viewerShowsFewer: true });
  expect((await explore(posts, ada.viewer)).texts).toEqual(['by eve too']);
  expect((await explore(posts)).texts).toHaveLength(6);

  await act(posts, ada.viewer, ['setShowFewer', { userId: fay.userId, showFewer: false }, '']);
  await act(posts, ada.viewer, ['setPostFeedback', { postId: unwanted }, '']);
  expect((await explore(posts, ada.viewer)).texts).toEqual(['by fay', 'by eve too', 'unwanted']);
});

test('I cannot say anything of what I may not see, nor that I want fewer posts of mine', async () => {
  await using posts = await startPosts();
  const [ada, ben] = await introduce(posts, 'ada', 'ben');
  const hidden = await publish(posts, ben, { text: 'hidden', visibility: 'ONLY_ME' });
  const feedback = { postId: hidden, feedback: 'NOT_INTERESTED' };
  const refused = [{ code: 'NOT_FOUND', path: ['input', 'postId'] }];
  expect((await act(posts, ada.viewer, ['setPostFeedback', feedback, ''])).userErrors).toEqual(refused);
  await block(posts, [ben, ada]);
  const fewer = await act(posts, ada.viewer, ['setShowFewer', { userId: ben.userId, showFewer: true }, '']);
  expect(fewer.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'userId'] }]);
  const own = await act(posts, ada.viewer, ['setShowFewer', { userId: ada.userId, showFewer: true }, '']);
  expect(own.userErrors).toEqual([{ code: 'INVALID', path: ['input', 'userId'] }]);
});

test('an author has two posts on a page, and pages go on', async () => {
  await using posts = await startPosts();
  const people = await introduce(posts, 'ada', 'ben', 'cem');
  for (const [index, person] of people.entries()) {
    const written = Array.from({ length: 4 }, (_, at) => ({
      text: `${person.handle} ${at}`,
      createdAt: ago(1 + index * 4 + at),
    }));
    await publishAt(posts, person, ...written);
  }

  const first = await explore(posts, undefined, { first: 3 });
  expect(first).toMatchObject({ texts: ['ada 0', 'ada 1', 'ben 0'], hasNextPage: true });
  const second = await explore(posts, undefined, { first: 3, after: first.endCursor });
  expect(second.texts).toEqual(['ben 1', 'ben 2', 'cem 0']);
  const third = await explore(posts, undefined, { first: 3, after: second.endCursor });
  expect(third).toMatchObject({ texts: ['cem 1', 'cem 2'], hasNextPage: false });
});

test('an author with hundreds of posts does not fill the pages after', async () => {
  await using posts = await startPosts();
  const [busy, calm] = await introduce(posts, 'busy', 'calm');
  const many = Array.from({ length: 25 }, (_, at) => ({ text: `busy ${at}`, createdAt: ago(1 + at / 100) }));
  await publishAt(posts, busy, ...many);
  await publishAt(posts, calm, { text: 'calm', createdAt: ago(5) });

  const first = await explore(posts, undefined, { first: 3 });
  expect(first).toMatchObject({ texts: ['busy 0', 'busy 1'], hasNextPage: true });
  const second = await explore(posts, undefined, { first: 3, after: first.endCursor });
  expect(second).toMatchObject({ texts: ['busy 20', 'busy 21', 'calm'], hasNextPage: false });
});

test('nobody sees a post twice while ranks move up and down', async () => {
  await using posts = await startPosts();
  const people = await introduce(posts, ...Array.from({ length: 10 }, (_, index) => `person${index}`));
  const ids: string[] = [];
  for (const [index, person] of people.entries()) {
    ids.push(...(await publishAt(posts, person, { text: `${index}`, createdAt: ago(index) })));
  }
  for (const [index, id] of ids.entries()) await engage(posts, id, { reactors: 50 - index });
  const seen: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < 10; page += 1) {
    const shown = await explore(posts, undefined, { first: 2, after });
    seen.push(...shown.texts);
    after = shown.endCursor;
    if (!shown.hasNextPage) break;
    const version = page + 2;
    // What was shown falls to the bottom, what comes last rises to the top.
    for (const text of shown.texts) await engage(posts, ids[Number(text)] ?? '', { reactors: 0, version });
    await engage(posts, ids[9 - page] ?? '', { reactors: 1_000_000, version });
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.slice(0, 4)).toEqual(['0', '1', '2', '3']);
});

test('a like that is given and taken back hides a post from nobody who could not have seen it', async () => {
  await using posts = await startPosts();
  const people = await introduce(posts, 'ada', 'ben', 'cem');
  const ids: string[] = [];
  for (const [index, person] of people.entries()) {
    ids.push(...(await publishAt(posts, person, { text: `${index}`, createdAt: ago(index) })));
  }
  const [best = '', risen = '', low = ''] = ids;
  await engage(posts, best, { reactors: 50 });
  const first = await explore(posts, undefined, { first: 1 });

  for (const [version, reactors] of [3, 4, 3].entries()) await engage(posts, low, { reactors, version: version + 1 });
  // This one stood above the first page's last for a moment.
  for (const [version, reactors] of [99, 0].entries()) await engage(posts, risen, { reactors, version: version + 1 });

  expect(first.texts).toEqual(['0']);
  expect((await explore(posts, undefined, { first: 5, after: first.endCursor })).texts).toEqual(['2']);
});

test('a cursor of another list is refused', async () => {
  await using posts = await startPosts();
  await expect(explore(posts, undefined, { after: 'MXx4' })).rejects.toThrow('BAD_USER_INPUT');
  const cursor = (...parts: unknown[]) => Buffer.from(['1', ...parts].join('|')).toString('base64url');
  for (const rank of ['NaN', 'Infinity', ''])
    await expect(explore(posts, undefined, { after: cursor('rank', rank, 'x', 1) })).rejects.toThrow('BAD_USER_INPUT');
});
