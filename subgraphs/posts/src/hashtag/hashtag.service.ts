import type { Visibility } from '@nexus/contracts/events';
import { bareHashtag, hashtagKey } from '@nexus/contracts/hashtag';
import type { Db } from '@nexus/kit/database';
import { newId } from '@nexus/kit/new-id';
import type { Context } from '../context.ts';
import { holdAuthors } from '../count/recount.store.ts';
import type { HashtagRow } from '../tables/posts.ts';
import { findHashtagsByKeys, insertHashtags } from './hashtag.store.ts';

/** The hashtag of a spelling; null when the viewer sees no post with it, or it cannot be one. */
export async function findHashtag({ loaders }: Context, written: string): Promise<HashtagRow | null> {
  const key = hashtagKey(written);
  return key === undefined ? null : await loaders.visibleHashtagByKey.load(key);
}

/** The hashtag that something which the viewer has names. */
export async function hashtagNamed({ loaders }: Context, id: string): Promise<HashtagRow> {
  const hashtag = await loaders.hashtag.load(id);
  if (!hashtag) throw new Error(`there is no hashtag ${id}`);
  return hashtag;
}

/** A hashtag as somebody writes it in a post. */
export type Spelling = { written: string; authorId: string; visibility: Visibility };

/** The hashtags of the given spellings by their key, added where they are new; what cannot be a hashtag is left out. */
export async function ensureHashtags(tx: Db, spellings: readonly Spelling[]): Promise<Map<string, HashtagRow>> {
  const wanted = Map.groupBy(spellings, ({ written }) => hashtagKey(written));
  const keys = [...wanted.keys()].filter((key) => key !== undefined);
  if (keys.length === 0) return new Map();

  const known = await findByKey(tx, keys);
  const added = keys.filter((key) => !known.has(key));
  if (added.length === 0) return known;
  const names = await findNames(
    tx,
    added.flatMap((key) => wanted.get(key) ?? []),
  );
  await insertHashtags(
    tx,
    added.map((key) => ({ id: newId(), key, name: names.get(key) ?? key })),
  );
  return await findByKey(tx, keys);
}

/** The first spelling of each key that everybody may see: how a hashtag is written tells of the post that it was written in. */
async function findNames(tx: Db, spellings: readonly Spelling[]): Promise<Map<string | undefined, string>> {
  const published = spellings.filter(({ visibility }) => visibility === 'PUBLIC');
  if (published.length === 0) return new Map();
  const isOpen = await holdAuthors(
    tx,
    published.map(({ authorId }) => authorId),
  );
  const shown = published.filter(({ authorId }) => isOpen.get(authorId));
  return new Map(shown.toReversed().map(({ written }) => [hashtagKey(written), bareHashtag(written)]));
}

async function findByKey(db: Db, keys: readonly string[]): Promise<Map<string, HashtagRow>> {
  return new Map((await findHashtagsByKeys(db, keys)).map((hashtag) => [hashtag.key, hashtag]));
}
