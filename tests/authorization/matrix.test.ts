import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subgraphs } from '../../scripts/subgraphs.ts';
import { startTestGraph, type TestGraph } from '../setup/graph.ts';
import { ASKERS, type Asking, askingIn } from './asking.ts';
import { type Asker, type Name, seesFollowGraph, seesLeft } from './model.ts';
import { everythingOf, isResolvable, subgraphSchema, walk } from './selection.ts';
import { buildWorld, type Thing, type World } from './world.ts';

const POLICIES: Record<string, Readonly<Record<string, string>>> = Object.fromEntries(
  subgraphs.map(({ name, policies }) => [name, policies]),
);
const SCHEMAS = Object.keys(POLICIES).map((name) => ({ name, schema: subgraphSchema(name) }));
/** Everything of an object at once is more than anybody may ask for. */
const LIMITS = { tokens: 1e6, selections: 1e6, depth: 100, cost: 1e9, aliases: 1e6, bodyBytes: 1e7, repeats: 1e6 };

let graph: TestGraph;
let world: World;
let ask: Asking;
/** Each cell is a field of an object and somebody who asks; how often one was given, and how often not. */
const cells = new Map<string, { given: number; kept: number }>();

beforeAll(async () => {
  graph = await startTestGraph({ limits: LIMITS });
  world = await buildWorld(graph);
  ask = askingIn(graph, world);
});
afterAll(() => graph[Symbol.asyncDispose]());

/** What an answer tells of things that the asker must not know, by id or by text. */
function leaksIn(value: unknown, asker: Asker): string[] {
  const said = new Set(stringsIn(value));
  return world.things
    .filter((thing) => !thing.isSeenBy(asker))
    .filter(({ id, text }) => said.has(id) || (text !== undefined && said.has(text)))
    .map(({ name }) => `${asker ?? 'anonymous'} learns of ${name}`);
}

/** All that is said, but for whom one has blocked oneself, and the id of what a quote does not show. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const { blockedUsers: _, ...told } = value as Record<string, unknown>;
  return told.__typename === 'UnavailablePost' ? [] : Object.values(told).flatMap(stringsIn);
}

function note(coordinates: Iterable<string>, outcome: 'given' | 'kept'): void {
  for (const coordinate of coordinates) {
    const cell = cells.get(coordinate) ?? { given: 0, kept: 0 };
    cell[outcome] += 1;
    cells.set(coordinate, cell);
  }
}

type Told = {
  schema: GraphQLSchema;
  subgraph: string;
  thing: Thing;
  asker: Asker;
  value: Record<string, unknown> | null;
};

/** What is wrong with what somebody was told of one thing by one subgraph. */
function mismatchesOf({ schema, subgraph, thing, asker, value }: Told): string[] {
  const rules = POLICIES[subgraph] ?? {};
  const type = schema.getType(thing.type);
  if (!isObjectType(type)) return [`there is no type ${thing.type}`];
  const fields = Object.keys(type.getFields()).map((field) => `${thing.type}.${field}`);
  const isStub = rules[`${thing.type}.id`] === 'public';
  const who = `${asker ?? 'anonymous'} of ${thing.name} in ${subgraph}`;
  if (!thing.isSeenBy(asker)) {
    note(fields, 'kept');
    if (value === null) return [];
    return isStub ? leaksIn({ ...value, id: null }, asker) : [`${who}: given`];
  }
  if (value === null) return [`${who}: kept`];
  const given = new Set<string>();
  const kept = new Set<string>();
  walk(schema, { type: thing.type, value }, (coordinate, inner) => {
    (inner === null && !fields.includes(coordinate) ? kept : given).add(coordinate);
  });
  note(given, 'given');
  note(kept, 'kept');
  const wrong = fields
    .filter((coordinate) => rules[coordinate] === 'followGraph')
    .filter((coordinate) => coordinate !== 'User.followersYouKnow' || asker !== undefined)
    .filter((coordinate) => {
      const isGiven = value[coordinate.slice('User.'.length)] !== null;
      return isGiven !== seesFollowGraph(asker, thing.name as Name);
    });
  return [...wrong.map((coordinate) => `${who}: ${coordinate}`), ...leaksIn(value, asker)];
}

const ENTITIES = SCHEMAS.flatMap(({ name, schema }) =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(isResolvable)
    .map((type) => ({ subgraph: name, type: type.name, schema, everything: everythingOf(schema, type) })),
);

test.each(ENTITIES)(
  '$subgraph gives $type by reference to whom it may',
  async ({ subgraph, type, schema, everything }) => {
    const things = world.things.filter((thing) => thing.type === type);
    const query = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on ${type} { ${everything} } } }`;
    const refs = things.map(({ id }) => ({ __typename: type, id }));
    const wrong: string[] = [];
    for (const asker of ASKERS) {
      const { data, errors } = await ask.ofSubgraph(subgraph, query, { refs }, asker);
      if (errors) wrong.push(`${asker}: ${JSON.stringify(errors)}`);
      for (const [place, thing] of things.entries()) {
        wrong.push(...mismatchesOf({ schema, subgraph, thing, asker, value: data?._entities[place] ?? null }));
      }
    }
    expect(wrong).toEqual([]);
    expect(things.length).toBeGreaterThan(0);
  },
);

test.each(ENTITIES)('the gateway gives what $subgraph knows of $type to whom it may', async (entity) => {
  const { subgraph, type, schema, everything } = entity;
  const things = world.things.filter((thing) => thing.type === type);
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${everything} } } }`;
  const wrong: string[] = [];
  for (const asker of ASKERS) {
    const answer = await ask.ofGateway(query, { ids: things.map(({ id }) => id) }, asker);
    if (asker === 'suspended') {
      if (answer.errors?.[0]?.extensions.code !== 'UNAUTHENTICATED') wrong.push('a suspended person is answered');
      continue;
    }
    for (const [place, thing] of things.entries()) {
      const value = answer.data?.nodes[place] ?? null;
      wrong.push(...mismatchesOf({ schema, subgraph, thing, asker, value: isEmpty(value) ? null : value }));
    }
  }
  expect(wrong).toEqual([]);
});

