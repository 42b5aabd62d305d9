import type { ErasureProgress, Events } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import type { Listeners } from '@nexus/kit/events/listen';
import type { ErasureRow } from '../tables/accounts.ts';
import { updateProgress } from './deletion.store.ts';

const heardFrom = (participant: ErasureRow['participant']) => (tx: Db, said: ErasureProgress) =>
  updateProgress(tx, { participant, ...said });

/** What users hears of those who forget somebody. */
export const progressListeners: Listeners<Events> = {
  'posts.erasure.progressed.v1': heardFrom('posts'),
  'interactions.erasure.progressed.v1': heardFrom('interactions'),
};
