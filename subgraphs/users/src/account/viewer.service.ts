import { tryDecodeId } from '@nexus/contracts/ids';
import type { Viewer } from '@nexus/contracts/viewer';
import { unauthenticated } from '@nexus/kit/errors';
import type { Context } from '../context.ts';
import type { UserRow } from '../tables.ts';

/** The viewer when this is their viewer id; null for everybody else's. */
export function findOwnViewer({ viewer }: Context, id: string): Viewer | null {
  const asked = tryDecodeId(id);
  return viewer && asked?.kind === 'viewer' && asked.uuid === viewer.id ? viewer : null;
}

/** The person of an account; UNAUTHENTICATED when the account went while its access token still lasts. */
export async function personBehind({ loaders }: Context, userId: string): Promise<UserRow> {
  const user = await loaders.user.load(userId);
  if (!user) throw unauthenticated('This account is gone.');
  return user;
}
