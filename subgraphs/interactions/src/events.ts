import type { Events, PostSnapshot } from '@nexus/contracts/events';
import { projectionListeners } from '@nexus/contracts/projections/listeners';
import type { Db } from '@nexus/kit/database';
import type { Listeners } from '@nexus/kit/events/listen';
import { upsertPostRefs } from './post/post.store.ts';
import { people } from './tables.ts';

const takeOver = (tx: Db, post: PostSnapshot) => upsertPostRefs(tx, [post]);

/** What is heard: people, who follows whom, and posts. Each event carries the full state, so a late one is ignored. */
export const listeners: Listeners<Events> = {
  ...projectionListeners(people),
  'posts.post.published.v1': takeOver,
  'posts.post.edited.v1': takeOver,
  'posts.post.deleted.v1': takeOver,
};
