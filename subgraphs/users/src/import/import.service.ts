import type { ImportRecords } from '@nexus/contracts/import';
import type { Db } from '@nexus/kit/database';
import { conflict } from '@nexus/kit/errors';
import { hashPassword } from '../account/hashing.ts';
import { normalisePassword } from '../account/password.ts';
import { countManyFollows } from '../count/follow-count.store.ts';
import { insertMissingFollows, insertMissingUsers, upsertAccounts } from './import.store.ts';

/**
 * Adds the people who are not there yet and lets them sign in; CONFLICT when somebody else has one's handle. As the
 * neighbours have a part in the same import, it is no news to them.
 */
export async function importUsers(tx: Db, people: readonly ImportRecords['users'][]): Promise<void> {
  const present = await insertMissingUsers(
    tx,
    people.map(({ password: _, ...person }) => ({ ...person, changedAt: person.createdAt })),
  );
  const refused = people.find(({ id }) => !present.has(id));
  if (refused) throw conflict(`The handle ${refused.handle} belongs to another account.`);

  const hashes = await hashEachOnce(people.map(({ password }) => password));
  const accounts = people.map(({ id, password }) => ({
    userId: id,
    passwordHash: password === null ? null : (hashes.get(password) ?? null),
  }));
  await upsertAccounts(tx, accounts);
}

/** Adds the follows between people who never stood to each other before, and counts those. */
export async function importFollows(tx: Db, follows: readonly ImportRecords['follows'][]): Promise<void> {
  const edges = follows.map(({ followerId, followeeId, createdAt }) => ({
    sourceId: followerId,
    targetId: followeeId,
    isFollowing: true,
    followedAt: createdAt,
    changedAt: createdAt,
  }));
  await countManyFollows(tx, await insertMissingFollows(tx, edges));
}

/** Imported people often share one password: each is hashed once. */
async function hashEachOnce(passwords: readonly (string | null)[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const password of new Set(passwords)) {
    if (password !== null) hashes.set(password, await hashPassword(normalisePassword(password)));
  }
  return hashes;
}
