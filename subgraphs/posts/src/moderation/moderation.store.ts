import type { LabelPreferences, Moderation } from '@nexus/contracts/events';
import { upsertModerationRefs } from '@nexus/contracts/projections/moderation-ref';
import type { Db } from '@nexus/kit/database';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { type PostRow, posts } from '../tables/posts.ts';
import { labelPreferences, moderationRefs } from '../tables/projections.ts';

/** What moderators have decided of the given posts, after these decisions are taken over; held until the transaction ends. */
export async function takeOver(tx: Db, moderations: readonly Moderation[]): Promise<Moderation[]> {
  await upsertModerationRefs(tx, moderationRefs, moderations);
  const ids = moderations.map(({ subjectId }) => subjectId);
  return await tx
    .select()
    .from(moderationRefs)
    .where(and(inArray(moderationRefs.subjectId, ids), eq(moderationRefs.subjectKind, 'POST')))
    .for('update');
}

/** A post, whoever may see it, held until the transaction ends. */
export async function lockPost(tx: Db, id: string): Promise<PostRow | undefined> {
  const [post] = await tx.select().from(posts).where(eq(posts.id, id)).for('update');
  return post;
}

/** Whether nothing keeps a post of `posts` out of what people find unasked: neither it nor its author is limited. */
export function isUnlimited(): SQL {
  return sql`(${posts.moderation} = 'NONE' and not exists (
    select from ${moderationRefs} where ${moderationRefs.subjectId} = ${posts.authorId} and ${moderationRefs.isLimited}))`;
}

/** Whether a post of `posts` has no label whose posts the viewer wants hidden; their own always show. */
export function isNotHiddenByLabel(viewerId: string | undefined): SQL | undefined {
  if (viewerId === undefined) return undefined;
  // Most posts have none: for them nothing is read.
  return sql`(${posts.labels} = '{}' or ${posts.authorId} = ${viewerId} or not ${posts.labels} && array(
    select entry ->> 'label' from ${labelPreferences}, jsonb_array_elements(${labelPreferences.preferences}) as entry
    where ${labelPreferences.userId} = ${viewerId} and entry ->> 'action' = 'HIDE'))`;
}

/** What people want done with labelled posts, as far as they said so. */
export function findLabelPreferences(db: Db, userIds: readonly string[]): Promise<LabelPreferences[]> {
  return db
    .select()
    .from(labelPreferences)
    .where(inArray(labelPreferences.userId, [...userIds]));
}
