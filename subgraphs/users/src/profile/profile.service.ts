import { notFound } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { snapshotOf } from '../events.ts';
import { requireLiveSession } from '../session/live-session.ts';
import type { UserRow } from '../tables/users.ts';
import { type ProfileChange, updateUser } from './profile.store.ts';
import { readBio, readDisplayName, readLinks } from './profile-text.ts';

type ProfileInput = {
  displayName?: string | null;
  bio?: string | null;
  links?: readonly { url: URL; label?: string | null }[] | null;
};

/** Changes what the viewer's profile says and tells the neighbours. */
export async function updateProfile(context: Context, input: ProfileInput): Promise<UserRow> {
  const viewer = await requireLiveSession(context);
  const change = readChange(input);
  return await transact(context, async (tx, tell) => {
    const changed = await updateUser(tx, viewer.id, change);
    if (!changed) throw notFound('The account');
    await tell('users.user.updated.v1', snapshotOf(changed));
    return changed;
  });
}

function readChange({ displayName, bio, links }: ProfileInput): ProfileChange {
  return {
    ...(displayName !== undefined && { displayName: readDisplayName(displayName ?? '', 'input.displayName') }),
    ...(bio !== undefined && { bio: readBio(bio, 'input.bio') }),
    ...(links !== undefined && { links: readLinks(links, 'input.links') }),
  };
}
