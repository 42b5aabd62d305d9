import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities } from '@nexus/contracts/testing/told';
import type { Statement } from '@nexus/kit/database';
import { newId } from '@nexus/kit/new-id';
import { explain, planFaults } from '@nexus/kit/testing/explain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findTopPosts } from '../src/analytics/series.store.ts';
import { recountDue } from '../src/engagement/engagement.store.ts';
import {
  deleteImpressionsOf,
  deleteSettledImpressions,
  insertImpressions,
} from '../src/impression/impression.store.ts';
import { countActive, countRetained, forgetActiveDays } from '../src/platform/platform.store.ts';
import { idOfNumber, viewerOfNumber } from './crowd.ts';
import { startCrowdedInteractions, uuidOf } from './stage.ts';

const busy = viewerOfNumber(1);
let interactions: TestSubgraph;

beforeAll(async () => {
  interactions = await startCrowdedInteractions();
}, 120_000);
afterAll(() => interactions[Symbol.asyncDispose]());

const MOST = 1_000;

/** Sequential scans of much in the plans of statements. */
async function scansOf(statements: readonly Statement[]): Promise<string[]> {
  expect(statements.length).toBeGreaterThan(0);
  const faults: string[] = [];
  for (const statement of statements) {
    const plan = await explain(interactions.database.sql, statement);
    const scans = planFaults(plan, MOST).filter((fault) => fault.startsWith('sequential'));
    faults.push(...scans);
  }
  return faults;
}

test('of an author with very many posts the latest are looked at for the top ones', async () => {
  const { sql } = interactions.database;
  const authorId = newId();
  await sql`
    insert into interactions.post_ref (id, author_id, visibility, state, created_at, version)
    select uuidv7(), ${authorId}, 'PUBLIC', 'LIVE', '2026-01-01'::timestamptz + nth * interval '1 minute', 1
    from generate_series(0, 10000) nth`;
  await sql`
    insert into interactions.series (subject_id, metric, slot, value)
    select id, 'reaction', '2026-01-20', extract(epoch from '2026-01-10' - created_at) from interactions.post_ref
    where author_id = ${authorId} and created_at < '2026-01-01T00:03:00Z'`;
  await sql.unsafe('analyze interactions.post_ref');
  const [at, end] = [new Date('2026-01-15'), new Date('2026-01-22')];
  interactions.statements.length = 0;

  const top = await findTopPosts(interactions.db, authorId, {
    metric: 'reaction',
    bounds: { previous: at, starts: [at], end },
    limit: 10,
  });

  expect(top.map(({ value }) => 9 * 86_400 - value)).toEqual([60, 120]);
  const [statement] = interactions.statements;
  if (!statement) throw new Error('nothing was asked');
  const plan = await explain(sql, statement);
  const scans = planFaults(plan, MOST).filter((fault) => fault.startsWith('sequential'));
  expect(scans).toEqual([]);
  // Those that are looked at come from the index in their order: none is read and sorted away.
  expect(plan.filter((node) => node['Node Type'].startsWith('Index') && node['Actual Rows'] > 10_000)).toEqual([]);
});

const RANGE = 'range: { from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" }';
const ALL = `series(metrics: [IMPRESSIONS, REACTIONS]) { total } audience { value }
  topPosts(metric: REACTIONS) { value } bestHours { hour }`;

test("an author's analytics are read by index", async () => {
  const selection = `analytics(${RANGE}) { ${ALL} }`;
  await askEntities(interactions, { typename: 'Viewer', ids: [idOfNumber('viewer', 1)], selection }, busy);
  expect(await scansOf([...interactions.statements])).toEqual([]);
});

test('impressions are written, and removed with their post or once settled, by index', async () => {
  const seen = Array.from({ length: 100 }, (_, nth) => ({
    postId: uuidOf('post', idOfNumber('post', nth + 1)),
    viewerId: viewerOfNumber(nth + 3_000).id,
    surface: 'HOME' as const,
    dwellMs: null,
  }));
  interactions.statements.length = 0;
  expect((await insertImpressions(interactions.db, seen)).length).toBeGreaterThan(50);
  await deleteImpressionsOf(interactions.db, seen[1]?.postId ?? '', 500);
  await deleteSettledImpressions(interactions.db, 500);
  expect(await scansOf([...interactions.statements])).toEqual([]);
});

test('who did something with a post is counted by index', async () => {
  await interactions.database.sql`
    insert into interactions.engagement (post_id, is_due)
    select id, true from interactions.post_ref order by id limit 200 on conflict (post_id) do update set is_due = true`;
  interactions.statements.length = 0;
  await recountDue(interactions.db, { after: null, limit: 200 });
  expect(await scansOf([...interactions.statements])).toEqual([]);
});

test('active people and cohorts are counted by index, from their own days', async () => {
  await interactions.database.sql.unsafe(`
    insert into interactions.active_day
    select lpad(to_hex(person), 32, '0')::uuid, date '2026-01-01' + day
    from generate_series(1, 2000) person, generate_series(person % 50, 60) day`);
  await interactions.database.sql.unsafe('analyze interactions.active_day');
  const days = { from: new Date('2026-02-16'), to: new Date('2026-02-23') };
  interactions.statements.length = 0;

  const active = await countActive(interactions.db, days);
  const retained = await countRetained(interactions.db, days);
  await forgetActiveDays(interactions.db, { from: '-infinity', limit: 500 });

  expect(active).toHaveLength(7);
  expect(retained).toEqual([{ week: '2026-02-16', after: 0, people: 160 }]);
  expect(await scansOf([...interactions.statements])).toEqual([]);
});
