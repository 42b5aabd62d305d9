import { texts } from '@nexus/kit/array-params';
import { type SQL, sql } from 'drizzle-orm';
import { type Copy, columnsOf, SOURCES, type Source, tableOf } from '../projections/sources.ts';

/** Rows of a copy that its owner does not have, has besides or has otherwise. */
export function differencesOf(copy: Copy): SQL {
  const source: Source = SOURCES[copy.name];
  return sql`
    select concat_ws(' ', ${columnsOf(source.key)}) as subject,
      case when owned_row is null then 'the owner does not have it'
        when copied_row is null then 'it is missing'
        else concat('owned ', owned_row - ${shared(source)}, ', copied ', copied_row - ${shared(source)}) end as what
    from (select ${columnsOf(source.key)}, to_jsonb(o) as owned_row from (${source.owned}) o) owned
    full join (
      select ${columnsOf(source.key)}, to_jsonb(c) as copied_row, (${source.counts}) as counts
      from (select ${columnsOf([...source.key, ...source.columns])} from ${tableOf(copy)}) c
    ) copied using (${columnsOf(source.key)})
    where owned_row is null and counts or owned_row is not null and owned_row is distinct from copied_row`;
}

// The key is said already.
const shared = ({ key }: Source): SQL => sql`${texts(key)}`;
