import { findHashtags, hashtagKey } from '@nexus/contracts/hashtag';
import { invalid } from '@nexus/kit/errors';
import { readText } from '@nexus/kit/text';

const MAX_TEXT_LENGTH = 5_000;
const MAX_HASHTAGS = 100;

/** The text of a post as it is kept; BAD_USER_INPUT at `path` when it is too long, or empty where there is no media. */
export function readPostText(raw: string, path: string, { mayBeEmpty = false } = {}): string {
  const text = readText(raw, { path, what: 'A post', max: MAX_TEXT_LENGTH, mayBeEmpty });
  const hashtags = new Set(findHashtags(text).map(({ name }) => hashtagKey(name)));
  if (hashtags.size > MAX_HASHTAGS) throw invalid(path, `A post has at most ${MAX_HASHTAGS} hashtags.`);
  return text;
}
