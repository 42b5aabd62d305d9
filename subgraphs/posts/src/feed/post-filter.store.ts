import { texts } from '@nexus/kit/array-params';
import { and, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { hashtags, posts } from '../tables/posts.ts';
import type { Filter } from './post-filter.ts';

/** The condition of a filter, for a statement that reads `posts`. */
export function matches({
  since,
  until,
  authorIds,
  hashtagKeys,
  language,
  hasMedia,
  isMediaOnly,
}: Filter): SQL | undefined {
  return and(
    since && gte(posts.createdAt, since),
    until && lt(posts.createdAt, until),
    authorIds && inArray(posts.authorId, [...authorIds]),
    hashtagKeys && hasAnyHashtag(hashtagKeys),
    language === undefined ? undefined : isInLanguage(language),
    hasMedia === undefined ? undefined : eq(posts.hasMedia, hasMedia),
    isMediaOnly ? eq(posts.hasMedia, true) : undefined,
  );
}

const hasAnyHashtag = (keys: readonly string[]) => sql`
  ${posts.hashtagIds} && array(select ${hashtags.id} from ${hashtags} where ${hashtags.key} = any(${texts(keys)}))`;

/** Whether a post of `posts` is in a language, as RFC 4647 matches ranges: `en` is in `en` and in `en-GB`. */
export const isInLanguage = (language: string) =>
  or(eq(posts.language, language), sql`${posts.language} like ${`${language}-%`}`);
