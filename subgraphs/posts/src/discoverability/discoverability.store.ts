import type { Discoverability } from '@nexus/contracts/events';
import { upsertNewer } from '@nexus/contracts/projections/upsert-newer';
import type { Db } from '@nexus/kit/database';
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { discoverability } from '../tables/discovery.ts';

/** Takes over newer wishes to be found, or not to be. */
export function upsertDiscoverability(db: Db, wishes: readonly Discoverability[]): Promise<void> {
  return upsertNewer(db, discoverability, { rows: wishes, key: ['userId'] });
}

/** Whether a person wants to be found by strangers: most never say so. */
export const isDiscoverable = (personId: SQLWrapper): SQL => sql`not exists (
  select from ${discoverability}
  where ${discoverability.userId} = ${personId} and not ${discoverability.isDiscoverable})`;

/** Whether whom a person follows may be told from what is suggested to their followers. */
export const showsFollows = (personId: SQLWrapper): SQL => sql`not exists (
  select from ${discoverability}
  where ${discoverability.userId} = ${personId} and ${discoverability.hidesFollowGraph})`;
