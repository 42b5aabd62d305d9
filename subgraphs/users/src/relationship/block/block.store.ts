import type { Db } from '@nexus/kit/database';
import { and, sql } from 'drizzle-orm';
import { relationships } from '../../tables/graph.ts';
import { type ChangedEdge, changed, type Ends, isEdge, notFollowing, withWasCounted } from '../edge.store.ts';

/** Makes one person block another, which ends their own follow; undefined when they do so already. */
export async function upsertBlock(tx: Db, ends: Ends): Promise<ChangedEdge | undefined> {
  const blocking = { isBlocking: true, blockedAt: sql`now()`, ...notFollowing };
  const [edge] = await tx
    .insert(relationships)
    .values({ ...ends, ...blocking })
    .onConflictDoUpdate({
      target: [relationships.sourceId, relationships.targetId],
      set: { ...blocking, ...changed },
      setWhere: sql`not ${relationships.isBlocking}`,
    })
    .returning(withWasCounted);
  return edge;
}

/** Ends a block; undefined when there is none. */
export async function endBlock(tx: Db, ends: Ends): Promise<ChangedEdge | undefined> {
  const [edge] = await tx
    .update(relationships)
    .set({ isBlocking: false, blockedAt: null, ...changed })
    .where(and(isEdge(ends), sql`${relationships.isBlocking}`))
    .returning(withWasCounted);
  return edge;
}
