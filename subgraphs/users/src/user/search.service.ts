import { invalid } from '@nexus/kit/errors';
import { encodeCursor, isUuid, readPageBy, toConnection } from '@nexus/kit/pagination';
import { countCodePoints } from '@nexus/kit/text';
import type { Context } from '../context.ts';
import { isHandle } from '../profile/handle.ts';
import { type Alike, type FoundUser, findUsersAlike, findUsersByHandlePrefix } from './search.store.ts';
import type { UserList } from './user-list.ts';

const MAX_QUERY_LENGTH = 100;

/** Where in the results: among the handles, or among the names. */
type Place = { handle: string; alike?: undefined } | { alike: Alike; handle?: undefined };
type Search = { query: string; first?: number | null; after?: string | null };

/** People whose handle begins with the query, then those with a name like it. */
export async function searchUsers({ db, viewer }: Context, search: Search): Promise<UserList> {
  const query = readQuery(search.query);
  const page = readPageBy(search, decodePlace);
  const { handle, alike } = page.after ?? {};
  const limit = page.first + 1;
  const viewerId = viewer?.id;
  const byHandle = alike
    ? []
    : await findUsersByHandlePrefix(db, query.toLowerCase(), { limit, after: handle, viewerId });
  const rest = limit - byHandle.length;
  const byName = rest === 0 ? [] : await findUsersAlike(db, query, { limit: rest, after: alike, viewerId });
  return toConnection([...byHandle, ...byName], page, (user) => ({ cursor: cursorOf(user), node: user, since: null }));
}

function readQuery(raw: string): string {
  const query = raw.trim();
  if (query === '') throw invalid('query', 'Say what to look for.');
  if (countCodePoints(query) > MAX_QUERY_LENGTH) {
    throw invalid('query', `Look for ${MAX_QUERY_LENGTH} characters at most.`);
  }
  if (/\p{Cc}/u.test(query)) throw invalid('query', 'Control characters cannot be looked for.');
  return query;
}

function cursorOf({ handle, distance, id }: FoundUser): string {
  return distance === null ? encodeCursor('handle', handle.toLowerCase()) : encodeCursor('name', distance, id);
}

/** A distance as Postgres gives and reads it: a `real` below 1e-37 is out of its range. */
const isReal = (distance: number) => distance === 0 || (distance >= 1e-37 && distance <= 1);

function decodePlace([kind, ...parts]: string[]): Place | undefined {
  if (kind === 'handle') {
    const [handle = ''] = parts;
    return isHandle(handle) ? { handle } : undefined;
  }
  const [distance, id] = [Number(parts[0]), parts[1]];
  return kind === 'name' && isReal(distance) && isUuid(id) ? { alike: { distance, id } } : undefined;
}
