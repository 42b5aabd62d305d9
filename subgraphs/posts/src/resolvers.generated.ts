import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { StoredFacet } from './text/facet.ts';
import type { FeedItemPage, FeedItemEdge, FeedItem } from './feed/feed-item.ts';
import type { HashtagRow, PostRow, PostRow as PermissionsOn } from './tables.ts';
import type { MediaRow, PostRevisionRow } from './content-tables.ts';
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

/** What to publish. */
export type CreatePostInput = {
  /** What it says, and to whom. */
  content: PostContentInput;
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

/** The deleted post. */
export type DeletePostPayload = {
  __typename?: 'DeletePostPayload';
  /** Null when it was refused. */
  deletedPostId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
};

/** Which post to edit, and how. */
export type EditPostInput = {
  /** The `revision` that is being changed; CONFLICT when another edit came first. */
  expectedRevision: Scalars['Int']['input'];
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

/** Why a post is in a feed. */
export type FeedReason = SharedBy;

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

/** A word that gathers posts. */
export type Hashtag = Node & {
  __typename?: 'Hashtag';
  /** A hashtag id (`hashtag_…`). */
  id: Scalars['ID']['output'];
  /** As it was first written, without the `#`. */
  name: Scalars['String']['output'];
  /** How many public posts have it, but for those that the viewer may not see. */
  postCount: Scalars['Int']['output'];
  /** Its posts that the viewer may see and has not muted, the newest first. */
  posts: FeedConnection;
};


/** A word that gathers posts. */
export type HashtagPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PostFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
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
  /** Takes the viewer's post out of every list, with all its shares. */
  deletePost: DeletePostPayload;
  /** Changes the text of the viewer's post; what it said before stays in its revisions. */
  editPost: PostPayload;
  /** Changes who may comment on the viewer's post, and who may quote it; what was said already stays. */
  setPostPolicies: PostPayload;
};


export type MutationCreatePostArgs = {
  input: CreatePostInput;
};


export type MutationDeletePostArgs = {
  input: PostTargetInput;
};


export type MutationEditPostArgs = {
  input: EditPostInput;
};


export type MutationSetPostPoliciesArgs = {
  input: SetPostPoliciesInput;
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

/** Something a person published. */
export type Post = Node & {
  __typename?: 'Post';
  /** Who wrote it, as last heard of; null when nothing is known of them. */
  author?: Maybe<User>;
  /** Who may comment on it, of those who see it; its author always may. */
  commentPolicy: Audience;
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
  /** The language of the text as its author gave it, a BCP 47 tag (`en`, `pt-BR`). */
  language?: Maybe<Scalars['String']['output']>;
  /** What it shows, in the author's order. */
  media: Array<Media>;
  /** What the viewer may do with it. */
  permissions: PostPermissions;
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
  /** The language of the text, a BCP 47 tag (`en`, `pt-BR`). */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Whose members may see it: a list of the viewer, for LIST and only then. */
  listId?: InputMaybe<Scalars['ID']['input']>;
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
  /** Whether `createPost` would accept it as the quoted post. */
  canQuote: Scalars['Boolean']['output'];
};

/** A post, or why there is none to show. */
export type PostResult = Post | UnavailablePost;

/** What a post said at one time. */
export type PostRevision = {
  __typename?: 'PostRevision';
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
  /** A hashtag by name; null when the viewer sees no post with it. */
  hashtag?: Maybe<Hashtag>;
  /** A post by id; null when there is none or the viewer may not see it. */
  post?: Maybe<Post>;
  /** Posts by their ids, in this order, each in its place: what the viewer may not see says why. */
  postLookup: Array<PostResult>;
  /** The person asking; null when nobody is signed in. */
  viewer?: Maybe<Viewer>;
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

/** Who may do what with a post. What is left out or null stays as it is. */
export type SetPostPoliciesInput = {
  /** Who may comment on it. */
  commentPolicy?: InputMaybe<Audience>;
  /** A post of the viewer. */
  postId: Scalars['ID']['input'];
  /** Who may quote it. */
  quotePolicy?: InputMaybe<Audience>;
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
  /** There is none, or its author is gone, or has blocked the viewer. */
  | 'NOT_FOUND'
  /** It is not for the viewer any more. */
  | 'RESTRICTED';

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
  /** How many posts of theirs the viewer may see; null when this part of Nexus is down. */
  postCount?: Maybe<Scalars['Int']['output']>;
  /** What they published that the viewer may see, the newest first; null when this part of Nexus is down. */
  posts?: Maybe<FeedConnection>;
  /** Whether the account is in use. */
  state: UserState;
};


/** A person. */
export type UserPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PostFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<AuthorFeedKind>;
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
  /**
   * What the people the viewer follows published and shared, the newest first, without what the viewer has muted. A post
   * is in it once: at its latest publication or share among them. Null when this part of Nexus is down.
   */
  homeFeed?: Maybe<FeedConnection>;
  /** A viewer id (`viewer_…`); not the id of the user. */
  id: Scalars['ID']['output'];
};


/** The person asking. */
export type ViewerHomeFeedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PostFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeOwn?: InputMaybe<Scalars['Boolean']['input']>;
  includeShares?: InputMaybe<Scalars['Boolean']['input']>;
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
  Hashtag: Hashtag;
  Media: Media;
  Post: Post;
  User: User;
  UserList: UserList;
  Viewer: Viewer;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Hashtag:
    ( { __typename: 'Hashtag' }
    & GraphQLRecursivePick<FederationTypes['Hashtag'], {"id":true}> );
  Media:
    ( { __typename: 'Media' }
    & GraphQLRecursivePick<FederationTypes['Media'], {"id":true}> );
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
  FeedReason: ( FeedItem );
  PostResult:
    | ( PostRow )
    | ( Unavailable )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( HashtagRow )
    | ( MediaRow )
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
  CreatePostInput: CreatePostInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CreatePostPayload: ResolverTypeWrapper<Omit<CreatePostPayload, 'feedEdge' | 'post' | 'userErrors'> & { feedEdge?: Maybe<ResolversTypes['FeedEdge']>, post?: Maybe<ResolversTypes['Post']>, userErrors: Array<ResolversTypes['UserError']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeletePostPayload: ResolverTypeWrapper<Omit<DeletePostPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  EditPostInput: EditPostInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ErrorCode: ErrorCode;
  Facet: ResolverTypeWrapper<StoredFacet>;
  FeedConnection: ResolverTypeWrapper<FeedItemPage>;
  FeedEdge: ResolverTypeWrapper<FeedItemEdge>;
  FeedReason: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['FeedReason']>;
  ForbiddenError: ResolverTypeWrapper<ForbiddenError>;
  Hashtag: ResolverTypeWrapper<HashtagRow>;
  Image: ResolverTypeWrapper<Image>;
  Media: ResolverTypeWrapper<MediaRow>;
  MediaKind: MediaKind;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Post: ResolverTypeWrapper<PostRow>;
  PostConnection: ResolverTypeWrapper<Omit<PostConnection, 'edges'> & { edges: Array<ResolversTypes['PostEdge']> }>;
  PostContentInput: PostContentInput;
  PostEdge: ResolverTypeWrapper<Omit<PostEdge, 'node'> & { node: ResolversTypes['Post'] }>;
  PostFilter: PostFilter;
  PostPayload: ResolverTypeWrapper<Omit<PostPayload, 'post' | 'userErrors'> & { post?: Maybe<ResolversTypes['Post']>, userErrors: Array<ResolversTypes['UserError']> }>;
  PostPermissions: ResolverTypeWrapper<PermissionsOn>;
  PostResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PostResult']>;
  PostRevision: ResolverTypeWrapper<PostRevisionRow>;
  PostRevisionConnection: ResolverTypeWrapper<Omit<PostRevisionConnection, 'edges'> & { edges: Array<ResolversTypes['PostRevisionEdge']> }>;
  PostRevisionEdge: ResolverTypeWrapper<Omit<PostRevisionEdge, 'node'> & { node: ResolversTypes['PostRevision'] }>;
  PostTargetInput: PostTargetInput;
  PostVisibility: PostVisibility;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateLimitError: ResolverTypeWrapper<RateLimitError>;
  SetPostPoliciesInput: SetPostPoliciesInput;
  SharedBy: ResolverTypeWrapper<FeedItem>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UnavailablePost: ResolverTypeWrapper<Unavailable>;
  UnavailableReason: UnavailableReason;
  User: ResolverTypeWrapper<{ id: string }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserList: ResolverTypeWrapper<{ id: string }>;
  UserState: UserState;
  ValidationError: ResolverTypeWrapper<ValidationError>;
  Viewer: ResolverTypeWrapper<{ id: string }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ConflictError: ConflictError;
  String: Scalars['String']['output'];
  CreatePostInput: CreatePostInput;
  ID: Scalars['ID']['output'];
  CreatePostPayload: Omit<CreatePostPayload, 'feedEdge' | 'post' | 'userErrors'> & { feedEdge?: Maybe<ResolversParentTypes['FeedEdge']>, post?: Maybe<ResolversParentTypes['Post']>, userErrors: Array<ResolversParentTypes['UserError']> };
  DateTime: Scalars['DateTime']['output'];
  DeletePostPayload: Omit<DeletePostPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  EditPostInput: EditPostInput;
  Int: Scalars['Int']['output'];
  Facet: StoredFacet;
  FeedConnection: FeedItemPage;
  FeedEdge: FeedItemEdge;
  FeedReason: ResolversUnionTypes<ResolversParentTypes>['FeedReason'];
  ForbiddenError: ForbiddenError;
  Hashtag: HashtagRow;
  Image: Image;
  Media: MediaRow;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NotFoundError: NotFoundError;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
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
  Query: Record<PropertyKey, never>;
  RateLimitError: RateLimitError;
  SetPostPoliciesInput: SetPostPoliciesInput;
  SharedBy: FeedItem;
  URL: Scalars['URL']['output'];
  UnavailablePost: Unavailable;
  User: { id: string };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  UserList: { id: string };
  ValidationError: ValidationError;
  Viewer: { id: string };
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

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeletePostPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeletePostPayload'] = ResolversParentTypes['DeletePostPayload']> = {
  deletedPostId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
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

export type FeedReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FeedReason'] = ResolversParentTypes['FeedReason']> = {
  __resolveType: TypeResolveFn<'SharedBy', ParentType, ContextType>;
};

export type ForbiddenErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForbiddenError'] = ResolversParentTypes['ForbiddenError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HashtagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Hashtag'] = ResolversParentTypes['Hashtag'], FederationReferenceType extends FederationReferenceTypes['Hashtag'] = FederationReferenceTypes['Hashtag']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Hashtag']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  posts?: Resolver<ResolversTypes['FeedConnection'], ParentType, ContextType, RequireFields<HashtagPostsArgs, 'first'>>;
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
  deletePost?: Resolver<ResolversTypes['DeletePostPayload'], ParentType, ContextType, RequireFields<MutationDeletePostArgs, 'input'>>;
  editPost?: Resolver<ResolversTypes['PostPayload'], ParentType, ContextType, RequireFields<MutationEditPostArgs, 'input'>>;
  setPostPolicies?: Resolver<ResolversTypes['PostPayload'], ParentType, ContextType, RequireFields<MutationSetPostPoliciesArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Hashtag' | 'Media' | 'Post', ParentType, ContextType>;
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

export type PostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Post'] = ResolversParentTypes['Post'], FederationReferenceType extends FederationReferenceTypes['Post'] = FederationReferenceTypes['Post']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Post']> | FederationReferenceType, FederationReferenceType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  commentPolicy?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  facets?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType>;
  hashtags?: Resolver<Array<ResolversTypes['Hashtag']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  media?: Resolver<Array<ResolversTypes['Media']>, ParentType, ContextType>;
  permissions?: Resolver<ResolversTypes['PostPermissions'], ParentType, ContextType>;
  quoteCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quotePolicy?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  quoted?: Resolver<Maybe<ResolversTypes['PostResult']>, ParentType, ContextType>;
  quotes?: Resolver<ResolversTypes['PostConnection'], ParentType, ContextType, RequireFields<PostQuotesArgs, 'first'>>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revisions?: Resolver<ResolversTypes['PostRevisionConnection'], ParentType, ContextType, RequireFields<PostRevisionsArgs, 'first'>>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  canQuote?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PostResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostResult'] = ResolversParentTypes['PostResult']> = {
  __resolveType: TypeResolveFn<'Post' | 'UnavailablePost', ParentType, ContextType>;
};

