import { connect } from '@nexus/kit/database';
import { replaceTrends } from '@nexus/posts/trend/trend.store';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSeededGraph } from './seeded-graph.ts';

const graph = await startSeededGraph();
const { db, close } = connect(graph.adminUrl, { max: 1 });
const NOW = new Date();

const DAY_MS = 86_400_000;
const HALF_LIFE_MS = 4 * 3_600_000;

/** Ten months of the data set as the last three days: in its own time hardly a hashtag has five users on one day. */
beforeAll(async () => {
  const last = sql`(select max(created_at) from posts.post)`;
  const near = (time: string) => sql`${NOW.toISOString()}::timestamptz - (${last} - ${sql.raw(time)}) / 100`;
  await db.execute(sql`update posts.hashtag_item set sort_at = ${near('sort_at')}`);
  await db.execute(sql`update posts.post set created_at = ${near('created_at')}`);
  await db.transaction((tx) => replaceTrends(tx, NOW));
}, 60_000);
afterAll(async () => {
  await close();
  await graph[Symbol.asyncDispose]();
});

type Use = { name: string; person: string; at: string };

test('the trends are those that a recount of who used which hashtag when gives', async () => {
  const uses = await db.execute<Use>(sql`
    select hashtag.name, post.author_id as person, hashtag_item.sort_at as at from posts.hashtag_item
    join posts.hashtag on hashtag.id = hashtag_id join posts.post on post.id = post_id`);
  const wanted = new Map(trendsOf(uses).map(({ name, score }) => [name, score]));

  const { data } = await graph.ask('{ trendingHashtags(first: 50) { score hashtag { name } } }');

  const found: { score: number; hashtag: { name: string } }[] = data.trendingHashtags;
  // The service looks for trends too, some moments later, when all have come down a little.
  for (const { score, hashtag } of found) expect(score / (wanted.get(hashtag.name) ?? 0)).toBeCloseTo(1, 1);
  const certain = [...wanted].filter(([, score]) => score > 1.1).map(([name]) => name);
  expect(certain.length).toBeGreaterThan(0);
  expect(found.map(({ hashtag }) => hashtag.name)).toEqual(expect.arrayContaining(certain));
});

/** Of today's and yesterday's people per hashtag: χ² against the day before, half as much every four hours. */
function trendsOf(uses: readonly Use[]): { name: string; score: number }[] {
  const dayOf = (time: number) => Math.floor(time / DAY_MS);
  const today = dayOf(NOW.getTime());
  const names = [...new Set(uses.map(({ name }) => name))];
  const scores = names.map((name) => {
    const own = uses.filter((use) => use.name === name);
    const firstUses = (day: number) => {
      const firsts = new Map<string, number>();
      for (const { person, at } of own) {
        const time = Date.parse(at);
        if (dayOf(time) === day) firsts.set(person, Math.min(time, firsts.get(person) ?? time));
      }
      return [...firsts.values()];
    };
    const peaks = [today, today - 1].map((day) => {
      const [observed, expected] = [firstUses(day), Math.max(1, firstUses(day - 1).length)];
      if (observed.length < 5 || observed.length <= expected) return 0;
      const age = NOW.getTime() - Math.max(...observed);
      return ((observed.length - expected) ** 2 / expected) * 0.5 ** (age / HALF_LIFE_MS);
    });
    return { name, score: Math.max(...peaks) };
  });
  return scores.filter(({ score }) => score >= 1);
}
