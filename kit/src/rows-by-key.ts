import { and, asc, getTableColumns, gt, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Db } from './database.ts';

type Row<Table extends PgTable> = Table['$inferSelect'];
type Page<Table extends PgTable> = { after: Row<Table> | undefined; limit: number };

/** Reads the rows of a table that `of` holds for, page by page in the order of a column that tells them apart. */
export function rowsByKey<Table extends PgTable>(
  db: Db,
  table: Table,
  { of, key }: { of: SQL | undefined; key: keyof Row<Table> & string },
): (page: Page<Table>) => Promise<Row<Table>[]> {
  const columns: Record<string, PgColumn> = getTableColumns(table);
  const column = columns[key];
  if (!column) throw new Error(`there is no column ${key}`);
  return async ({ after, limit }) => {
    const isNext = after && gt(column, after[key]);
    // Drizzle cannot tell the rows of a table it does not know.
    return await db
      .select()
      .from(table as PgTable)
      .where(and(of, isNext))
      .orderBy(asc(column))
      .limit(limit);
  };
}
