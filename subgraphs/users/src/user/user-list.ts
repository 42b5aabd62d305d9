import { type Connection, encodePosition, type Page, toConnection } from '@nexus/kit/pagination';
import type { UserRow } from '../tables/users.ts';

/** A page of people; `countAll` is there where it is known how many there are in all. */
export type UserList = Connection<UserRow, { since: Date | null }> & { countAll?: () => Promise<number> };

/** A page of people in the order in which they came, the latest first. */
export function toUserList(rows: readonly (UserRow & { since: Date })[], page: Page): UserList {
  return toConnection(rows, page, (row) => ({
    cursor: encodePosition({ at: row.since, id: row.id }),
    node: row,
    since: row.since,
  }));
}