export type PostRevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostRevision'] = ResolversParentTypes['PostRevision']> = {
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

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  hashtag?: Resolver<Maybe<ResolversTypes['Hashtag']>, ParentType, ContextType, RequireFields<QueryHashtagArgs, 'name'>>;
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType, RequireFields<QueryPostArgs, 'id'>>;
  postLookup?: Resolver<Array<ResolversTypes['PostResult']>, ParentType, ContextType, RequireFields<QueryPostLookupArgs, 'ids'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type RateLimitErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateLimitError'] = ResolversParentTypes['RateLimitError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SharedByResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharedBy'] = ResolversParentTypes['SharedBy']> = {
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  otherActorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sharedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  postCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  posts?: Resolver<Maybe<ResolversTypes['FeedConnection']>, ParentType, ContextType, RequireFields<UserPostsArgs, 'first' | 'kind'>>;
  state?: Resolver<ResolversTypes['UserState'], ParentType, ContextType>;
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
  homeFeed?: Resolver<Maybe<ResolversTypes['FeedConnection']>, ParentType, ContextType, RequireFields<ViewerHomeFeedArgs, 'first' | 'includeOwn' | 'includeShares'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ConflictError?: ConflictErrorResolvers<ContextType>;
  CreatePostPayload?: CreatePostPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeletePostPayload?: DeletePostPayloadResolvers<ContextType>;
  Facet?: FacetResolvers<ContextType>;
  FeedConnection?: FeedConnectionResolvers<ContextType>;
  FeedEdge?: FeedEdgeResolvers<ContextType>;
  FeedReason?: FeedReasonResolvers<ContextType>;
  ForbiddenError?: ForbiddenErrorResolvers<ContextType>;
  Hashtag?: HashtagResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  Media?: MediaResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Post?: PostResolvers<ContextType>;
  PostConnection?: PostConnectionResolvers<ContextType>;
  PostEdge?: PostEdgeResolvers<ContextType>;
  PostPayload?: PostPayloadResolvers<ContextType>;
  PostPermissions?: PostPermissionsResolvers<ContextType>;
  PostResult?: PostResultResolvers<ContextType>;
  PostRevision?: PostRevisionResolvers<ContextType>;
  PostRevisionConnection?: PostRevisionConnectionResolvers<ContextType>;
  PostRevisionEdge?: PostRevisionEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateLimitError?: RateLimitErrorResolvers<ContextType>;
  SharedBy?: SharedByResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UnavailablePost?: UnavailablePostResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserList?: UserListResolvers<ContextType>;
  ValidationError?: ValidationErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
};

