import { z } from 'zod';

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
  version,
});

/** What interactions must know of a post to count and to guard it: kept as `post_ref`. */
export const postSnapshot = z.object({
  postId: z.uuid(),
  authorId: z.uuid(),
  visibility: z.enum(['PUBLIC', 'FOLLOWERS', 'ONLY_ME']),
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

const heardByContent = ['posts', 'interactions'] as const;
const heardByInteractions = ['interactions'] as const;

/**
 * Every event: its name carries the version of its payload, which never changes once published.
 * Each tells the full state with a version that only grows, so a listener that ignores older ones needs no order.
 */
export const events = {
  'users.user.updated.v1': { payload: userSnapshot, heardBy: heardByContent },
  'users.relationship.changed.v1': { payload: relationship, heardBy: heardByContent },
  'posts.post.published.v1': { payload: postSnapshot, heardBy: heardByInteractions },
  'posts.post.edited.v1': { payload: postSnapshot, heardBy: heardByInteractions },
  'posts.post.deleted.v1': { payload: postSnapshot, heardBy: heardByInteractions },
  'interactions.share.changed.v1': { payload: share, heardBy: ['posts'] },
} as const;

export type Events = typeof events;
export type UserSnapshot = z.infer<typeof userSnapshot>;
export type RelationshipEdge = z.infer<typeof relationship>;
export type PostSnapshot = z.infer<typeof postSnapshot>;
export type ShareEdge = z.infer<typeof share>;
