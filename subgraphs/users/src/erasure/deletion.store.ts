import type { Db } from '@nexus/kit/database';
import { and, asc, eq, isNull, lt, lte, ne, sql } from 'drizzle-orm';
import { type DeletionRow, deletions, type ErasureRow, erasures } from '../tables/accounts.ts';

type Asked = { userId: string; tokenHash: string; graceDays: number };

/** Notes that an account is to be deleted; undefined when it is to be already. */
export async function insertDeletion(
  tx: Db,
  { userId, tokenHash, graceDays }: Asked,
): Promise<DeletionRow | undefined> {
  const [row] = await tx
    .insert(deletions)
    .values({ userId, tokenHash, scheduledFor: sql`now() + make_interval(days => ${graceDays})` })
    .onConflictDoNothing()
    .returning();
  return row;
}

/** Takes back a deletion that has not begun. */
export async function deleteDeletion(tx: Db, userId: string): Promise<void> {
  await tx.delete(deletions).where(and(eq(deletions.userId, userId), isNull(deletions.begunAt)));
}

export async function findDeletion(db: Db, userId: string): Promise<DeletionRow | undefined> {
  const [row] = await db.select().from(deletions).where(eq(deletions.userId, userId));
  return row;
}

export async function findDeletionByToken(db: Db, tokenHash: string): Promise<DeletionRow | undefined> {
  const [row] = await db.select().from(deletions).where(eq(deletions.tokenHash, tokenHash));
  return row;
}

/** Begins one deletion whose time has come; nobody else does. */
export async function beginDueDeletion(tx: Db): Promise<DeletionRow | undefined> {
  const due = tx
    .select({ userId: deletions.userId })
    .from(deletions)
    .where(and(isNull(deletions.begunAt), lte(deletions.scheduledFor, sql`now()`)))
    .orderBy(asc(deletions.scheduledFor))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await tx
    .update(deletions)
    .set({ begunAt: sql`now()` })
    .where(sql`${deletions.userId} = (${due})`)
    .returning();
  return row;
}

type Participant = ErasureRow['participant'];

/** Notes who is asked to forget a person. */
export async function insertErasures(tx: Db, userId: string, participants: readonly Participant[]): Promise<void> {
  await tx.insert(erasures).values(participants.map((participant) => ({ userId, participant })));
}

export async function findErasures(db: Db, userId: string): Promise<ErasureRow[]> {
  return await db.select().from(erasures).where(eq(erasures.userId, userId)).orderBy(asc(erasures.participant));
}

/** Takes one participant that has said nothing for a day since it was asked, and notes that it is asked again. */
export async function takeSilentParticipant(tx: Db): Promise<ErasureRow | undefined> {
  const silent = tx
    .select({ userId: erasures.userId, participant: erasures.participant })
    .from(erasures)
    .where(
      and(
        ne(erasures.state, 'COMPLETED'),
        ne(erasures.participant, 'users'),
        lt(erasures.askedAt, sql`now() - interval '1 day'`),
      ),
    )
    .orderBy(asc(erasures.askedAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await tx
    .update(erasures)
    .set({ askedAt: sql`now()` })
    .where(sql`(${erasures.userId}, ${erasures.participant}) = (${silent})`)
    .returning();
  return row;
}

type Progress = Pick<ErasureRow, 'userId' | 'participant' | 'erasedCount' | 'version'> & { isComplete: boolean };

/** Takes over a newer word of a participant; what is complete stays so. */
export async function updateProgress(tx: Db, { userId, participant, isComplete, ...said }: Progress): Promise<void> {
  await tx
    .update(erasures)
    .set({ ...said, askedAt: sql`now()`, state: isComplete ? 'COMPLETED' : 'ERASING' })
    .where(
      and(
        eq(erasures.userId, userId),
        eq(erasures.participant, participant),
        lt(erasures.version, said.version),
        ne(erasures.state, 'COMPLETED'),
      ),
    );
}
