import type { Sql } from 'postgres';

/** How often each statement was sent since the last look, BEGIN and COMMIT among them; those of the looking left out. */
export type Sent = { query: string; calls: number };

/** Lets Postgres count what is sent to it; what triggers do within a statement is a part of that one. */
export async function startCounting(admin: Sql): Promise<void> {
  await admin`create extension if not exists pg_stat_statements`;
}

/** Forgets what was sent so far. */
export async function forget(admin: Sql): Promise<void> {
  await admin`select pg_stat_statements_reset()`;
}

/** What was sent since. */
export async function readSent(admin: Sql): Promise<Sent[]> {
  const rows = await admin<Sent[]>`
    select query, sum(calls)::integer as calls from pg_stat_statements
    where query not like '%pg_stat_statements%' group by query order by 2 desc`;
  return [...rows];
}

export const sumOf = (sent: readonly Sent[]): number => sent.reduce((sum, { calls }) => sum + calls, 0);

/** Those that write impressions. */
export const ofImpressions = (sent: readonly Sent[]): Sent[] =>
  sent.filter(({ query }) => query.includes('insert into "interactions"."impression"'));
