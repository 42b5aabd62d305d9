import type { Events } from '@nexus/contracts/events';
import { onErasureRequested, sweepOnceMore } from '@nexus/contracts/projections/erasure/erase-people';
import { withoutErased } from '@nexus/contracts/projections/erasure/person-erasure';
import { upsertListRefs } from '@nexus/contracts/projections/list-ref';
import { projectionListeners } from '@nexus/contracts/projections/listeners';
import { upsertNewer } from '@nexus/contracts/projections/upsert-newer';
import { upsertUserRefs } from '@nexus/contracts/projections/user-ref';
import type { Db } from '@nexus/kit/database';
import type { Listeners } from '@nexus/kit/events/listen';
import { recountNow } from './count/recount.service.ts';
import { upsertDiscoverability } from './discoverability/discoverability.store.ts';
import { upsertEngagement } from './engagement/engagement.store.ts';
import { followShare } from './feed/share.service.ts';
import { moderate } from './moderation/moderation.service.ts';
import { labelPreferences, listRefs, mutedWords, people, personErasures, userRefs } from './tables/projections.ts';

const unlessErased = <Wish extends { userId: string }>(tx: Db, wish: Wish): Promise<Wish[]> =>
  withoutErased(tx, userRefs, { facts: [wish], peopleOf: ({ userId }) => [userId] });

/** What posts hears of its neighbours. What it tells (`posts.post.*`) is told in `post/post.service.ts`. */
export const listeners: Listeners<Events> = {
  ...projectionListeners(people),
  'users.user.updated.v1': async (tx, person) => {
    await upsertUserRefs(tx, userRefs, [person]);
    await recountNow(tx, person.userId);
    await sweepOnceMore(tx, { erasures: personErasures }, person);
  },
  'users.list.changed.v1': (tx, list) => upsertListRefs(tx, listRefs, [list]),
  'users.muted_words.changed.v1': async (tx, muted) =>
    upsertNewer(tx, mutedWords, { rows: await unlessErased(tx, muted), key: ['userId'] }),
  'users.label_preferences.changed.v1': async (tx, preferences) =>
    upsertNewer(tx, labelPreferences, { rows: await unlessErased(tx, preferences), key: ['userId'] }),
  'users.moderation.changed.v1': (tx, decided) => moderate(tx, [decided]),
  'users.erasure.requested.v1': onErasureRequested({ erasures: personErasures, userRefs }),
  'users.discoverability.changed.v1': async (tx, wish) => upsertDiscoverability(tx, await unlessErased(tx, wish)),
  'interactions.share.changed.v1': followShare,
  'interactions.engagement.changed.v1': upsertEngagement,
};
