import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Analytics as AuthorAnalyticsOf, Analytics as PlatformAnalyticsOf, Analytics as PostAnalyticsOf, TopPost as RankedPost } from './analytics/analytics.service.ts';
import type { BookmarkRow, BookmarkCollectionRow } from './tables/bookmarks.ts';
import type { BookmarkList } from './bookmark/bookmark-list.ts';
import type { CommentRow, ReactionRow, ShareRow } from './tables/facts.ts';
import type { CommentList } from './comment/comment-list.ts';
import type { ReactionList } from './reaction/reaction-list.ts';
import type { ShareList } from './share/share-list.ts';
import type { ShownPost } from './post/post.store.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment in UTC, ISO 8601 with milliseconds. */
  DateTime: { input: Date; output: Date; }
  /** An absolute http or https URL. */
  URL: { input: URL; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** What to say, and where. */
export type AddCommentInput = {
  /**
   * 1 to 255 characters that the client makes up for this one request. Asked again with it and otherwise the same, within
   * a day, it is answered with what came of the first time; with another input it is a CONFLICT. Without it every request
   * has an effect of its own.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The comment under that post it replies to (`comment_…`); null for one on the post itself. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** The post it is about (`post_…`). */
  postId: Scalars['ID']['input'];
  /** 1 to 2000 characters. */
  text: Scalars['String']['input'];
};

/** What came of adding a comment. */
export type AddCommentPayload = {
  __typename?: 'AddCommentPayload';
  /** Ready to be put into a list; null when it was refused. */
  commentEdge?: Maybe<CommentEdge>;
  /** What it is about, with its new counts; null when it was refused. */
  post?: Maybe<Post>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What came of all that somebody published, as far as they see those who did it. */
export type AuthorAnalytics = {
  __typename?: 'AuthorAnalytics';
  /** How many followed at the end of each point, of those who do so still. */
  audience: Array<MetricPoint>;
  /** The hours of the week, in the time zone, in which people do most with the posts; hours without anything are left out. */
  bestHours: Array<BestHour>;
  /** Reactions, comments, shares and bookmarks for each impression; null without impressions. */
  engagementRate?: Maybe<Scalars['Float']['output']>;
  /** How much of the impressions was shown to followers, from 0 to 1; null without impressions. */
  fromFollowersRatio?: Maybe<Scalars['Float']['output']>;
  /** One for each metric asked for, in that order. */
  series: Array<MetricSeries>;
  /**
   * The posts with the most of a metric in the range; those with none are left out. Of more than 10,000 posts the latest are
   * looked at.
   */
  topPosts: Array<TopPost>;
};


/** What came of all that somebody published, as far as they see those who did it. */
export type AuthorAnalyticsBestHoursArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What came of all that somebody published, as far as they see those who did it. */
export type AuthorAnalyticsSeriesArgs = {
  metrics?: InputMaybe<Array<Metric>>;
};


/** What came of all that somebody published, as far as they see those who did it. */
export type AuthorAnalyticsTopPostsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  metric?: InputMaybe<Metric>;
};

/** An hour of the week. */
export type BestHour = {
  __typename?: 'BestHour';
  /** Reactions, comments, shares and bookmarks in that hour of all weeks of the range. */
  engagements: Scalars['Int']['output'];
  /** When it begins, 0 to 23. */
  hour: Scalars['Int']['output'];
  /** 1 is Monday, 7 is Sunday. */
  weekday: Scalars['Int']['output'];
};

/** A post that the viewer keeps; nobody else sees it. */
export type Bookmark = Node & {
  __typename?: 'Bookmark';
  /** The collection it is in; null when it is in none. */
  collection?: Maybe<BookmarkCollection>;
  /** When the post was bookmarked. */
  createdAt: Scalars['DateTime']['output'];
  /** A bookmark id (`bookmark_…`). */
  id: Scalars['ID']['output'];
  /** The post; null while the viewer may not see it. */
  post?: Maybe<Post>;
};

/** What the viewer puts bookmarks in; nobody else sees it. */
export type BookmarkCollection = Node & {
  __typename?: 'BookmarkCollection';
  /** How many bookmarks are in it, those of hidden posts included. */
  count: Scalars['Int']['output'];
  /** A collection id (`collection_…`). */
  id: Scalars['ID']['output'];
  /** 1 to 50 characters; different from those of the viewer's other collections, in any case. */
  name: Scalars['String']['output'];
};

/** What came of making or renaming a collection. */
export type BookmarkCollectionPayload = {
  __typename?: 'BookmarkCollectionPayload';
  /** The collection as it is now; null when it was refused. */
  collection?: Maybe<BookmarkCollection>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A page of bookmarks. */
export type BookmarkConnection = {
  __typename?: 'BookmarkConnection';
  /** The items, in the order of the list. */
  edges: Array<BookmarkEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many bookmarks the list holds, those of hidden posts included. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A bookmark in a page. */
export type BookmarkEdge = {
  __typename?: 'BookmarkEdge';
  /** Where this item lies; pass it as `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The bookmark. */
  node: Bookmark;
};

/**
 * What somebody said about a post. Deleted while it had replies, it stays as a placeholder without text and author. Hidden
 * by the author of the post, or removed by a moderator, it is such a placeholder for others, but counted.
 */
export type Comment = Node & {
  __typename?: 'Comment';
  /** Who said it, as last heard of; null on a placeholder, and when nothing is known of them. */
  author?: Maybe<User>;
  /** Whether the viewer may delete it. */
  canDelete: Scalars['Boolean']['output'];
  /** Whether the viewer may change its text. */
  canEdit: Scalars['Boolean']['output'];
  /** When it was said. */
  createdAt: Scalars['DateTime']['output'];
  /** 0 on the post itself, one more with each level of replies; at most 50. */
  depth: Scalars['Int']['output'];
  /** When its text was last changed; null if never. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The words after a # in the text, as written. */
  hashtags: Array<Scalars['String']['output']>;
  /** A comment id (`comment_…`). */
  id: Scalars['ID']['output'];
  /** Whether the author of the post says it. */
  isByPostAuthor: Scalars['Boolean']['output'];
  /** Whether the author of the post put it first under the post; one at most is. */
  isPinned: Scalars['Boolean']['output'];
  /** The comment it replies to; null for one on the post itself. */
  parent?: Maybe<Comment>;
  /** What it is about. */
  post?: Maybe<Post>;
  /** Reactions of all kinds by people whom the viewer sees. */
  reactionCount?: Maybe<Scalars['Int']['output']>;
  /** Reactions by kind, the most frequent first; kinds nobody chose are left out. */
  reactionSummary?: Maybe<Array<ReactionTally>>;
  /** Who reacted, of those the viewer sees, newest first. */
  reactions?: Maybe<ReactionConnection>;
  /** The comments that reply to it directly; placeholders only above a reply that the viewer sees. */
  replies: CommentConnection;
  /** Direct replies that the viewer sees, placeholders left out. */
  replyCount: Scalars['Int']['output'];
  /** Whether it is as written, changed or gone. */
  state: CommentState;
  /** 1 to 2000 characters; null on a placeholder. */
  text?: Maybe<Scalars['String']['output']>;
  /** Null when the viewer has not reacted. */
  viewerReaction?: Maybe<ReactionKind>;
};


/**
 * What somebody said about a post. Deleted while it had replies, it stays as a placeholder without text and author. Hidden
 * by the author of the post, or removed by a moderator, it is such a placeholder for others, but counted.
 */
export type CommentReactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<ReactionKind>;
};


/**
 * What somebody said about a post. Deleted while it had replies, it stays as a placeholder without text and author. Hidden
 * by the author of the post, or removed by a moderator, it is such a placeholder for others, but counted.
 */
export type CommentRepliesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<CommentSort>;
};

/** A page of comments. */
export type CommentConnection = {
  __typename?: 'CommentConnection';
  /** The items, in the order of the list. */
  edges: Array<CommentEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many comments the list holds for the viewer, placeholders included; null where nobody counts them. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A comment in a page. */
export type CommentEdge = {
  __typename?: 'CommentEdge';
  /** Where this item lies; pass it as `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The comment. */
  node: Comment;
};

/** What came of changing a comment. */
export type CommentPayload = {
  __typename?: 'CommentPayload';
  /** The comment as it is now; null when it was refused. */
  comment?: Maybe<Comment>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** The order of a list of comments. */
export type CommentSort =
  /** Newest first. */
  | 'NEWEST'
  /** Oldest first. */
  | 'OLDEST'
  /** Most reactions and replies first, then newest. */
  | 'TOP';

/** What became of a comment. */
export type CommentState =
  /** A placeholder that keeps its replies together. */
  | 'DELETED'
  /** Changed by its author since. */
  | 'EDITED'
  /** The author of the post hid it: only who said it and that author read it, others see its place and the replies below. */
  | 'HIDDEN_BY_AUTHOR'
  /** A moderator removed it: only who said it and moderators read it, others see its place and the replies below. */
  | 'REMOVED'
  /** As written. */
  | 'VISIBLE';

/** The comment that a mutation is about. */
export type CommentTargetInput = {
  /** A comment id (`comment_…`). */
  commentId: Scalars['ID']['input'];
};

/** It contradicts what is already there. */
export type ConflictError = UserError & {
  __typename?: 'ConflictError';
  /** Always CONFLICT. */
  code: ErrorCode;
  /** A sentence for the person. */
  message: Scalars['String']['output'];
  /** Where in the input; null when it is about all of it. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** From when to when. */
export type DateRangeInput = {
  /** What happens then is the first to belong to it. */
  from: Scalars['DateTime']['input'];
  /** What happens then does not belong to it any more. */
  to: Scalars['DateTime']['input'];
};

/** Which collection to delete. */
export type DeleteBookmarkCollectionInput = {
  /** One of the viewer's collections. */
  collectionId: Scalars['ID']['input'];
};

/** What came of deleting a collection. */
export type DeleteBookmarkCollectionPayload = {
  __typename?: 'DeleteBookmarkCollectionPayload';
  /** The collection that is gone; null when it was refused. */
  deletedCollectionId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What is left of a deleted comment. */
export type DeleteCommentPayload = {
  __typename?: 'DeleteCommentPayload';
  /** The placeholder; null when none was needed or it was refused. */
  comment?: Maybe<Comment>;
  /** The comment, if it is gone for the viewer; null when a placeholder stays or it was refused. */
  deletedCommentId?: Maybe<Scalars['ID']['output']>;
  /** Placeholders above it that are gone too, because this was their last reply; null when it was refused. */
  deletedPlaceholderIds?: Maybe<Array<Scalars['ID']['output']>>;
  /** What it was about, with its new counts; null when it was refused, or the viewer does not see it any more. */
  post?: Maybe<Post>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Which comment to change, and to what. */
export type EditCommentInput = {
  /** A comment id (`comment_…`). */
  commentId: Scalars['ID']['input'];
  /** What it says from now on: 1 to 2000 characters. */
  text: Scalars['String']['input'];
};

/** What kind of refusal a user error is. */
export type ErrorCode =
  /** It contradicts what is already there. */
  | 'CONFLICT'
  /** The viewer may not do this. */
  | 'FORBIDDEN'
  /** The input is not acceptable as it is. */
  | 'INVALID'
  /** Something the input names does not exist. */
  | 'NOT_FOUND'
  /** Too often; try again later. */
  | 'RATE_LIMITED';

/** The viewer may not do this. */
export type ForbiddenError = UserError & {
  __typename?: 'ForbiddenError';
  /** Always FORBIDDEN. */
  code: ErrorCode;
  /** A sentence for the person. */
  message: Scalars['String']['output'];
  /** Where in the input; null when it is about all of it. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** How long a point of a series is. */
export type Granularity =
  /** A day of the time zone: 23 or 25 hours where the clocks change. */
  | 'DAY'
  /** An hour. */
  | 'HOUR'
  /** From Monday on, in the time zone. */
  | 'WEEK';

/** A picture in the sizes a client needs. */
export type Image = {
  __typename?: 'Image';
  /** What it shows, in words. */
  altText?: Maybe<Scalars['String']['output']>;
  /** A blurred placeholder (blurha.sh). */
  blurhash?: Maybe<Scalars['String']['output']>;
  /** In pixels. */
  height: Scalars['Int']['output'];
  /** At most 400 pixels wide. */
  thumbnailUrl: Scalars['URL']['output'];
  /** The original, at most 4096 pixels wide. */
  url: Scalars['URL']['output'];
  /** In pixels. */
  width: Scalars['Int']['output'];
};

/** A post that was in sight: at least half of it, for at least a second. */
export type ImpressionInput = {
  /** For how many milliseconds, as far as the client knows; at most a day. */
  dwellMs?: InputMaybe<Scalars['Int']['input']>;
  /** Which one. */
  postId: Scalars['ID']['input'];
};

/** What analytics count. */
export type Metric =
  /** Posts that people keep, but for those they keep no longer. */
  | 'BOOKMARKS'
  /** Comments and replies, but for those deleted since. */
  | 'COMMENTS'
  /** People who began to follow and do so still; of a post always 0. */
  | 'FOLLOWERS_GAINED'
  /** How often a post was shown: once a day for each person. */
  | 'IMPRESSIONS'
  /** Posts published, but for those deleted since; of a post always 0. */
  | 'POSTS'
  /** Reactions to posts, not to comments; those taken back are gone from the hour in which they were given. */
  | 'REACTIONS'
  /** Shares, but for those taken back. */
  | 'SHARES'
  /** People to whom a post was shown for the first time; of several posts, the sum of theirs. */
  | 'UNIQUE_VIEWERS';

/** One value of a series. */
export type MetricPoint = {
  __typename?: 'MetricPoint';
  /** When the point begins. */
  at: Scalars['DateTime']['output'];
  /** What was counted from then until the next point begins. */
  value: Scalars['Float']['output'];
};

/** What was counted of one metric, point by point: whole numbers that no Int may hold. */
export type MetricSeries = {
  __typename?: 'MetricSeries';
  /** Which one. */
  metric: Metric;
  /** All points of the range, at most 800, the oldest first, also where nothing was counted. */
  points: Array<MetricPoint>;
  /** The same for as many points just before the first. */
  previousTotal?: Maybe<Scalars['Float']['output']>;
  /** The sum of the points. */
  total: Scalars['Float']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Comments on a post, or replies to one of its comments. */
  addComment: AddCommentPayload;
  /** Deletes one of the viewer's collections; what was in it stays bookmarked. */
  deleteBookmarkCollection: DeleteBookmarkCollectionPayload;
  /** Deletes a comment of the viewer, seen by them or not, or one under a post of theirs. With replies it stays as an empty placeholder. */
  deleteComment: DeleteCommentPayload;
  /** Changes the text of one of the viewer's comments. */
  editComment: CommentPayload;
  /**
   * Notes which posts the viewer had in sight; answered when it is kept. Each post counts once a day (UTC) for each viewer;
   * the viewer's own posts, those they may not see and what robots look at are left out.
   */
  recordImpressions: RecordImpressionsPayload;
  /** Bookmarks a post for the viewer alone, moves its bookmark, or takes it back, seen by them or not; repeating it changes nothing. */
  setBookmark: SetBookmarkPayload;
  /** Hides what somebody else said under a post of the viewer, or shows it again; only its place is left for others than the two of them. */
  setCommentHidden: CommentPayload;
  /** Puts a comment first under a post of the viewer, in every order and in place of the one that was, or back among the others. */
  setCommentPinned: CommentPayload;
  /** Sets the viewer's one reaction to a post or a comment; repeating it changes nothing. One's own can always be taken back. */
  setReaction: SetReactionPayload;
  /** Mutes what happens below a post for the viewer, or ends that; repeating it changes nothing. */
  setThreadMuted: PostInteractionPayload;
  /** Shares a post that everybody may see with the viewer's followers; repeating it changes nothing. */
  sharePost: SharePostPayload;
  /** Takes back the viewer's share of a post, seen by them or not; without one it changes nothing. */
  unsharePost: UnsharePostPayload;
  /** Makes a collection for the viewer's bookmarks, at most 100, or gives one of them another name. */
  upsertBookmarkCollection: BookmarkCollectionPayload;
};


export type MutationAddCommentArgs = {
  input: AddCommentInput;
};


export type MutationDeleteBookmarkCollectionArgs = {
  input: DeleteBookmarkCollectionInput;
};


export type MutationDeleteCommentArgs = {
  input: CommentTargetInput;
};


export type MutationEditCommentArgs = {
  input: EditCommentInput;
};


export type MutationRecordImpressionsArgs = {
  input: RecordImpressionsInput;
};


export type MutationSetBookmarkArgs = {
  input: SetBookmarkInput;
};


export type MutationSetCommentHiddenArgs = {
  input: SetCommentHiddenInput;
};


export type MutationSetCommentPinnedArgs = {
  input: SetCommentPinnedInput;
};


export type MutationSetReactionArgs = {
  input: SetReactionInput;
};


export type MutationSetThreadMutedArgs = {
  input: SetThreadMutedInput;
};


export type MutationSharePostArgs = {
  input: SharePostInput;
};


export type MutationUnsharePostArgs = {
  input: PostTargetInput;
};


export type MutationUpsertBookmarkCollectionArgs = {
  input: UpsertBookmarkCollectionInput;
};

/** An object with an id of its own. */
export type Node = {
  /** Unique among all objects; the prefix tells the type. */
  id: Scalars['ID']['output'];
};

/** Something the input names does not exist, or is hidden from the viewer. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  /** Always NOT_FOUND. */
  code: ErrorCode;
  /** A sentence for the person. */
  message: Scalars['String']['output'];
  /** Where in the input; null when it is about all of it. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Where a page of a connection lies. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Null on an empty page; pass it as `after` for the next one. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more items follow. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether this page was asked for with a cursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** What happened on the whole platform. */
export type PlatformAnalytics = {
  __typename?: 'PlatformAnalytics';
  /** How many people did or saw anything on each day (UTC) of the range; of more than 800 days ago that is forgotten. */
  activeUsers: Array<MetricPoint>;
  /**
   * The newcomers of the last weeks (UTC) up to the end of the range, and how many of them came back; the oldest first. Who came
   * back more than 800 days ago is forgotten.
   */
  retention: Array<RetentionCohort>;
  /** One for each metric asked for, in that order. */
  series: Array<MetricSeries>;
  /** How much of everything there is now. */
  totals: PlatformTotals;
};


/** What happened on the whole platform. */
export type PlatformAnalyticsRetentionArgs = {
  cohorts?: InputMaybe<Scalars['Int']['input']>;
};


/** What happened on the whole platform. */
export type PlatformAnalyticsSeriesArgs = {
  metrics?: InputMaybe<Array<Metric>>;
};

/** How much of everything there is now; what was deleted or taken back is not. Whole numbers that no Int may hold. */
export type PlatformTotals = {
  __typename?: 'PlatformTotals';
  /** Bookmarks. */
  bookmarks: Scalars['Float']['output'];
  /** Comments and replies. */
  comments: Scalars['Float']['output'];
  /** Pairs of people of whom one follows the other. */
  follows: Scalars['Float']['output'];
  /** Impressions of posts. */
  impressions: Scalars['Float']['output'];
  /** Accounts in use. */
  people: Scalars['Int']['output'];
  /** Posts. */
  posts: Scalars['Float']['output'];
  /** Reactions to posts. */
  reactions: Scalars['Float']['output'];
  /** Shares. */
  shares: Scalars['Float']['output'];
};

/** Something a person published. */
export type Post = {
  __typename?: 'Post';
  /** What came of it, for its author; null for everybody else. */
  analytics?: Maybe<PostAnalytics>;
  /** How many people keep it; null for everybody but its author. Who they are is told to nobody. */
  bookmarkCount?: Maybe<Scalars['Int']['output']>;
  /** Whether the viewer may comment: signed in, and of those whose comments its author takes. */
  canComment?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the viewer may share it: signed in, and the post is for everybody. */
  canShare?: Maybe<Scalars['Boolean']['output']>;
  /** Comments in the whole thread that the viewer sees, replies included, placeholders left out. */
  commentCount?: Maybe<Scalars['Int']['output']>;
  /** Comments on the post itself, the pinned one first; the replies hang below them. Pages by TOP keep the order that the first had. */
  comments?: Maybe<CommentConnection>;
  /** A post id (`post_…`). */
  id: Scalars['ID']['output'];
  /** Reactions of all kinds by people whom the viewer sees. */
  reactionCount?: Maybe<Scalars['Int']['output']>;
  /** Reactions by kind, the most frequent first; kinds nobody chose are left out. */
  reactionSummary?: Maybe<Array<ReactionTally>>;
  /** Who reacted, newest first. */
  reactions?: Maybe<ReactionConnection>;
  /** People who share it now, of those the viewer sees. */
  shareCount?: Maybe<Scalars['Int']['output']>;
  /** Who shares it, of those the viewer sees, newest first. */
  shares?: Maybe<ShareConnection>;
  /** Null when nobody is signed in. */
  viewerHasBookmarked?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the viewer wants to hear no more of what happens below it; null when nobody is signed in. */
  viewerHasMutedThread?: Maybe<Scalars['Boolean']['output']>;
  /** Null when nobody is signed in. */
  viewerHasShared?: Maybe<Scalars['Boolean']['output']>;
  /** Null when the viewer has not reacted, or nobody is signed in. */
  viewerReaction?: Maybe<ReactionKind>;
};


/** Something a person published. */
export type PostAnalyticsArgs = {
  granularity?: InputMaybe<Granularity>;
  range?: InputMaybe<DateRangeInput>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};


/** Something a person published. */
export type PostCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<CommentSort>;
};


/** Something a person published. */
export type PostReactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<ReactionKind>;
};


/** Something a person published. */
export type PostSharesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What came of a post, as far as the viewer sees those who did it. */
export type PostAnalytics = {
  __typename?: 'PostAnalytics';
  /** Reactions, comments, shares and bookmarks for each impression; null without impressions. */
  engagementRate?: Maybe<Scalars['Float']['output']>;
  /** How much of the impressions was shown to followers of the author, from 0 to 1; null without impressions. */
  fromFollowersRatio?: Maybe<Scalars['Float']['output']>;
  /** One for each metric asked for, in that order. */
  series: Array<MetricSeries>;
};


/** What came of a post, as far as the viewer sees those who did it. */
export type PostAnalyticsSeriesArgs = {
  metrics?: InputMaybe<Array<Metric>>;
};

/** What came of muting a thread. */
export type PostInteractionPayload = {
  __typename?: 'PostInteractionPayload';
  /** The post; null when it was refused, or the viewer does not see it any more. */
  post?: Maybe<Post>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A post. */
export type PostTargetInput = {
  /** Which one. */
  postId: Scalars['ID']['input'];
};

export type Query = {
  __typename?: 'Query';
  /** A comment by id; null when there is none, or its post, who said it or anybody above it is hidden from the viewer. */
  comment?: Maybe<Comment>;
  /** What happened on the whole platform: as many series, active people and newcomers as asked for. For administrators. */
  platformAnalytics?: Maybe<PlatformAnalytics>;
  /** The person asking; null when nobody is signed in. */
  viewer?: Maybe<Viewer>;
};


export type QueryCommentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPlatformAnalyticsArgs = {
  granularity?: InputMaybe<Granularity>;
  range?: InputMaybe<DateRangeInput>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** Too often. */
export type RateLimitError = UserError & {
  __typename?: 'RateLimitError';
  /** Always RATE_LIMITED. */
  code: ErrorCode;
  /** A sentence for the person. */
  message: Scalars['String']['output'];
  /** Where in the input; null when it is about all of it. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** How long to wait. */
  retryAfterSeconds: Scalars['Int']['output'];
};

/** How one person feels about one post or comment. */
export type Reaction = Node & {
  __typename?: 'Reaction';
  /** When they first reacted; choosing another kind does not change it. */
  createdAt: Scalars['DateTime']['output'];
  /** A reaction id (`reaction_…`). */
  id: Scalars['ID']['output'];
  /** The feeling chosen. */
  kind: ReactionKind;
  /** The post or comment it is about; null when the viewer may not see it. */
  target?: Maybe<ReactionTarget>;
  /** Who chose it, as last heard of; null when nothing is known of them. */
  user?: Maybe<User>;
};

/** A page of reactions. */
export type ReactionConnection = {
  __typename?: 'ReactionConnection';
  /** The items, in the order of the list. */
  edges: Array<ReactionEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many reactions the list holds for the viewer; null where nobody counts them. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A reaction in a page. */
export type ReactionEdge = {
  __typename?: 'ReactionEdge';
  /** Where this item lies; pass it as `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The reaction. */
  node: Reaction;
};

/** A feeling one can choose. */
export type ReactionKind =
  /** Anger. */
  | 'ANGRY'
  /** A laugh. */
  | 'LAUGH'
  /** A thumbs-up. */
  | 'LIKE'
  /** A heart. */
  | 'LOVE'
  /** Sadness. */
  | 'SAD'
  /** Astonishment. */
  | 'WOW';

/** How many chose one kind. */
export type ReactionTally = {
  __typename?: 'ReactionTally';
  /** At least 1. */
  count: Scalars['Int']['output'];
  /** Which kind. */
  kind: ReactionKind;
};

/** Everything one can react to. */
export type ReactionTarget = Comment | Post;

/** Posts that were in sight. */
export type RecordImpressionsInput = {
  /** At most 100. */
  items: Array<ImpressionInput>;
  /** Where they were shown. */
  surface: Surface;
};

/** What came of noting impressions. */
export type RecordImpressionsPayload = {
  __typename?: 'RecordImpressionsPayload';
  /** How many of them count; null when it was refused. */
  accepted?: Maybe<Scalars['Int']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** The people who were active for the first time in one week. */
export type RetentionCohort = {
  __typename?: 'RetentionCohort';
  /** How many they are. */
  people: Scalars['Int']['output'];
  /** How many of them were active in that week and each one since, the present one included. */
  retained: Array<Scalars['Int']['output']>;
  /** The Monday on which it began, UTC. */
  week: Scalars['DateTime']['output'];
};

/** Which post to bookmark, and where. */
export type SetBookmarkInput = {
  /** Whether it is bookmarked from now on. */
  bookmarked: Scalars['Boolean']['input'];
  /** One of the viewer's collections; null takes it out of any, left out leaves it where it is. */
  collectionId?: InputMaybe<Scalars['ID']['input']>;
  /** A post id (`post_…`). */
  postId: Scalars['ID']['input'];
};

/** What came of bookmarking a post. */
export type SetBookmarkPayload = {
  __typename?: 'SetBookmarkPayload';
  /** The viewer's bookmark now; null when there is none, or it was refused. */
  bookmark?: Maybe<Bookmark>;
  /** The bookmark that was taken back; null when there was none. */
  deletedBookmarkId?: Maybe<Scalars['ID']['output']>;
  /** The post; null when it was refused, or the viewer does not see it any more. */
  post?: Maybe<Post>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Which comment to hide or to show. */
export type SetCommentHiddenInput = {
  /** A comment id (`comment_…`). */
  commentId: Scalars['ID']['input'];
  /** Whether others than its author and the viewer see only its place. */
  hidden: Scalars['Boolean']['input'];
};

/** Which comment to pin or to put back. */
export type SetCommentPinnedInput = {
  /** A comment id (`comment_…`); of one on the post itself, not of a reply. */
  commentId: Scalars['ID']['input'];
  /** Whether it stands before all others. */
  pinned: Scalars['Boolean']['input'];
};

/** What to react to, and how. */
export type SetReactionInput = {
  /** Null takes the reaction back. */
  kind?: InputMaybe<ReactionKind>;
  /** A post id (`post_…`) or a comment id (`comment_…`). */
  targetId: Scalars['ID']['input'];
};

/** What came of setting a reaction. */
export type SetReactionPayload = {
  __typename?: 'SetReactionPayload';
  /** The viewer's reaction now; null when there is none. */
  reaction?: Maybe<Reaction>;
  /** The reaction that was taken back; null when there was none. */
  removedReactionId?: Maybe<Scalars['ID']['output']>;
  /** What was reacted to; null when it was refused, or the viewer does not see it any more. */
  target?: Maybe<ReactionTarget>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Which thread to mute. */
export type SetThreadMutedInput = {
  /** Whether it is muted from now on. */
  muted: Scalars['Boolean']['input'];
  /** The post it hangs on (`post_…`). */
  postId: Scalars['ID']['input'];
};

/** A post passed on to the followers of somebody. */
export type Share = Node & {
  __typename?: 'Share';
  /** When it was passed on, the last time if it was taken back in between. */
  createdAt: Scalars['DateTime']['output'];
  /** A share id (`share_…`). */
  id: Scalars['ID']['output'];
  /** The post passed on; null when the viewer may not see it. */
  post?: Maybe<Post>;
  /** Who passed it on, as last heard of; null when nothing is known of them. */
  user?: Maybe<User>;
};

/** A page of shares. */
export type ShareConnection = {
  __typename?: 'ShareConnection';
  /** The items, in the order of the list. */
  edges: Array<ShareEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many people share the post now, of those the viewer sees. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A share in a page. */
export type ShareEdge = {
  __typename?: 'ShareEdge';
  /** Where this item lies; pass it as `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The share. */
  node: Share;
};

/** Which post to share. */
export type SharePostInput = {
  /**
   * 1 to 255 characters that the client makes up for this one request. Asked again with it and otherwise the same, within
   * a day, it is answered with what came of the first time; with another input it is a CONFLICT.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Which one. */
  postId: Scalars['ID']['input'];
};

/** What came of sharing a post. */
export type SharePostPayload = {
  __typename?: 'SharePostPayload';
  /** The shared post with its new counts; null when it was refused. */
  post?: Maybe<Post>;
  /** The share, new or there already; null when it was refused, or taken back since. */
  share?: Maybe<Share>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Where in a client a post is shown. */
export type Surface =
  /** A page of its own. */
  | 'DETAIL'
  /** What is found by exploring. */
  | 'EXPLORE'
  /** The page of a hashtag. */
  | 'HASHTAG'
  /** The home feed. */
  | 'HOME'
  /** A person's page. */
  | 'PROFILE'
  /** Search results. */
  | 'SEARCH';

/** A post and what it has of a metric. */
export type TopPost = {
  __typename?: 'TopPost';
  /** Which one. */
  post?: Maybe<Post>;
  /** At least 1. */
  value: Scalars['Int']['output'];
};

/** What came of taking a share back. */
export type UnsharePostPayload = {
  __typename?: 'UnsharePostPayload';
  /** The share that was taken back; null when there was none or it was refused. */
  deletedShareId?: Maybe<Scalars['ID']['output']>;
  /** The post with its new counts; null when it was refused, or the viewer does not see it any more. */
  post?: Maybe<Post>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A collection as it is to be. */
export type UpsertBookmarkCollectionInput = {
  /** Which collection to change; a new one is made when left out. */
  collectionId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * 1 to 255 characters that the client makes up for this one request. Asked again with it and otherwise the same, within
   * a day, it is answered with what came of the first time; with another input it is a CONFLICT.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 50 characters. */
  name: Scalars['String']['input'];
};

/** A person. */
export type User = {
  __typename?: 'User';
  /** Their picture. */
  avatar?: Maybe<Image>;
  /** What they said under posts that the viewer may see, newest first; null when this part of Nexus is down. */
  comments?: Maybe<CommentConnection>;
  /** The name people read. */
  displayName: Scalars['String']['output'];
  /** The name in @mentions. */
  handle: Scalars['String']['output'];
  /** A user id (`user_…`). */
  id: Scalars['ID']['output'];
  /** Whether it is who it says. */
  isVerified: Scalars['Boolean']['output'];
  /** Whether the account is in use. */
  state: UserState;
};


/** A person. */
export type UserCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A refusal that a form can show and a person can fix. */
export type UserError = {
  /** For programs. */
  code: ErrorCode;
  /** A sentence for the person. */
  message: Scalars['String']['output'];
  /** Where in the input; null when it is about all of it. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Whether an account is in use. */
export type UserState =
  /** In use. */
  | 'ACTIVE'
  /** Switched off by its owner. */
  | 'DEACTIVATED'
  /** Gone. */
  | 'DELETED'
  /** Switched off by a moderator. */
  | 'SUSPENDED';

/** The input is not acceptable as it is. */
export type ValidationError = UserError & {
  __typename?: 'ValidationError';
  /** Always INVALID. */
  code: ErrorCode;
  /** A sentence for the person. */
  message: Scalars['String']['output'];
  /** Where in the input; null when it is about all of it. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The person asking. */
export type Viewer = {
  __typename?: 'Viewer';
  /**
   * What came of all that the viewer published; null when this part of Nexus is down. As a file with all series, too: the
   * gateway gives it out at `/analytics.csv` and `/analytics.json` with these arguments (`?from=…&to=…&timeZone=…`) and the
   * access token; of one post with `&post=`.
   */
  analytics?: Maybe<AuthorAnalytics>;
  /** What the viewer puts bookmarks in, by name, at most 100; null when this part of Nexus is down. */
  bookmarkCollections?: Maybe<Array<BookmarkCollection>>;
  /** The viewer's bookmarks, the latest first; null when this part of Nexus is down. */
  bookmarks?: Maybe<BookmarkConnection>;
  /** A viewer id (`viewer_…`); not the id of the user. */
  id: Scalars['ID']['output'];
  /** The viewer's reactions to posts, newest first; null when this part of Nexus is down. */
  reactedPosts?: Maybe<ReactionConnection>;
};


/** The person asking. */
export type ViewerAnalyticsArgs = {
  granularity?: InputMaybe<Granularity>;
  range?: InputMaybe<DateRangeInput>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};


/** The person asking. */
export type ViewerBookmarksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  collectionId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The person asking. */
export type ViewerReactedPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Bookmark: Bookmark;
  BookmarkCollection: BookmarkCollection;
  Comment: Comment;
  Post: Post;
  Reaction: Reaction;
  Share: Share;
  User: User;
  Viewer: Viewer;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Bookmark:
    ( { __typename: 'Bookmark' }
    & GraphQLRecursivePick<FederationTypes['Bookmark'], {"id":true}> );
  BookmarkCollection:
    ( { __typename: 'BookmarkCollection' }
    & GraphQLRecursivePick<FederationTypes['BookmarkCollection'], {"id":true}> );
  Comment:
    ( { __typename: 'Comment' }
    & GraphQLRecursivePick<FederationTypes['Comment'], {"id":true}> );
  Post:
    ( { __typename: 'Post' }
    & GraphQLRecursivePick<FederationTypes['Post'], {"id":true}> );
  Reaction:
    ( { __typename: 'Reaction' }
    & GraphQLRecursivePick<FederationTypes['Reaction'], {"id":true}> );
  Share:
    ( { __typename: 'Share' }
    & GraphQLRecursivePick<FederationTypes['Share'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Viewer:
    ( { __typename: 'Viewer' }
    & GraphQLRecursivePick<FederationTypes['Viewer'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ReactionTarget:
    | ( CommentRow )
    | ( ShownPost )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( BookmarkRow )
    | ( BookmarkCollectionRow )
    | ( CommentRow )
    | ( ReactionRow )
    | ( ShareRow )
  ;
  UserError:
    | ( ConflictError )
    | ( ForbiddenError )
    | ( NotFoundError )
    | ( RateLimitError )
    | ( ValidationError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddCommentInput: AddCommentInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AddCommentPayload: ResolverTypeWrapper<Omit<AddCommentPayload, 'commentEdge' | 'post' | 'userErrors'> & { commentEdge?: Maybe<ResolversTypes['CommentEdge']>, post?: Maybe<ResolversTypes['Post']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AuthorAnalytics: ResolverTypeWrapper<AuthorAnalyticsOf>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  BestHour: ResolverTypeWrapper<BestHour>;
  Bookmark: ResolverTypeWrapper<BookmarkRow>;
  BookmarkCollection: ResolverTypeWrapper<BookmarkCollectionRow>;
  BookmarkCollectionPayload: ResolverTypeWrapper<Omit<BookmarkCollectionPayload, 'collection' | 'userErrors'> & { collection?: Maybe<ResolversTypes['BookmarkCollection']>, userErrors: Array<ResolversTypes['UserError']> }>;
  BookmarkConnection: ResolverTypeWrapper<BookmarkList>;
  BookmarkEdge: ResolverTypeWrapper<Omit<BookmarkEdge, 'node'> & { node: ResolversTypes['Bookmark'] }>;
  Comment: ResolverTypeWrapper<CommentRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CommentConnection: ResolverTypeWrapper<CommentList>;
  CommentEdge: ResolverTypeWrapper<Omit<CommentEdge, 'node'> & { node: ResolversTypes['Comment'] }>;
  CommentPayload: ResolverTypeWrapper<Omit<CommentPayload, 'comment' | 'userErrors'> & { comment?: Maybe<ResolversTypes['Comment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CommentSort: CommentSort;
  CommentState: CommentState;
  CommentTargetInput: CommentTargetInput;
  ConflictError: ResolverTypeWrapper<ConflictError>;
  DateRangeInput: DateRangeInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteBookmarkCollectionInput: DeleteBookmarkCollectionInput;
  DeleteBookmarkCollectionPayload: ResolverTypeWrapper<Omit<DeleteBookmarkCollectionPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  DeleteCommentPayload: ResolverTypeWrapper<Omit<DeleteCommentPayload, 'comment' | 'post' | 'userErrors'> & { comment?: Maybe<ResolversTypes['Comment']>, post?: Maybe<ResolversTypes['Post']>, userErrors: Array<ResolversTypes['UserError']> }>;
  EditCommentInput: EditCommentInput;
  ErrorCode: ErrorCode;
  ForbiddenError: ResolverTypeWrapper<ForbiddenError>;
  Granularity: Granularity;
  Image: ResolverTypeWrapper<Image>;
  ImpressionInput: ImpressionInput;
  Metric: Metric;
  MetricPoint: ResolverTypeWrapper<MetricPoint>;
  MetricSeries: ResolverTypeWrapper<MetricSeries>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlatformAnalytics: ResolverTypeWrapper<PlatformAnalyticsOf>;
  PlatformTotals: ResolverTypeWrapper<PlatformTotals>;
  Post: ResolverTypeWrapper<ShownPost>;
  PostAnalytics: ResolverTypeWrapper<PostAnalyticsOf>;
  PostInteractionPayload: ResolverTypeWrapper<Omit<PostInteractionPayload, 'post' | 'userErrors'> & { post?: Maybe<ResolversTypes['Post']>, userErrors: Array<ResolversTypes['UserError']> }>;
  PostTargetInput: PostTargetInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateLimitError: ResolverTypeWrapper<RateLimitError>;
  Reaction: ResolverTypeWrapper<ReactionRow>;
  ReactionConnection: ResolverTypeWrapper<ReactionList>;
  ReactionEdge: ResolverTypeWrapper<Omit<ReactionEdge, 'node'> & { node: ResolversTypes['Reaction'] }>;
  ReactionKind: ReactionKind;
  ReactionTally: ResolverTypeWrapper<ReactionTally>;
  ReactionTarget: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReactionTarget']>;
  RecordImpressionsInput: RecordImpressionsInput;
  RecordImpressionsPayload: ResolverTypeWrapper<Omit<RecordImpressionsPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  RetentionCohort: ResolverTypeWrapper<RetentionCohort>;
  SetBookmarkInput: SetBookmarkInput;
  SetBookmarkPayload: ResolverTypeWrapper<Omit<SetBookmarkPayload, 'bookmark' | 'post' | 'userErrors'> & { bookmark?: Maybe<ResolversTypes['Bookmark']>, post?: Maybe<ResolversTypes['Post']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SetCommentHiddenInput: SetCommentHiddenInput;
  SetCommentPinnedInput: SetCommentPinnedInput;
  SetReactionInput: SetReactionInput;
  SetReactionPayload: ResolverTypeWrapper<Omit<SetReactionPayload, 'reaction' | 'target' | 'userErrors'> & { reaction?: Maybe<ResolversTypes['Reaction']>, target?: Maybe<ResolversTypes['ReactionTarget']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SetThreadMutedInput: SetThreadMutedInput;
  Share: ResolverTypeWrapper<ShareRow>;
  ShareConnection: ResolverTypeWrapper<ShareList>;
  ShareEdge: ResolverTypeWrapper<Omit<ShareEdge, 'node'> & { node: ResolversTypes['Share'] }>;
  SharePostInput: SharePostInput;
  SharePostPayload: ResolverTypeWrapper<Omit<SharePostPayload, 'post' | 'share' | 'userErrors'> & { post?: Maybe<ResolversTypes['Post']>, share?: Maybe<ResolversTypes['Share']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Surface: Surface;
  TopPost: ResolverTypeWrapper<RankedPost>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UnsharePostPayload: ResolverTypeWrapper<Omit<UnsharePostPayload, 'post' | 'userErrors'> & { post?: Maybe<ResolversTypes['Post']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpsertBookmarkCollectionInput: UpsertBookmarkCollectionInput;
  User: ResolverTypeWrapper<{ id: string }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserState: UserState;
  ValidationError: ResolverTypeWrapper<ValidationError>;
  Viewer: ResolverTypeWrapper<{ id: string }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddCommentInput: AddCommentInput;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AddCommentPayload: Omit<AddCommentPayload, 'commentEdge' | 'post' | 'userErrors'> & { commentEdge?: Maybe<ResolversParentTypes['CommentEdge']>, post?: Maybe<ResolversParentTypes['Post']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AuthorAnalytics: AuthorAnalyticsOf;
  Int: Scalars['Int']['output'];
  Float: Scalars['Float']['output'];
  BestHour: BestHour;
  Bookmark: BookmarkRow;
  BookmarkCollection: BookmarkCollectionRow;
  BookmarkCollectionPayload: Omit<BookmarkCollectionPayload, 'collection' | 'userErrors'> & { collection?: Maybe<ResolversParentTypes['BookmarkCollection']>, userErrors: Array<ResolversParentTypes['UserError']> };
  BookmarkConnection: BookmarkList;
  BookmarkEdge: Omit<BookmarkEdge, 'node'> & { node: ResolversParentTypes['Bookmark'] };
  Comment: CommentRow;
  Boolean: Scalars['Boolean']['output'];
  CommentConnection: CommentList;
  CommentEdge: Omit<CommentEdge, 'node'> & { node: ResolversParentTypes['Comment'] };
  CommentPayload: Omit<CommentPayload, 'comment' | 'userErrors'> & { comment?: Maybe<ResolversParentTypes['Comment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CommentTargetInput: CommentTargetInput;
  ConflictError: ConflictError;
  DateRangeInput: DateRangeInput;
  DateTime: Scalars['DateTime']['output'];
  DeleteBookmarkCollectionInput: DeleteBookmarkCollectionInput;
  DeleteBookmarkCollectionPayload: Omit<DeleteBookmarkCollectionPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  DeleteCommentPayload: Omit<DeleteCommentPayload, 'comment' | 'post' | 'userErrors'> & { comment?: Maybe<ResolversParentTypes['Comment']>, post?: Maybe<ResolversParentTypes['Post']>, userErrors: Array<ResolversParentTypes['UserError']> };
  EditCommentInput: EditCommentInput;
  ForbiddenError: ForbiddenError;
  Image: Image;
  ImpressionInput: ImpressionInput;
  MetricPoint: MetricPoint;
  MetricSeries: MetricSeries;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NotFoundError: NotFoundError;
  PageInfo: PageInfo;
  PlatformAnalytics: PlatformAnalyticsOf;
  PlatformTotals: PlatformTotals;
  Post: ShownPost;
  PostAnalytics: PostAnalyticsOf;
  PostInteractionPayload: Omit<PostInteractionPayload, 'post' | 'userErrors'> & { post?: Maybe<ResolversParentTypes['Post']>, userErrors: Array<ResolversParentTypes['UserError']> };
  PostTargetInput: PostTargetInput;
  Query: Record<PropertyKey, never>;
  RateLimitError: RateLimitError;
  Reaction: ReactionRow;
  ReactionConnection: ReactionList;
  ReactionEdge: Omit<ReactionEdge, 'node'> & { node: ResolversParentTypes['Reaction'] };
  ReactionTally: ReactionTally;
  ReactionTarget: ResolversUnionTypes<ResolversParentTypes>['ReactionTarget'];
  RecordImpressionsInput: RecordImpressionsInput;
  RecordImpressionsPayload: Omit<RecordImpressionsPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  RetentionCohort: RetentionCohort;
  SetBookmarkInput: SetBookmarkInput;
  SetBookmarkPayload: Omit<SetBookmarkPayload, 'bookmark' | 'post' | 'userErrors'> & { bookmark?: Maybe<ResolversParentTypes['Bookmark']>, post?: Maybe<ResolversParentTypes['Post']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SetCommentHiddenInput: SetCommentHiddenInput;
  SetCommentPinnedInput: SetCommentPinnedInput;
  SetReactionInput: SetReactionInput;
  SetReactionPayload: Omit<SetReactionPayload, 'reaction' | 'target' | 'userErrors'> & { reaction?: Maybe<ResolversParentTypes['Reaction']>, target?: Maybe<ResolversParentTypes['ReactionTarget']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SetThreadMutedInput: SetThreadMutedInput;
  Share: ShareRow;
  ShareConnection: ShareList;
  ShareEdge: Omit<ShareEdge, 'node'> & { node: ResolversParentTypes['Share'] };
  SharePostInput: SharePostInput;
  SharePostPayload: Omit<SharePostPayload, 'post' | 'share' | 'userErrors'> & { post?: Maybe<ResolversParentTypes['Post']>, share?: Maybe<ResolversParentTypes['Share']>, userErrors: Array<ResolversParentTypes['UserError']> };
  TopPost: RankedPost;
  URL: Scalars['URL']['output'];
  UnsharePostPayload: Omit<UnsharePostPayload, 'post' | 'userErrors'> & { post?: Maybe<ResolversParentTypes['Post']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpsertBookmarkCollectionInput: UpsertBookmarkCollectionInput;
  User: { id: string };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  ValidationError: ValidationError;
  Viewer: { id: string };
};

export type AddCommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddCommentPayload'] = ResolversParentTypes['AddCommentPayload']> = {
  commentEdge?: Resolver<Maybe<ResolversTypes['CommentEdge']>, ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AuthorAnalyticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorAnalytics'] = ResolversParentTypes['AuthorAnalytics']> = {
  audience?: Resolver<Array<ResolversTypes['MetricPoint']>, ParentType, ContextType>;
  bestHours?: Resolver<Array<ResolversTypes['BestHour']>, ParentType, ContextType, RequireFields<AuthorAnalyticsBestHoursArgs, 'first'>>;
  engagementRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  fromFollowersRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['MetricSeries']>, ParentType, ContextType, Partial<AuthorAnalyticsSeriesArgs>>;
  topPosts?: Resolver<Array<ResolversTypes['TopPost']>, ParentType, ContextType, RequireFields<AuthorAnalyticsTopPostsArgs, 'first' | 'metric'>>;
};

export type BestHourResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BestHour'] = ResolversParentTypes['BestHour']> = {
  engagements?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weekday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BookmarkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Bookmark'] = ResolversParentTypes['Bookmark'], FederationReferenceType extends FederationReferenceTypes['Bookmark'] = FederationReferenceTypes['Bookmark']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Bookmark']> | FederationReferenceType, FederationReferenceType, ContextType>;
  collection?: Resolver<Maybe<ResolversTypes['BookmarkCollection']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BookmarkCollectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookmarkCollection'] = ResolversParentTypes['BookmarkCollection'], FederationReferenceType extends FederationReferenceTypes['BookmarkCollection'] = FederationReferenceTypes['BookmarkCollection']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['BookmarkCollection']> | FederationReferenceType, FederationReferenceType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BookmarkCollectionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookmarkCollectionPayload'] = ResolversParentTypes['BookmarkCollectionPayload']> = {
  collection?: Resolver<Maybe<ResolversTypes['BookmarkCollection']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type BookmarkConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookmarkConnection'] = ResolversParentTypes['BookmarkConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BookmarkEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BookmarkEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookmarkEdge'] = ResolversParentTypes['BookmarkEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Bookmark'], ParentType, ContextType>;
};

export type CommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Comment'] = ResolversParentTypes['Comment'], FederationReferenceType extends FederationReferenceTypes['Comment'] = FederationReferenceTypes['Comment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Comment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  canDelete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  canEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hashtags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isByPostAuthor?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPinned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  reactionCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reactionSummary?: Resolver<Maybe<Array<ResolversTypes['ReactionTally']>>, ParentType, ContextType>;
  reactions?: Resolver<Maybe<ResolversTypes['ReactionConnection']>, ParentType, ContextType, RequireFields<CommentReactionsArgs, 'first'>>;
  replies?: Resolver<ResolversTypes['CommentConnection'], ParentType, ContextType, RequireFields<CommentRepliesArgs, 'first' | 'sort'>>;
  replyCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CommentState'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  viewerReaction?: Resolver<Maybe<ResolversTypes['ReactionKind']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentConnection'] = ResolversParentTypes['CommentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CommentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentEdge'] = ResolversParentTypes['CommentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
};

export type CommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentPayload'] = ResolversParentTypes['CommentPayload']> = {
  comment?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteBookmarkCollectionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteBookmarkCollectionPayload'] = ResolversParentTypes['DeleteBookmarkCollectionPayload']> = {
  deletedCollectionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteCommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCommentPayload'] = ResolversParentTypes['DeleteCommentPayload']> = {
  comment?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  deletedCommentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  deletedPlaceholderIds?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ForbiddenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForbiddenError'] = ResolversParentTypes['ForbiddenError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  altText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  blurhash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  thumbnailUrl?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MetricPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MetricPoint'] = ResolversParentTypes['MetricPoint']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MetricSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MetricSeries'] = ResolversParentTypes['MetricSeries']> = {
  metric?: Resolver<ResolversTypes['Metric'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['MetricPoint']>, ParentType, ContextType>;
  previousTotal?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addComment?: Resolver<ResolversTypes['AddCommentPayload'], ParentType, ContextType, RequireFields<MutationAddCommentArgs, 'input'>>;
  deleteBookmarkCollection?: Resolver<ResolversTypes['DeleteBookmarkCollectionPayload'], ParentType, ContextType, RequireFields<MutationDeleteBookmarkCollectionArgs, 'input'>>;
  deleteComment?: Resolver<ResolversTypes['DeleteCommentPayload'], ParentType, ContextType, RequireFields<MutationDeleteCommentArgs, 'input'>>;
  editComment?: Resolver<ResolversTypes['CommentPayload'], ParentType, ContextType, RequireFields<MutationEditCommentArgs, 'input'>>;
  recordImpressions?: Resolver<ResolversTypes['RecordImpressionsPayload'], ParentType, ContextType, RequireFields<MutationRecordImpressionsArgs, 'input'>>;
  setBookmark?: Resolver<ResolversTypes['SetBookmarkPayload'], ParentType, ContextType, RequireFields<MutationSetBookmarkArgs, 'input'>>;
  setCommentHidden?: Resolver<ResolversTypes['CommentPayload'], ParentType, ContextType, RequireFields<MutationSetCommentHiddenArgs, 'input'>>;
  setCommentPinned?: Resolver<ResolversTypes['CommentPayload'], ParentType, ContextType, RequireFields<MutationSetCommentPinnedArgs, 'input'>>;
  setReaction?: Resolver<ResolversTypes['SetReactionPayload'], ParentType, ContextType, RequireFields<MutationSetReactionArgs, 'input'>>;
  setThreadMuted?: Resolver<ResolversTypes['PostInteractionPayload'], ParentType, ContextType, RequireFields<MutationSetThreadMutedArgs, 'input'>>;
  sharePost?: Resolver<ResolversTypes['SharePostPayload'], ParentType, ContextType, RequireFields<MutationSharePostArgs, 'input'>>;
  unsharePost?: Resolver<ResolversTypes['UnsharePostPayload'], ParentType, ContextType, RequireFields<MutationUnsharePostArgs, 'input'>>;
  upsertBookmarkCollection?: Resolver<ResolversTypes['BookmarkCollectionPayload'], ParentType, ContextType, RequireFields<MutationUpsertBookmarkCollectionArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Bookmark' | 'BookmarkCollection' | 'Comment' | 'Reaction' | 'Share', ParentType, ContextType>;
};

export type NotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFoundError'] = ResolversParentTypes['NotFoundError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlatformAnalyticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlatformAnalytics'] = ResolversParentTypes['PlatformAnalytics']> = {
  activeUsers?: Resolver<Array<ResolversTypes['MetricPoint']>, ParentType, ContextType>;
  retention?: Resolver<Array<ResolversTypes['RetentionCohort']>, ParentType, ContextType, RequireFields<PlatformAnalyticsRetentionArgs, 'cohorts'>>;
  series?: Resolver<Array<ResolversTypes['MetricSeries']>, ParentType, ContextType, Partial<PlatformAnalyticsSeriesArgs>>;
  totals?: Resolver<ResolversTypes['PlatformTotals'], ParentType, ContextType>;
};

export type PlatformTotalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlatformTotals'] = ResolversParentTypes['PlatformTotals']> = {
  bookmarks?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  comments?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  follows?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  impressions?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  posts?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reactions?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  shares?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Post'] = ResolversParentTypes['Post'], FederationReferenceType extends FederationReferenceTypes['Post'] = FederationReferenceTypes['Post']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Post']> | FederationReferenceType, FederationReferenceType, ContextType>;
  analytics?: Resolver<Maybe<ResolversTypes['PostAnalytics']>, ParentType, ContextType, RequireFields<PostAnalyticsArgs, 'granularity' | 'timeZone'>>;
  bookmarkCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  canComment?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  canShare?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  commentCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  comments?: Resolver<Maybe<ResolversTypes['CommentConnection']>, ParentType, ContextType, RequireFields<PostCommentsArgs, 'first' | 'sort'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reactionCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reactionSummary?: Resolver<Maybe<Array<ResolversTypes['ReactionTally']>>, ParentType, ContextType>;
  reactions?: Resolver<Maybe<ResolversTypes['ReactionConnection']>, ParentType, ContextType, RequireFields<PostReactionsArgs, 'first'>>;
  shareCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  shares?: Resolver<Maybe<ResolversTypes['ShareConnection']>, ParentType, ContextType, RequireFields<PostSharesArgs, 'first'>>;
  viewerHasBookmarked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  viewerHasMutedThread?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  viewerHasShared?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  viewerReaction?: Resolver<Maybe<ResolversTypes['ReactionKind']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PostAnalyticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostAnalytics'] = ResolversParentTypes['PostAnalytics']> = {
  engagementRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  fromFollowersRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['MetricSeries']>, ParentType, ContextType, Partial<PostAnalyticsSeriesArgs>>;
};

export type PostInteractionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostInteractionPayload'] = ResolversParentTypes['PostInteractionPayload']> = {
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  comment?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType, RequireFields<QueryCommentArgs, 'id'>>;
  platformAnalytics?: Resolver<Maybe<ResolversTypes['PlatformAnalytics']>, ParentType, ContextType, RequireFields<QueryPlatformAnalyticsArgs, 'granularity' | 'timeZone'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type RateLimitErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateLimitError'] = ResolversParentTypes['RateLimitError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReactionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reaction'] = ResolversParentTypes['Reaction'], FederationReferenceType extends FederationReferenceTypes['Reaction'] = FederationReferenceTypes['Reaction']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Reaction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReactionKind'], ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['ReactionTarget']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReactionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactionConnection'] = ResolversParentTypes['ReactionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReactionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ReactionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactionEdge'] = ResolversParentTypes['ReactionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Reaction'], ParentType, ContextType>;
};

export type ReactionTallyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactionTally'] = ResolversParentTypes['ReactionTally']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReactionKind'], ParentType, ContextType>;
};

export type ReactionTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReactionTarget'] = ResolversParentTypes['ReactionTarget']> = {
  __resolveType: TypeResolveFn<'Comment' | 'Post', ParentType, ContextType>;
};

export type RecordImpressionsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordImpressionsPayload'] = ResolversParentTypes['RecordImpressionsPayload']> = {
  accepted?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetentionCohortResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionCohort'] = ResolversParentTypes['RetentionCohort']> = {
  people?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  retained?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  week?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SetBookmarkPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetBookmarkPayload'] = ResolversParentTypes['SetBookmarkPayload']> = {
  bookmark?: Resolver<Maybe<ResolversTypes['Bookmark']>, ParentType, ContextType>;
  deletedBookmarkId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetReactionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetReactionPayload'] = ResolversParentTypes['SetReactionPayload']> = {
  reaction?: Resolver<Maybe<ResolversTypes['Reaction']>, ParentType, ContextType>;
  removedReactionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['ReactionTarget']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ShareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Share'] = ResolversParentTypes['Share'], FederationReferenceType extends FederationReferenceTypes['Share'] = FederationReferenceTypes['Share']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Share']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShareConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShareConnection'] = ResolversParentTypes['ShareConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ShareEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ShareEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShareEdge'] = ResolversParentTypes['ShareEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Share'], ParentType, ContextType>;
};

export type SharePostPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharePostPayload'] = ResolversParentTypes['SharePostPayload']> = {
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Share']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TopPostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopPost'] = ResolversParentTypes['TopPost']> = {
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UnsharePostPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnsharePostPayload'] = ResolversParentTypes['UnsharePostPayload']> = {
  deletedShareId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  comments?: Resolver<Maybe<ResolversTypes['CommentConnection']>, ParentType, ContextType, RequireFields<UserCommentsArgs, 'first'>>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  handle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['UserState'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'ConflictError' | 'ForbiddenError' | 'NotFoundError' | 'RateLimitError' | 'ValidationError', ParentType, ContextType>;
};

export type ValidationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ValidationError'] = ResolversParentTypes['ValidationError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'], FederationReferenceType extends FederationReferenceTypes['Viewer'] = FederationReferenceTypes['Viewer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Viewer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  analytics?: Resolver<Maybe<ResolversTypes['AuthorAnalytics']>, ParentType, ContextType, RequireFields<ViewerAnalyticsArgs, 'granularity' | 'timeZone'>>;
  bookmarkCollections?: Resolver<Maybe<Array<ResolversTypes['BookmarkCollection']>>, ParentType, ContextType>;
  bookmarks?: Resolver<Maybe<ResolversTypes['BookmarkConnection']>, ParentType, ContextType, RequireFields<ViewerBookmarksArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reactedPosts?: Resolver<Maybe<ResolversTypes['ReactionConnection']>, ParentType, ContextType, RequireFields<ViewerReactedPostsArgs, 'first'>>;
};

export type Resolvers<ContextType = Context> = {
  AddCommentPayload?: AddCommentPayloadResolvers<ContextType>;
  AuthorAnalytics?: AuthorAnalyticsResolvers<ContextType>;
  BestHour?: BestHourResolvers<ContextType>;
  Bookmark?: BookmarkResolvers<ContextType>;
  BookmarkCollection?: BookmarkCollectionResolvers<ContextType>;
  BookmarkCollectionPayload?: BookmarkCollectionPayloadResolvers<ContextType>;
  BookmarkConnection?: BookmarkConnectionResolvers<ContextType>;
  BookmarkEdge?: BookmarkEdgeResolvers<ContextType>;
  Comment?: CommentResolvers<ContextType>;
  CommentConnection?: CommentConnectionResolvers<ContextType>;
  CommentEdge?: CommentEdgeResolvers<ContextType>;
  CommentPayload?: CommentPayloadResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteBookmarkCollectionPayload?: DeleteBookmarkCollectionPayloadResolvers<ContextType>;
  DeleteCommentPayload?: DeleteCommentPayloadResolvers<ContextType>;
  ForbiddenError?: ForbiddenErrorResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  MetricPoint?: MetricPointResolvers<ContextType>;
  MetricSeries?: MetricSeriesResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlatformAnalytics?: PlatformAnalyticsResolvers<ContextType>;
  PlatformTotals?: PlatformTotalsResolvers<ContextType>;
  Post?: PostResolvers<ContextType>;
  PostAnalytics?: PostAnalyticsResolvers<ContextType>;
  PostInteractionPayload?: PostInteractionPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateLimitError?: RateLimitErrorResolvers<ContextType>;
  Reaction?: ReactionResolvers<ContextType>;
  ReactionConnection?: ReactionConnectionResolvers<ContextType>;
  ReactionEdge?: ReactionEdgeResolvers<ContextType>;
  ReactionTally?: ReactionTallyResolvers<ContextType>;
  ReactionTarget?: ReactionTargetResolvers<ContextType>;
  RecordImpressionsPayload?: RecordImpressionsPayloadResolvers<ContextType>;
  RetentionCohort?: RetentionCohortResolvers<ContextType>;
  SetBookmarkPayload?: SetBookmarkPayloadResolvers<ContextType>;
  SetReactionPayload?: SetReactionPayloadResolvers<ContextType>;
  Share?: ShareResolvers<ContextType>;
  ShareConnection?: ShareConnectionResolvers<ContextType>;
  ShareEdge?: ShareEdgeResolvers<ContextType>;
  SharePostPayload?: SharePostPayloadResolvers<ContextType>;
  TopPost?: TopPostResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UnsharePostPayload?: UnsharePostPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  ValidationError?: ValidationErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
};

