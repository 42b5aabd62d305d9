import { sql } from 'drizzle-orm';
import { texts } from '../array-params.ts';
import type { Db } from '../database.ts';
import { deadQueue, type EventCatalog, partsOf, queuesOf } from './contract.ts';
import { BOSS_SCHEMA } from './queues.ts';

/** How one subscriber stands with one event. `lagSeconds`: how long the oldest job that is due has waited. */
export type QueueNumbers = {
  queue: string;
  waiting: number;
  retrying: number;
  active: number;
  dead: number;
  lagSeconds: number;
};

const QUIET = { waiting: 0, retrying: 0, active: 0, dead: 0, lagSeconds: 0 };

/** Counts the jobs of a catalog's queues, quiet ones included; costs in proportion to what is not done yet. */
export async function countQueues(db: Db, catalog: EventCatalog, subscriber?: string): Promise<QueueNumbers[]> {
  const queues = queuesOf(catalog, subscriber);
  const dead = new Set(queues.map((queue) => deadQueue(partsOf(queue).subscriber)));
  // The two halves of the condition are those of the two indexes: together they read no job that is done.
  const rows = await db.execute<QueueNumbers>(sql`
    select coalesce(source_name, name) as queue,
      count(*) filter (where is_alive and start_after <= now())::int as waiting,
      count(*) filter (where is_alive and start_after > now())::int as retrying,
      count(*) filter (where state = 'active')::int as active,
      count(*) filter (where source_name is not null)::int as dead,
      coalesce(extract(epoch from now() - min(start_after) filter (where is_alive and start_after <= now())), 0)::float
        as "lagSeconds"
    from ${sql.identifier(BOSS_SCHEMA)}.job, lateral (select state < 'active' and source_name is null as is_alive) as told
    where name = any(${texts([...queues, ...dead])}) and (state < 'active' and not blocked or state = 'active')
    group by 1`);
  const counted = new Map(rows.map((row) => [row.queue, row]));
  return queues.map((queue) => counted.get(queue) ?? { queue, ...QUIET });
}
