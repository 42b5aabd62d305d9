import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act, ask, attempt, handlesOf, meet, startUsers, toldOf } from './stage.ts';

const MUTED = '{ viewer { mutedUsers { totalCount edges { node { handle } } } } }';
const YEAR = 366 * 86_400;

test('a mute lasts as long as wished, is listed while it lasts, and the muted sees nothing of it', async () => {
  await using users = await startUsers();
  const [maria, ann, eve] = await meet(users, 'maria', 'ann', 'eve');
  await act(users, maria, ['followUser', { userId: eve.id }]);

  const forever = await act(users, maria, ['muteUser', { userId: eve.id }]);
  const timed = await act(users, maria, [
    'muteUser',
    {
      userId: ann.id,
      durationSeconds: 3_600,
      includeNotifications: false,
    },
  ]);

  expect(forever.user.relationship).toMatchObject({ isMuting: true, mutedUntil: null, isFollowing: true });
  const remaining = Date.parse(timed.user.relationship.mutedUntil) - Date.now();
  expect(remaining).toBeGreaterThan(3_500_000);
  expect(remaining).toBeLessThanOrEqual(3_600_500);
  expect(handlesOf((await ask(users, MUTED, { as: maria })).viewer.mutedUsers)).toEqual(['ann', 'eve']);
  const SEEN = 'query ($id: ID!) { user(id: $id) { relationship { isMuting isFollowedBy } } }';
  const seen = await ask(users, SEEN, { as: eve, id: maria.id });
  expect(seen.user.relationship).toEqual({ isMuting: false, isFollowedBy: true });
  const told = await toldOf(users, 'users.relationship.changed.v1');
  expect(told.slice(1)).toMatchObject([
    { isMuting: true, mutedUntil: null, mutesNotifications: true, isFollowing: true, version: 2 },
    { isMuting: true, mutesNotifications: false, isFollowing: false, version: 1 },
  ]);
});

test('a mute that is over is none', async () => {
  await using users = await startUsers();
  const [maria, ann] = await meet(users, 'maria', 'ann');
  await act(users, maria, ['muteUser', { userId: ann.id, durationSeconds: 60 }]);
  await users.db.execute(sql`update users.relationship set muted_until = now() - interval '1 second'`);

  expect((await ask(users, MUTED, { as: maria })).viewer.mutedUsers).toEqual({ totalCount: 0, edges: [] });
  const again = await act(users, maria, ['muteUser', { userId: ann.id }]);
  const ended = await act(users, maria, ['unmuteUser', { userId: ann.id }]);
  await act(users, maria, ['unmuteUser', { userId: ann.id }]);

  expect(again.user.relationship).toMatchObject({ isMuting: true, mutedUntil: null });
  expect(ended.user.relationship).toMatchObject({ isMuting: false });
  const told = await toldOf(users, 'users.relationship.changed.v1');
  expect(told.map(({ isMuting, version }) => [isMuting, version])).toEqual([
    [true, 1],
    [true, 2],
    [false, 3],
  ]);
});

test.each([0, -1, YEAR + 1])('nobody mutes for %d seconds', async (durationSeconds) => {
  await using users = await startUsers();
  const [maria, ann] = await meet(users, 'maria', 'ann');
  const path = ['input', 'durationSeconds'];

  const person = await attempt(users, maria, ['muteUser', { userId: ann.id, durationSeconds }]);
  const word = await attempt(users, maria, ['addMutedWord', { word: 'spoiler', durationSeconds }]);

  for (const { userErrors } of [person, word]) expect(userErrors).toMatchObject([{ code: 'INVALID', path }]);
});

test('words are muted once, in any spelling, for a while or without an end', async () => {
  await using users = await startUsers();
  const [maria] = await meet(users, 'maria');

  await act(users, maria, ['addMutedWord', { word: '  Season   Finale ' }]);
  await act(users, maria, ['addMutedWord', { word: '#spoiler', durationSeconds: 60 }]);
  const again = await act(users, maria, ['addMutedWord', { word: 'SEASON FINALE', durationSeconds: 60 }]);
  const time = expect.any(String);
  expect(again.viewer.mutedWords).toEqual([
    { word: 'SEASON FINALE', expiresAt: time },
    { word: '#spoiler', expiresAt: time },
  ]);

  const left = await act(users, maria, ['removeMutedWord', { word: 'season finale' }]);
  await act(users, maria, ['removeMutedWord', { word: 'never muted' }]);
  expect(left.viewer.mutedWords).toEqual([{ word: '#spoiler', expiresAt: time }]);
  const told = await toldOf(users, 'users.muted_words.changed.v1');
  expect(told.map(({ version }) => version)).toEqual([2, 3, 4, 5]);
  expect(told.at(-1)).toMatchObject({ userId: maria.viewer.id, words: [{ word: '#spoiler' }] });

  await users.db.execute(sql`
    update users.muted_words set words = '[{"word": "#spoiler", "expiresAt": "2020-01-01T00:00:00.000Z"}]'`);
  expect((await ask(users, '{ viewer { mutedWords { word } } }', { as: maria })).viewer.mutedWords).toEqual([]);
});

test('two hundred words are enough, of a hundred characters each and 4000 together, and none is empty', async () => {
  await using users = await startUsers();
  const [maria] = await meet(users, 'maria');
  await act(users, maria, ['addMutedWord', { word: 'x'.repeat(100) }]);
  const words = JSON.stringify(Array.from({ length: 200 }, (_, n) => ({ word: `word ${n}`, expiresAt: null })));
  await users.db.execute(sql`update users.muted_words set words = ${words}::jsonb`);

  for (const word of ['one more', ' ', '\u0000', '\u200b', 'x'.repeat(101)]) {
    const refused = await attempt(users, maria, ['addMutedWord', { word }]);
    expect(refused.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'word'] }]);
  }
  await act(users, maria, ['addMutedWord', { word: 'Word 7' }]);

  const long = JSON.stringify(
    Array.from({ length: 40 }, (_, n) => ({ word: `${n}`.padEnd(99, 'x'), expiresAt: null })),
  );
  await users.db.execute(sql`update users.muted_words set words = ${long}::jsonb`);
  const tooMuch = await attempt(users, maria, ['addMutedWord', { word: 'x'.repeat(41) }]);
  expect(tooMuch.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'word'] }]);
  await act(users, maria, ['addMutedWord', { word: 'x'.repeat(40) }]);
});

test('eight words at once are all there', async () => {
  await using users = await startUsers();
  const [maria] = await meet(users, 'maria');

  const words = Array.from({ length: 8 }, (_, n) => `word ${n}`);
  await Promise.all(words.map((word) => act(users, maria, ['addMutedWord', { word }])));

  const { viewer } = await ask(users, '{ viewer { mutedWords { word } } }', { as: maria });
  expect(viewer.mutedWords.map(({ word }: { word: string }) => word).toSorted()).toEqual(words);
});
