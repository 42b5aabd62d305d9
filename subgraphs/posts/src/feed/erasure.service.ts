import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import { eraseItems } from './erasure.store.ts';

const EVERY_MS = 1_000;

/** Takes the shares of deleted posts out of feeds until stopped; nobody sees them anyway. */
export function startErasing(db: Db, logger: Logger): () => Promise<void> {
  return repeat(() => eraseItems(db), { name: 'erasing the shares of deleted posts', everyMs: EVERY_MS, logger });
}
