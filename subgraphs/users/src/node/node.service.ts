import { type IdKind, tryDecodeId } from '@nexus/contracts/ids';
import { invalid } from '@nexus/kit/errors';
import { findOwnViewer } from '../account/viewer.service.ts';
import type { Context } from '../context.ts';
import { findReferencedUser } from '../profile/profile.service.ts';
import { findOwnSession } from '../session/session.service.ts';

const MAX_IDS = 100;

/** Types that live in other subgraphs: here an id is enough, their owners say whether it means anything. */
const ELSEWHERE = {
  post: 'Post',
  comment: 'Comment',
  media: 'Media',
  hashtag: 'Hashtag',
  reaction: 'Reaction',
  share: 'Share',
} as const satisfies Partial<Record<IdKind, string>>;

/** Any object by its id, its type told by the id's prefix; null when there is none for the viewer. */
export async function findNode(context: Context, id: string) {
  const kind = tryDecodeId(id)?.kind;
  if (kind === undefined) return null;
  if (kind === 'user') return typed('User', await findReferencedUser(context, id));
  if (kind === 'viewer') return typed('Viewer', findOwnViewer(context, id));
  if (kind === 'session') return typed('Session', await findOwnSession(context, id));
  return typed(ELSEWHERE[kind], { id });
}

/** Many objects by their ids, in the order asked. */
export async function findNodes(context: Context, ids: readonly string[]) {
  if (ids.length > MAX_IDS) throw invalid('ids', `Ask for at most ${MAX_IDS} ids at a time.`);
  return await Promise.all(ids.map((id) => findNode(context, id)));
}

function typed<Name extends string, Found extends object>(__typename: Name, found: Found | null) {
  return found && { __typename, ...found };
}
