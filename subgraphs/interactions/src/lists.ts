import type { Connection } from '@nexus/kit/pagination';
import type { BookmarkRow } from './tables/bookmarks.ts';
import type { CommentRow, ReactionRow, ShareRow } from './tables/facts.ts';

/** A page of a list; how long the list is, is counted only when somebody asks. */
type List<Row> = Connection<Row> & { totalCount: (() => Promise<number>) | null };

export type CommentList = List<CommentRow>;
export type ReactionList = List<ReactionRow>;
export type ShareList = List<ShareRow>;
export type BookmarkList = List<BookmarkRow>;
