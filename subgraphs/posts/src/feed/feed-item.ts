import { type Connection, type Edge, encodePosition, type Page, toConnection } from '@nexus/kit/pagination';
import type { FeedItemKind, PostRow } from '../tables.ts';

/** A post in a feed: since when, and by whose doing. */
export type FeedItem = { id: string; sortAt: Date; actorId: string; kind: FeedItemKind; post: PostRow };
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
