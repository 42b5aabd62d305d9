import { Worker } from 'node:worker_threads';
import { afterAll, expect, test, vi } from 'vitest';
import { explodingGraph, explodingOperation } from '../exploding-graph.ts';
import { type SmallSubgraphs, startSmallGraph } from './small-graph.ts';

const POSTS: SmallSubgraphs = {
  posts: {
    sdl: `type Query { post(id: ID): Post other: Int }
      type Mutation { write: Post }
      type Subscription { written: Post }
      type Post @key(fields: "id") { id: ID! text: String }`,
    resolvers: {
      Query: { post: () => ({ id: '1', text: 'Hello' }) },
      Mutation: { write: () => ({ id: '1', text: 'Hello' }) },
    },
  },
  likes: {
    sdl: 'type Post @key(fields: "id") { id: ID! likes: Int }',
    resolvers: { Post: { likes: () => 3 } },
  },
};

const graph = await startSmallGraph(POSTS, {
  exposePlan: ({ isCurious }) => isCurious === true,
  limitsOf: () => ({ deadline: performance.now() + 1_000 }),
});
afterAll(() => graph[Symbol.asyncDispose]());

/** Each message to the planner's thread is an operation to plan. */
const watchPlanner = () => vi.spyOn(Worker.prototype, 'postMessage');

test('an operation is planned once, also for those who ask while it is planned', async () => {
  using planning = watchPlanner();
  const operation = 'query ($id: ID) { post(id: $id) { text } }';

  const answers = await Promise.all(['1', '2', '3'].map((id) => graph.ask(operation, { id })));
  await graph.ask(operation, { id: '4' });

  expect(answers).toEqual(Array(3).fill({ data: { post: { text: 'Hello' } } }));
  expect(planning).toHaveBeenCalledOnce();
});

test.each([
  '{ __schema { queryType { name } } }',
  '{ __typename }',
  '{ a: __typename ... { __type(name: "Post") { kind } } }',
])('%s is answered without a plan', async (operation) => {
  using planning = watchPlanner();

  const { data, errors } = await graph.ask(operation);

  expect([Object.keys(data ?? {}).length > 0, errors]).toEqual([true, undefined]);
  expect(planning).not.toHaveBeenCalled();
});

test('a subscription is refused with a sentence', async () => {
  const { data, errors } = await graph.ask('subscription { written { text } }');

  expect(data ?? null).toBeNull();
  expect(errors).toMatchObject([{ message: 'There are no subscriptions here.', extensions: { code: 'BAD_REQUEST' } }]);
});

test('of several operations in a document the named one is planned', async () => {
  const document = `query Posts { post { ...Shown } } query Others { other post { ...Shown } }
    fragment Shown on Post { likes }`;

  expect(await graph.ask({ document, name: 'Posts' })).toEqual({ data: { post: { likes: 3 } } });
  expect(await graph.ask({ document, name: 'Others' })).toEqual({ data: { other: null, post: { likes: 3 } } });
});

test('who may see plans gets the plan with the answer', async () => {
  const shown = await graph.ask('{ post { likes } }', {}, { isCurious: true });
  const hidden = await graph.ask('{ post { likes } }');

  expect(shown.extensions).toMatchObject({ queryPlan: { kind: 'QueryPlan', node: { kind: 'Sequence' } } });
  expect(hidden.extensions).toBeUndefined();
});

test('a change has the deadline of its request, as a query has', async () => {
  graph.fetches.length = 0;

  await graph.ask('{ post { text } }');
  await graph.ask('mutation { write { likes } }');

  expect(graph.fetches.map(({ deadline }) => typeof deadline)).toEqual(['number', 'number', 'number']);
});

test('an operation that takes too long to plan is refused with a code', async () => {
  await using impatient = await startSmallGraph({}, { supergraphSdl: explodingGraph(), planner: { timeLimitMs: 200 } });

  const { data, errors } = await impatient.ask(explodingOperation());

  expect(data ?? null).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_TOO_COMPLEX' } }]);
});

test('subgraphs are told by name and address, replaced where the caller says', async () => {
  const told: unknown[] = [];
  await using _ = await startSmallGraph(POSTS, {
    subgraphUrls: { likes: 'http://likes.example/graphql' },
    onSwitch: (subgraphs) => told.push(subgraphs),
  });

  expect(told).toEqual([
    [
      { name: 'likes', url: 'http://likes.example/graphql' },
      { name: 'posts', url: 'http://posts.test/' },
    ],
  ]);
});
