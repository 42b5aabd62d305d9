import { and, asc, eq } from 'drizzle-orm';
import { type PgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Db } from './database.ts';

/**
 * `recount`: facts that may be counted otherwise than they should be, since the account behind them changed. They are put
 * right a chunk at a time, each together with its counts; `after` is how far that is.
 */
export function recountTable(schema: PgSchema) {
  return schema.table(
    'recount',
    {
      /** Whose facts: a person, or what they stand below. */
      subjectId: uuid('subject_id').notNull(),
      facts: text().notNull(),
      after: uuid(),
    },
    (table) => [primaryKey({ columns: [table.subjectId, table.facts] })],
  );
}

export type RecountTable = ReturnType<typeof recountTable>;
export type Recount = RecountTable['$inferSelect'];

/** Asks that facts be recounted from the beginning, in the transaction that makes it necessary. */
export async function requestRecounts(
  tx: Db,
  table: RecountTable,
  wanted: readonly { subjectId: string; facts: string }[],
): Promise<void> {
  if (wanted.length === 0) return;
  await tx
    .insert(table)
    .values([...wanted])
    // Not nothing: this waits for whoever is at the row now, and asks again if that ends it.
    .onConflictDoUpdate({ target: [table.subjectId, table.facts], set: { after: null } });
}

/** How a step leaves a recount: done, to be gone on with (after a position), or held up by those who hold what is left. */
export type Progress = 'DONE' | 'GOES_ON' | 'HELD_UP' | { after: string };

/** Puts a chunk of facts right, with their counts. */
export type RecountStep = (tx: Db, recount: Recount) => Promise<Progress>;

type Recounting = {
  table: RecountTable;
  steps: Readonly<Record<string, RecountStep>>;
  subjectId?: string;
  /** Whether it goes on after whoever is at it, for somebody to be answered with what comes of it. */
  isAwaited?: boolean;
};

/**
 * Does one chunk of a recount, of the given subject or of any; all of it in this transaction. One that somebody else is at
 * is passed over unless it is awaited: steps wait for nobody, so that takes no longer than a chunk.
 */
export async function recountNext(tx: Db, recounting: Recounting): Promise<{ hasMore: boolean }> {
  const { table, steps, subjectId, isAwaited = false } = recounting;
  const [recount] = await tx
    .select()
    .from(table)
    .where(subjectId === undefined ? undefined : eq(table.subjectId, subjectId))
    .orderBy(asc(table.subjectId), asc(table.facts))
    .limit(1)
    .for('update', isAwaited ? {} : { skipLocked: true });
  if (!recount) return { hasMore: false };
  const step = steps[recount.facts];
  if (!step) throw new Error(`Nobody knows how to recount ${recount.facts}.`);
  const progress = await step(tx, recount);
  const isThis = and(eq(table.subjectId, recount.subjectId), eq(table.facts, recount.facts));
  if (progress === 'DONE') await tx.delete(table).where(isThis);
  else if (typeof progress === 'object') await tx.update(table).set(progress).where(isThis);
  return { hasMore: progress !== 'HELD_UP' };
}
