import type { Events } from '@nexus/contracts/events';
import { upsertRelEdges, upsertUserRefs } from '@nexus/contracts/projections';
import type { Listeners } from '@nexus/kit/events/bus';
import { followShare } from './feed/share.service.ts';
import { relEdges, userRefs } from './tables.ts';

/** What posts hears of its neighbours. What it tells (`posts.post.*`) is told in `post/post.service.ts`. */
export const listeners: Listeners<Events> = {
  'users.user.updated.v1': (tx, person) => upsertUserRefs(tx, userRefs, [person]),
  'users.relationship.changed.v1': (tx, edge) => upsertRelEdges(tx, relEdges, [edge]),
  'interactions.share.changed.v1': followShare,
};
