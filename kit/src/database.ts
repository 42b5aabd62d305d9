import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { ARRAY_TYPES } from './array-types.ts';
import { endWithConnection } from './lost-connection.ts';
import { causeOf } from './reasons.ts';

/** A connection pool or an open transaction: stores do not care which. */
export type Db = Pick<
  PostgresJsDatabase,
  | 'select'
  | 'selectDistinct'
  | 'selectDistinctOn'
  | 'insert'
  | 'update'
  | 'delete'
  | 'execute'
  | '$with'
  | 'with'
  | 'transaction'
>;

export type Statement = { query: string; params: unknown[] };
export type Database = { db: Db; sql: postgres.Sql; close(): Promise<void> };
type ConnectOptions = { max: number; onStatement?: (statement: Statement) => void };

const IDLE_SECONDS = 60;
const CONNECT_SECONDS = 5;
/** The longest pause before the next attempt to connect. Trap: postgres.js would pause for up to 20 seconds. */
const RECONNECT_SECONDS = 0.5;
const STATEMENT_MS = 2_500;
/**
 * What a page read at random costs next to one in sequence. Trap: with Postgres' default for spinning disks (4) it
 * reads and sorts all of a popular list for one page of it, whenever the average list is short.
 */
const RANDOM_PAGE_COST = 1.1;

/** Opens a pool on a Postgres URL; statements longer than 2.5 s are cancelled by the server. */
export function connect(url: string, { max, onStatement }: ConnectOptions): Database {
  const sql = postgres(url, {
    max,
    idle_timeout: IDLE_SECONDS,
    connect_timeout: CONNECT_SECONDS,
    backoff: pauseBeforeAttempt,
    connection: {
      statement_timeout: STATEMENT_MS,
      idle_in_transaction_session_timeout: STATEMENT_MS * 4,
      random_page_cost: RANDOM_PAGE_COST,
      // Compiling a statement takes longer than any of ours runs; rules of visibility look expensive to the planner.
      jit: false,
    },
    fetch_types: false,
    types: ARRAY_TYPES,
    onnotice: () => undefined,
  });
  endWithConnection(sql);
  const logger = onStatement && { logQuery: (query: string, params: unknown[]) => onStatement({ query, params }) };
  const db = drizzle(sql, logger ? { logger } : {});
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
}

/** Seconds; longer with each failure, and never the same for two connections. */
function pauseBeforeAttempt(failures: number): number {
  return (0.5 + Math.random() / 2) * Math.min(3 ** failures / 100, RECONNECT_SECONDS);
}

/** The Postgres error code (SQLSTATE) behind a failed statement, or undefined. */
export function sqlState(error: unknown): string | undefined {
  const cause = causeOf(error);
  return cause instanceof postgres.PostgresError ? cause.code : undefined;
}

/** The unique constraint that a failed statement violated, or undefined. */
export function violatedConstraint(error: unknown): string | undefined {
  const cause = causeOf(error);
  return cause instanceof postgres.PostgresError && cause.code === '23505' ? cause.constraint_name : undefined;
}
