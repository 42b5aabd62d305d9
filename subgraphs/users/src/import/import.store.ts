import type { ImportRecords } from '@nexus/contracts/import';
import { changeCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { inArray } from 'drizzle-orm';
import { accounts, counterDeltas, counters, relationships, users } from '../tables.ts';

type ImportedUser = ImportRecords['users'];

/** Adds people who are not there yet; the ids of those who are there now, new or not. */
export async function insertMissingUsers(tx: Db, people: readonly ImportedUser[]): Promise<Set<string>> {
  const rows = people.map(({ password: _, ...person }) => person);
  await tx.insert(users).values(rows).onConflictDoNothing();
  const ids = people.map(({ id }) => id);
  const present = await tx.select({ id: users.id }).from(users).where(inArray(users.id, ids));
  return new Set(present.map(({ id }) => id));
}

/** Lets people sign in with these passwords, unless they have an account already. */
export async function insertMissingAccounts(
  tx: Db,
  people: readonly { userId: string; passwordHash: string | null }[],
): Promise<void> {
  if (people.length > 0)
    await tx
      .insert(accounts)
      .values([...people])
      .onConflictDoNothing();
}

/** Adds follows between people who never stood to each other before, and counts them. */
export async function insertMissingFollows(tx: Db, follows: readonly ImportRecords['follows'][]): Promise<void> {
  const rows = follows.map(({ followerId, followeeId, createdAt }) => ({
    sourceId: followerId,
    targetId: followeeId,
    isFollowing: true,
    followedAt: createdAt,
  }));
  const added = await tx.insert(relationships).values(rows).onConflictDoNothing().returning({
    sourceId: relationships.sourceId,
    targetId: relationships.targetId,
  });
  const counts = [
    ...sumUp(
      'following',
      added.map(({ sourceId }) => sourceId),
    ),
    ...sumUp(
      'followers',
      added.map(({ targetId }) => targetId),
    ),
  ];
  await changeCounts(tx, { counters, counterDeltas }, counts);
}

function sumUp(name: 'following' | 'followers', subjectIds: readonly string[]) {
  const groups = Map.groupBy(subjectIds, (id) => id);
  return [...groups].map(([subjectId, same]) => ({ subjectId, name, value: same.length }));
}
