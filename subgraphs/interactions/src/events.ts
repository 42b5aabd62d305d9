import type { Events, PostSnapshot } from '@nexus/contracts/events';
import { upsertRelEdges, upsertUserRefs } from '@nexus/contracts/projections';
import type { Db } from '@nexus/kit/database';
import type { Listeners } from '@nexus/kit/events/bus';
import { upsertPostRefs } from './post/post.store.ts';
import { relEdges, userRefs } from './tables.ts';

const takeOver = (tx: Db, post: PostSnapshot) => upsertPostRefs(tx, [post]);

/** What is heard: people, who follows whom, and posts. Each event carries the full state, so a late one is ignored. */
export const listeners: Listeners<Events> = {
  'users.user.updated.v1': (tx, user) => upsertUserRefs(tx, userRefs, [user]),
  'users.relationship.changed.v1': (tx, edge) => upsertRelEdges(tx, relEdges, [edge]),
  'posts.post.published.v1': takeOver,
  'posts.post.edited.v1': takeOver,
  'posts.post.deleted.v1': takeOver,
};
