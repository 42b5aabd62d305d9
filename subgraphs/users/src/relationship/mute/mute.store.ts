import type { Db } from '@nexus/kit/database';
import { and, sql } from 'drizzle-orm';
import { type RelationshipRow, relationships } from '../../tables/graph.ts';
import { changed, type Ends, isEdge } from '../edge.store.ts';

/** For how long (null: until it is taken back), and whether notifications are muted too. */
export type MuteWishes = { durationSeconds: number | null; mutesNotifications: boolean };

const lasts = sql`${relationships.isMuting} and (${relationships.mutedUntil} is null or ${relationships.mutedUntil} > now())`;

/** Makes one person mute another, from now for as long as wished; undefined when that changes nothing. */
export async function upsertMute(
  tx: Db,
  { durationSeconds, mutesNotifications, ...ends }: Ends & MuteWishes,
): Promise<RelationshipRow | undefined> {
  const mutedUntil = durationSeconds === null ? null : sql`now() + ${durationSeconds} * interval '1 second'`;
  const muting = { isMuting: true, mutedUntil, mutesNotifications };
  const [edge] = await tx
    .insert(relationships)
    .values({ ...ends, isFollowing: false, ...muting, mutedAt: sql`now()` })
    .onConflictDoUpdate({
      target: [relationships.sourceId, relationships.targetId],
      set: { ...muting, mutedAt: sql`case when ${lasts} then ${relationships.mutedAt} else now() end`, ...changed },
      setWhere: sql`not ${relationships.isMuting}
        or ${relationships.mutedUntil} is distinct from excluded.muted_until
        or ${relationships.mutesNotifications} <> excluded.mutes_notifications`,
    })
    .returning();
  return edge;
}

/** Ends a mute; undefined when there is none. */
export async function endMute(tx: Db, ends: Ends): Promise<RelationshipRow | undefined> {
  const [edge] = await tx
    .update(relationships)
    .set({ isMuting: false, mutedAt: null, mutedUntil: null, mutesNotifications: false, ...changed })
    .where(and(isEdge(ends), sql`${relationships.isMuting}`))
    .returning();
  return edge;
}
