import { hashtagKey } from '@nexus/contracts/hashtag';
import type { Db } from '@nexus/kit/database';
import { ensureHashtags } from '../hashtag/hashtag.service.ts';
import type { HashtagRow } from '../tables.ts';
import { findUserIdsByHandles } from '../user/user.store.ts';
import type { StoredFacet, WrittenFacet } from './facet.ts';
import { findFacets } from './find-facets.ts';

/** A text, and hashtags it was given besides. */
export type Written = { text: string; hashtags?: readonly string[] };
export type Annotations = { facets: StoredFacet[]; hashtagIds: string[] };

type Known = { userIds: Map<string, string>; hashtags: Map<string, HashtagRow> };

/** What the given texts mention, link and tag, in their order; adds hashtags that are new. */
export async function annotate(tx: Db, written: readonly Written[]): Promise<Annotations[]> {
  const texts = written.map(({ text, hashtags = [] }) => {
    const facets = findFacets(text);
    return { facets, hashtags: [...facets.flatMap(hashtagIn), ...hashtags] };
  });
  const handles = texts.flatMap(({ facets }) => facets.flatMap(handleIn));
  const known = {
    userIds: await findMentioned(tx, handles),
    hashtags: await ensureHashtags(
      tx,
      texts.flatMap(({ hashtags }) => hashtags),
    ),
  };
  return texts.map(({ facets, hashtags }) => ({
    facets: facets.flatMap((facet) => toStored(facet, known)),
    hashtagIds: unique(hashtags.flatMap((name) => hashtagIdOf(name, known))),
  }));
}

/** The same of one text. */
export async function annotateText(tx: Db, text: string): Promise<Annotations> {
  const [annotations] = await annotate(tx, [{ text }]);
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
