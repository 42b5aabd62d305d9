import { setTimeout as delay } from 'node:timers/promises';
import type { Postgres } from './postgres.ts';

/** Holds a table so that whoever writes to it waits, until `meanwhile` is over. */
export async function holdTable(postgres: Postgres, table: string, meanwhile: () => Promise<void>): Promise<void> {
  const holder = await postgres.sql().reserve();
  try {
    await holder.unsafe(`begin; lock table ${table} in exclusive mode`);
    await meanwhile();
    await holder.unsafe('rollback');
  } finally {
    holder.release();
  }
}

/**
 * Takes two tables in the order opposite to everybody else's, again and again: who writes to both is in a deadlock.
 * We never look for deadlocks ourselves, so the victim is always the product's transaction.
 */
export async function provokeDeadlocks(
  postgres: Postgres,
  [second, first]: [string, string],
  ms: number,
): Promise<void> {
  const rival = await postgres.sql().reserve();
  try {
    for (const until = Date.now() + ms; Date.now() < until; await delay(50)) {
      await rival.unsafe(`begin; set local deadlock_timeout = '1min'; lock table ${first} in exclusive mode`);
      await delay(150);
      await rival.unsafe(`lock table ${second} in exclusive mode; rollback`);
    }
  } finally {
    rival.release();
  }
}

/** Waits until somebody waits for a table. */
export async function someoneWaitsFor(postgres: Postgres, table: string): Promise<void> {
  for (const until = Date.now() + 5_000; Date.now() < until; await delay(20)) {
    const waiting = await postgres.sql()`
      select from pg_locks where relation = ${table}::regclass and not granted`;
    if (waiting.length > 0) return;
  }
  throw new Error(`nobody wrote to ${table}`);
}

/** Has everything delivered once more that was handled already: all jobs of all queues. */
export async function deliverAgain(postgres: Postgres): Promise<void> {
  await postgres.sql()`
    update pgboss.job set state = 'created', start_after = now(), started_on = null, completed_on = null,
      heartbeat_on = null, retry_count = 0
    where state = 'completed'`;
}
