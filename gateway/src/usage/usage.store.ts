import type { Database } from '@nexus/kit/database';
import type { Batch } from './tally.ts';

type Sql = Database['sql'];

/** Adds what was counted to today's counts, in one statement; counts are estimates where not each request was looked at. */
export async function addUsage(sql: Sql, batch: Batch, sampleRate: number): Promise<void> {
  // In one order for all who write, so that no two wait for each other.
  await sql`
    with counted as (
      select * from jsonb_to_recordset(${JSON.stringify(rowsOf(batch))}::text::jsonb) as row
        (id text, name text, body text, coordinates text[], client_name text, client_version text, requests float8, given text[])
    ), told as (
      insert into gateway.operation (id, name, body, coordinates)
      select distinct on (id) id, name, body, coordinates from counted order by id
      on conflict (id) do nothing
    )
    insert into gateway.operation_use as known
      (day, operation_id, client_name, client_version, requests, sample_rate, given)
    select (now() at time zone 'utc')::date, id, client_name, client_version, requests, ${sampleRate}::float8, given
    from counted order by id, client_name, client_version
    on conflict (day, operation_id, client_name, client_version) do update set
      requests = known.requests + excluded.requests,
      sample_rate = least(known.sample_rate, excluded.sample_rate),
      given = case
        when known.given @> excluded.given then known.given
        else array(select distinct unnest(known.given || excluded.given) order by 1)
      end`;
}

function rowsOf(batch: Batch) {
  return [...batch.values()].flatMap(({ operation, clients }) =>
    [...clients].map(([client, { requests, given }]) => ({
      id: operation.id,
      name: operation.name,
      body: operation.body,
      coordinates: [...operation.coordinates],
      client_name: client.name,
      client_version: client.version,
      requests,
      given: [...given],
    })),
  );
}

/** Forgets what was counted longer ago than so many days, and operations that nobody has sent since. */
export async function deleteUsage(sql: Sql, olderThanDays: number): Promise<void> {
  await sql`delete from gateway.operation_use where day < (now() at time zone 'utc')::date - ${olderThanDays}::int`;
  await sql`
    delete from gateway.operation
    where not exists (select from gateway.operation_use where operation_id = operation.id)`;
}

/** What one client did with one operation. */
export type UsageRow = {
  id: string;
  name: string;
  body: string;
  coordinates: string[];
  clientName: string;
  clientVersion: string;
  requests: number;
  lastSeenOn: string;
  sampleRate: number;
  given: string[];
};

/** All that was counted from a day (UTC, `2026-11-21`) on. */
export async function findUsage(sql: Sql, since: string): Promise<UsageRow[]> {
  return await sql<UsageRow[]>`
    with used as (
      select operation_id, client_name, client_version, sum(requests) as requests, max(day) as day,
        min(sample_rate) as sample_rate
      from gateway.operation_use where day >= ${since}::date group by 1, 2, 3
    )
    select id, name, body, to_json(coordinates) as coordinates, used.client_name as "clientName",
      used.client_version as "clientVersion", used.requests::float8, to_char(used.day, 'YYYY-MM-DD') as "lastSeenOn",
      used.sample_rate as "sampleRate", coalesce(to_json(array(
        select distinct unnest(given) from gateway.operation_use as part
        where part.day >= ${since}::date and part.operation_id = used.operation_id
          and part.client_name = used.client_name and part.client_version = used.client_version
        order by 1)), '[]') as given
    from used join gateway.operation on operation.id = used.operation_id
    order by used.requests desc, id, used.client_name, used.client_version`;
}
