import { readHashtag } from '@nexus/contracts/hashtag';
import { decodeId } from '@nexus/contracts/ids';
import { clampTime } from '@nexus/kit/clamp-time';
import { invalid } from '@nexus/kit/errors';
import type { PostFilter } from '../resolvers.generated.ts';
import { readLanguage } from '../text/language.ts';

/** Which posts a list shows; a condition that is undefined admits every post. */
export type Filter = {
  since?: Date | undefined;
  until?: Date | undefined;
  authorIds?: readonly string[] | undefined;
  hashtagKeys?: readonly string[] | undefined;
  language?: string | undefined;
  hasMedia?: boolean | undefined;
  /** Whatever `hasMedia` says besides. */
  isMediaOnly?: boolean;
};

const MAX_ENTRIES = 100;

/** A filter as SQL can take it; BAD_USER_INPUT under `filter` for malformed ids, hashtags, languages, long lists. */
export function readFilter(filter: PostFilter | null | undefined): Filter {
  return {
    since: filter?.since ? clampTime(filter.since) : undefined,
    until: filter?.until ? clampTime(filter.until) : undefined,
    authorIds: readList(filter?.authorIds, 'filter.authorIds', (id, path) => decodeId('user', id, path)),
    hashtagKeys: readList(filter?.hashtags, 'filter.hashtags', readHashtag),
    language: filter?.language == null ? undefined : readLanguage(filter.language, 'filter.language'),
    hasMedia: filter?.hasMedia ?? undefined,
  };
}

function readList(
  entries: readonly string[] | null | undefined,
  path: string,
  readEntry: (entry: string, path: string) => string,
): string[] | undefined {
  if (entries == null) return undefined;
  if (entries.length > MAX_ENTRIES) throw invalid(path, `Give at most ${MAX_ENTRIES}.`);
  return entries.map((entry, index) => readEntry(entry, `${path}.${index}`));
}
