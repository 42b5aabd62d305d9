import type { Events } from '@nexus/contracts/events';
import { projectionListeners } from '@nexus/contracts/projections/listeners';
import type { Listeners } from '@nexus/kit/events/listen';
import { followShare } from './feed/share.service.ts';
import { people } from './tables.ts';

/** What posts hears of its neighbours. What it tells (`posts.post.*`) is told in `post/post.service.ts`. */
export const listeners: Listeners<Events> = {
  ...projectionListeners(people),
  'interactions.share.changed.v1': followShare,
};
