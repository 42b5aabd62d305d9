import { inPages } from '@nexus/contracts/export';
import type { ExportParts } from '@nexus/contracts/export-route';
import { encodeId } from '@nexus/contracts/ids';
import { findFeedsOf } from '../custom-feed/custom-feed.store.ts';
import { findFollowedHashtags } from '../hashtag/hashtag-follow.store.ts';
import { findDislikesToExport, findReductionsToExport } from './discovery-parts.store.ts';

/** What somebody follows besides people, which feeds they put together, and what they would rather not see. */
export const discoveryParts: Pick<
  ExportParts<'posts'>,
  'followed_hashtags' | 'feeds' | 'unwanted_posts' | 'fewer_from'
> = {
  followed_hashtags: async function* (db, userId) {
    for (const { name } of await findFollowedHashtags(db, userId)) yield { name };
  },
  feeds: async function* (db, userId) {
    for (const { id, ownerId, authorIds, listIds, ...feed } of await findFeedsOf(db, userId)) {
      const made = {
        authorIds: authorIds.map((it) => encodeId('user', it)),
        listIds: listIds.map((it) => encodeId('list', it)),
      };
      yield { id: encodeId('feed', id), ...feed, ...made };
    }
  },
  unwanted_posts: async function* (db, userId) {
    for await (const { postId, createdAt } of inPages(findDislikesToExport(db, userId))) {
      yield { postId: encodeId('post', postId), createdAt };
    }
  },
  fewer_from: async function* (db, userId) {
    for await (const { authorId, createdAt } of inPages(findReductionsToExport(db, userId))) {
      yield { userId: encodeId('user', authorId), createdAt };
    }
  },
};
