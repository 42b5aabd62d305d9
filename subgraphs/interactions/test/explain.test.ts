import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities } from '@nexus/contracts/testing/told';
import { explain, type PlanNode, planFaults } from '@nexus/kit/testing/explain';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recountChunk } from '../src/count/recount.service.ts';
import { forgetting } from '../src/erasure/erasure.service.ts';
import { parts } from '../src/export/parts.ts';
import { deleteReactionsTo } from '../src/reaction/remove-reactions.store.ts';
import { idOfNumber, viewerOfNumber } from './crowd.ts';
import { startCrowdedInteractions, uuidOf } from './stage.ts';

const PAGE = 20;
const CHUNK = 500;
const busyId = viewerOfNumber(1).id;
const BLOCKS = 600;
let interactions: TestSubgraph;

beforeAll(async () => {
  interactions = await startCrowdedInteractions();
}, 120_000);
afterAll(() => interactions[Symbol.asyncDispose]());

type List = { typename: string; id: string; field: string; args?: string };

/** Reads the first and the second page of a list; what is wrong with the plans of the statements it sent. */
async function faultsOf({ typename, id, field, args = '' }: List): Promise<string[]> {
  const faults: string[] = [];
  for (let page = 0, after = ''; page < 2; page++) {
    const selection = `${field}(first: ${PAGE}${args}${after}) { pageInfo { endCursor } edges { cursor } }`;
    const [entity] = await askEntities(interactions, { typename, ids: [id], selection }, viewerOfNumber(1));
    expect(entity[field].edges).toHaveLength(PAGE);
    after = `, after: "${entity[field].pageInfo.endCursor}"`;
    const lists = interactions.statements.filter(({ query }) => query.includes('limit'));
    expect(lists).toHaveLength(1);
    for (const statement of lists) {
      const plan = await explain(interactions.database.sql, statement);
      faults.push(...planFaults(plan, PAGE), ...plan.filter(readsTooMuch).map(nameOf));
    }
  }
  return faults;
}

/** A page may skip a few hidden rows, never read a whole list to sort it; the viewer's 600 blocks are read once for it. */
const readsTooMuch = (node: PlanNode) => node['Actual Rows'] > (isOfBlocks(node) ? BLOCKS : 2 * PAGE);
const isOfBlocks = (node: PlanNode): boolean =>
  node['Relation Name'] === 'rel_edge' || (node['Node Type'] === 'Append' && (node.Plans ?? []).every(isOfBlocks));
const nameOf = (node: PlanNode) => `${node['Node Type']} of ${node['Actual Rows']} rows`;

const post = { typename: 'Post', id: idOfNumber('post', 1) };
const comment = { typename: 'Comment', id: idOfNumber('comment', 1) };

test.each<[string, List]>([
  ['comments by TOP', { ...post, field: 'comments', args: ', sort: TOP' }],
  ['comments by NEWEST', { ...post, field: 'comments', args: ', sort: NEWEST' }],
  ['comments by OLDEST', { ...post, field: 'comments', args: ', sort: OLDEST' }],
  ['replies by TOP', { ...comment, field: 'replies', args: ', sort: TOP' }],
  ['replies by NEWEST', { ...comment, field: 'replies', args: ', sort: NEWEST' }],
  ['replies by OLDEST', { ...comment, field: 'replies', args: ', sort: OLDEST' }],
  ['reactions of all kinds', { ...post, field: 'reactions' }],
  ['reactions of one kind', { ...post, field: 'reactions', args: ', kind: LOVE' }],
  ['shares', { ...post, field: 'shares' }],
  ['comments of a person', { typename: 'User', id: idOfNumber('user', 1), field: 'comments' }],
  ["the viewer's bookmarks", { typename: 'Viewer', id: idOfNumber('viewer', 1), field: 'bookmarks' }],
  [
    "the viewer's bookmarks in a collection",
    {
      ...{ typename: 'Viewer', id: idOfNumber('viewer', 1), field: 'bookmarks' },
      args: `, collectionId: "${idOfNumber('collection', 1)}"`,
    },
  ],
  ['posts the viewer reacted to', { typename: 'Viewer', id: idOfNumber('viewer', 1), field: 'reactedPosts' }],
])('%s: read from an index, page by page', async (_, list) => {
  expect(await faultsOf(list)).toEqual([]);
});

