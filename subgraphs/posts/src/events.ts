import type { Events } from '@nexus/contracts/events';
import { projectionListeners } from '@nexus/contracts/projections';
import type { Listeners } from '@nexus/kit/events/listen';
import { followShare } from './feed/share.service.ts';
import { relEdges, userRefs } from './tables.ts';

/** What posts hears of its neighbours. What it tells (`posts.post.*`) is told in `post/post.service.ts`. */
export const listeners: Listeners<Events> = {
  ...projectionListeners({ userRefs, relEdges }),
  'interactions.share.changed.v1': followShare,
};
