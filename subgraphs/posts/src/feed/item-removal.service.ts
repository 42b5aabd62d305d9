import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import { removeItems } from './item-removal.store.ts';

const EVERY_MS = 1_000;

/** Takes the shares of deleted posts out of feeds until stopped; nobody sees them anyway. */
export function startRemovingItems(db: Db, logger: Logger): () => Promise<void> {
  return repeat(() => removeItems(db), { name: 'taking deleted posts out of feeds', everyMs: EVERY_MS, logger });
}
