import { alone } from '@nexus/kit/alone';
import type { Db } from '@nexus/kit/database';
import { invalid } from '@nexus/kit/errors';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import type { Context } from '../context.ts';
import { findTrends, replaceTrends, type Trend } from './trend.store.ts';

const REFRESH = { name: 'finding trends', everyMs: 60_000 };
const MAX_TRENDS = 50;

/** The hashtags that more people than usual use; BAD_USER_INPUT for too many. */
export async function trendsFor({ db, viewer }: Context, first: number): Promise<Trend[]> {
  if (first < 1 || first > MAX_TRENDS) throw invalid('first', `Ask for 1 to ${MAX_TRENDS}.`);
  return await findTrends(db, { first, viewerId: viewer?.id });
}

/** Finds trends anew every minute until stopped. */
export function startFindingTrends(db: Db, logger: Logger): () => Promise<void> {
  return repeat(() => alone(db, REFRESH.name, refresh), { ...REFRESH, logger });
}

async function refresh(tx: Db): Promise<{ hasMore: boolean }> {
  await replaceTrends(tx, new Date());
  return { hasMore: false };
}
