import { requireViewer } from '@nexus/contracts/agreement';
import { readHashtag } from '@nexus/contracts/hashtag';
import type { Db } from '@nexus/kit/database';
import { conflict, notFound } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import { takeTurn } from '@nexus/kit/turn';
import type { Context } from '../context.ts';
import type { HashtagRow } from '../tables/posts.ts';
import { findHashtagsByKeys, findVisibleHashtags } from './hashtag.store.ts';
import {
  countFollowedHashtags,
  deleteHashtagFollow,
  findFollowedAmong,
  insertHashtagFollow,
} from './hashtag-follow.store.ts';

const MAX_FOLLOWED = 100;
const PATH = 'input.name';

type Following = { name: string; followed: boolean };

/**
 * Has the viewer follow a hashtag under which they see a post, or follow one no longer; the hashtag where they see it.
 * What they follow they may leave, whether they see it yet or not.
 */
export async function setHashtagFollowed(
  context: Context,
  { name, followed }: Following,
): Promise<HashtagRow | undefined> {
  const { id: userId } = requireViewer(context);
  const key = readHashtag(name, PATH);
  return await transact(context, async (tx) => {
    const [visible] = await findVisibleHashtags(tx, { by: 'key', viewerId: userId }, [key]);
    if (followed) await follow(tx, userId, visible);
    else await unfollow(tx, userId, key);
    return visible;
  });
}

async function follow(tx: Db, userId: string, hashtag: HashtagRow | undefined): Promise<void> {
  if (!hashtag) throw notFound('The hashtag', PATH);
  await takeTurn(tx, `followed hashtags of ${userId}`);
  const [already] = await findFollowedAmong(tx, [hashtag.id], userId);
  if (already) return;
  if ((await countFollowedHashtags(tx, userId)) >= MAX_FOLLOWED) {
    throw conflict(`You follow ${MAX_FOLLOWED} hashtags already: leave one first.`, PATH);
  }
  await insertHashtagFollow(tx, { userId, hashtagId: hashtag.id });
}

async function unfollow(tx: Db, userId: string, key: string): Promise<void> {
  const [hashtag] = await findHashtagsByKeys(tx, [key]);
  if (hashtag) await deleteHashtagFollow(tx, { userId, hashtagId: hashtag.id });
}
