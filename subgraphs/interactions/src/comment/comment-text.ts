import { invalid } from '@nexus/kit/errors';

const MAX_LENGTH = 2_000;
const MAX_HASHTAG_LENGTH = 100;
const HASHTAG = /(?<![\p{L}\p{M}\p{N}_&#/])#([\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*)/gu;

/** What a comment says, without blanks around it; lengths are in Unicode code points. */
export function readCommentText(raw: string): string {
  const text = raw.trim();
  if (text === '') throw invalid('input.text', 'A comment cannot be empty.');
  if ([...text].length > MAX_LENGTH) throw invalid('input.text', `A comment has at most ${MAX_LENGTH} characters.`);
  // Postgres cannot store the character, and no keyboard makes it.
  if (text.includes('\0')) throw invalid('input.text', 'A comment cannot contain the character U+0000.');
  return text;
}

/** The hashtags of a text as written, each once whatever its case; one needs a letter (`#1` is a number). */
export function hashtagsOf(text: string): string[] {
  const tags = new Map<string, string>();
  for (const [, tag] of text.matchAll(HASHTAG)) {
    if (tag === undefined || [...tag].length > MAX_HASHTAG_LENGTH) continue;
    const key = tag.normalize('NFC').toLowerCase();
    if (!tags.has(key)) tags.set(key, tag);
  }
  return [...tags.values()];
}
