import { encodePosition, readPage, toConnection } from '@nexus/kit/pagination';
import type { Context } from '../../context.ts';
import type { FollowList } from '../../count/follow-count.store.ts';
import type { UserRow } from '../../tables/users.ts';
import { toUserList, type UserList } from '../../user/user-list.ts';
import { relationshipWith } from '../relationship.service.ts';

type Asked = { first?: number | null; after?: string | null };

/** A page of whom a person follows or is followed by, the latest first; null for those who may not know. */
export async function listFollows(
  context: Context,
  person: UserRow,
  { list, ...asked }: Asked & { list: FollowList },
): Promise<UserList | null> {
  const page = readPage(asked);
  if (!(await showsFollowGraph(context, person))) return null;
  const rows = await context.loaders.follows({ list, page }).load(person.id);
  return { ...toUserList(rows, page), countAll: () => countFollows(context, person.id, list) };
}

/** How many people a person follows or is followed by. */
export async function countFollows({ loaders }: Context, userId: string, list: FollowList): Promise<number> {
  const counts = await loaders.followCounts.load(userId);
  return counts.find(({ name }) => name === list)?.value ?? 0;
}

/** A page of a person's followers whom the viewer follows; null for those who may not know, and for nobody. */
export async function listKnownFollowers(context: Context, person: UserRow, asked: Asked): Promise<UserList | null> {
  const page = readPage(asked);
  if (!context.viewer || !(await showsFollowGraph(context, person))) return null;
  const rows = await context.loaders.knownFollowers(page).load(person.id);
  const connection = toConnection(rows, page, (row) => ({
    cursor: encodePosition({ at: row.followedAt, id: row.id }),
    node: row,
    since: row.since,
  }));
  const countAll = async () => (await context.loaders.knownFollowerCount.load(person.id))?.value ?? 0;
  return { ...connection, countAll };
}

/** Owners see their own lists; nobody else where they are hidden, and only followers those of a private account. */
async function showsFollowGraph(context: Context, person: UserRow): Promise<boolean> {
  if (person.id === context.viewer?.id) return true;
  if (person.hidesFollowGraph) return false;
  return !person.isPrivate || (await relationshipWith(context, person.id))?.isFollowing === true;
}
