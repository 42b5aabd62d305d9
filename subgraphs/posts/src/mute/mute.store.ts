import { and, eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { hashtags, mutedWords, posts, relEdges } from '../tables.ts';

/** Whether the viewer has not muted a person at this moment. */
export function isNotMuted(personId: SQLWrapper, viewerId: string | undefined): SQL | undefined {
  if (viewerId === undefined) return undefined;
  // Uncorrelated: read once for a statement.
  return sql`${personId} not in (
    select ${relEdges.targetId} from ${relEdges}
    where ${relEdges.sourceId} = ${viewerId} and ${relEdges.isMuting}
      and (${relEdges.mutedUntil} is null or ${relEdges.mutedUntil} > now()))`;
}

/** Whether a post of `posts` has neither an author nor a word nor a hashtag that the viewer has muted. */
export function isPostNotMuted(viewerId: string | undefined): SQL | undefined {
  if (viewerId === undefined) return undefined;
  const hasNoMutedWord = sql`not (
    coalesce(${posts.text} ~* (${patternOf(viewerId)}), false) or ${posts.hashtagIds} && array(${hashtagsOf(viewerId)}))`;
  return or(eq(posts.authorId, viewerId), and(isNotMuted(posts.authorId, viewerId), hasNoMutedWord));
}

/** What is no part of a word. Scripts that are written without spaces have no words to speak of: there each letter is one. */
const BOUNDARY = String.raw`[^[:alnum:]_]|[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]`;
/** A word as it is written, and any space for a space. */
const SPECIAL = '([^[:alnum:][:space:]])';
const ESCAPED = String.raw`\\\1`;
const ANY_SPACE = String.raw`\s+`;

/** One regular expression for all words of the viewer, null where there are none; a scalar subquery. */
function patternOf(viewerId: string): SQL {
  const word = sql`regexp_replace(regexp_replace(word, ${SPECIAL}, ${ESCAPED}, 'g'), '[[:space:]]+', ${ANY_SPACE}, 'g')`;
  return sql`
    select ${`(^|${BOUNDARY})(`} || string_agg(${word}, '|') || ${`)(${BOUNDARY}|$)`}
    from (${wordsOf(viewerId)}) as muted`;
}

/** The hashtags that are muted words themselves, a subquery of one column. */
const hashtagsOf = (viewerId: string): SQL => sql`
  select ${hashtags.id} from ${hashtags}
  where ${hashtags.key} = any(array(select lower(normalize(word, NFKC)) from (${wordsOf(viewerId)}) as muted))`;

/** The words of the viewer that are muted at this moment, without the `#` of hashtags. */
const wordsOf = (viewerId: string): SQL => sql`
  select word from (
    select btrim(ltrim(entry ->> 'word', '#＃ ')) as word, (entry ->> 'expiresAt')::timestamptz as expires_at
    from ${mutedWords}, jsonb_array_elements(${mutedWords.words}) as entry
    where ${mutedWords.userId} = ${viewerId}
  ) as entry
  where word <> '' and (expires_at is null or expires_at > now())`;
