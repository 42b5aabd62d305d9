import { readHashtag } from '@nexus/contracts/hashtag';
import { decodeId } from '@nexus/contracts/ids';
import { invalid } from '@nexus/kit/errors';
import type { FeedOrder, UpsertFeedInput } from '../resolvers.generated.ts';
import type { CustomFeedRow } from '../tables/discovery.ts';
import { readLine } from '../text/line.ts';

/** What a feed is made of. */
export type FeedContent = Omit<CustomFeedRow, 'id' | 'ownerId' | 'createdAt'>;

const MAX_NAME_LENGTH = 50;
const MAX_WORD_LENGTH = 100;
const MAX = { hashtags: 30, authorIds: 100, listIds: 10, excludeWords: 50 };

/** A feed as it is kept; BAD_USER_INPUT for malformed ids, hashtags and words, for too many, and for none. */
export function readFeedInput(input: UpsertFeedInput): FeedContent {
  const content = {
    name: readLine(input.name, { path: 'input.name', what: 'The name of a feed', max: MAX_NAME_LENGTH }),
    isPublic: input.isPublic ?? false,
    hashtagKeys: readAll(input, 'hashtags', readHashtag),
    authorIds: readAll(input, 'authorIds', (id, path) => decodeId('user', id, path)),
    listIds: readAll(input, 'listIds', (id, path) => decodeId('list', id, path)),
    excludedWords: readAll(input, 'excludeWords', readWord),
    sort: (input.order ?? 'LATEST') satisfies FeedOrder,
  };
  const { hashtagKeys, authorIds, listIds } = content;
  if (hashtagKeys.length + authorIds.length + listIds.length === 0) {
    throw invalid('input', 'A feed needs a hashtag, a person or a list.');
  }
  return content;
}

type Entries = keyof typeof MAX;

function readAll(input: UpsertFeedInput, name: Entries, readEntry: (entry: string, path: string) => string): string[] {
  const entries = input[name] ?? [];
  const path = `input.${name}`;
  if (entries.length > MAX[name]) throw invalid(path, `Give at most ${MAX[name]}.`);
  return [...new Set(entries.map((entry, index) => readEntry(entry, `${path}.${index}`)))];
}

const readWord = (word: string, path: string) => readLine(word, { path, what: 'A word', max: MAX_WORD_LENGTH });
