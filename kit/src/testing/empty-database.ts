import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { sqlState } from '../database.ts';
import { deadQueue } from '../events/contract.ts';

const ATTEMPTS = 50;
const PAUSE_MS = 20;
const FEW = 1_000;
// A lock is held for long, or held in a circle.
const IN_USE = ['55P03', '40P01'];

/** Locks first: what is still being written is waited for, so that none of it comes after. */
const EMPTY = (schemas: string) => `
do $$
declare
  tables text[] := array(
    select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in (${schemas}) order by 1
   ) || array['pgboss.job'];
  has_many bool;
begin
  set local lock_timeout = '1s';
  -- What refuses to be emptied otherwise is emptied here, too.
  set local session_replication_role = 'replica';
  execute 'lock table ' || array_to_string(tables, ', ') || ' in access exclusive mode';
  for nth in 1 .. array_length(tables, 1) loop
    -- To delete a few rows takes a tenth of what it takes to put new files in place of a table and those that refer to it.
    execute 'select exists (select from ' || tables[nth] || ' offset ${FEW})' into has_many;
    execute case when has_many then 'truncate ' || tables[nth] || ' cascade' else 'delete from ' || tables[nth] end;
  end loop;
  perform setval(format('%I.%I', schemaname, sequencename), start_value, false)
  from pg_sequences where schemaname in (${schemas}) and last_value is not null;
end $$`;

/** A test that alters a table would alter it for the next one, too: the database tells. */
const NOTE_ALTERATIONS = `
create schema testing;
create table testing.alteration (command text);
create function testing.note_alteration() returns event_trigger language plpgsql security definer as
  $$ begin insert into testing.alteration values (tg_tag); end $$;
create event trigger note_alteration on ddl_command_end execute function testing.note_alteration()`;

/** Lets the copies of a template know whether something besides rows was changed in them. */
export async function noteAlterations(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1 });
  await sql.unsafe(NOTE_ALTERATIONS);
  await sql.end();
}

/**
 * Makes a database what it was at first while the services on it run on: no rows of theirs and no events. False when
 * that cannot be, as the services do not come to rest within a second, or as something besides rows was changed.
 */
export async function emptyDatabase(adminUrl: string, services: readonly string[]): Promise<boolean> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const [alteration] = await sql`select from testing.alteration limit 1`;
    if (alteration) return false;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (await areAtRest(sql, services)) {
        await sql.unsafe(EMPTY(services.map((name) => `'${name}'`).join(', ')));
        return true;
      }
      await delay(PAUSE_MS);
    }
    return false;
  } catch (error) {
    if (IN_USE.includes(sqlState(error) ?? '')) return false;
    throw error;
  } finally {
    await sql.end();
  }
}

/** All that was told is heard: a listener that failed might not be waited for by the next who tells. */
async function areAtRest(sql: postgres.Sql, services: readonly string[]): Promise<boolean> {
  const [job] = await sql`
    select 1 from pgboss.job
    where split_part(name, '/', 1) = any(${[...services]}) and name <> all(${services.map(deadQueue)})
      and state <> 'completed' limit 1`;
  return job === undefined;
}
