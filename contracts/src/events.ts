import { z } from 'zod';
import { ERASE, type erasureProgress, erasureRequest, progressEvents } from './erasure-events.ts';
import { SUBGRAPHS } from './subgraph-names.ts';

/** What somebody may do beyond their own: each role may all that those before it may. */
export const ROLES = ['MEMBER', 'MODERATOR', 'ADMIN'] as const;
/** Who sees a post. */
export const VISIBILITIES = ['PUBLIC', 'FOLLOWERS', 'LIST', 'ONLY_ME'] as const;
/** Who may answer a post, seen from its author: `FOLLOWING` are those whom the author follows. */
export const AUDIENCES = ['EVERYONE', 'FOLLOWERS', 'FOLLOWING', 'NOBODY'] as const;

/** What moderators say of content, for whoever wants to be warned of it or not to see it. */
export const CONTENT_LABELS = ['SEXUAL', 'VIOLENCE', 'SELF_HARM', 'HATE', 'MISLEADING', 'SPAM'] as const;
/** What somebody wants done with content of a label. */
export const LABEL_ACTIONS = ['SHOW', 'WARN', 'HIDE'] as const;
/** What may be reported and moderated. */
export const SUBJECT_KINDS = ['USER', 'POST', 'COMMENT'] as const;

export type Role = (typeof ROLES)[number];
export type Visibility = (typeof VISIBILITIES)[number];
export type Audience = (typeof AUDIENCES)[number];
export type ContentLabel = (typeof CONTENT_LABELS)[number];
export type LabelAction = (typeof LABEL_ACTIONS)[number];
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

const version = z.number().int().positive();
const time = z.iso.datetime();
const image = z.object({
  url: z.url(),
  thumbnailUrl: z.url(),
  width: z.number().int(),
  height: z.number().int(),
  blurhash: z.string().nullable(),
  altText: z.string().nullable(),
});

/** What others show of a person without asking users: kept as `user_ref` in posts and interactions. */
export const userSnapshot = z.object({
  userId: z.uuid(),
  handle: z.string(),
  displayName: z.string(),
  avatar: image.nullable(),
  isVerified: z.boolean(),
  isPrivate: z.boolean(),
  role: z.enum(ROLES),
  state: z.enum(['ACTIVE', 'DEACTIVATED', 'SUSPENDED', 'DELETED']),
  version,
});

/** One directed edge of the social graph: kept as `rel_edge` in posts and interactions. */
export const relationship = z.object({
  sourceId: z.uuid(),
  targetId: z.uuid(),
  isFollowing: z.boolean(),
  followedAt: time.nullable(),
  showShares: z.boolean(),
  notifyOnPost: z.boolean(),
  isBlocking: z.boolean(),
  isMuting: z.boolean(),
  // Null: until it is taken back.
  mutedUntil: time.nullable(),
  mutesNotifications: z.boolean(),
  version,
});

/** A list of people: kept as `list_ref` in posts. */
export const list = z.object({
  listId: z.uuid(),
  ownerId: z.uuid(),
  isPrivate: z.boolean(),
  isDeleted: z.boolean(),
  version,
});

/** Whether one person is on one list: kept as `list_member` in posts and interactions. */
export const listMembership = z.object({ listId: z.uuid(), userId: z.uuid(), isMember: z.boolean(), version });

/** All words that somebody does not want to read: kept as `muted_words` in posts. */
export const mutedWords = z.object({
  userId: z.uuid(),
  words: z.array(z.object({ word: z.string(), expiresAt: time.nullable() })),
  version,
});

/** What moderators have decided of a person, post or comment: kept as `moderation_ref` in posts and interactions. */
export const moderation = z.object({
  subjectKind: z.enum(SUBJECT_KINDS),
  subjectId: z.uuid(),
  isRemoved: z.boolean(),
  // Neither recommended nor in what anybody finds without following: explore, trends, hashtag pages, suggestions.
  isLimited: z.boolean(),
  labels: z.array(z.enum(CONTENT_LABELS)),
  version,
});

/** What somebody wants done with labelled posts: kept as `label_preferences` in posts. */
export const labelPreferences = z.object({
  userId: z.uuid(),
  preferences: z.array(z.object({ label: z.enum(CONTENT_LABELS), action: z.enum(LABEL_ACTIONS) })),
  version,
});

