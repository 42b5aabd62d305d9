import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import { dropEmpty, FOLD_BATCH, foldSeries } from './fold-series.store.ts';

const FOLD_EVERY_MS = 500;
const DROP_EVERY_MS = 60_000;
const DROP_BATCH = 1_000;

/** Folds changes into series twice a second, and drops what came to nothing, until stopped. What is read has both. */
export function startFoldingSeries(db: Db, logger: Logger): readonly (() => Promise<void>)[] {
  const fold = async () => ({ hasMore: (await foldSeries(db)) === FOLD_BATCH });
  const drop = async () => ({ hasMore: (await dropEmpty(db, DROP_BATCH)) === DROP_BATCH });
  return [
    repeat(fold, { name: 'folding series', everyMs: FOLD_EVERY_MS, logger }),
    repeat(drop, { name: 'dropping empty series', everyMs: DROP_EVERY_MS, logger }),
  ];
}
