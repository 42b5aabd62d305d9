import type postgres from 'postgres';

/**
 * A witness in the database: notes each time that the listener of shares has an effect, in the transaction of the effect.
 * A copy that ignores what it knows hides that an event was handled twice; the ledger does not.
 */
export async function openLedger(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    create schema if not exists chaos;
    create table chaos.effect (id bigint generated always as identity);
    create function chaos.note() returns trigger language plpgsql security definer as
      $$ begin insert into chaos.effect default values; return null; end $$;
    create trigger chaos_note after insert on posts.share_ref for each statement execute function chaos.note()`);
}

/** Each version of a share was told once, so it has to be handled once. */
export async function findRepetitions(sql: postgres.Sql): Promise<string[]> {
  const [row] = await sql`
    select (select count(*)::int from chaos.effect) as handled,
      (select coalesce(sum(version), 0)::int from interactions.share) as told`;
  const { handled, told } = row ?? {};
  return handled > told ? [`${handled} events handled, ${told} told`] : [];
}
