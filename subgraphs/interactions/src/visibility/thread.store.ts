import { and, eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { comments } from '../tables/facts.ts';
import { postRefs } from '../tables/projections.ts';
import { canViewPerson, isModerator } from './visibility.store.ts';

type Place = { id: SQLWrapper; parentId: SQLWrapper; authorId: SQLWrapper };
type ViewerId = string | undefined;

/**
 * Whether the viewer sees a comment where they see what it stands below: they see who said it, or it is a placeholder
 * that keeps something together for them.
 */
export function canViewInPlace({ id, authorId }: Pick<Place, 'id' | 'authorId'>, viewerId: ViewerId): SQL {
  return sql`(case when ${authorId} is null then ${keepsReplies(id, viewerId)} else ${canViewPerson(authorId, viewerId)} end)`;
}

/** The same for a comment of which nothing is known yet: nothing above it is hidden from the viewer either. */
export function canViewComment(comment: Place, viewerId: ViewerId): SQL {
  return sql`${canViewInPlace(comment, viewerId)} and ${canViewAbove(comment.parentId, viewerId)}`;
}

/** Whether a comment, and all those above it, are by people whom the viewer sees; threads are at most 50 deep. */
export function canViewAbove(parentId: SQLWrapper, viewerId: ViewerId): SQL {
  const author = sql`above.author_id`;
  return sql`(${parentId} is null or not exists (
    with recursive above as (
      select up.parent_id, up.author_id from ${comments} up where up.id = ${parentId}
      union all
      select up.parent_id, up.author_id from ${comments} up join above on up.id = above.parent_id
    )
    select from above where ${author} is not null and not ${canViewPerson(author, viewerId)}
  ))`;
}

/** Whether any live reply below a placeholder shows; it may hang on other placeholders. */
export function keepsReplies(placeholderId: SQLWrapper, viewerId: ViewerId): SQL {
  const author = sql`down.author_id`;
  const isOpen = sql`(${author} is null or ${canViewPerson(author, viewerId)})`;
  return sql`exists (
    with recursive below as (
      select down.id, down.author_id from ${comments} down where down.parent_id = ${placeholderId} and ${isOpen}
      union all
      select down.id, down.author_id from ${comments} down join below on down.parent_id = below.id
      where below.author_id is null and ${isOpen}
    )
    select from below where author_id is not null
  )`;
}

/**
 * Whether a comment that the viewer sees is known to them as somebody's: one that the author of its post hid to who said it
 * and to that author alone, one that was removed to who said it and to moderators.
 */
export function showsWhoSaidIt(viewerId: ViewerId): SQL | undefined {
  const isShown = eq(comments.isHidden, false);
  const isThere = eq(comments.isRemoved, false);
  if (viewerId === undefined) return and(isShown, isThere);
  const isOwn = eq(comments.authorId, viewerId);
  return or(isOwn, and(or(isShown, eq(postRefs.authorId, viewerId)), or(isThere, isModerator(viewerId))));
}
