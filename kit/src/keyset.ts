import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Position } from './pagination.ts';

/** What a list is in the order of: a time, and the id that breaks ties. */
type Key = readonly [time: SQLWrapper, id: SQLWrapper];

/** Whether a row lies before a position in that order, for lists that begin with the latest; without one, any does. */
export const isBefore = ([time, id]: Key, position: Position | undefined): SQL | undefined =>
  position && sql`(${time}, ${id}) < ${rowOf(position)}`;

/** Whether a row lies after a position in that order, for lists that end with the latest; without one, any does. */
export const isAfter = ([time, id]: Key, position: Position | undefined): SQL | undefined =>
  position && sql`(${time}, ${id}) > ${rowOf(position)}`;

const rowOf = ({ at, id }: Position): SQL => sql`(${at.toISOString()}::timestamptz, ${id}::uuid)`;
