import type { Connection } from '@nexus/kit/pagination';
import type { UserRow } from '../tables.ts';

/** A page of people; `countAll` is there where it is known how many there are in all. */
export type UserList = Connection<UserRow, { since: Date | null }> & { countAll?: () => Promise<number> };
