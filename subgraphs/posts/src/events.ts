import type { Events } from '@nexus/contracts/events';
import { upsertListRefs } from '@nexus/contracts/projections/list-ref';
import { projectionListeners } from '@nexus/contracts/projections/listeners';
import { upsertMutedWords } from '@nexus/contracts/projections/muted-words';
import type { Listeners } from '@nexus/kit/events/listen';
import { followPerson } from './count/recount.service.ts';
import { followShare } from './feed/share.service.ts';
import { listRefs, mutedWords, people } from './tables.ts';

/** What posts hears of its neighbours. What it tells (`posts.post.*`) is told in `post/post.service.ts`. */
export const listeners: Listeners<Events> = {
  ...projectionListeners(people),
  'users.user.updated.v1': followPerson,
  'users.list.changed.v1': (tx, list) => upsertListRefs(tx, listRefs, [list]),
  'users.muted_words.changed.v1': (tx, muted) => upsertMutedWords(tx, mutedWords, [muted]),
  'interactions.share.changed.v1': followShare,
};
