import type { ImportPart, ImportRecords } from '@nexus/contracts/import';
import type { Db } from '@nexus/kit/database';
import { conflict } from '@nexus/kit/errors';
import { hashPassword } from './account/hashing.ts';
import { normalisePassword } from './account/password.ts';
import { insertMissingAccounts, insertMissingFollows, insertMissingUsers } from './import/import.store.ts';

/** People, who sign in by handle for they come without an e-mail address, and whom they follow. */
export const importPart: ImportPart = {
  users: importUsers,
  follows: insertMissingFollows,
};

async function importUsers(tx: Db, people: readonly ImportRecords['users'][]): Promise<void> {
  const present = await insertMissingUsers(tx, people);
  const refused = people.find(({ id }) => !present.has(id));
  if (refused) throw conflict(`The handle ${refused.handle} belongs to another account.`);

  const hashes = await hashEachOnce(people.map(({ password }) => password));
  const accounts = people.map(({ id, password }) => ({
    userId: id,
    passwordHash: password === null ? null : (hashes.get(password) ?? null),
  }));
  await insertMissingAccounts(tx, accounts);
}

/** Imported people often share one password: each is hashed once. */
async function hashEachOnce(passwords: readonly (string | null)[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const password of new Set(passwords)) {
    if (password !== null) hashes.set(password, await hashPassword(normalisePassword(password)));
  }
  return hashes;
}
