import type { Db } from '@nexus/kit/database';
import { and, asc, desc, eq, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { type DataExportRow, dataExports, exportChunks } from '../tables/accounts.ts';

const KEEP_DAYS = 7;
const LEASE_SECONDS = 60;

export async function insertExport(tx: Db, request: { id: string; userId: string }): Promise<void> {
  await tx.insert(dataExports).values(request);
}

/** The copies somebody asked for, the newest first. */
export async function findExportsOf(db: Db, userId: string, limit: number): Promise<DataExportRow[]> {
  return await db
    .select()
    .from(dataExports)
    .where(eq(dataExports.userId, userId))
    .orderBy(desc(dataExports.requestedAt), desc(dataExports.id))
    .limit(limit);
}

/** In how many seconds somebody may ask again, after the last copy they got or wait for; undefined when they may. */
export async function findWait(tx: Db, userId: string, days: number): Promise<number | undefined> {
  const seconds = sql<number>`ceil(extract(epoch from
    ${dataExports.requestedAt} + make_interval(days => ${days}) - now()))::integer`;
  const [last] = await tx
    .select({ seconds })
    .from(dataExports)
    .where(
      and(
        eq(dataExports.userId, userId),
        ne(dataExports.state, 'FAILED'),
        gt(dataExports.requestedAt, sql`now() - make_interval(days => ${days})`),
      ),
    )
    .orderBy(desc(dataExports.requestedAt))
    .limit(1);
  return last?.seconds;
}

const lease = sql`now() + make_interval(secs => ${LEASE_SECONDS})`;
const isOpen = inArray(dataExports.state, ['PENDING', 'RUNNING']);

/** Takes over the copy that has waited longest and that nobody is at work on. */
export async function takeExport(tx: Db): Promise<DataExportRow | undefined> {
  const isFree = or(isNull(dataExports.leasedUntil), lt(dataExports.leasedUntil, sql`now()`));
  const waiting = tx
    .select({ id: dataExports.id })
    .from(dataExports)
    // Written out: a partial index is used only when the statement itself says what it leaves out.
    .where(and(sql`${dataExports.state} in ('PENDING', 'RUNNING')`, isFree))
    .orderBy(asc(dataExports.requestedAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await tx
    .update(dataExports)
    .set({ state: 'RUNNING', leasedUntil: lease, attempts: sql`${dataExports.attempts} + 1` })
    .where(sql`${dataExports.id} = (${waiting})`)
    .returning();
  return row;
}

type Attempt = Pick<DataExportRow, 'id' | 'attempts'>;

const isMine = ({ id, attempts }: Attempt) => and(eq(dataExports.id, id), eq(dataExports.attempts, attempts), isOpen);

/** Keeps the next bytes of a copy; false when another has taken it over, or its owner is gone. */
export async function insertChunk(
  db: Db,
  attempt: Attempt,
  { position, bytes }: { position: number; bytes: Buffer },
): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const mine = await tx.update(dataExports).set({ leasedUntil: lease }).where(isMine(attempt)).returning();
    if (mine.length === 0) return false;
    await tx.insert(exportChunks).values({ exportId: attempt.id, attempt: attempt.attempts, position, bytes });
    return true;
  });
}

/** Gives a copy to its owner for a week. */
export async function markReady(db: Db, attempt: Attempt, size: number): Promise<void> {
  await db
    .update(dataExports)
    .set({
      state: 'READY',
      size,
      leasedUntil: null,
      expiresAt: sql`now() + make_interval(days => ${KEEP_DAYS})`,
    })
    .where(isMine(attempt));
}

/** Lets it be tried again in so many seconds, or gives it up. */
export async function markFailed(
  db: Db,
  attempt: Attempt,
  { isLast, seconds }: { isLast: boolean; seconds: number },
): Promise<void> {
  await db
    .update(dataExports)
    .set({
      ...(isLast && { state: 'FAILED' as const }),
      leasedUntil: sql`now() + make_interval(secs => ${seconds})`,
    })
    .where(isMine(attempt));
}

/** A finished copy of somebody's. */
export async function findReady(db: Db, id: string, userId: string): Promise<DataExportRow | undefined> {
  const [row] = await db
    .select()
    .from(dataExports)
    .where(
      and(
        eq(dataExports.id, id),
        eq(dataExports.userId, userId),
        eq(dataExports.state, 'READY'),
        gt(dataExports.expiresAt, sql`now()`),
      ),
    );
  return row;
}

export async function findChunk(db: Db, { id, attempts }: Attempt, position: number): Promise<Buffer | undefined> {
  const [chunk] = await db
    .select({ bytes: exportChunks.bytes })
    .from(exportChunks)
    .where(and(eq(exportChunks.exportId, id), eq(exportChunks.attempt, attempts), eq(exportChunks.position, position)));
  return chunk?.bytes;
}

/** Marks copies whose week is over. */
export async function expireExports(db: Db): Promise<void> {
  await db
    .update(dataExports)
    .set({ state: 'EXPIRED' })
    .where(and(sql`${dataExports.state} = 'READY'`, lt(dataExports.expiresAt, sql`now()`)));
}

/** Deletes some of the bytes that nobody will read: of copies that are over, and of tries that failed. */
export async function deleteSpentChunks(db: Db, limit: number): Promise<number> {
  const gone = await db.execute(sql`
    delete from ${exportChunks} where ctid = any(array(
      select chunk.ctid from ${exportChunks} chunk join ${dataExports} export on export.id = chunk.export_id
      where export.state in ('EXPIRED', 'FAILED') or chunk.attempt <> export.attempts limit ${limit}
    )) returning 1`);
  return gone.length;
}
