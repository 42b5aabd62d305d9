import type { Db } from '@nexus/kit/database';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

type Versioned = PgTable & { version: PgColumn };
type Row<Table extends PgTable> = Table['$inferInsert'] & object;
type Conflict<Table extends PgTable> = { key: readonly (keyof Row<Table> & string)[]; unless?: SQL };

/**
 * Takes over newer rows of what a neighbour owns and ignores older ones: replay and disorder are harmless. All rows name
 * the same columns; a row that is there stays as it is where `unless` holds.
 */
export async function upsertNewer<Table extends Versioned>(
  db: Db,
  table: Table,
  { rows, key, unless }: { rows: readonly Row<Table>[] } & Conflict<Table>,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns: Record<string, PgColumn> = getTableColumns(table);
  const told = Object.entries(columns).filter(([name]) => name in first);
  const isKey = ([name]: [string, PgColumn]) => key.some((part) => part === name);
  const isNewer = sql`${table.version} < excluded.version`;
  await db
    .insert(table)
    // Drizzle cannot tell the columns of a table it does not know.
    .values([...rows] as never)
    .onConflictDoUpdate({
      target: told.filter(isKey).map(([, column]) => column),
      set: Object.fromEntries(
        told
          .filter((entry) => !isKey(entry))
          .map(([name, { name: column }]) => [name, sql`excluded.${sql.identifier(column)}`]),
      ) as never,
      setWhere: unless ? sql`${isNewer} and not (${unless})` : isNewer,
    });
}