const QUERIES = SCHEMAS.flatMap(({ name: subgraph, schema }) =>
  Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(({ name }) => !name.startsWith('_'))
    .map((query) => ({
      subgraph,
      query,
      name: query.name,
      rule: POLICIES[subgraph]?.[`Query.${query.name}`] ?? 'none',
    })),
);

const ROLES: readonly Asker[] = [undefined, 'stranger', 'moderator', 'admin'];

/** Of those who differ in their role alone, who may ask by a rule; what they are told is another matter. */
const MAY_ASK: Record<string, readonly Asker[]> = {
  public: ROLES,
  canView: ROLES,
  viewer: ['stranger', 'moderator', 'admin'],
  'role:MODERATOR': ['moderator', 'admin'],
  'role:ADMIN': ['admin'],
};

/** Asks a field of Query for as little as it has: what is named does not matter to who may ask. */
function leastOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const given = args
    .filter(isRequiredArgument)
    .map((arg) => `${arg.name}: ${isListType(getNullableType(arg.type)) ? '["x"]' : '"x"'}`);
  const selection = isLeafType(getNamedType(type)) ? '' : '{ __typename }';
  return `{ ${name}${given.length > 0 ? `(${given})` : ''} ${selection} }`;
}

test.each(QUERIES)('$subgraph lets those ask for $name who may: $rule', async ({ subgraph, query, rule }) => {
  const refused: string[] = [];
  for (const asker of ROLES) {
    for (const { errors = [] } of [
      await ask.ofGateway(leastOf(query), {}, asker),
      await ask.ofSubgraph(subgraph, leastOf(query), {}, asker),
    ]) {
      const codes = errors.map(({ extensions }) => extensions.code);
      expect(codes.filter((code) => !['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT'].includes(code))).toEqual([]);
      if (codes.some((code) => code !== 'BAD_USER_INPUT')) refused.push(`${asker}`);
    }
  }
  const wanted = ROLES.filter((asker) => !MAY_ASK[rule]?.includes(asker));
  expect(refused).toEqual(wanted.flatMap((asker) => [`${asker}`, `${asker}`]));
});

test('counts and lists below a post are of what the asker sees', async () => {
  const query = `query ($id: ID!) { post(id: $id) {
    commentCount reactionCount shareCount
    reactions(first: 100) { edges { cursor } totalCount } shares(first: 100) { edges { cursor } totalCount }
  } }`;
  const wrong: string[] = [];
  for (const asker of ASKERS.filter((one) => one !== 'suspended')) {
    for (const [name, { id, comments, reactions, shares }] of Object.entries(world.posts)) {
      const { post } = (await ask.ofGateway(query, { id }, asker)).data;
      const [seen, liked, shared] = [comments, reactions, shares].map(
        (left) => left.filter((one) => seesLeft(asker, one)).length,
      );
      const told =
        post &&
        [
          [post.commentCount, post.reactionCount, post.shareCount],
          [post.reactions.edges.length, post.reactions.totalCount, post.shares.edges.length, post.shares.totalCount],
        ].flat();
      const right = post && [seen, liked, shared, liked, liked, shared, shared];
      if (JSON.stringify(told) !== JSON.stringify(right)) wrong.push(`${asker} below ${name}: ${told}, not ${right}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** `node` gives every id back; where it tells nothing else, it has told nothing. */
const isEmpty = (value: Record<string, unknown> | null): boolean =>
  value !== null && Object.entries(value).every(([name, told]) => name === 'id' || told === null);

/** Met in answers of mutations alone, or asked for with a token that nobody here has. */
const ELSEWHERE =
  /^(Mutation|Query|\w+Payload|\w+Error|AccountDeletion|DeletionParticipant|Image|ProfileLink|MutedWord|Pinned|PostRevision\w*|TrendingHashtag|Platform(Analytics|Totals)|RetentionCohort|(ModerationCase|AuditLog)(Connection|Edge))\./;

/** What is not asked for by itself is kept with what it is part of. */
const isOfThing = (coordinate: string) => world.things.some(({ type }) => coordinate.startsWith(`${type}.`));

test('every field was given to somebody, and what is for some was kept from others', () => {
  const fields = SCHEMAS.flatMap(({ name }) => Object.entries(POLICIES[name] ?? {})).filter(
    ([coordinate]) => !ELSEWHERE.test(coordinate),
  );
  const neverGiven = fields.filter(([coordinate]) => !cells.get(coordinate)?.given).map(([coordinate]) => coordinate);
  const neverKept = fields
    .filter(([coordinate, rule]) => rule === 'canView' || isOfThing(coordinate))
    .filter(([coordinate, rule]) => ['self', 'canView', 'followGraph'].includes(rule) && !cells.get(coordinate)?.kept)
    .map(([coordinate]) => coordinate);

  expect({ neverGiven, neverKept }).toEqual({ neverGiven: [], neverKept: [] });
  const total = [...cells.values()].reduce((sum, { given, kept }) => sum + given + kept, 0);
  console.log(`${cells.size} fields, ${total} cells, 0 mismatches.`);
});
