import type { Moderation } from '@nexus/contracts/events';
import { upsertModerationRefs } from '@nexus/contracts/projections/moderation-ref';
import type { Db } from '@nexus/kit/database';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { comments, moderationRefs } from '../tables.ts';

/** Takes over what moderators decided; comments follow it. */
export async function moderate(tx: Db, moderations: readonly Moderation[]): Promise<void> {
  await upsertModerationRefs(tx, moderationRefs, moderations);
  const ids = moderations.filter(({ subjectKind }) => subjectKind === 'COMMENT').map(({ subjectId }) => subjectId);
  if (ids.length === 0) return;
  await tx
    .update(comments)
    .set({ isRemoved: sql`${moderationRefs.isRemoved}` })
    .from(moderationRefs)
    .where(
      and(
        inArray(comments.id, ids),
        eq(moderationRefs.subjectId, comments.id),
        ne(comments.isRemoved, moderationRefs.isRemoved),
      ),
    );
}