test('what is hidden from somebody with six hundred blocks is found by index, for a hundred posts and as many comments', async () => {
  const viewer = viewerOfNumber(1);
  for (const [kind, selection] of [
    ['post', 'reactionCount commentCount shareCount comments(first: 1) { totalCount }'],
    ['comment', 'reactionCount replyCount replies(first: 1) { totalCount }'],
  ] as const) {
    const ids = Array.from({ length: 100 }, (_, index) => idOfNumber(kind, index + 1));
    await askEntities(interactions, { typename: kind === 'post' ? 'Post' : 'Comment', ids, selection }, viewer);

    const counts = interactions.statements.filter(({ query }) => query.includes('suspect'));
    expect(counts).toHaveLength(1);
    for (const statement of counts) {
      expect(scansOf(await explain(interactions.database.sql, statement))).toEqual([]);
    }
  }
});

/** Sequential scans of more than a page; what is counted may be more than a page, and is sorted by nobody. */
const scansOf = (plan: readonly PlanNode[]) => planFaults(plan, PAGE).filter((fault) => fault.startsWith('sequential'));

test('reactions to a deleted comment: a thousand are removed by index', async () => {
  interactions.statements.length = 0;
  await interactions.db.transaction((tx) => deleteReactionsTo(tx, uuidOf('post', post.id), 1_000));

  const [removal] = interactions.statements;
  if (!removal) throw new Error('no statement was sent');
  expect(planFaults(await explain(interactions.database.sql, removal), PAGE)).toEqual([]);
});

/** What is wrong with the plans of the statements that a piece of background work sends, each kind of statement once. */
async function faultsOfWork(work: () => Promise<unknown>): Promise<string[]> {
  interactions.statements.length = 0;
  await work();
  const kinds = new Map(interactions.statements.map((statement) => [statement.query, statement]));
  expect(kinds.size).toBeGreaterThan(0);
  const faults: string[] = [];
  for (const statement of kinds.values()) {
    const plan = await explain(interactions.database.sql, statement);
    faults.push(...planFaults(plan, CHUNK).map((fault) => `${fault} in ${statement.query}`));
  }
  return faults;
}

test.each(Object.entries(parts))(
  '%s of somebody with 20,000 are copied by index, a page at a time',
  async (_, rowsOf) => {
    let rows = 0;
    const copy = async () => {
      for await (const row of rowsOf(interactions.db, busyId)) rows += row ? 1 : 0;
    };
    expect(await faultsOfWork(copy)).toEqual([]);
    expect(rows).toBeGreaterThan(0);
  },
);

test('what somebody left is recounted by index, a chunk at a time', async () => {
  const { db } = interactions;
  for (const facts of ['REACTIONS', 'SHARES', 'BOOKMARKS', 'COMMENTS']) {
    await db.execute(sql`update interactions.user_ref set state = 'SUSPENDED' where id = ${busyId}`);
    await db.execute(sql`delete from interactions.recount where facts <> ${facts}`);
    expect(await faultsOfWork(() => db.transaction(recountChunk)), facts).toEqual([]);
    await db.execute(sql`update interactions.user_ref set state = 'ACTIVE' where id = ${busyId}`);
  }
});

test('each step in which somebody is forgotten finds its rows by index, a chunk at a time', async () => {
  const { db } = interactions;
  for (const [index, step] of forgetting.steps.entries()) {
    const note = async () => undefined;
    expect(await faultsOfWork(() => step({ db, userId: busyId, note })), `step ${index}`).toEqual([]);
  }
});
