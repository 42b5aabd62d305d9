import type { Role } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { eq, inArray } from 'drizzle-orm';
import { accounts } from '../tables/accounts.ts';
import { type UserRow, users } from '../tables/users.ts';

export type AccountRow = { userId: string; email: string | null };
export type Credentials = { userId: string; passwordHash: string | null };

export function findAccountsByUserIds(db: Db, userIds: readonly string[]): Promise<AccountRow[]> {
  return db
    .select({ userId: accounts.userId, email: accounts.email })
    .from(accounts)
    .where(inArray(accounts.userId, [...userIds]));
}

/** What proves the person with this e-mail address or this handle. */
export async function findCredentials(
  db: Db,
  name: { email: string } | { handle: string },
): Promise<Credentials | undefined> {
  const [credentials] = await db
    .select({ userId: accounts.userId, passwordHash: accounts.passwordHash })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where('email' in name ? eq(accounts.email, name.email) : eq(users.handle, name.handle));
  return credentials;
}

/** What a person proves themselves by; null where they cannot. */
export async function findPasswordHash(db: Db, userId: string): Promise<string | null> {
  const [account] = await db
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.userId, userId));
  return account?.passwordHash ?? null;
}

/** What a person may do beyond their own. */
export async function findRole(db: Db, userId: string): Promise<Role> {
  const [user] = await db.select({ role: users.role }).from(users).where(eq(users.id, userId));
  return user?.role ?? 'MEMBER';
}

type NewAccount = { id: string; handle: string; displayName: string; email: string; passwordHash: string };

/** Makes a person and their account; violates `user_handle` or `account_email` when these are taken. */
export async function insertAccount(tx: Db, { email, passwordHash, ...person }: NewAccount): Promise<UserRow> {
  const [user] = await tx.insert(users).values(person).returning();
  if (!user) throw new Error('insert returned no row');
  await tx.insert(accounts).values({ userId: user.id, email, passwordHash });
  return user;
}
