import { readPage } from '@nexus/kit/pagination';
import type { Context } from '../context.ts';
import { toUserList, type UserList } from '../user/user-list.ts';
import { type Aside, countSetAside, findSetAside } from './set-aside.store.ts';

type OnePage = { viewerId: string; aside: Aside; first?: number | null; after?: string | null };

/** A page of the people whom the viewer has blocked or muted, the latest first. */
export async function listSetAside({ db }: Context, { viewerId, aside, ...asked }: OnePage): Promise<UserList> {
  const page = readPage(asked);
  const rows = await findSetAside(db, viewerId, { aside, page });
  return { ...toUserList(rows, page), countAll: () => countSetAside(db, viewerId, aside) };
}
