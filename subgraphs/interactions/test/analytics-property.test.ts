import { sized } from '@nexus/kit/testing/thoroughness';
import fc from 'fast-check';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rebuildAnalytics } from '../src/analytics/rebuild.service.ts';
import { wrongSeries } from './series-truth.ts';
import { startInteractions } from './stage.ts';

const POSTS = 300;
const AT_ONCE = 500;
const BATCHES = sized({ thorough: 220, daily: 60 });
const DEEDS = sized({ thorough: 90_000, daily: 25_000 });

const interactions = await startInteractions();
const { sql } = interactions.database;
afterAll(() => interactions[Symbol.asyncDispose]());

const person = 'lpad(to_hex(1 + floor(random() * 2000)::integer), 32, $$0$$)::uuid';
const post = 'lpad(to_hex(100000 + floor(random() * 300)::integer), 32, $$0$$)::uuid';
const moment = "now() - random() * interval '60 days'";
const many = `generate_series(1, ${AT_ONCE})`;
const some = (table: string) =>
  `ctid = any(array(select ctid from interactions.${table} order by random() limit ${AT_ONCE}))`;

/** What people do, and undo, five hundred at a time: as requests, imports and background work do it. */
const OPERATIONS = {
  react: `insert into interactions.reaction (id, user_id, target_id, post_id, kind, is_counted, created_at)
    select distinct on (u, p) gen_random_uuid(), u, p, p, (array['LIKE', 'LOVE'])[1 + floor(random() * 2)::integer], random() > 0.05, at
    from (select ${person} as u, ${post} as p, ${moment} as at from ${many}) as new
    on conflict (user_id, target_id) do update set kind = excluded.kind, is_counted = excluded.is_counted`,
  unreact: `delete from interactions.reaction where ${some('reaction')}`,
  comment: `insert into interactions.comment (id, post_id, depth, author_id, text, is_counted, created_at)
    select gen_random_uuid(), ${post}, 0, ${person}, 'hello', random() > 0.05, ${moment} from ${many}`,
  emptyComments: `update interactions.comment set author_id = null, text = null, state = 'DELETED' where ${some('comment')}`,
  scoreComments: `update interactions.comment set score = score + 1 where ${some('comment')}`,
  deleteComments: `delete from interactions.comment where ${some('comment')}`,
  share: `insert into interactions.share as s (id, actor_id, post_id, shared_at)
    select distinct on (u, p) gen_random_uuid(), u, p, at from (select ${person} as u, ${post} as p, ${moment} as at from ${many}) as new
    on conflict (actor_id, post_id) do update set is_shared = true, shared_at = excluded.shared_at where not s.is_shared`,
  unshare: `update interactions.share set is_shared = false where ${some('share')}`,
  bookmark: `insert into interactions.bookmark (id, user_id, post_id, created_at)
    select distinct on (u, p) gen_random_uuid(), u, p, at from (select ${person} as u, ${post} as p, ${moment} as at from ${many}) as new
    on conflict do nothing`,
  unbookmark: `delete from interactions.bookmark where ${some('bookmark')}`,
  look: `insert into interactions.impression
    select distinct on (p, u, at::date) p, u, at::date, 'HOME', null, random() > 0.5, random() > 0.5, at
    from (select ${person} as u, ${post} as p, ${moment} as at from ${many}) as new on conflict do nothing`,
  forgetLooks: `delete from interactions.impression where ${some('impression')}`,
  follow: `insert into interactions.rel_edge as r (source_id, target_id, is_following, followed_at, show_shares, version)
    select distinct on (a, b) a, b, true, at, true, 1 from (select ${person} as a, ${person} as b, ${moment} as at from ${many}) as new
    on conflict (source_id, target_id) do update set is_following = true, followed_at = excluded.followed_at, version = r.version + 1`,
  unfollow: `update interactions.rel_edge set is_following = false, followed_at = null, version = version + 1 where ${some('rel_edge')}`,
  forgetEdges: `delete from interactions.rel_edge where ${some('rel_edge')}`,
  uncount: `update interactions.reaction set is_counted = not is_counted where ${some('reaction')}`,
  uncountComments: `update interactions.comment set is_counted = not is_counted where ${some('comment')}`,
};

type Operation = keyof typeof OPERATIONS;

beforeAll(async () => {
  await sql.unsafe(`insert into interactions.post_ref (id, author_id, visibility, state, created_at, version)
    select lpad(to_hex(100000 + n), 32, '0')::uuid, lpad(to_hex(1 + n % 50), 32, '0')::uuid, 'PUBLIC', 'LIVE', timestamptz '2026-09-01', 1
    from generate_series(0, ${POSTS - 1}) n`);
});

async function run(db: Sql, operation: Operation): Promise<number> {
  return (await db.unsafe(OPERATIONS[operation])).count;
}

test(`after more than ${DEEDS} things done and undone, series equal a recount of the facts, and did all the while`, async () => {
  const seed = Date.now();
  // What adds comes twice as often as what takes away.
  const adds: Operation[] = ['react', 'comment', 'share', 'bookmark', 'look', 'follow'];
  const takes = Object.keys(OPERATIONS).filter((name) => !adds.some((add) => add === name)) as Operation[];
  const operation = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...adds) },
    { weight: 1, arbitrary: fc.constantFrom(...takes) },
  );
  const plan = [...adds, ...fc.sample(operation, { numRuns: BATCHES, seed }), ...takes];
  let done = 0;

  for (const [nth, name] of plan.entries()) {
    done += await run(sql, name);
    if (nth % 30 === 29) expect(await wrongSeries(sql), `seed ${seed}, after ${nth + 1} batches`).toEqual([]);
  }

  expect(done).toBeGreaterThan(DEEDS);
  expect(await wrongSeries(sql), `seed ${seed}`).toEqual([]);
  expect(await rebuildAnalytics(interactions.db)).toMatchObject({ mended: 0, days: 0 });
}, 120_000);

test('what was spoiled is mended from the facts, while they change', async () => {
  await sql`delete from interactions.series where metric = 'reaction' and value % 2 = 1`;
  await sql`update interactions.series set value = value + 3 where metric = 'share' and value % 5 = 0`;
  await sql`insert into interactions.series values (gen_random_uuid(), 'comment', '2026-10-01', 7)`;
  expect(await wrongSeries(sql)).not.toEqual([]);

  const [{ mended }] = await Promise.all([
    rebuildAnalytics(interactions.db),
    ...Array.from({ length: 4 }, async () => {
      await run(sql, 'react');
      await run(sql, 'comment');
    }),
  ]);

  expect(mended).toBeGreaterThan(0);
  expect(await wrongSeries(sql)).toEqual([]);
}, 60_000);
