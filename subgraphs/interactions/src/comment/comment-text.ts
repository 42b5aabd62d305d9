import { findHashtags, hashtagKey } from '@nexus/contracts/hashtag';
import { readText } from '@nexus/kit/text';

const MAX_LENGTH = 2_000;
const LINK = /https?:\/\/[^\s<>"]+/giu;

/** What a comment says, as it is kept; BAD_USER_INPUT unless 1 to 2000 code points are left of it. */
export function readCommentText(raw: string): string {
  return readText(raw, { path: 'input.text', what: 'A comment', max: MAX_LENGTH });
}

/** The hashtags of a text as written, each once however it is spelled; what lies within a link is part of the link. */
export function hashtagsOf(text: string): string[] {
  const names = new Map<string | undefined, string>();
  for (const { name } of findHashtags(text.replaceAll(LINK, ' '))) {
    const key = hashtagKey(name);
    if (!names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}
