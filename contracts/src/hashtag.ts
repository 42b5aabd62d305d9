import { invalid } from '@nexus/kit/errors';

/** Letters, digits and underscores of any script, but not digits alone: `#1` is a number. */
const HASHTAG_NAME = /^(?!\p{N}+$)[\p{L}\p{M}\p{N}_]{1,100}$/u;
const HASHTAG = /(?<![\p{L}\p{M}\p{N}_&])[#＃]([\p{L}\p{M}\p{N}_]+)/gu;

/** What makes two spellings one hashtag, or undefined when it cannot be one; a leading `#` is let go. */
export function hashtagKey(written: string): string | undefined {
  const key = bareHashtag(written).normalize('NFKC').toLowerCase();
  return HASHTAG_NAME.test(key) ? key : undefined;
}

/** The same; BAD_USER_INPUT at `path` when it cannot be one. */
export function readHashtag(written: string, path: string): string {
  const key = hashtagKey(written);
  if (key === undefined) throw invalid(path, 'A hashtag is made of letters, digits and underscores.');
  return key;
}

/** A hashtag without its `#`, otherwise as it was written. */
export const bareHashtag = (written: string): string => written.replace(/^[#＃]/u, '');

/** The hashtags of a text where they stand: `at` in UTF-16 units, `written` with its `#`, `name` without. */
export function findHashtags(text: string): { at: number; written: string; name: string }[] {
  return [...text.matchAll(HASHTAG)]
    .map(({ index: at, 0: written, 1: name = '' }) => ({ at, written, name }))
    .filter(({ name }) => hashtagKey(name) !== undefined);
}
