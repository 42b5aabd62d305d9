import { and, eq, not, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { hashtags, posts } from '../tables/posts.ts';
import { mutedWords, relEdges } from '../tables/projections.ts';
import { folded, holding } from './fold.store.ts';

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
  const hasMutedWord = hasAnyWord(wordsOf(viewerId));
  return or(eq(posts.authorId, viewerId), and(isNotMuted(posts.authorId, viewerId), not(hasMutedWord)));
}

/** Whether a hashtag of `hashtags` is no word that the viewer has muted. */
export function isHashtagNotMuted(viewerId: string | undefined): SQL | undefined {
  if (viewerId === undefined) return undefined;
  return sql`${hashtags.key} <> all(array(${keysOf(wordsOf(viewerId))}))`;
}

/** Whether a post of `posts` has one of the words, a subquery of the column `word`, in its text or as a hashtag. */
export function hasAnyWord(words: SQL): SQL {
  // The texts of posts are not folded where there are no words.
  return sql`case when exists (${words}) then
    coalesce(${folded(posts.text)} like any (array(${patternsOf(words)})), false)
    or ${posts.hashtagIds} && array(${hashtagsOf(words)}) else false end`;
}

/** What a folded text is like that has one of the words; read once for a statement. Nothing is left of a word of invisible signs. */
const patternsOf = (words: SQL): SQL => sql`
  select ${holding(sql`phrase`)} from (select ${folded(sql`word`)} as phrase from (${words}) as muted) as muted
  where phrase <> ' '`;

/** The hashtags that are such words themselves, a subquery of one column. */
const hashtagsOf = (words: SQL): SQL => sql`
  select ${hashtags.id} from ${hashtags} where ${hashtags.key} = any(array(${keysOf(words)}))`;

const keysOf = (words: SQL): SQL => sql`select lower(normalize(word, NFKC)) from (${words}) as muted`;

/** The words of the viewer that are muted at this moment, without the `#` of hashtags. */
const wordsOf = (viewerId: string): SQL => sql`
  select word from (
    select btrim(ltrim(entry ->> 'word', '#＃ ')) as word, (entry ->> 'expiresAt')::timestamptz as expires_at
    from ${mutedWords}, jsonb_array_elements(${mutedWords.words}) as entry
    where ${mutedWords.userId} = ${viewerId}
  ) as entry
  where word ~ '[^[:space:]]' and (expires_at is null or expires_at > now())`;
