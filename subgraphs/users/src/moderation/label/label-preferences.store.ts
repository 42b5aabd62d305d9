import type { LabelPreferences } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { eq, inArray, sql } from 'drizzle-orm';
import { labelPreferences } from '../../tables/graph.ts';

type Preferences = LabelPreferences['preferences'];

/** What many people want done with labelled posts, as far as they said so. */
export function findLabelPreferences(db: Db, userIds: readonly string[]): Promise<LabelPreferences[]> {
  return db
    .select()
    .from(labelPreferences)
    .where(inArray(labelPreferences.userId, [...userIds]));
}

/** The same of one, locked until the transaction ends. */
export async function lockLabelPreferences(tx: Db, userId: string): Promise<Preferences> {
  await tx.insert(labelPreferences).values({ userId, preferences: [] }).onConflictDoNothing();
  const [row] = await tx.select().from(labelPreferences).where(eq(labelPreferences.userId, userId)).for('update');
  return row?.preferences ?? [];
}

/** Gives somebody these preferences instead of all they had. */
export async function replaceLabelPreferences(
  tx: Db,
  userId: string,
  preferences: Preferences,
): Promise<LabelPreferences> {
  const [row] = await tx
    .update(labelPreferences)
    .set({ preferences, version: sql`${labelPreferences.version} + 1` })
    .where(eq(labelPreferences.userId, userId))
    .returning();
  if (!row) throw new Error('update found no row');
  return row;
}
