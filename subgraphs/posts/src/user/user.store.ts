import type { Db } from '@nexus/kit/database';
import { inArray, sql } from 'drizzle-orm';
import { userRefs } from '../tables/projections.ts';

/** The people with these handles, in any case, as last heard of. */
export function findUserIdsByHandles(db: Db, handles: readonly string[]): Promise<{ id: string; handle: string }[]> {
  return db
    .select({ id: userRefs.id, handle: userRefs.handle })
    .from(userRefs)
    .where(
      inArray(
        sql`lower(${userRefs.handle})`,
        handles.map((handle) => handle.toLowerCase()),
      ),
    );
}
