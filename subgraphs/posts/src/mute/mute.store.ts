import { and, eq, not, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { hashtags, mutedWords, posts, relEdges } from '../tables.ts';
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
  // The texts of posts are not folded for whoever has muted no words.
  const hasMutedWord = sql`case when exists (${wordsOf(viewerId)}) then
    coalesce(${folded(posts.text)} like any (array(${patternsOf(viewerId)})), false)
    or ${posts.hashtagIds} && array(${hashtagsOf(viewerId)}) else false end`;
  return or(eq(posts.authorId, viewerId), and(isNotMuted(posts.authorId, viewerId), not(hasMutedWord)));
}

/** What a folded text is like that has a muted word; read once for a statement. Nothing is left of a word of invisible signs. */
const patternsOf = (viewerId: string): SQL => sql`
  select ${holding(sql`phrase`)} from (select ${folded(sql`word`)} as phrase from (${wordsOf(viewerId)}) as muted) as muted
  where phrase <> ' '`;

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
  where word ~ '[^[:space:]]' and (expires_at is null or expires_at > now())`;
