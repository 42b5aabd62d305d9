import { type SQL, sql } from 'drizzle-orm';

/** Ids as one parameter of a statement. Trap: an array that is not wrapped like this becomes as many as it has values. */
export const uuids = (ids: readonly string[]): SQL => sql`${sql.param([...ids])}::uuid[]`;

/** Texts as one parameter of a statement. */
export const texts = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`;
