import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DraftRow, MediaRow, PollRow, PostRevisionRow } from './tables/content.ts';
import type { CustomFeedRow } from './tables/discovery.ts';
import type { StoredFacet } from './text/facet.ts';
import type { FeedItemPage, FeedItemEdge, CausedItem as TaggedItem, CausedItem as PinnedItem, CausedItem as RecommendedItem, CausedItem } from './feed/feed-item.ts';
import type { HashtagRow, PostRow, PostRow as PermissionsOn } from './tables/posts.ts';
import type { ShownOption } from './poll/shown-poll.ts';
import type { Thread } from './thread/thread.ts';
import type { Unavailable } from './quote/unavailable.ts';
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

/** Some people, seen from the author of a post. */
export type Audience =
  /** Anybody. */
  | 'EVERYONE'
  /** Those who follow the author. */
  | 'FOLLOWERS'
  /** Those whom the author follows. */
  | 'FOLLOWING'
  /** Nobody but the author. */
  | 'NOBODY';

/** Which of a person's activity a list shows. */
export type AuthorFeedKind =
  /** The posts they wrote that have media. */
  | 'MEDIA'
  /** The posts they wrote. */
  | 'POSTS'
  /** The posts they wrote and those they shared. */
  | 'POSTS_AND_SHARES';

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

/** What moderators say of a post, for whoever wants to be warned of it or not to see it. */
export type ContentLabel =
  /** Contempt for people for what they are. */
  | 'HATE'
  /** Not true, or not meant to be understood. */
  | 'MISLEADING'
  /** Harming oneself. */
  | 'SELF_HARM'
  /** Sexual. */
  | 'SEXUAL'
  /** Advertising, repetition or tricks. */
  | 'SPAM'
  /** Violence, or what it did. */
  | 'VIOLENCE';

/** What to publish. */
export type CreatePostInput = {
  /** What it says, and to whom. */
  content: PostContentInput;
  /** A draft of the viewer that this came of: with the publication it is gone. */
  draftId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * 1 to 255 characters that the client makes up for this one request. Asked again with it and otherwise the same, within
   * a day, it is answered with what came of the first time; with another input it is a CONFLICT. Without it every request
   * has an effect of its own.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A public post that it quotes: one that the viewer sees, and whose `quotePolicy` admits them. */
  quotedPostId?: InputMaybe<Scalars['ID']['input']>;
};

