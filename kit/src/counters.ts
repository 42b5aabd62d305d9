import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { bigint, getTableConfig, index, integer, type PgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { uuids } from './array-params.ts';
import type { Db } from './database.ts';
import type { Logger } from './log.ts';
import { repeat } from './repeat.ts';

/**
 * Counters that are exact and never wait: a change goes to the counter's row when nobody holds it, and to a delta row
 * otherwise; deltas are folded in the background. A count is the row plus its deltas, read in one statement.
 */
export function counterTables(schema: PgSchema) {
  const counters = schema.table(
    'counter',
    {
      subjectId: uuid('subject_id').notNull(),
      name: text().notNull(),
      value: integer().notNull(),
    },
    (table) => [primaryKey({ columns: [table.subjectId, table.name] })],
  );
  const counterDeltas = schema.table(
    'counter_delta',
    {
      id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
      subjectId: uuid('subject_id').notNull(),
      name: text().notNull(),
      value: integer().notNull(),
    },
    (table) => [index('counter_delta_subject').on(table.subjectId)],
  );
  return { counters, counterDeltas };
}

export type CounterTables = ReturnType<typeof counterTables>;
export type Count = { subjectId: string; name: string; value: number };

/**
 * A call that changes one counter, by the function `change_count` of its schema's migrations; a part of the statement that
 * writes the fact it counts, where that can be: one way to the database less.
 */
export function countChange(
  { counters }: CounterTables,
  { subjectId, name, value }: Record<keyof Count, SQLWrapper>,
): SQL {
  const { schema = 'public' } = getTableConfig(counters);
  return sql`${sql.identifier(schema)}.change_count(${subjectId}::uuid, ${name}::text, ${value}::integer)`;
}

/** Changes one counter in the transaction of the fact it counts. */
export async function changeCount(tx: Db, tables: CounterTables, { subjectId, name, value }: Count): Promise<void> {
  const change = { subjectId: sql`${subjectId}`, name: sql`${name}`, value: sql`${value}` };
  await tx.execute(sql`select ${countChange(tables, change)}`);
}

/** Changes many counters at once, always as deltas: for imports and for facts that count in several places. */
export async function changeCounts(tx: Db, { counterDeltas }: CounterTables, changes: readonly Count[]): Promise<void> {
  const summed = sumUp(changes);
  if (summed.length > 0) await tx.insert(counterDeltas).values(summed);
}

/** One change for each counter, and none that comes to nothing. */
function sumUp(changes: readonly Count[]): Count[] {
  const sums = new Map<string, Count>();
  for (const change of changes) {
    const key = `${change.subjectId}/${change.name}`;
    sums.set(key, { ...change, value: change.value + (sums.get(key)?.value ?? 0) });
  }
  return [...sums.values()].filter(({ value }) => value !== 0);
}

/** All counts of the given subjects that are not zero, in one statement. */
export function findCounts(db: Db, tables: CounterTables, subjectIds: readonly string[]): Promise<Count[]> {
  return sumCounts(db, storedCounts(tables, subjectIds));
}

/** What is stored of the given subjects' counts, as a part of a statement: rows of subject, name and value to be summed. */
export function storedCounts({ counters, counterDeltas }: CounterTables, subjectIds: readonly string[]): SQL {
  const subjects = uuids(subjectIds);
  return sql`
    select subject_id, name, value from ${counters} where subject_id = any(${subjects})
    union all
    select subject_id, name, value from ${counterDeltas} where subject_id = any(${subjects})`;
}

/** The sums of such rows that are not zero. */
export async function sumCounts(db: Db, counted: SQL): Promise<Count[]> {
  const rows = await db.execute<Count>(sql`
    select subject_id as "subjectId", name, sum(value)::integer as value
    from (${counted}) as counted
    group by subject_id, name
    having sum(value) <> 0`);
  return [...rows];
}

const FOLD_BATCH = 10_000;

/** Folds waiting deltas into their counters; returns how many. Several processes may fold at once. */
export async function foldCounters(db: Db, { counters, counterDeltas }: CounterTables): Promise<number> {
  const [folded] = await db.execute<{ folded: number }>(sql`
    with taken as (
      delete from ${counterDeltas} where id in (
        select id from ${counterDeltas} order by id limit ${FOLD_BATCH} for update skip locked
      ) returning subject_id, name, value
    ), summed as (
      select subject_id, name, sum(value)::integer as value from taken group by subject_id, name order by subject_id, name
    ), folded as (
      insert into ${counters} as c (subject_id, name, value) select subject_id, name, value from summed
      on conflict (subject_id, name) do update set value = c.value + excluded.value
    )
    select count(*)::integer as folded from taken`);
  return folded?.folded ?? 0;
}

const FOLD_EVERY_MS = 250;

/** Folds four times a second until stopped. */
export function startFolding(db: Db, tables: CounterTables, logger: Logger): () => Promise<void> {
  const fold = async () => ({ hasMore: (await foldCounters(db, tables)) === FOLD_BATCH });
  return repeat(fold, { name: 'folding counters', everyMs: FOLD_EVERY_MS, logger });
}