/** What interactions must know of a post to count and to guard it: kept as `post_ref`. */
export const postSnapshot = z.object({
  postId: z.uuid(),
  authorId: z.uuid(),
  visibility: z.enum(VISIBILITIES),
  // Whose members see it; null but for LIST.
  listId: z.uuid().nullable(),
  commentPolicy: z.enum(AUDIENCES),
  state: z.enum(['LIVE', 'DELETED']),
  createdAt: time,
  version,
});

/** One person's share of one post: kept as an item of the sharer in posts' feeds. */
export const share = z.object({
  shareId: z.uuid(),
  postId: z.uuid(),
  actorId: z.uuid(),
  isShared: z.boolean(),
  sharedAt: time,
  version,
});

/** How many people other than its author reacted to a post, commented on it and shared it: kept as `engagement` in posts. */
export const engagement = z.object({
  postId: z.uuid(),
  reactors: z.number().int().nonnegative(),
  commenters: z.number().int().nonnegative(),
  sharers: z.number().int().nonnegative(),
  version,
});

/** Whether somebody wants to be found by strangers, and whom they follow to be hidden: kept as `discoverability` in posts. */
export const discoverability = z.object({
  userId: z.uuid(),
  isDiscoverable: z.boolean(),
  hidesFollowGraph: z.boolean(),
  version,
});

/** People concern everybody: whoever keeps anything of a person forgets it with them. */
const heardByNeighbours = SUBGRAPHS.filter((name) => name !== 'users');
const heardByContent = ['posts', 'interactions'] as const;
const heardByPosts = ['posts'] as const;
const heardByInteractions = ['interactions'] as const;

/**
 * Every event: its name carries the version of its payload, which never changes once published.
 * Each tells the full state with a version that only grows, so a listener that ignores older ones needs no order.
 */
export const events = {
  'users.user.updated.v1': { payload: userSnapshot, heardBy: heardByNeighbours },
  'users.relationship.changed.v1': { payload: relationship, heardBy: heardByContent },
  'users.list.changed.v1': { payload: list, heardBy: heardByPosts },
  'users.list_member.changed.v1': { payload: listMembership, heardBy: heardByContent },
  'users.muted_words.changed.v1': { payload: mutedWords, heardBy: heardByPosts },
  'users.discoverability.changed.v1': { payload: discoverability, heardBy: heardByPosts },
  'users.moderation.changed.v1': { payload: moderation, heardBy: heardByContent },
  'users.label_preferences.changed.v1': { payload: labelPreferences, heardBy: heardByPosts },
  'users.erasure.requested.v1': { payload: erasureRequest, heardBy: heardByNeighbours, lane: ERASE },
  'posts.post.published.v1': { payload: postSnapshot, heardBy: heardByInteractions },
  'posts.post.edited.v1': { payload: postSnapshot, heardBy: heardByInteractions },
  'posts.post.deleted.v1': { payload: postSnapshot, heardBy: heardByInteractions },
  // Says what `deleted` says, of many posts at once and in another lane: those of a person who is forgotten.
  'posts.post.erased.v1': { payload: postSnapshot, heardBy: heardByInteractions, lane: ERASE },
  'interactions.share.changed.v1': { payload: share, heardBy: heardByPosts },
  'interactions.engagement.changed.v1': { payload: engagement, heardBy: heardByPosts },
  ...progressEvents,
} as const;

export type Events = typeof events;
export type UserSnapshot = z.infer<typeof userSnapshot>;
export type RelationshipEdge = z.infer<typeof relationship>;
export type ListSnapshot = z.infer<typeof list>;
export type ListMembership = z.infer<typeof listMembership>;
export type MutedWords = z.infer<typeof mutedWords>;
export type Moderation = z.infer<typeof moderation>;
export type LabelPreferences = z.infer<typeof labelPreferences>;
export type ErasureRequest = z.infer<typeof erasureRequest>;
export type ErasureProgress = z.infer<typeof erasureProgress>;
export type PostSnapshot = z.infer<typeof postSnapshot>;
export type Engagement = z.infer<typeof engagement>;
export type Discoverability = z.infer<typeof discoverability>;
export type ShareEdge = z.infer<typeof share>;
