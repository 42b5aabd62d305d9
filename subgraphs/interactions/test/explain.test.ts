import type { TestSubgraph } from '@nexus/contracts/testing';
import { explain, planFaults } from '@nexus/kit/testing/explain';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillWithACrowd, idOfNumber, viewerOfNumber } from './crowd.ts';
import { askEntities, startInteractions } from './stage.ts';

const PAGE = 20;
let interactions: TestSubgraph;
let admin: postgres.Sql;

beforeAll(async () => {
  interactions = await startInteractions();
  await fillWithACrowd(interactions.adminUrl);
  admin = postgres(interactions.adminUrl, { max: 1 });
});
afterAll(async () => {
  await admin.end();
  await interactions[Symbol.asyncDispose]();
});

type List = { typename: string; id: string; field: string; args?: string };

/** Reads the first and the second page of a list; what is wrong with the plans of the statements it sent. */
async function faultsOf({ typename, id, field, args = '' }: List): Promise<string[]> {
  const faults: string[] = [];
  for (let page = 0, after = ''; page < 2; page++) {
    const selection = `${field}(first: ${PAGE}${args}${after}) { pageInfo { endCursor } edges { cursor } }`;
    const [entity] = await askEntities(interactions, { typename, ids: [id], selection }, viewerOfNumber(1));
    expect(entity[field].edges).toHaveLength(PAGE);
    after = `, after: "${entity[field].pageInfo.endCursor}"`;
    const lists = interactions.statements.filter(({ query }) => query.includes('limit') && !query.includes('delete'));
    expect(lists).toHaveLength(1);
    for (const statement of lists) faults.push(...planFaults(await explain(admin, statement), PAGE));
  }
  return faults;
}

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
  ['posts the viewer reacted to', { typename: 'Viewer', id: idOfNumber('viewer', 1), field: 'reactedPosts' }],
])('%s: read from an index, page by page', async (_, list) => {
  expect(await faultsOf(list)).toEqual([]);
});
