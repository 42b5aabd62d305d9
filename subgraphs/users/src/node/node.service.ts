import { type IdKind, tryDecodeId } from '@nexus/contracts/ids';
import { resolveReference, resolveViewer } from '@nexus/contracts/references';
import { invalid } from '@nexus/kit/errors';
import type { Context } from '../context.ts';

const MAX_IDS = 100;

/** Types that live in other subgraphs: here an id is enough, their owners say whether it means anything. */
const ELSEWHERE = {
  post: 'Post',
  comment: 'Comment',
  media: 'Media',
  poll: 'Poll',
  draft: 'Draft',
  hashtag: 'Hashtag',
  feed: 'CustomFeed',
  reaction: 'Reaction',
  share: 'Share',
  bookmark: 'Bookmark',
  collection: 'BookmarkCollection',
} as const satisfies Partial<Record<IdKind, string>>;

/** Any object by its id, its type told by the id's prefix; null when there is none for the viewer. */
export async function findNode({ viewer, loaders }: Context, id: string) {
  const kind = tryDecodeId(id)?.kind;
  if (kind === undefined) return null;
  if (kind === 'user') return typed('User', await resolveReference(kind, id, loaders.user));
  if (kind === 'viewer') return typed('Viewer', resolveViewer(viewer, id));
  if (kind === 'list') return typed('UserList', await resolveReference(kind, id, loaders.list));
  if (kind === 'request') return typed('FollowRequest', await resolveReference(kind, id, loaders.followRequest));
  if (kind === 'session') return typed('Session', await resolveReference(kind, id, loaders.session));
  if (kind === 'case') return typed('ModerationCase', await resolveReference(kind, id, loaders.case));
  if (kind === 'audit') return typed('AuditLogEntry', await resolveReference(kind, id, loaders.auditLogEntry));
  return kind in ELSEWHERE ? typed(ELSEWHERE[kind as keyof typeof ELSEWHERE], { id }) : null;
}

/** Many objects by their ids, in the order asked. */
export async function findNodes(context: Context, ids: readonly string[]) {
  if (ids.length > MAX_IDS) throw invalid('ids', `Ask for at most ${MAX_IDS} ids at a time.`);
  return await Promise.all(ids.map((id) => findNode(context, id)));
}

function typed<Name extends string, Found extends object>(__typename: Name, found: Found | null) {
  return found && { __typename, ...found };
}