/** The published post. */
export type CreatePostPayload = {
  __typename?: 'CreatePostPayload';
  /** The post at the head of the author's feeds; null when it was refused. */
  feedEdge?: Maybe<FeedEdge>;
  /** Null when it was refused. */
  post?: Maybe<Post>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What to publish as a thread. */
export type CreateThreadInput = {
  /**
   * 1 to 255 characters that the client makes up for this one request. Asked again with it and otherwise the same, within
   * a day, it is answered with what came of the first time; with another input it is a CONFLICT. Without it every request
   * has an effect of its own.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What each of 2 to 25 posts says, and to whom. */
  posts: Array<PostContentInput>;
  /** A public post that the first one quotes: one that the viewer sees, and whose `quotePolicy` admits them. */
  quotedPostId?: InputMaybe<Scalars['ID']['input']>;
};

/** The published thread. */
export type CreateThreadPayload = {
  __typename?: 'CreateThreadPayload';
  /** In their order; null when it was refused. */
  posts?: Maybe<Array<Post>>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A feed that somebody put together. A public one is seen by whoever sees its owner, another by its owner alone. */
export type CustomFeed = Node & {
  __typename?: 'CustomFeed';
  /** Posts by these people are in it. */
  authorIds: Array<Scalars['ID']['output']>;
  /** Posts with one of these words are not. */
  excludedWords: Array<Scalars['String']['output']>;
  /** Posts with one of these hashtags are in it: their names as a hashtag is compared, without the `#`. */
  hashtagNames: Array<Scalars['String']['output']>;
  /** A feed id (`feed_…`). */
  id: Scalars['ID']['output'];
  /** Whether others see it. */
  isPublic: Scalars['Boolean']['output'];
  /**
   * Its posts that the viewer may see and has not muted. The newest first; or RANKED: those of the last 7 days, at most the
   * 500 newest, those with whom the most people engage first.
   */
  items: FeedConnection;
  /** Posts by the people on these lists are in it, for whoever may see the list; of others' lists nothing is told. */
  listIds: Array<Scalars['ID']['output']>;
  /** What its owner calls it. */
  name: Scalars['String']['output'];
  /** In which order it is. */
  order: FeedOrder;
  /** Whose it is, as last heard of; null when nothing is known of them. */
  owner?: Maybe<User>;
};


/** A feed that somebody put together. A public one is seen by whoever sees its owner, another by its owner alone. */
export type CustomFeedItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The use of a hashtag on one day. */
export type DayCount = {
  __typename?: 'DayCount';
  /** By how many people. */
  accounts: Scalars['Int']['output'];
  /** When the day begins. */
  day: Scalars['DateTime']['output'];
  /** How many posts. */
  posts: Scalars['Int']['output'];
};

/** The forgotten draft. */
export type DeleteDraftPayload = {
  __typename?: 'DeleteDraftPayload';
  /** Null when it was refused. */
  deletedDraftId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Which feed to delete. */
export type DeleteFeedInput = {
  /** Which one of the viewer's. */
  feedId: Scalars['ID']['input'];
};

/** The deleted feed. */
export type DeleteFeedPayload = {
  __typename?: 'DeleteFeedPayload';
  /** Null when it was refused. */
  deletedFeedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** The deleted post. */
export type DeletePostPayload = {
  __typename?: 'DeletePostPayload';
  /** Null when it was refused. */
  deletedPostId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What somebody may publish later. Nobody else sees it. */
export type Draft = Node & {
  __typename?: 'Draft';
  /** Who may comment on it. */
  commentPolicy: Audience;
  /** What is said of it before it is shown. */
  contentWarning?: Maybe<Scalars['String']['output']>;
  /** Why it was not published at that time; null when nothing went wrong. */
  failure?: Maybe<Scalars['String']['output']>;
  /** A draft id (`draft_…`). */
  id: Scalars['ID']['output'];
  /** Whether not everybody wants to see it unasked. */
  isSensitive: Scalars['Boolean']['output'];
  /** The language of the text, a BCP 47 tag. */
  language?: Maybe<Scalars['String']['output']>;
  /** Whose members may see it: the id of a list, for LIST. */
  listId?: Maybe<Scalars['ID']['output']>;
  /** What it asks. */
  poll?: Maybe<PollDraft>;
  /** Who may quote it. */
  quotePolicy: Audience;
  /** The post that it quotes, as the viewer sees it now. */
  quoted?: Maybe<PostResult>;
  /** When it is, or was, to be published; null when at no time. */
  scheduledFor?: Maybe<Scalars['DateTime']['output']>;
  /** What it says so far. */
  text: Scalars['String']['output'];
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Who may see it. */
  visibility: PostVisibility;
};

/** A page of drafts. */
export type DraftConnection = {
  __typename?: 'DraftConnection';
  /** The items, in the order of the list. */
  edges: Array<DraftEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A draft in a page. */
export type DraftEdge = {
  __typename?: 'DraftEdge';
  /** Where this item lies; pass it as `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The draft. */
  node: Draft;
};

/** The changed draft. */
export type DraftPayload = {
  __typename?: 'DraftPayload';
  /** Null when it was refused. */
  draft?: Maybe<Draft>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A draft. */
export type DraftTargetInput = {
  /** Which one of the viewer's. */
  draftId: Scalars['ID']['input'];
};

/** Which post to edit, and how. */
export type EditPostInput = {
  /** What is said of it before it is shown; an empty one takes it away, what is left out or null stays. */
  contentWarning?: InputMaybe<Scalars['String']['input']>;
  /** The `revision` that is being changed; CONFLICT when another edit came first. */
  expectedRevision: Scalars['Int']['input'];
  /** Whether not everybody wants to see it unasked; left out or null, it follows the warning where that is given. */
  isSensitive?: InputMaybe<Scalars['Boolean']['input']>;
  /** A post of the viewer. */
  postId: Scalars['ID']['input'];
  /** At most 5000 Unicode code points, and empty only when the post has media; space around it is dropped. */
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

/** How old the posts of a list may be. */
export type ExploreWindow =
  /** 24 hours. */
  | 'DAY'
  /** An hour. */
  | 'HOUR'
  /** 7 days. */
  | 'WEEK';

/** A stretch of a text that means something: exactly one of `mention`, `hashtag` and `link` is set. */
export type Facet = {
  __typename?: 'Facet';
  /** Where it has ended: the code point after its last. */
  end: Scalars['Int']['output'];
  /** The hashtag, in whatever spelling. */
  hashtag?: Maybe<Hashtag>;
  /** Where it leads. */
  link?: Maybe<Scalars['URL']['output']>;
  /** The person who had this handle when it was written. */
  mention?: Maybe<User>;
  /** Where it begins, in Unicode code points from the start of the text. */
  start: Scalars['Int']['output'];
};

/** A page of a feed. */
export type FeedConnection = {
  __typename?: 'FeedConnection';
  /** The items, in the order of the list. */
  edges: Array<FeedEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A post in a feed. */
export type FeedEdge = {
  __typename?: 'FeedEdge';
  /** Where this item lies; pass it as `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The post. */
  node: Post;
  /** Why it is here; null when its author or hashtag is reason enough. */
  reason?: Maybe<FeedReason>;
};

/** In which order a feed is. */
export type FeedOrder =
  /** The newest first. */
  | 'LATEST'
  /** What the most people engage with first, the newer before the older. */
  | 'RANKED';

/** The feed as it is now. */
export type FeedPayload = {
  __typename?: 'FeedPayload';
  /** Null when it was refused. */
  feed?: Maybe<CustomFeed>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Why a post is in a feed. */
export type FeedReason = FromHashtag | Pinned | Recommended | SharedBy;

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

/** The viewer follows a hashtag of it. */
export type FromHashtag = {
  __typename?: 'FromHashtag';
  /** Which one. */
  hashtag: Hashtag;
};

/** A word that gathers posts. */
export type Hashtag = Node & {
  __typename?: 'Hashtag';
  /**
   * How often it was used on each of the last days (UTC), today first: in public posts, but for those that the viewer may not
   * see.
   */
  history: Array<DayCount>;
  /** A hashtag id (`hashtag_…`). */
  id: Scalars['ID']['output'];
  /** Whether the viewer follows it; false when nobody is signed in. */
  isFollowed: Scalars['Boolean']['output'];
  /** As it was first written, without the `#`. */
  name: Scalars['String']['output'];
  /** How many public posts have it, but for those that the viewer may not see. */
  postCount: Scalars['Int']['output'];
  /** Its posts that the viewer may see and has not muted, the newest first. */
  posts: FeedConnection;
};


/** A word that gathers posts. */
export type HashtagHistoryArgs = {
  days?: InputMaybe<Scalars['Int']['input']>;
};


/** A word that gathers posts. */
export type HashtagPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PostFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The hashtag that is followed now, or no longer. */
export type HashtagPayload = {
  __typename?: 'HashtagPayload';
  /** Null when it was refused, and when the viewer sees no post with it any more. */
  hashtag?: Maybe<Hashtag>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** The viewer with the hashtags that they follow; null when it was refused. */
  viewer?: Maybe<Viewer>;
};

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

/** What is done with a labelled post. */
export type LabelAction =
  /** It is left out of feeds; by its id it shows as with WARN. */
  | 'HIDE'
  /** It shows as any other. */
  | 'SHOW'
  /** It shows when asked for, behind its labels. */
  | 'WARN';

/** A picture of a post. */
export type Media = Node & {
  __typename?: 'Media';
  /** What it shows, in words. */
  altText?: Maybe<Scalars['String']['output']>;
  /** A media id (`media_…`). */
  id: Scalars['ID']['output'];
  /** The picture; null when only its description is known. */
  image?: Maybe<Image>;
  /** What it is. */
  kind: MediaKind;
};

/** What a medium is. */
export type MediaKind =
  /** A still picture. */
  | 'IMAGE';

export type Mutation = {
  __typename?: 'Mutation';
  /** Publishes a post of the viewer. */
  createPost: CreatePostPayload;
  /** Publishes several posts of the viewer as one thread, in this order: all of them, or none when one is refused. */
  createThread: CreateThreadPayload;
  /** Forgets a draft of the viewer, and publishes it at no time. */
  deleteDraft: DeleteDraftPayload;
  /** Forgets a feed of the viewer. */
  deleteFeed: DeleteFeedPayload;
  /** Takes the viewer's post out of every list, with all its shares. */
  deletePost: DeletePostPayload;
  /** Changes the text of the viewer's post; what it said before stays in its revisions. */
  editPost: PostPayload;
  /** Keeps what the viewer may publish later, or changes what they kept; at most 1000 are kept. */
  saveDraft: DraftPayload;
  /**
   * Has a draft of the viewer published at a time, or at another time: 1 minute to 1 year from now, at most 300 at once and
   * 25 of one day (UTC). It is looked at again then; if it may not be published any more, its `failure` says why.
   */
  schedulePost: DraftPayload;
  /** Has the public posts of a hashtag in the viewer's home feed, or no longer; at most 100 are followed. */
  setHashtagFollowed: HashtagPayload;
  /** Says that the viewer is not interested in a post: it is recommended to them no more, nor in their RANKED home feed. Nobody is told. */
  setPostFeedback: PostPayload;
  /** Shows a post of the viewer before all others of theirs, or no longer; at most 3 are shown so. */
  setPostPinned: PostPayload;
  /** Changes who may comment on the viewer's post, and who may quote it; what was said already stays. */
  setPostPolicies: PostPayload;
  /** Has no more posts by somebody recommended to the viewer, nor in their RANKED home feed. Nobody is told. */
  setShowFewer: ShowFewerPayload;
  /** Has a scheduled draft of the viewer published at no time. */
  unschedulePost: DraftPayload;
  /** Puts a feed of the viewer together, or changes one; at most 50 are kept. */
  upsertFeed: FeedPayload;
  /** Answers a poll that the viewer sees, once and for good; what somebody chose is told to nobody else. */
  votePoll: VotePollPayload;
};


export type MutationCreatePostArgs = {
  input: CreatePostInput;
};


export type MutationCreateThreadArgs = {
  input: CreateThreadInput;
};


export type MutationDeleteDraftArgs = {
  input: DraftTargetInput;
};


export type MutationDeleteFeedArgs = {
  input: DeleteFeedInput;
};


export type MutationDeletePostArgs = {
  input: PostTargetInput;
};


export type MutationEditPostArgs = {
  input: EditPostInput;
};


export type MutationSaveDraftArgs = {
  input: SaveDraftInput;
};


export type MutationSchedulePostArgs = {
  input: SchedulePostInput;
};


export type MutationSetHashtagFollowedArgs = {
  input: SetHashtagFollowedInput;
};


export type MutationSetPostFeedbackArgs = {
  input: SetPostFeedbackInput;
};


export type MutationSetPostPinnedArgs = {
  input: SetPostPinnedInput;
};


export type MutationSetPostPoliciesArgs = {
  input: SetPostPoliciesInput;
};


export type MutationSetShowFewerArgs = {
  input: SetShowFewerInput;
};


export type MutationUnschedulePostArgs = {
  input: DraftTargetInput;
};


export type MutationUpsertFeedArgs = {
  input: UpsertFeedInput;
};


export type MutationVotePollArgs = {
  input: VotePollInput;
};

/** A hashtag that people whom the viewer follows began to use. */
export type NewTopic = {
  __typename?: 'NewTopic';
  /** The hashtag. */
  hashtag: Hashtag;
  /** In how many posts of theirs, of that time and seen by the viewer. */
  postCount: Scalars['Int']['output'];
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

/** Its author shows it before all others of theirs. */
export type Pinned = {
  __typename?: 'Pinned';
  /** Since when. */
  at: Scalars['DateTime']['output'];
};

/** A question with answers to choose from. Who chose what is told to nobody else. */
export type Poll = Node & {
  __typename?: 'Poll';
  /** Until when it can be answered. */
  endsAt: Scalars['DateTime']['output'];
  /** Whether that is over. */
  hasEnded: Scalars['Boolean']['output'];
  /** A poll id (`poll_…`). */
  id: Scalars['ID']['output'];
  /** Whether more than one can be chosen. */
  isMultiple: Scalars['Boolean']['output'];
  /** What can be chosen, in the author's order. */
  options: Array<PollOption>;
  /** What the viewer chose, by the `index` of the options; null when they did not answer. */
  viewerChoices?: Maybe<Array<Scalars['Int']['output']>>;
  /** How many answered; null until the viewer did or it has ended, but for its author. */
  voterCount?: Maybe<Scalars['Int']['output']>;
};

/** A poll that is not published yet. */
export type PollDraft = {
  __typename?: 'PollDraft';
  /** How long it can be answered, from its publication on. */
  durationSeconds: Scalars['Int']['output'];
  /** Whether more than one can be chosen. */
  isMultiple: Scalars['Boolean']['output'];
  /** What can be chosen. */
  options: Array<Scalars['String']['output']>;
};

/** What a post asks. */
export type PollInput = {
  /** How long it can be answered: 300 (5 minutes) to 2592000 (30 days). */
  durationSeconds: Scalars['Int']['input'];
  /** Whether more than one can be chosen. */
  isMultiple?: InputMaybe<Scalars['Boolean']['input']>;
  /** 2 to 10 different answers to choose from, each 1 to 100 Unicode code points on one line. */
  options: Array<Scalars['String']['input']>;
};

/** A possible answer of a poll. */
export type PollOption = {
  __typename?: 'PollOption';
  /** Its place, from 0. */
  index: Scalars['Int']['output'];
  /** What it says. */
  text: Scalars['String']['output'];
  /** How many chose it; null until the viewer answered or the poll has ended, but for its author. */
  voteCount?: Maybe<Scalars['Int']['output']>;
};

/** Something a person published. */
export type Post = Node & {
  __typename?: 'Post';
  /** Who wrote it, as last heard of; null when nothing is known of them. */
  author?: Maybe<User>;
  /** Who may comment on it, of those who see it; its author always may. */
  commentPolicy: Audience;
  /** What its author says of it before it is shown; null when nothing. */
  contentWarning?: Maybe<Scalars['String']['output']>;
  /** When it was published. */
  createdAt: Scalars['DateTime']['output'];
  /** When its text last changed; null when it never did. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The mentions, hashtags and links in the text, in its order, never overlapping. */
  facets: Array<Facet>;
  /** Those in the text, and those it was given besides. */
  hashtags: Array<Hashtag>;
  /** A post id (`post_…`). */
  id: Scalars['ID']['output'];
  /** Whether its author shows it before all others of theirs. */
  isPinned: Scalars['Boolean']['output'];
  /** Whether its author says that not everybody wants to see it unasked; so it is whenever it has a warning. */
  isSensitive: Scalars['Boolean']['output'];
  /** What the viewer wants done with posts of its labels, the strictest; SHOW when it has none, and for its author. */
  labelAction: LabelAction;
  /** What moderators say of it. */
  labels: Array<ContentLabel>;
  /** The language of the text as its author gave it, a BCP 47 tag (`en`, `pt-BR`). */
  language?: Maybe<Scalars['String']['output']>;
  /** What it shows, in the author's order. */
  media: Array<Media>;
  /** What moderators decided about it; null for all but its author and moderators. */
  moderation?: Maybe<PostModeration>;
  /** What the viewer may do with it. */
  permissions: PostPermissions;
  /** What it asks; null when nothing. */
  poll?: Maybe<Poll>;
  /** How many public posts quote it, but for those that the viewer may not see. */
  quoteCount: Scalars['Int']['output'];
  /** Who may quote it, of those who see it, while it is public; its author always may. */
  quotePolicy: Audience;
  /** The post that it quotes; null when it quotes none. */
  quoted?: Maybe<PostResult>;
  /** The posts that quote it and that the viewer may see, the newest first. */
  quotes: PostConnection;
  /** How often the text was written: 1 until the first edit. */
  revision: Scalars['Int']['output'];
  /** What it said before its edits, the latest first; empty when it was never edited. */
  revisions: PostRevisionConnection;
  /** What it says; empty only when it has media. */
  text: Scalars['String']['output'];
  /** The thread of its author that it is part of; null when it is in none. */
  thread?: Maybe<PostThread>;
  /** What the viewer thinks of it being recommended; null when they did not say, and for nobody. */
  viewerFeedback?: Maybe<PostFeedback>;
  /** Who may see it. */
  visibility: PostVisibility;
};


/** Something a person published. */
export type PostQuotesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Something a person published. */
export type PostRevisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of posts. */
export type PostConnection = {
  __typename?: 'PostConnection';
  /** The items, in the order of the list. */
  edges: Array<PostEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** The content of a post. */
export type PostContentInput = {
  /** Who may comment on it. */
  commentPolicy?: InputMaybe<Audience>;
  /** What is said of it before it is shown, at most 200 Unicode code points on one line; an empty one is none. */
  contentWarning?: InputMaybe<Scalars['String']['input']>;
  /** Whether not everybody wants to see it unasked; with a warning it is so anyway. */
  isSensitive?: InputMaybe<Scalars['Boolean']['input']>;
  /** The language of the text, a BCP 47 tag (`en`, `pt-BR`). */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Whose members may see it: a list of the viewer, for LIST and only then. */
  listId?: InputMaybe<Scalars['ID']['input']>;
  /** What it asks. */
  poll?: InputMaybe<PollInput>;
  /** Who may quote it. */
  quotePolicy?: InputMaybe<Audience>;
  /** 1 to 5000 Unicode code points; space around it is dropped. */
  text: Scalars['String']['input'];
  /** Who may see it. */
  visibility?: InputMaybe<PostVisibility>;
};

/** A post in a page. */
export type PostEdge = {
  __typename?: 'PostEdge';
  /** Where this item lies; pass it as `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The post. */
  node: Post;
};

/** What somebody thinks of a post that is recommended to them. */
export type PostFeedback =
  /** They would rather have seen something else. */
  | 'NOT_INTERESTED';

/** Which posts of a list. Conditions left out or null admit every post, empty lists none; all conditions must hold. */
export type PostFilter = {
  /** Written by one of these people, at most 100 user ids. */
  authorIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** With media, or without. */
  hasMedia?: InputMaybe<Scalars['Boolean']['input']>;
  /** With one of these hashtags, at most 100, in any case and with or without the `#`. */
  hashtags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** In this language, a BCP 47 tag; `en` also finds `en-GB`. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Published at this time or later. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Published before this time. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What moderators decided about a post. */
export type PostModeration =
  /** It is left out of what people find unasked: explore, trends, hashtag pages and suggestions. */
  | 'LIMITED'
  /** Nothing. */
  | 'NONE'
  /** Only its author and moderators see it. */
  | 'REMOVED';

/** The changed post. */
export type PostPayload = {
  __typename?: 'PostPayload';
  /** Null when it was refused. */
  post?: Maybe<Post>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** What the viewer may do with a post. */
export type PostPermissions = {
  __typename?: 'PostPermissions';
  /** Whether `deletePost` would be accepted. */
  canDelete: Scalars['Boolean']['output'];
  /** Whether `editPost` would be accepted. */
  canEdit: Scalars['Boolean']['output'];
  /** Whether `setPostPinned` would accept it, while less than 3 are pinned. */
  canPin: Scalars['Boolean']['output'];
  /** Whether `createPost` would accept it as the quoted post. */
  canQuote: Scalars['Boolean']['output'];
};

/** A post, or why there is none to show. */
export type PostResult = Post | UnavailablePost;

/** What a post said at one time. */
export type PostRevision = {
  __typename?: 'PostRevision';
  /** What was said of it before it was shown. */
  contentWarning?: Maybe<Scalars['String']['output']>;
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
  /** Its number: 1 is the first text. */
  revision: Scalars['Int']['output'];
  /** What it said. */
  text: Scalars['String']['output'];
};

/** A page of revisions. */
export type PostRevisionConnection = {
  __typename?: 'PostRevisionConnection';
  /** The items, in the order of the list. */
  edges: Array<PostRevisionEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A revision in a page. */
export type PostRevisionEdge = {
  __typename?: 'PostRevisionEdge';
  /** Where this item lies; pass it as `after` for what follows. */
  cursor: Scalars['String']['output'];
  /** The revision. */
  node: PostRevision;
};

/** A post. */
export type PostTargetInput = {
  /** Which one. */
  postId: Scalars['ID']['input'];
};

/** Posts that their author published at once, to be read in their order. */
export type PostThread = {
  __typename?: 'PostThread';
  /** The place of the post in it, from 0. */
  index: Scalars['Int']['output'];
  /** Its posts that the viewer may see, in their order. */
  posts: PostConnection;
  /** Its first post; null when the viewer may not see it. */
  root?: Maybe<Post>;
};


/** Posts that their author published at once, to be read in their order. */
export type PostThreadPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Who may see a post. */
export type PostVisibility =
  /** Its author and those who follow them. */
  | 'FOLLOWERS'
  /** Its author and the members of a list of theirs. */
  | 'LIST'
  /** Its author. */
  | 'ONLY_ME'
  /** Anybody. */
  | 'PUBLIC';

export type Query = {
  __typename?: 'Query';
  /**
   * Public posts by people whom the viewer need not know, those with whom the most people engage first, the newer ones before
   * the older ones: at most two of one author on a page. None that is sensitive or that moderators limited, none by people
   * who do not want to be found, and nothing that the viewer has muted or is not interested in. Who pages on sees no post
   * twice, whatever happens meanwhile; a post that rises past where they are is on the first page of whoever begins anew.
   */
  explore: FeedConnection;
  /** A feed that somebody put together; null when there is none, or it is another person's and not public. */
  feed?: Maybe<CustomFeed>;
  /** A hashtag by name; null when the viewer sees no post with it. */
  hashtag?: Maybe<Hashtag>;
  /** A post by id; null when there is none or the viewer may not see it. */
  post?: Maybe<Post>;
  /** Posts by their ids, in this order, each in its place: what the viewer may not see says why. */
  postLookup: Array<PostResult>;
  /**
   * The hashtags that more people than usual use today, five or more, the most unusual first; as of the last minute. Whose
   * account is younger than a day is not counted.
   */
  trendingHashtags: Array<TrendingHashtag>;
  /** The person asking; null when nobody is signed in. */
  viewer?: Maybe<Viewer>;
};


export type QueryExploreArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  window?: InputMaybe<ExploreWindow>;
};


export type QueryFeedArgs = {
  id: Scalars['ID']['input'];
};


export type QueryHashtagArgs = {
  name: Scalars['String']['input'];
};


export type QueryPostArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPostLookupArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type QueryTrendingHashtagsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
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

/** The viewer may like it, though they follow neither its author nor who shared it. */
export type Recommended = {
  __typename?: 'Recommended';
  /** A sentence for the person. */
  because: Scalars['String']['output'];
};

/** What to keep. */
export type SaveDraftInput = {
  /** As for a post, but what is missing may be missing: the text and the answers of a poll may be empty. */
  content: PostContentInput;
  /** A draft of the viewer to be changed; a new one when left out. */
  draftId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * 1 to 255 characters that the client makes up for this one request. Asked again with it and otherwise the same, within
   * a day, it is answered with what came of the first time; with another input it is a CONFLICT. Without it every request
   * has an effect of its own.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The post that it quotes. */
  quotedPostId?: InputMaybe<Scalars['ID']['input']>;
};

/** When to publish what. */
export type SchedulePostInput = {
  /** A draft of the viewer that could be published now. */
  draftId: Scalars['ID']['input'];
  /** When. */
  publishAt: Scalars['DateTime']['input'];
};

/** Which hashtag to follow, or no longer. */
export type SetHashtagFollowedInput = {
  /** Whether the viewer follows it from now on. */
  followed: Scalars['Boolean']['input'];
  /** In any case, with or without the leading `#`; one under which the viewer sees a post. */
  name: Scalars['String']['input'];
};

/** What the viewer thinks of a post. */
export type SetPostFeedbackInput = {
  /** What they think of it; null takes back what they said. */
  feedback?: InputMaybe<PostFeedback>;
  /** A post that the viewer sees. */
  postId: Scalars['ID']['input'];
};

/** Which post to show before all others, or no longer. */
export type SetPostPinnedInput = {
  /** Whether it is shown so from now on. */
  pinned: Scalars['Boolean']['input'];
  /** A post of the viewer. */
  postId: Scalars['ID']['input'];
};

/** Who may do what with a post. What is left out or null stays as it is. */
export type SetPostPoliciesInput = {
  /** Who may comment on it. */
  commentPolicy?: InputMaybe<Audience>;
  /** A post of the viewer. */
  postId: Scalars['ID']['input'];
  /** Who may quote it. */
  quotePolicy?: InputMaybe<Audience>;
};

/** Of whom fewer posts are wanted. */
export type SetShowFewerInput = {
  /** Whether fewer are wanted from now on. */
  showFewer: Scalars['Boolean']['input'];
  /** A person whom the viewer sees. */
  userId: Scalars['ID']['input'];
};

/** Somebody shared it. */
export type SharedBy = {
  __typename?: 'SharedBy';
  /** Who, as last heard of; null when nothing is known of them. */
  actor?: Maybe<User>;
  /** How many others whom the viewer follows and has not muted shared it too. */
  otherActorCount: Scalars['Int']['output'];
  /** When. */
  sharedAt: Scalars['DateTime']['output'];
};

/** The person of whom fewer posts are wanted now, or no longer. */
export type ShowFewerPayload = {
  __typename?: 'ShowFewerPayload';
  /** Null when it was refused. */
  user?: Maybe<User>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** A hashtag that more people than usual use. */
export type TrendingHashtag = {
  __typename?: 'TrendingHashtag';
  /** The hashtag. */
  hashtag: Hashtag;
  /** How unusual it is: to be compared, not shown. */
  score: Scalars['Float']['output'];
};

/** A post that the viewer may not see. */
export type UnavailablePost = {
  __typename?: 'UnavailablePost';
  /** The post id that was asked for, or quoted. */
  id: Scalars['ID']['output'];
  /** Why it is not shown. */
  reason: UnavailableReason;
};

/**
 * Why a post is not shown. RESTRICTED is said of quoted posts alone: elsewhere a post that is not for the viewer cannot be
 * told from one that never was.
 */
export type UnavailableReason =
  /** The viewer has blocked its author. */
  | 'BLOCKED'
  /** Its author deleted it. */
  | 'DELETED'
  /** There is none, or moderators removed it, or its author is gone, or has blocked the viewer. */
  | 'NOT_FOUND'
  /** It is not for the viewer any more. */
  | 'RESTRICTED';

/** What a feed is made of: posts that have one of the hashtags or are by one of the people, and none of the words. */
export type UpsertFeedInput = {
  /** Posts by these people, at most 100 user ids; each must be somebody whom the viewer sees. */
  authorIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** But none with one of these words or phrases, at most 50, each of at most 100 code points; they match as muted words do. */
  excludeWords?: InputMaybe<Array<Scalars['String']['input']>>;
  /** A feed of the viewer to be changed; a new one when left out. */
  feedId?: InputMaybe<Scalars['ID']['input']>;
  /** Posts with one of these, at most 30, in any case and with or without the `#`. */
  hashtags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether others may see it. */
  isPublic?: InputMaybe<Scalars['Boolean']['input']>;
  /** Posts by the people on these lists, at most 10 list ids; each must be a list that the viewer sees. */
  listIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 1 to 50 Unicode code points on one line; space around it is dropped. */
  name: Scalars['String']['input'];
  /** In which order. */
  order?: InputMaybe<FeedOrder>;
};

/** A person. */
export type User = {
  __typename?: 'User';
  /** Their picture. */
  avatar?: Maybe<Image>;
  /** The name people read. */
  displayName: Scalars['String']['output'];
  /** The name in @mentions. */
  handle: Scalars['String']['output'];
  /** A user id (`user_…`). */
  id: Scalars['ID']['output'];
  /** Whether it is who it says. */
  isVerified: Scalars['Boolean']['output'];
  /**
   * What they show before all others, the last pinned first, as far as the viewer may see it; null when this part of Nexus
   * is down.
   */
  pinnedPosts?: Maybe<Array<Post>>;
  /** How many posts of theirs the viewer may see; null when this part of Nexus is down. */
  postCount?: Maybe<Scalars['Int']['output']>;
  /** What they published that the viewer may see, the newest first; null when this part of Nexus is down. */
  posts?: Maybe<FeedConnection>;
  /** Whether the account is in use. */
  state: UserState;
  /** Whether the viewer wants fewer of their posts recommended; null for nobody. */
  viewerShowsFewer?: Maybe<Scalars['Boolean']['output']>;
};


/** A person. */
export type UserPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PostFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<AuthorFeedKind>;
  pinnedFirst?: InputMaybe<Scalars['Boolean']['input']>;
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

/** People whom somebody put together. A private list is seen by its owner alone, a public one by whoever sees the owner. */
export type UserList = {
  __typename?: 'UserList';
  /**
   * What the people on the list published and shared, the newest first, without what the viewer has muted. A post is in it
   * once: at its latest publication or share among them. Null when this part of Nexus is down.
   */
  feed?: Maybe<FeedConnection>;
  /** A list id (`list_…`). */
  id: Scalars['ID']['output'];
};


/** People whom somebody put together. A private list is seen by its owner alone, a public one by whoever sees the owner. */
export type UserListFeedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PostFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
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
  /** What they kept to be published later and at no certain time, the last changed first; null when this part of Nexus is down. */
  drafts?: Maybe<DraftConnection>;
  /** The feeds that the viewer put together, the latest first; null when this part of Nexus is down. */
  feeds?: Maybe<Array<CustomFeed>>;
  /** The hashtags that the viewer follows, the latest first; null when this part of Nexus is down. */
  followedHashtags?: Maybe<Array<Hashtag>>;
  /**
   * What the people the viewer follows published and shared, and public posts with the hashtags they follow, the newest
   * first, without what the viewer has muted. A post is in it once: at its latest publication or share among them. Null when
   * this part of Nexus is down.
   */
  homeFeed?: Maybe<FeedConnection>;
  /** A viewer id (`viewer_…`); not the id of the user. */
  id: Scalars['ID']['output'];
  /**
   * The hashtags that people whom the viewer follows began to use in a time: in posts of that time, and in none of theirs
   * before. Those in the most posts first, then by name. Null when this part of Nexus is down.
   */
  newTopics?: Maybe<Array<NewTopic>>;
  /** What they have published at a time, the next first, with what failed; null when this part of Nexus is down. */
  scheduledPosts?: Maybe<DraftConnection>;
  /**
   * Public posts of people whom those follow whom the viewer follows, the newest first: of the 1000 whom the most of them
   * follow. None that is sensitive or that moderators limited, none by people who do not want to be found, and nothing that
   * the viewer has muted or is not interested in. Null when this part of Nexus is down.
   */
  suggestedPosts?: Maybe<FeedConnection>;
};


/** The person asking. */
export type ViewerDraftsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The person asking. */
export type ViewerHomeFeedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PostFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeHashtags?: InputMaybe<Scalars['Boolean']['input']>;
  includeOwn?: InputMaybe<Scalars['Boolean']['input']>;
  includeShares?: InputMaybe<Scalars['Boolean']['input']>;
  order?: InputMaybe<FeedOrder>;
};


/** The person asking. */
export type ViewerNewTopicsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  since?: InputMaybe<Scalars['DateTime']['input']>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
};


/** The person asking. */
export type ViewerScheduledPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The person asking. */
export type ViewerSuggestedPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PostFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeFollowed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What to answer a poll. */
export type VotePollInput = {
  /** The `index` of the chosen option, or of several where the poll admits them. */
  choices: Array<Scalars['Int']['input']>;
  /** A poll of a post that the viewer sees. */
  pollId: Scalars['ID']['input'];
};

/** The poll with the viewer's answer. */
export type VotePollPayload = {
  __typename?: 'VotePollPayload';
  /** Null when it was refused. */
  poll?: Maybe<Poll>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
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
  CustomFeed: CustomFeed;
  Draft: Draft;
  Hashtag: Hashtag;
  Media: Media;
  Poll: Poll;
  Post: Post;
  User: User;
  UserList: UserList;
  Viewer: Viewer;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  CustomFeed:
    ( { __typename: 'CustomFeed' }
    & GraphQLRecursivePick<FederationTypes['CustomFeed'], {"id":true}> );
  Draft:
    ( { __typename: 'Draft' }
    & GraphQLRecursivePick<FederationTypes['Draft'], {"id":true}> );
  Hashtag:
    ( { __typename: 'Hashtag' }
    & GraphQLRecursivePick<FederationTypes['Hashtag'], {"id":true}> );
  Media:
    ( { __typename: 'Media' }
    & GraphQLRecursivePick<FederationTypes['Media'], {"id":true}> );
  Poll:
    ( { __typename: 'Poll' }
    & GraphQLRecursivePick<FederationTypes['Poll'], {"id":true}> );
  Post:
    ( { __typename: 'Post' }
    & GraphQLRecursivePick<FederationTypes['Post'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  UserList:
    ( { __typename: 'UserList' }
    & GraphQLRecursivePick<FederationTypes['UserList'], {"id":true}> );
  Viewer:
    ( { __typename: 'Viewer' }
    & GraphQLRecursivePick<FederationTypes['Viewer'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  FeedReason:
    | ( TaggedItem )
    | ( PinnedItem )
    | ( RecommendedItem )
    | ( CausedItem )
  ;
  PostResult:
    | ( PostRow )
    | ( Unavailable )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( CustomFeedRow )
    | ( DraftRow )
    | ( HashtagRow )
    | ( MediaRow )
    | ( PollRow )
    | ( PostRow )
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
  Audience: Audience;
  AuthorFeedKind: AuthorFeedKind;
  ConflictError: ResolverTypeWrapper<ConflictError>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ContentLabel: ContentLabel;
  CreatePostInput: CreatePostInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CreatePostPayload: ResolverTypeWrapper<Omit<CreatePostPayload, 'feedEdge' | 'post' | 'userErrors'> & { feedEdge?: Maybe<ResolversTypes['FeedEdge']>, post?: Maybe<ResolversTypes['Post']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateThreadInput: CreateThreadInput;
  CreateThreadPayload: ResolverTypeWrapper<Omit<CreateThreadPayload, 'posts' | 'userErrors'> & { posts?: Maybe<Array<ResolversTypes['Post']>>, userErrors: Array<ResolversTypes['UserError']> }>;
  CustomFeed: ResolverTypeWrapper<CustomFeedRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayCount: ResolverTypeWrapper<DayCount>;
  DeleteDraftPayload: ResolverTypeWrapper<Omit<DeleteDraftPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  DeleteFeedInput: DeleteFeedInput;
  DeleteFeedPayload: ResolverTypeWrapper<Omit<DeleteFeedPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  DeletePostPayload: ResolverTypeWrapper<Omit<DeletePostPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  Draft: ResolverTypeWrapper<DraftRow>;
  DraftConnection: ResolverTypeWrapper<Omit<DraftConnection, 'edges'> & { edges: Array<ResolversTypes['DraftEdge']> }>;
  DraftEdge: ResolverTypeWrapper<Omit<DraftEdge, 'node'> & { node: ResolversTypes['Draft'] }>;
  DraftPayload: ResolverTypeWrapper<Omit<DraftPayload, 'draft' | 'userErrors'> & { draft?: Maybe<ResolversTypes['Draft']>, userErrors: Array<ResolversTypes['UserError']> }>;
  DraftTargetInput: DraftTargetInput;
  EditPostInput: EditPostInput;
  ErrorCode: ErrorCode;
  ExploreWindow: ExploreWindow;
  Facet: ResolverTypeWrapper<StoredFacet>;
  FeedConnection: ResolverTypeWrapper<FeedItemPage>;
  FeedEdge: ResolverTypeWrapper<FeedItemEdge>;
  FeedOrder: FeedOrder;
  FeedPayload: ResolverTypeWrapper<Omit<FeedPayload, 'feed' | 'userErrors'> & { feed?: Maybe<ResolversTypes['CustomFeed']>, userErrors: Array<ResolversTypes['UserError']> }>;
  FeedReason: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['FeedReason']>;
  ForbiddenError: ResolverTypeWrapper<ForbiddenError>;
  FromHashtag: ResolverTypeWrapper<TaggedItem>;
  Hashtag: ResolverTypeWrapper<HashtagRow>;
  HashtagPayload: ResolverTypeWrapper<Omit<HashtagPayload, 'hashtag' | 'userErrors' | 'viewer'> & { hashtag?: Maybe<ResolversTypes['Hashtag']>, userErrors: Array<ResolversTypes['UserError']>, viewer?: Maybe<ResolversTypes['Viewer']> }>;
  Image: ResolverTypeWrapper<Image>;
  LabelAction: LabelAction;
  Media: ResolverTypeWrapper<MediaRow>;
  MediaKind: MediaKind;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NewTopic: ResolverTypeWrapper<Omit<NewTopic, 'hashtag'> & { hashtag: ResolversTypes['Hashtag'] }>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Pinned: ResolverTypeWrapper<PinnedItem>;
  Poll: ResolverTypeWrapper<PollRow>;
  PollDraft: ResolverTypeWrapper<PollDraft>;
  PollInput: PollInput;
  PollOption: ResolverTypeWrapper<ShownOption>;
  Post: ResolverTypeWrapper<PostRow>;
  PostConnection: ResolverTypeWrapper<Omit<PostConnection, 'edges'> & { edges: Array<ResolversTypes['PostEdge']> }>;
  PostContentInput: PostContentInput;
  PostEdge: ResolverTypeWrapper<Omit<PostEdge, 'node'> & { node: ResolversTypes['Post'] }>;
  PostFeedback: PostFeedback;
  PostFilter: PostFilter;
  PostModeration: PostModeration;
  PostPayload: ResolverTypeWrapper<Omit<PostPayload, 'post' | 'userErrors'> & { post?: Maybe<ResolversTypes['Post']>, userErrors: Array<ResolversTypes['UserError']> }>;
  PostPermissions: ResolverTypeWrapper<PermissionsOn>;
  PostResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PostResult']>;
  PostRevision: ResolverTypeWrapper<PostRevisionRow>;
  PostRevisionConnection: ResolverTypeWrapper<Omit<PostRevisionConnection, 'edges'> & { edges: Array<ResolversTypes['PostRevisionEdge']> }>;
  PostRevisionEdge: ResolverTypeWrapper<Omit<PostRevisionEdge, 'node'> & { node: ResolversTypes['PostRevision'] }>;
  PostTargetInput: PostTargetInput;
  PostThread: ResolverTypeWrapper<Thread>;
  PostVisibility: PostVisibility;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateLimitError: ResolverTypeWrapper<RateLimitError>;
  Recommended: ResolverTypeWrapper<RecommendedItem>;
  SaveDraftInput: SaveDraftInput;
  SchedulePostInput: SchedulePostInput;
  SetHashtagFollowedInput: SetHashtagFollowedInput;
  SetPostFeedbackInput: SetPostFeedbackInput;
  SetPostPinnedInput: SetPostPinnedInput;
  SetPostPoliciesInput: SetPostPoliciesInput;
  SetShowFewerInput: SetShowFewerInput;
  SharedBy: ResolverTypeWrapper<CausedItem>;
  ShowFewerPayload: ResolverTypeWrapper<Omit<ShowFewerPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  TrendingHashtag: ResolverTypeWrapper<Omit<TrendingHashtag, 'hashtag'> & { hashtag: ResolversTypes['Hashtag'] }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UnavailablePost: ResolverTypeWrapper<Unavailable>;
  UnavailableReason: UnavailableReason;
  UpsertFeedInput: UpsertFeedInput;
  User: ResolverTypeWrapper<{ id: string }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserList: ResolverTypeWrapper<{ id: string }>;
  UserState: UserState;
  ValidationError: ResolverTypeWrapper<ValidationError>;
  Viewer: ResolverTypeWrapper<{ id: string }>;
  VotePollInput: VotePollInput;
  VotePollPayload: ResolverTypeWrapper<Omit<VotePollPayload, 'poll' | 'userErrors'> & { poll?: Maybe<ResolversTypes['Poll']>, userErrors: Array<ResolversTypes['UserError']> }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ConflictError: ConflictError;
  String: Scalars['String']['output'];
  CreatePostInput: CreatePostInput;
  ID: Scalars['ID']['output'];
  CreatePostPayload: Omit<CreatePostPayload, 'feedEdge' | 'post' | 'userErrors'> & { feedEdge?: Maybe<ResolversParentTypes['FeedEdge']>, post?: Maybe<ResolversParentTypes['Post']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateThreadInput: CreateThreadInput;
  CreateThreadPayload: Omit<CreateThreadPayload, 'posts' | 'userErrors'> & { posts?: Maybe<Array<ResolversParentTypes['Post']>>, userErrors: Array<ResolversParentTypes['UserError']> };
  CustomFeed: CustomFeedRow;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
  DateTime: Scalars['DateTime']['output'];
  DayCount: DayCount;
  DeleteDraftPayload: Omit<DeleteDraftPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  DeleteFeedInput: DeleteFeedInput;
  DeleteFeedPayload: Omit<DeleteFeedPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  DeletePostPayload: Omit<DeletePostPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  Draft: DraftRow;
  DraftConnection: Omit<DraftConnection, 'edges'> & { edges: Array<ResolversParentTypes['DraftEdge']> };
  DraftEdge: Omit<DraftEdge, 'node'> & { node: ResolversParentTypes['Draft'] };
  DraftPayload: Omit<DraftPayload, 'draft' | 'userErrors'> & { draft?: Maybe<ResolversParentTypes['Draft']>, userErrors: Array<ResolversParentTypes['UserError']> };
  DraftTargetInput: DraftTargetInput;
  EditPostInput: EditPostInput;
  Facet: StoredFacet;
  FeedConnection: FeedItemPage;
  FeedEdge: FeedItemEdge;
  FeedPayload: Omit<FeedPayload, 'feed' | 'userErrors'> & { feed?: Maybe<ResolversParentTypes['CustomFeed']>, userErrors: Array<ResolversParentTypes['UserError']> };
  FeedReason: ResolversUnionTypes<ResolversParentTypes>['FeedReason'];
  ForbiddenError: ForbiddenError;
  FromHashtag: TaggedItem;
  Hashtag: HashtagRow;
  HashtagPayload: Omit<HashtagPayload, 'hashtag' | 'userErrors' | 'viewer'> & { hashtag?: Maybe<ResolversParentTypes['Hashtag']>, userErrors: Array<ResolversParentTypes['UserError']>, viewer?: Maybe<ResolversParentTypes['Viewer']> };
  Image: Image;
  Media: MediaRow;
  Mutation: Record<PropertyKey, never>;
  NewTopic: Omit<NewTopic, 'hashtag'> & { hashtag: ResolversParentTypes['Hashtag'] };
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NotFoundError: NotFoundError;
  PageInfo: PageInfo;
  Pinned: PinnedItem;
  Poll: PollRow;
  PollDraft: PollDraft;
  PollInput: PollInput;
  PollOption: ShownOption;
  Post: PostRow;
  PostConnection: Omit<PostConnection, 'edges'> & { edges: Array<ResolversParentTypes['PostEdge']> };
  PostContentInput: PostContentInput;
  PostEdge: Omit<PostEdge, 'node'> & { node: ResolversParentTypes['Post'] };
  PostFilter: PostFilter;
  PostPayload: Omit<PostPayload, 'post' | 'userErrors'> & { post?: Maybe<ResolversParentTypes['Post']>, userErrors: Array<ResolversParentTypes['UserError']> };
  PostPermissions: PermissionsOn;
  PostResult: ResolversUnionTypes<ResolversParentTypes>['PostResult'];
  PostRevision: PostRevisionRow;
  PostRevisionConnection: Omit<PostRevisionConnection, 'edges'> & { edges: Array<ResolversParentTypes['PostRevisionEdge']> };
  PostRevisionEdge: Omit<PostRevisionEdge, 'node'> & { node: ResolversParentTypes['PostRevision'] };
  PostTargetInput: PostTargetInput;
  PostThread: Thread;
  Query: Record<PropertyKey, never>;
  RateLimitError: RateLimitError;
  Recommended: RecommendedItem;
  SaveDraftInput: SaveDraftInput;
  SchedulePostInput: SchedulePostInput;
  SetHashtagFollowedInput: SetHashtagFollowedInput;
  SetPostFeedbackInput: SetPostFeedbackInput;
  SetPostPinnedInput: SetPostPinnedInput;
  SetPostPoliciesInput: SetPostPoliciesInput;
  SetShowFewerInput: SetShowFewerInput;
  SharedBy: CausedItem;
  ShowFewerPayload: Omit<ShowFewerPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  TrendingHashtag: Omit<TrendingHashtag, 'hashtag'> & { hashtag: ResolversParentTypes['Hashtag'] };
  Float: Scalars['Float']['output'];
  URL: Scalars['URL']['output'];
  UnavailablePost: Unavailable;
  UpsertFeedInput: UpsertFeedInput;
  User: { id: string };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  UserList: { id: string };
  ValidationError: ValidationError;
  Viewer: { id: string };
  VotePollInput: VotePollInput;
  VotePollPayload: Omit<VotePollPayload, 'poll' | 'userErrors'> & { poll?: Maybe<ResolversParentTypes['Poll']>, userErrors: Array<ResolversParentTypes['UserError']> };
};

export type ConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreatePostPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePostPayload'] = ResolversParentTypes['CreatePostPayload']> = {
  feedEdge?: Resolver<Maybe<ResolversTypes['FeedEdge']>, ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateThreadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateThreadPayload'] = ResolversParentTypes['CreateThreadPayload']> = {
  posts?: Resolver<Maybe<Array<ResolversTypes['Post']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CustomFeedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomFeed'] = ResolversParentTypes['CustomFeed'], FederationReferenceType extends FederationReferenceTypes['CustomFeed'] = FederationReferenceTypes['CustomFeed']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CustomFeed']> | FederationReferenceType, FederationReferenceType, ContextType>;
  authorIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  excludedWords?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  hashtagNames?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPublic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  items?: Resolver<ResolversTypes['FeedConnection'], ParentType, ContextType, RequireFields<CustomFeedItemsArgs, 'first'>>;
  listIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['FeedOrder'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DayCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DayCount'] = ResolversParentTypes['DayCount']> = {
  accounts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  posts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeleteDraftPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteDraftPayload'] = ResolversParentTypes['DeleteDraftPayload']> = {
  deletedDraftId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteFeedPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteFeedPayload'] = ResolversParentTypes['DeleteFeedPayload']> = {
  deletedFeedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeletePostPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeletePostPayload'] = ResolversParentTypes['DeletePostPayload']> = {
  deletedPostId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DraftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Draft'] = ResolversParentTypes['Draft'], FederationReferenceType extends FederationReferenceTypes['Draft'] = FederationReferenceTypes['Draft']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Draft']> | FederationReferenceType, FederationReferenceType, ContextType>;
  commentPolicy?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  contentWarning?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isSensitive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  listId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  poll?: Resolver<Maybe<ResolversTypes['PollDraft']>, ParentType, ContextType>;
  quotePolicy?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  quoted?: Resolver<Maybe<ResolversTypes['PostResult']>, ParentType, ContextType>;
  scheduledFor?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  visibility?: Resolver<ResolversTypes['PostVisibility'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DraftConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DraftConnection'] = ResolversParentTypes['DraftConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DraftEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DraftEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DraftEdge'] = ResolversParentTypes['DraftEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Draft'], ParentType, ContextType>;
};

export type DraftPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DraftPayload'] = ResolversParentTypes['DraftPayload']> = {
  draft?: Resolver<Maybe<ResolversTypes['Draft']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Facet'] = ResolversParentTypes['Facet']> = {
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hashtag?: Resolver<Maybe<ResolversTypes['Hashtag']>, ParentType, ContextType>;
  link?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  mention?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FeedConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FeedConnection'] = ResolversParentTypes['FeedConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FeedEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FeedEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FeedEdge'] = ResolversParentTypes['FeedEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Post'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['FeedReason']>, ParentType, ContextType>;
};

export type FeedPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FeedPayload'] = ResolversParentTypes['FeedPayload']> = {
  feed?: Resolver<Maybe<ResolversTypes['CustomFeed']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FeedReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FeedReason'] = ResolversParentTypes['FeedReason']> = {
  __resolveType: TypeResolveFn<'FromHashtag' | 'Pinned' | 'Recommended' | 'SharedBy', ParentType, ContextType>;
};

export type ForbiddenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForbiddenError'] = ResolversParentTypes['ForbiddenError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FromHashtagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FromHashtag'] = ResolversParentTypes['FromHashtag']> = {
  hashtag?: Resolver<ResolversTypes['Hashtag'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HashtagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Hashtag'] = ResolversParentTypes['Hashtag'], FederationReferenceType extends FederationReferenceTypes['Hashtag'] = FederationReferenceTypes['Hashtag']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Hashtag']> | FederationReferenceType, FederationReferenceType, ContextType>;
  history?: Resolver<Array<ResolversTypes['DayCount']>, ParentType, ContextType, RequireFields<HashtagHistoryArgs, 'days'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isFollowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  posts?: Resolver<ResolversTypes['FeedConnection'], ParentType, ContextType, RequireFields<HashtagPostsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HashtagPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HashtagPayload'] = ResolversParentTypes['HashtagPayload']> = {
  hashtag?: Resolver<Maybe<ResolversTypes['Hashtag']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  altText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  blurhash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  thumbnailUrl?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MediaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Media'] = ResolversParentTypes['Media'], FederationReferenceType extends FederationReferenceTypes['Media'] = FederationReferenceTypes['Media']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Media']> | FederationReferenceType, FederationReferenceType, ContextType>;
  altText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MediaKind'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createPost?: Resolver<ResolversTypes['CreatePostPayload'], ParentType, ContextType, RequireFields<MutationCreatePostArgs, 'input'>>;
  createThread?: Resolver<ResolversTypes['CreateThreadPayload'], ParentType, ContextType, RequireFields<MutationCreateThreadArgs, 'input'>>;
  deleteDraft?: Resolver<ResolversTypes['DeleteDraftPayload'], ParentType, ContextType, RequireFields<MutationDeleteDraftArgs, 'input'>>;
  deleteFeed?: Resolver<ResolversTypes['DeleteFeedPayload'], ParentType, ContextType, RequireFields<MutationDeleteFeedArgs, 'input'>>;
  deletePost?: Resolver<ResolversTypes['DeletePostPayload'], ParentType, ContextType, RequireFields<MutationDeletePostArgs, 'input'>>;
  editPost?: Resolver<ResolversTypes['PostPayload'], ParentType, ContextType, RequireFields<MutationEditPostArgs, 'input'>>;
  saveDraft?: Resolver<ResolversTypes['DraftPayload'], ParentType, ContextType, RequireFields<MutationSaveDraftArgs, 'input'>>;
  schedulePost?: Resolver<ResolversTypes['DraftPayload'], ParentType, ContextType, RequireFields<MutationSchedulePostArgs, 'input'>>;
  setHashtagFollowed?: Resolver<ResolversTypes['HashtagPayload'], ParentType, ContextType, RequireFields<MutationSetHashtagFollowedArgs, 'input'>>;
  setPostFeedback?: Resolver<ResolversTypes['PostPayload'], ParentType, ContextType, RequireFields<MutationSetPostFeedbackArgs, 'input'>>;
  setPostPinned?: Resolver<ResolversTypes['PostPayload'], ParentType, ContextType, RequireFields<MutationSetPostPinnedArgs, 'input'>>;
  setPostPolicies?: Resolver<ResolversTypes['PostPayload'], ParentType, ContextType, RequireFields<MutationSetPostPoliciesArgs, 'input'>>;
  setShowFewer?: Resolver<ResolversTypes['ShowFewerPayload'], ParentType, ContextType, RequireFields<MutationSetShowFewerArgs, 'input'>>;
  unschedulePost?: Resolver<ResolversTypes['DraftPayload'], ParentType, ContextType, RequireFields<MutationUnschedulePostArgs, 'input'>>;
  upsertFeed?: Resolver<ResolversTypes['FeedPayload'], ParentType, ContextType, RequireFields<MutationUpsertFeedArgs, 'input'>>;
  votePoll?: Resolver<ResolversTypes['VotePollPayload'], ParentType, ContextType, RequireFields<MutationVotePollArgs, 'input'>>;
};

export type NewTopicResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NewTopic'] = ResolversParentTypes['NewTopic']> = {
  hashtag?: Resolver<ResolversTypes['Hashtag'], ParentType, ContextType>;
  postCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'CustomFeed' | 'Draft' | 'Hashtag' | 'Media' | 'Poll' | 'Post', ParentType, ContextType>;
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

export type PinnedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Pinned'] = ResolversParentTypes['Pinned']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PollResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Poll'] = ResolversParentTypes['Poll'], FederationReferenceType extends FederationReferenceTypes['Poll'] = FederationReferenceTypes['Poll']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Poll']> | FederationReferenceType, FederationReferenceType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hasEnded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isMultiple?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['PollOption']>, ParentType, ContextType>;
  viewerChoices?: Resolver<Maybe<Array<ResolversTypes['Int']>>, ParentType, ContextType>;
  voterCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PollDraftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PollDraft'] = ResolversParentTypes['PollDraft']> = {
  durationSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isMultiple?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PollOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PollOption'] = ResolversParentTypes['PollOption']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  voteCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Post'] = ResolversParentTypes['Post'], FederationReferenceType extends FederationReferenceTypes['Post'] = FederationReferenceTypes['Post']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Post']> | FederationReferenceType, FederationReferenceType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  commentPolicy?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  contentWarning?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  facets?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType>;
  hashtags?: Resolver<Array<ResolversTypes['Hashtag']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPinned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isSensitive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  labelAction?: Resolver<ResolversTypes['LabelAction'], ParentType, ContextType>;
  labels?: Resolver<Array<ResolversTypes['ContentLabel']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  media?: Resolver<Array<ResolversTypes['Media']>, ParentType, ContextType>;
  moderation?: Resolver<Maybe<ResolversTypes['PostModeration']>, ParentType, ContextType>;
  permissions?: Resolver<ResolversTypes['PostPermissions'], ParentType, ContextType>;
  poll?: Resolver<Maybe<ResolversTypes['Poll']>, ParentType, ContextType>;
  quoteCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quotePolicy?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  quoted?: Resolver<Maybe<ResolversTypes['PostResult']>, ParentType, ContextType>;
  quotes?: Resolver<ResolversTypes['PostConnection'], ParentType, ContextType, RequireFields<PostQuotesArgs, 'first'>>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revisions?: Resolver<ResolversTypes['PostRevisionConnection'], ParentType, ContextType, RequireFields<PostRevisionsArgs, 'first'>>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  thread?: Resolver<Maybe<ResolversTypes['PostThread']>, ParentType, ContextType>;
  viewerFeedback?: Resolver<Maybe<ResolversTypes['PostFeedback']>, ParentType, ContextType>;
  visibility?: Resolver<ResolversTypes['PostVisibility'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PostConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostConnection'] = ResolversParentTypes['PostConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PostEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PostEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostEdge'] = ResolversParentTypes['PostEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Post'], ParentType, ContextType>;
};

export type PostPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostPayload'] = ResolversParentTypes['PostPayload']> = {
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PostPermissionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostPermissions'] = ResolversParentTypes['PostPermissions']> = {
  canDelete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  canEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  canPin?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  canQuote?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PostResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostResult'] = ResolversParentTypes['PostResult']> = {
  __resolveType: TypeResolveFn<'Post' | 'UnavailablePost', ParentType, ContextType>;
};

export type PostRevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostRevision'] = ResolversParentTypes['PostRevision']> = {
  contentWarning?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PostRevisionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostRevisionConnection'] = ResolversParentTypes['PostRevisionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PostRevisionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PostRevisionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostRevisionEdge'] = ResolversParentTypes['PostRevisionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PostRevision'], ParentType, ContextType>;
};

export type PostThreadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostThread'] = ResolversParentTypes['PostThread']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  posts?: Resolver<ResolversTypes['PostConnection'], ParentType, ContextType, RequireFields<PostThreadPostsArgs, 'first'>>;
  root?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  explore?: Resolver<ResolversTypes['FeedConnection'], ParentType, ContextType, RequireFields<QueryExploreArgs, 'first' | 'window'>>;
  feed?: Resolver<Maybe<ResolversTypes['CustomFeed']>, ParentType, ContextType, RequireFields<QueryFeedArgs, 'id'>>;
  hashtag?: Resolver<Maybe<ResolversTypes['Hashtag']>, ParentType, ContextType, RequireFields<QueryHashtagArgs, 'name'>>;
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType, RequireFields<QueryPostArgs, 'id'>>;
  postLookup?: Resolver<Array<ResolversTypes['PostResult']>, ParentType, ContextType, RequireFields<QueryPostLookupArgs, 'ids'>>;
  trendingHashtags?: Resolver<Array<ResolversTypes['TrendingHashtag']>, ParentType, ContextType, RequireFields<QueryTrendingHashtagsArgs, 'first'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type RateLimitErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateLimitError'] = ResolversParentTypes['RateLimitError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RecommendedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Recommended'] = ResolversParentTypes['Recommended']> = {
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SharedByResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharedBy'] = ResolversParentTypes['SharedBy']> = {
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  otherActorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sharedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShowFewerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShowFewerPayload'] = ResolversParentTypes['ShowFewerPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TrendingHashtagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrendingHashtag'] = ResolversParentTypes['TrendingHashtag']> = {
  hashtag?: Resolver<ResolversTypes['Hashtag'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UnavailablePostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnavailablePost'] = ResolversParentTypes['UnavailablePost']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['UnavailableReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  handle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pinnedPosts?: Resolver<Maybe<Array<ResolversTypes['Post']>>, ParentType, ContextType>;
  postCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  posts?: Resolver<Maybe<ResolversTypes['FeedConnection']>, ParentType, ContextType, RequireFields<UserPostsArgs, 'first' | 'kind' | 'pinnedFirst'>>;
  state?: Resolver<ResolversTypes['UserState'], ParentType, ContextType>;
  viewerShowsFewer?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'ConflictError' | 'ForbiddenError' | 'NotFoundError' | 'RateLimitError' | 'ValidationError', ParentType, ContextType>;
};

export type UserListResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserList'] = ResolversParentTypes['UserList'], FederationReferenceType extends FederationReferenceTypes['UserList'] = FederationReferenceTypes['UserList']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['UserList']> | FederationReferenceType, FederationReferenceType, ContextType>;
  feed?: Resolver<Maybe<ResolversTypes['FeedConnection']>, ParentType, ContextType, RequireFields<UserListFeedArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ValidationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ValidationError'] = ResolversParentTypes['ValidationError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'], FederationReferenceType extends FederationReferenceTypes['Viewer'] = FederationReferenceTypes['Viewer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Viewer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  drafts?: Resolver<Maybe<ResolversTypes['DraftConnection']>, ParentType, ContextType, RequireFields<ViewerDraftsArgs, 'first'>>;
  feeds?: Resolver<Maybe<Array<ResolversTypes['CustomFeed']>>, ParentType, ContextType>;
  followedHashtags?: Resolver<Maybe<Array<ResolversTypes['Hashtag']>>, ParentType, ContextType>;
  homeFeed?: Resolver<Maybe<ResolversTypes['FeedConnection']>, ParentType, ContextType, RequireFields<ViewerHomeFeedArgs, 'first' | 'includeHashtags' | 'includeOwn' | 'includeShares' | 'order'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  newTopics?: Resolver<Maybe<Array<ResolversTypes['NewTopic']>>, ParentType, ContextType, RequireFields<ViewerNewTopicsArgs, 'first'>>;
  scheduledPosts?: Resolver<Maybe<ResolversTypes['DraftConnection']>, ParentType, ContextType, RequireFields<ViewerScheduledPostsArgs, 'first'>>;
  suggestedPosts?: Resolver<Maybe<ResolversTypes['FeedConnection']>, ParentType, ContextType, RequireFields<ViewerSuggestedPostsArgs, 'first' | 'includeFollowed'>>;
};

export type VotePollPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VotePollPayload'] = ResolversParentTypes['VotePollPayload']> = {
  poll?: Resolver<Maybe<ResolversTypes['Poll']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ConflictError?: ConflictErrorResolvers<ContextType>;
  CreatePostPayload?: CreatePostPayloadResolvers<ContextType>;
  CreateThreadPayload?: CreateThreadPayloadResolvers<ContextType>;
  CustomFeed?: CustomFeedResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DayCount?: DayCountResolvers<ContextType>;
  DeleteDraftPayload?: DeleteDraftPayloadResolvers<ContextType>;
  DeleteFeedPayload?: DeleteFeedPayloadResolvers<ContextType>;
  DeletePostPayload?: DeletePostPayloadResolvers<ContextType>;
  Draft?: DraftResolvers<ContextType>;
  DraftConnection?: DraftConnectionResolvers<ContextType>;
  DraftEdge?: DraftEdgeResolvers<ContextType>;
  DraftPayload?: DraftPayloadResolvers<ContextType>;
  Facet?: FacetResolvers<ContextType>;
  FeedConnection?: FeedConnectionResolvers<ContextType>;
  FeedEdge?: FeedEdgeResolvers<ContextType>;
  FeedPayload?: FeedPayloadResolvers<ContextType>;
  FeedReason?: FeedReasonResolvers<ContextType>;
  ForbiddenError?: ForbiddenErrorResolvers<ContextType>;
  FromHashtag?: FromHashtagResolvers<ContextType>;
  Hashtag?: HashtagResolvers<ContextType>;
  HashtagPayload?: HashtagPayloadResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  Media?: MediaResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NewTopic?: NewTopicResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Pinned?: PinnedResolvers<ContextType>;
  Poll?: PollResolvers<ContextType>;
  PollDraft?: PollDraftResolvers<ContextType>;
  PollOption?: PollOptionResolvers<ContextType>;
  Post?: PostResolvers<ContextType>;
  PostConnection?: PostConnectionResolvers<ContextType>;
  PostEdge?: PostEdgeResolvers<ContextType>;
  PostPayload?: PostPayloadResolvers<ContextType>;
  PostPermissions?: PostPermissionsResolvers<ContextType>;
  PostResult?: PostResultResolvers<ContextType>;
  PostRevision?: PostRevisionResolvers<ContextType>;
  PostRevisionConnection?: PostRevisionConnectionResolvers<ContextType>;
  PostRevisionEdge?: PostRevisionEdgeResolvers<ContextType>;
  PostThread?: PostThreadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateLimitError?: RateLimitErrorResolvers<ContextType>;
  Recommended?: RecommendedResolvers<ContextType>;
  SharedBy?: SharedByResolvers<ContextType>;
  ShowFewerPayload?: ShowFewerPayloadResolvers<ContextType>;
  TrendingHashtag?: TrendingHashtagResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UnavailablePost?: UnavailablePostResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserList?: UserListResolvers<ContextType>;
  ValidationError?: ValidationErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  VotePollPayload?: VotePollPayloadResolvers<ContextType>;
};

