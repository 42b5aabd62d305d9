import type { Events, PostSnapshot } from '@nexus/contracts/events';
import { onErasureRequested, sweepOnceMore } from '@nexus/contracts/projections/erasure/erase-people';
import { withoutErased } from '@nexus/contracts/projections/erasure/person-erasure';
import { projectionListeners } from '@nexus/contracts/projections/listeners';
import { upsertUserRefs } from '@nexus/contracts/projections/user-ref';
import type { Db } from '@nexus/kit/database';
import type { Listeners } from '@nexus/kit/events/listen';
import { moderate } from './moderation/moderation.store.ts';
import { upsertPostRefs } from './post/post.store.ts';
import { requestRemoval } from './post/remove-post.store.ts';
import { people, personErasures, userRefs } from './tables/projections.ts';

const takeOver = async (tx: Db, post: PostSnapshot) => {
  const wanted = await withoutErased(tx, userRefs, { facts: [post], peopleOf: ({ authorId }) => [authorId] });
  await upsertPostRefs(tx, wanted);
};

const remove = async (tx: Db, post: PostSnapshot) => {
  await upsertPostRefs(tx, [post]);
  await requestRemoval(tx, post.postId);
};

/**
 * What is heard: people and how they stand to each other, lists, and posts. Each event carries the full state, so a late
 * one is ignored. When an account goes out of use or comes back, the database itself notes that its facts are to be
 * recounted: people are taken over in more ways than by these events.
 */
export const listeners: Listeners<Events> = {
  ...projectionListeners(people),
  'users.user.updated.v1': async (tx, person) => {
    await upsertUserRefs(tx, userRefs, [person]);
    await sweepOnceMore(tx, { erasures: personErasures }, person);
  },
  'users.moderation.changed.v1': (tx, decided) => moderate(tx, [decided]),
  'users.erasure.requested.v1': onErasureRequested({ erasures: personErasures, userRefs }),
  'posts.post.published.v1': takeOver,
  'posts.post.edited.v1': takeOver,
  'posts.post.deleted.v1': remove,
  'posts.post.erased.v1': remove,
};
