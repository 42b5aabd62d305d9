import { type CountedConnection, encodePosition, readPage, toConnection } from '@nexus/kit/pagination';
import type { Context } from '../context.ts';
import type { BookmarkRow } from '../tables/bookmarks.ts';
import { countBookmarks, findBookmarks } from './bookmark.store.ts';

export type BookmarkList = CountedConnection<BookmarkRow>;

type Args = { first?: number | null; after?: string | null; collectionId: string | undefined };

/** A page of somebody's own bookmarks; those of posts that became hidden are among them. */
export async function bookmarksOf({ db }: Context, userId: string, args: Args): Promise<BookmarkList> {
  const page = readPage(args);
  const shelf = { userId, collectionId: args.collectionId };
  const rows = await findBookmarks(db, shelf, page);
  return {
    ...toConnection(rows, page, (bookmark) => ({
      cursor: encodePosition({ at: bookmark.createdAt, id: bookmark.id }),
      node: bookmark,
    })),
    totalCount: () => countBookmarks(db, shelf),
  };
}
