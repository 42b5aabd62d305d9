import type { Db } from '@nexus/kit/database';
import { type SQL, sql } from 'drizzle-orm';
import { type Copy, columnsOf, SOURCES, type Source, tableOf } from './sources.ts';
import { TAKE_OVER } from './take-over.ts';

/** How many rows are mended in one transaction: few enough that nobody waits for them. */
const PAGE = 500;

export type Rebuilt = { read: number; replaced: number; removed: number };
type Progress = (read: number) => void;

/**
 * Makes a copy equal to its owner's rows while both are in use: page by page through the same functions that hear of
 * changes, so that whatever is newer stays; what differs under the same version and what the owner does not have goes.
 */
export async function rebuild(db: Db, copy: Copy, onProgress: Progress = () => undefined): Promise<Rebuilt> {
  const rebuilt = { read: 0, replaced: 0, removed: 0 };
  for (let after: SQL | undefined, isLast = false; !isLast; ) {
    const page = await db.transaction(async (tx) => {
      const keys = await findKeys(tx, SOURCES[copy.name], after);
      rebuilt.replaced += await dropSpoiled(tx, copy, keys);
      // Read after that: what changed meanwhile is here in its newest version, or on its way as an event.
      await TAKE_OVER[copy.name](tx, copy.schema, keys);
      return keys;
    });
    rebuilt.read += page.length;
    onProgress(rebuilt.read);
    isLast = page.length < PAGE;
    after = rowOf(page.at(-1) ?? []);
  }
  const { counts, leftovers }: Source = SOURCES[copy.name];
  const isUnowned = sql`${counts} and ${hasNoOwner(copy)}`;
  rebuilt.removed = await removeAll(db, { table: tableOf(copy), which: isUnowned });
  if (leftovers) await removeAll(db, leftovers);
  return rebuilt;
}

/** The values of a key, in the order of its columns. */
export type Key = readonly string[];

async function findKeys(tx: Db, source: Source, after: SQL | undefined): Promise<Key[]> {
  const key = columnsOf(source.key);
  const rows = await tx.execute<Record<string, string>>(sql`
    select ${key} from (${source.owned}) as owned
    ${after && sql`where (${key}) > (${after})`}
    order by ${key} limit ${PAGE}`);
  return rows.map((row) => source.key.map((column) => String(row[column])));
}

const rowOf = (key: Key): SQL =>
  sql.join(
    key.map((value) => sql`${value}::uuid`),
    sql`, `,
  );

/** Rows that say something else than their owner under the same version, or claim to be newer. */
async function dropSpoiled(tx: Db, copy: Copy, keys: readonly Key[]): Promise<number> {
  if (keys.length === 0) return 0;
  const source: Source = SOURCES[copy.name];
  const isOnPage = sql`(${columnsOf(source.key, 'copied')}) in (${sql.join(
    keys.map((key) => sql`(${rowOf(key)})`),
    sql`, `,
  )})`;
  const dropped = await tx.execute(sql`
    delete from ${tableOf(copy)} copied using (${source.owned}) owned
    where ${isOnPage} and (${columnsOf(source.key, 'copied')}) = (${columnsOf(source.key, 'owned')})
      and copied.version >= owned.version
      and (
        row(${columnsOf(source.columns, 'copied')}) is distinct from row(${columnsOf(source.columns, 'owned')})
        or ${source.spoils ?? sql`false`}
      )
    returning 1`);
  return dropped.length;
}

function hasNoOwner(copy: Copy): SQL {
  const { key, owned }: Source = SOURCES[copy.name];
  const copied = sql.join(
    key.map((column) => sql`${sql.identifier(copy.name)}.${sql.identifier(column)}`),
    sql`, `,
  );
  return sql`not exists (select from (${owned}) owned where (${copied}) = (${columnsOf(key, 'owned')}))`;
}

/** Removes rows page by page; how many there were. */
async function removeAll(db: Db, { table, which }: { table: SQL; which: SQL }): Promise<number> {
  for (let removed = 0; ; ) {
    const gone = await db.execute(sql`
      delete from ${table} where ctid = any(array(select ctid from ${table} where ${which} limit ${PAGE})) returning 1`);
    removed += gone.length;
    if (gone.length < PAGE) return removed;
  }
}
