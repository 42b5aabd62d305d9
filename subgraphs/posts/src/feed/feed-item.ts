import { type Connection, type Edge, encodePosition, type Page, toConnection } from '@nexus/kit/pagination';
import type { FeedItemKind, PostRow } from '../tables/posts.ts';

/** By what a post is in a feed. */
export type FeedCause = FeedItemKind | 'PINNED' | 'HASHTAG' | 'RECOMMENDED';

/** A post in a feed: where it stands, and by whose doing. */
export type FeedItem = {
  id: string;
  sortAt: Date;
  actorId: string;
  kind: FeedCause;
  /** The hashtag that brought it here, where one did. */
  hashtagId?: string | null;
  /** Since when it is shown before all others, where it is. */
  pinnedAt?: Date;
  post: PostRow;
};
/** One that is there for a reason besides its author. */
export type CausedItem = FeedItem & { kind: Exclude<FeedCause, 'POST'> };
export type FeedItemEdge = Edge<FeedItem>;
export type FeedItemPage = Connection<FeedItem>;

/** One page of the feed of one of many (`feedOf`). */
export type FeedItemOf = FeedItem & { feedOf: string };

export const toFeedPage = (items: readonly FeedItem[], page: Page): FeedItemPage =>
  toConnection(items, page, toFeedEdge);

function toFeedEdge(item: FeedItem): FeedItemEdge {
  return { cursor: encodePosition({ at: item.sortAt, id: item.id }), node: item };
}

/** Where a post stands in the feeds of its author's followers. */
export function toPublishedEdge(post: PostRow): FeedItemEdge {
  return toFeedEdge({ id: post.id, sortAt: post.createdAt, actorId: post.authorId, kind: 'POST', post });
}
