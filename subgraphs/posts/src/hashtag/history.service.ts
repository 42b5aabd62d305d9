import { invalid } from '@nexus/kit/errors';
import type { Context } from '../context.ts';
import { DAY_MS, type DayCount, dayOf } from './history.store.ts';

const MAX_DAYS = 30;

/** How often a hashtag was used on each of the last days (UTC), today first; BAD_USER_INPUT for too many. */
export async function historyOf({ loaders }: Context, hashtagId: string, days: number): Promise<DayCount[]> {
  if (days < 1 || days > MAX_DAYS) throw invalid('days', `Ask for 1 to ${MAX_DAYS} days.`);
  const today = dayOf(new Date()).getTime();
  const since = new Date(today - (days - 1) * DAY_MS);
  const counted = await loaders.daysOfHashtag(since).load(hashtagId);
  const known = new Map(counted.map((count) => [count.day.getTime(), count]));
  return Array.from({ length: days }, (_, ago) => {
    const day = today - ago * DAY_MS;
    return known.get(day) ?? { day: new Date(day), posts: 0, accounts: 0 };
  });
}
