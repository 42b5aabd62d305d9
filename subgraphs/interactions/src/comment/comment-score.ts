import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { foldScores } from './comment-score.store.ts';

const FOLD_EVERY_MS = 1_000;

/** Folds waiting score changes into their comments once a second, until stopped: an order may be that much late. */
export function startFoldingScores(db: Db, logger: Logger): () => Promise<void> {
  let running = Promise.resolve();
  let isRunning = false;
  const fold = async () => {
    isRunning = true;
    await foldScores(db).catch((error) => logger.error({ err: error }, 'scores not folded; trying again'));
    isRunning = false;
  };
  const timer = setInterval(() => {
    if (!isRunning) running = fold();
  }, FOLD_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
