import { requireViewer } from '@nexus/contracts/agreement';
import { decodeId, tryDecodeId } from '@nexus/contracts/ids';
import { invalid, notFound } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { snapshotOf } from '../events.ts';
import type { UserRow } from '../tables.ts';
import { isHandle } from './handle.ts';
import type { ProfileChange } from './profile.store.ts';
import { updateUser } from './profile.store.ts';
import { readBio, readDisplayName, readLinks } from './profile-text.ts';

/** A person by id or by handle; null when there is none. */
export async function findUser({ loaders }: Context, asked: { id?: string | null; handle?: string | null }) {
  const { id, handle } = asked;
  if ((id == null) === (handle == null)) throw invalid('id', 'Give either an id or a handle.');
  if (id != null) return await loaders.user.load(decodeId('user', id));
  return handle != null && isHandle(handle) ? await loaders.userByHandle.load(handle) : null;
}

/** The person a reference means; null when it is malformed or means nobody. */
export async function findReferencedUser({ loaders }: Context, id: string): Promise<UserRow | null> {
  const asked = tryDecodeId(id);
  return asked?.kind === 'user' ? await loaders.user.load(asked.uuid) : null;
}

type ProfileInput = {
  displayName?: string | null;
  bio?: string | null;
  links?: readonly { url: URL; label?: string | null }[] | null;
};

/** Changes what the viewer's profile says and tells the neighbours. */
export async function updateProfile(context: Context, input: ProfileInput): Promise<UserRow> {
  const viewer = requireViewer(context);
  const change = readChange(input);
  const user = await transact(context, async (tx, tell) => {
    const changed = await updateUser(tx, viewer.id, change);
    if (!changed) throw notFound('The account');
    await tell('users.user.updated.v1', snapshotOf(changed));
    return changed;
  });
  return user;
}

function readChange({ displayName, bio, links }: ProfileInput): ProfileChange {
  return {
    ...(displayName !== undefined && { displayName: readDisplayName(displayName ?? '', 'input.displayName') }),
    ...(bio !== undefined && { bio: readBio(bio, 'input.bio') }),
    ...(links !== undefined && { links: readLinks(links, 'input.links') }),
  };
}
