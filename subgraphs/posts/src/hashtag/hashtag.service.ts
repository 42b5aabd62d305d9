import { bareHashtag, hashtagKey } from '@nexus/contracts/hashtag';
import type { Db } from '@nexus/kit/database';
import { newId } from '@nexus/kit/new-id';
import type { Context } from '../context.ts';
import type { HashtagRow } from '../tables.ts';
import { findHashtagsByKeys, insertHashtags } from './hashtag.store.ts';

/** The hashtag of a spelling; null when the viewer sees no post with it, or it cannot be one. */
export async function findHashtag({ loaders }: Context, written: string): Promise<HashtagRow | null> {
  const key = hashtagKey(written);
  return key === undefined ? null : await loaders.visibleHashtagByKey.load(key);
}

/** The hashtags of the given spellings by their key, added where they are new; what cannot be a hashtag is left out. */
export async function ensureHashtags(tx: Db, spellings: readonly string[]): Promise<Map<string, HashtagRow>> {
  const wanted = new Map<string, HashtagRow>();
  for (const written of spellings) {
    const key = hashtagKey(written);
    if (key !== undefined && !wanted.has(key)) wanted.set(key, { id: newId(), key, name: bareHashtag(written) });
  }
  if (wanted.size === 0) return wanted;

  const known = await findByKey(tx, [...wanted.keys()]);
  const added = [...wanted.values()].filter(({ key }) => !known.has(key));
  if (added.length === 0) return known;
  await insertHashtags(tx, added);
  return await findByKey(tx, [...wanted.keys()]);
}

async function findByKey(db: Db, keys: readonly string[]): Promise<Map<string, HashtagRow>> {
  return new Map((await findHashtagsByKeys(db, keys)).map((hashtag) => [hashtag.key, hashtag]));
}
