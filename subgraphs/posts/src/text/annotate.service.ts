import type { Visibility } from '@nexus/contracts/events';
import { hashtagKey } from '@nexus/contracts/hashtag';
import type { Db } from '@nexus/kit/database';
import { ensureHashtags } from '../hashtag/hashtag.service.ts';
import type { HashtagRow } from '../tables/posts.ts';
import { findUserIdsByHandles } from '../user/user.store.ts';
import type { StoredFacet, WrittenFacet } from './facet.ts';
import { findFacets } from './find-facets.ts';

/** The text of a post, and hashtags it was given besides. */
export type Written = { text: string; authorId: string; visibility: Visibility; hashtags?: readonly string[] };
export type Annotations = { facets: StoredFacet[]; hashtagIds: string[] };

type Known = { userIds: Map<string, string>; hashtags: Map<string, HashtagRow> };

/** What the given texts mention, link and tag, in their order; adds hashtags that are new. */
export async function annotate(tx: Db, written: readonly Written[]): Promise<Annotations[]> {
  const texts = written.map(({ text, authorId, visibility, hashtags = [] }) => {
    const facets = findFacets(text);
    return { authorId, visibility, facets, hashtags: [...facets.flatMap(hashtagIn), ...hashtags] };
  });
  const handles = texts.flatMap(({ facets }) => facets.flatMap(handleIn));
  const known = {
    userIds: await findMentioned(tx, handles),
    hashtags: await ensureHashtags(
      tx,
      texts.flatMap(({ hashtags, ...post }) => hashtags.map((hashtag) => ({ ...post, written: hashtag }))),
    ),
  };
  return texts.map(({ facets, hashtags }) => ({
    facets: facets.flatMap((facet) => toStored(facet, known)),
    hashtagIds: unique(hashtags.flatMap((name) => hashtagIdOf(name, known))),
  }));
}

/** The same of one text. */
export async function annotateText(tx: Db, written: Omit<Written, 'hashtags'>): Promise<Annotations> {
  const [annotations] = await annotate(tx, [written]);
  return annotations ?? { facets: [], hashtagIds: [] };
}

const hashtagIn = (facet: WrittenFacet): string[] => ('hashtag' in facet ? [facet.hashtag] : []);
const handleIn = (facet: WrittenFacet): string[] => ('handle' in facet ? [facet.handle] : []);
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

async function findMentioned(tx: Db, handles: readonly string[]): Promise<Map<string, string>> {
  const people = handles.length === 0 ? [] : await findUserIdsByHandles(tx, unique(handles));
  return new Map(people.map(({ id, handle }) => [handle.toLowerCase(), id]));
}

function hashtagIdOf(name: string, { hashtags }: Known): string[] {
  const hashtag = hashtags.get(hashtagKey(name) ?? '');
  return hashtag ? [hashtag.id] : [];
}

/** A mention of nobody we know is plain text. */
function toStored(facet: WrittenFacet, known: Known): StoredFacet[] {
  const { start, end } = facet;
  if ('link' in facet) return [facet];
  if ('hashtag' in facet) return hashtagIdOf(facet.hashtag, known).map((hashtagId) => ({ start, end, hashtagId }));
  const userId = known.userIds.get(facet.handle.toLowerCase());
  return userId === undefined ? [] : [{ start, end, userId }];
}
