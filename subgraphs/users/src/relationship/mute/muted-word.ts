import { invalid } from '@nexus/kit/errors';
import { countCodePoints } from '@nexus/kit/text';

const MAX_LENGTH = 100;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A word or a phrase on one line, as it is kept; BAD_USER_INPUT at `path` if it is none. */
export function readMutedWord(raw: string, path: string): string {
  const word = raw
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (!VISIBLE.test(word)) throw invalid(path, 'Give a word or a phrase.');
  if (countCodePoints(word) > MAX_LENGTH) throw invalid(path, `A muted phrase has at most ${MAX_LENGTH} characters.`);
  return word;
}

/** What makes two spellings one word. */
export const mutedWordKey = (word: string): string => word.normalize('NFKC').toLowerCase();
