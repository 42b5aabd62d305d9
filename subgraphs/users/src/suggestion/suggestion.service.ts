import { requireViewer } from '@nexus/contracts/agreement';
import { encodeCursor, isUuid, readPageBy, toConnection } from '@nexus/kit/pagination';
import type { Context } from '../context.ts';
import { changePair } from '../relationship/pair.service.ts';
import type { UserRow } from '../tables/users.ts';
import type { UserList } from '../user/user-list.ts';
import { findSuggestedUsers, insertDismissal, type SuggestedUser, type Suggestion } from './suggestion.store.ts';

type Asked = { first?: number | null; after?: string | null };

/** A page of people whom the viewer may want to follow. */
export async function suggestUsers(context: Context, asked: Asked): Promise<UserList> {
  const viewer = requireViewer(context);
  const page = readPageBy(asked, decodeSuggestion);
  const wanted = { viewerId: viewer.id, limit: page.first + 1, after: page.after };
  const found = await findSuggestedUsers(context.db, wanted);
  return toConnection(found, page, (user: SuggestedUser) => ({
    cursor: encodeCursor('known', user.known, user.id),
    node: user,
    since: null,
  }));
}

/** Has a person whom the viewer sees suggested to them no more. */
export function dismissSuggestion(context: Context, userId: string): Promise<UserRow> {
  return changePair(context, { userId, verb: 'dismiss' }, async ({ tx, viewer, target }) => {
    await insertDismissal(tx, viewer.id, target.id);
    return [];
  });
}

const MOST = 2 ** 31 - 1;

function decodeSuggestion([kind, count, id]: string[]): Suggestion | undefined {
  const known = Number(count);
  const isCount = Number.isInteger(known) && known > 0 && known <= MOST;
  return kind === 'known' && isCount && isUuid(id) ? { known, id } : undefined;
}
