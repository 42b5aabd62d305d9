import { invalid } from '@nexus/kit/errors';
import type { Context } from '../context.ts';
import { isHandle } from '../profile/handle.ts';
import type { UserRow } from '../tables/users.ts';

type Asked = { id: string | undefined; handle: string | undefined };

/** A person by id or by handle; null when there is none. */
export async function findUser({ loaders }: Context, { id, handle }: Asked): Promise<UserRow | null> {
  if ((id === undefined) === (handle === undefined)) throw invalid('id', 'Give either an id or a handle.');
  if (id !== undefined) return await loaders.user.load(id);
  return handle !== undefined && isHandle(handle) ? await loaders.userByHandle.load(handle) : null;
}
