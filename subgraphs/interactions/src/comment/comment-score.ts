import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { FOLD_BATCH, foldScores } from './comment-score.store.ts';

const FOLD_EVERY_MS = 1_000;

/** Folds waiting score changes into their comments once a second, until stopped: TOP lists may be that late. */
export function startFoldingScores(db: Db, logger: Logger): () => Promise<void> {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const fold = async () => {
    try {
      while (!isStopped && (await foldScores(db)) === FOLD_BATCH);
    } catch (error) {
      logger.error({ err: error }, 'scores not folded; trying again');
    }
    if (!isStopped) timer = setTimeout(next, FOLD_EVERY_MS);
  };
  const next = () => {
    running = fold();
  };
  next();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}
