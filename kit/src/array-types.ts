import { makePgArray } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';
import { parse as parseArray } from 'postgres-array';

/** Oids of array types in `pg_type`, the same in every Postgres, with what an element is. */
const ARRAYS: Readonly<Record<string, { oid: number; element(text: string): unknown }>> = {
  smallint: { oid: 1005, element: Number },
  integer: { oid: 1007, element: Number },
  text: { oid: 1009, element: String },
  bigint: { oid: 1016, element: String },
  uuid: { oid: 2951, element: String },
};

/**
 * How arrays are sent and read, for postgres.js. Trap: by itself it asks for all array types whenever it opens a
 * connection, and when that is lost meanwhile, nobody catches the error and the process ends. Dates are sent as they are
 * written in JSON.
 */
export const ARRAY_TYPES: Record<string, postgres.PostgresType> = Object.fromEntries(
  Object.entries(ARRAYS).map(([name, { oid, element }]) => {
    const serialize = (values: unknown) => (Array.isArray(values) ? makePgArray(values.map(writable)) : values);
    const parse = (text: string) => parseArray(text, element);
    return [`${name}Array`, { to: oid, from: [oid], serialize, parse }];
  }),
);

const writable = (item: unknown) => (item instanceof Date ? item.toISOString() : item);
