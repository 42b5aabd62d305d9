import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import { FOLD_BATCH, foldScores } from './comment-score.store.ts';

const FOLD_EVERY_MS = 1_000;

/** Folds waiting score changes into their comments once a second, until stopped: TOP lists may be that late. */
export function startFoldingScores(db: Db, logger: Logger): () => Promise<void> {
  const fold = async () => ({ hasMore: (await foldScores(db)) === FOLD_BATCH });
  return repeat(fold, { name: 'folding scores', everyMs: FOLD_EVERY_MS, logger });
}
