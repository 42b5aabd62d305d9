import { findBroken } from '../../../scripts/invariants/run.ts';
import type { Postgres } from '../machinery/postgres.ts';

/** Counts that are not their rows, copies that are not their originals, and events that nobody has handled. */
export async function findDrift(postgres: Postgres): Promise<string[]> {
  const findings = await findBroken(postgres.urlBy(postgres.port));
  return [
    ...findings.flatMap(({ name, differences }) =>
      differences.map(({ subject, what }) => `${name}: ${subject}: ${what}`),
    ),
    ...(await findUnhandled(postgres)),
  ];
}

/** Jobs that wait or are under way, and dead letters. */
async function findUnhandled(postgres: Postgres): Promise<string[]> {
  const rows = await postgres.sql()`
    select name, state, count(*)::int as count from pgboss.job where state < 'completed' group by name, state`;
  return rows.map(({ name, state, count }) => `${count} events of ${name} are ${state}`);
}
