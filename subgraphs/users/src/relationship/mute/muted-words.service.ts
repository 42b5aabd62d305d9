import type { MutedWords } from '@nexus/contracts/events';
import { invalid } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../../context.ts';
import { requireLiveSession } from '../../session/live-session.ts';
import { readMuteDuration } from './mute-duration.ts';
import { mutedWordKey, readMutedWord } from './muted-word.ts';
import { lockMutedWords, replaceMutedWords } from './muted-words.store.ts';

const MAX_WORDS = 200;
/** Each post of a feed is searched for all of them: this bounds how long one can take. */
const MAX_CHARACTERS = 4_000;

type Words = MutedWords['words'];

/** The words that the viewer does not want to read, the latest first. */
export async function listMutedWords({ loaders }: Context, viewerId: string) {
  const found = await loaders.mutedWords.load(viewerId);
  return (found?.words ?? [])
    .filter(lasts)
    .toReversed()
    .map(({ word, expiresAt }) => ({ word, expiresAt: expiresAt === null ? null : new Date(expiresAt) }));
}

/** Mutes a word for the viewer; muting it again sets the time anew. */
export async function addMutedWord(
  context: Context,
  { word: raw, durationSeconds }: { word: string; durationSeconds?: number | null },
): Promise<void> {
  const word = readMutedWord(raw, 'input.word');
  const seconds = readMuteDuration(durationSeconds, 'input.durationSeconds');
  const expiresAt = seconds === null ? null : new Date(Date.now() + seconds * 1_000).toISOString();
  await changeMutedWords(context, (words) => {
    const others = words.filter(isNot(word));
    if (others.length >= MAX_WORDS) throw invalid('input.word', `Mute at most ${MAX_WORDS} words.`);
    if (lengthOf(others) + word.length > MAX_CHARACTERS) {
      throw invalid('input.word', `Muted words have at most ${MAX_CHARACTERS} characters together.`);
    }
    return [...others, { word, expiresAt }];
  });
}

/** Lets the viewer read a word again; nothing if it is not muted. */
export async function removeMutedWord(context: Context, raw: string): Promise<void> {
  const word = readMutedWord(raw, 'input.word');
  await changeMutedWords(context, (words) => words.filter(isNot(word)));
}

async function changeMutedWords(context: Context, change: (words: Words) => Words): Promise<void> {
  const viewer = await requireLiveSession(context);
  await transact(context, async (tx, tell) => {
    const before = await lockMutedWords(tx, viewer.id);
    const after = change(before.filter(lasts));
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    const { userId, words, version } = await replaceMutedWords(tx, viewer.id, after);
    await tell('users.muted_words.changed.v1', { userId, words, version });
  });
}

const lengthOf = (words: Words) => words.reduce((sum, { word }) => sum + word.length, 0);

const lasts = ({ expiresAt }: Words[number]) => expiresAt === null || Date.parse(expiresAt) > Date.now();

function isNot(word: string): (other: Words[number]) => boolean {
  const key = mutedWordKey(word);
  return (other) => mutedWordKey(other.word) !== key;
}
