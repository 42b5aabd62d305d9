import { encodeId, type IdKind, tryDecodeId } from '@nexus/contracts/ids';
import { newId } from '@nexus/kit/new-id';
import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subgraphs } from '../../scripts/subgraphs.ts';
import { startTestGraph, type TestGraph } from '../setup/graph.ts';
import { ASKERS, type Asking, askingIn } from './asking.ts';
import { type Asker, BLOCKS } from './model.ts';
import { subgraphSchema } from './selection.ts';
import { buildWorld, type Thing, type World } from './world.ts';

const MUTATIONS = subgraphs.flatMap(({ name: subgraph, policies }) =>
  Object.values(subgraphSchema(subgraph).getMutationType()?.getFields() ?? {}).map((mutation) => ({
    subgraph,
    mutation,
    name: mutation.name,
    rule: policies[`Mutation.${mutation.name}`] ?? 'none',
  })),
);

let graph: TestGraph;
let world: World;
let ask: Asking;

beforeAll(async () => {
  graph = await startTestGraph();
  world = await buildWorld(graph);
  ask = askingIn(graph, world);
});
afterAll(() => graph[Symbol.asyncDispose]());

/** What each id of an input names. */
const KINDS: Record<string, IdKind> = {
  userId: 'user',
  postId: 'post',
  quotedPostId: 'post',
  targetId: 'post',
  commentId: 'comment',
  parentId: 'comment',
  listId: 'list',
  pollId: 'poll',
  draftId: 'draft',
  feedId: 'feed',
  requestId: 'request',
  sessionId: 'session',
  subjectId: 'post',
  caseId: 'case',
  actionId: 'action',
  assigneeId: 'user',
  collectionId: 'collection',
};

/** Some value of an input: ids are of what `idOf` says, or left out where it says nothing. */
function inputOf(type: GraphQLInputType, name: string, idOf: (name: string) => string | undefined): unknown {
  const named = getNamedType(type);
  if (isListType(getNullableType(type))) return [];
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).filter(({ name: field }) => field !== 'idempotencyKey');
    return Object.fromEntries(fields.map((field) => [field.name, inputOf(field.type, field.name, idOf)]));
  }
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (named.name === 'ID') return idOf(name);
  return (
    { Int: 1, Boolean: true, Float: 1, DateTime: '2030-01-01T00:00:00.000Z', URL: 'https://example.org' }[named.name] ??
    'something'
  );
}

type Mutation = GraphQLField<unknown, unknown>;

function operationOf(mutation: Mutation, idOf: (name: string) => string | undefined) {
  const payload = getNamedType(mutation.type);
  const answers = isObjectType(payload) && 'userErrors' in payload.getFields();
  const selection = answers ? 'userErrors { code message path }' : '__typename';
  const [input] = mutation.args;
  if (!input) return { query: `mutation { ${mutation.name} { ${selection} } }`, variables: {} };
  return {
    query: `mutation ($input: ${input.type}) { ${mutation.name}(input: $input) { ${selection} } }`,
    variables: { input: inputOf(input.type, 'input', idOf) },
  };
}

const absent = (name: string): string => {
  const kind = KINDS[name];
  if (!kind) throw new Error(`What does ${name} name? Say it in KINDS.`);
  return encodeId(kind, newId());
};

test.each(MUTATIONS)(
  '$name of $subgraph: nobody is refused unless it is for all',
  async ({ subgraph, mutation, rule }) => {
    const { query, variables } = operationOf(mutation, absent);

    for (const answer of [
      await ask.ofGateway(query, variables, undefined),
      await ask.ofSubgraph(subgraph, query, variables, undefined),
    ]) {
      const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
      expect(codes).toEqual(rule === 'public' ? [] : ['UNAUTHENTICATED']);
    }
  },
);

/** What is one's own may be undone, though one sees it no more; whom one has blocked oneself is known to one. */
function isOwn(mutation: string, { id, name, by }: Thing, asker: Asker): boolean {
  if (['blockUser', 'unblockUser', 'unfollowUser', 'removeFollower', 'unmuteUser'].includes(mutation))
    return BLOCKS.some(([from, to]) => from === asker && to === name);
  if (mutation === 'unsharePost')
    return Object.values(world.posts).some((post) => post.id === id && post.shares.some((share) => share.by === asker));
  return mutation === 'deleteComment' && by === asker;
}

const TARGETED = MUTATIONS.filter(({ rule }) => ['viewerWhoSees', 'owner', 'ownerOrHost', 'host'].includes(rule));

test.each(TARGETED)('$name: what is hidden is refused like what never was', async ({ subgraph, mutation, name }) => {
  const run = async (asker: Asker, field: string, id: string) => {
    const { query, variables } = operationOf(mutation, (asked) => (asked === field ? id : idOfSome(asked, asker)));
    return JSON.stringify((await ask.ofSubgraph(subgraph, query, variables, asker)).data?.[name]);
  };
  const targets = hiddenTargets(mutation).filter(({ thing, asker }) => !isOwn(name, thing, asker));
  const wrong: string[] = [];
  for (const together of Map.groupBy(targets, ({ asker, field }) => `${asker} ${field}`).values()) {
    const [{ asker, field } = { asker: undefined, field: '' }] = together;
    const toldOfNothing = await run(asker, field, absent(field));
    const told = await Promise.all(together.map(({ thing }) => run(asker, field, thing.id)));
    for (const [place, { thing }] of together.entries()) {
      if (told[place] !== toldOfNothing || !/"code":"(NOT_FOUND|INVALID|FORBIDDEN)"/.test(toldOfNothing)) {
        wrong.push(`${asker} and ${thing.name}: ${told[place]}, but of nothing ${toldOfNothing}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(targets.length).toBeGreaterThan(0);
});

/** Everything an input may name that an asker does not see. */
function hiddenTargets(mutation: Mutation): { thing: Thing; asker: Asker; field: string }[] {
  const input = mutation.args[0] && getNamedType(mutation.args[0].type);
  const fields = isInputObjectType(input) ? Object.values(input.getFields()) : [];
  const ids = fields.filter((field) => getNamedType(field.type).name === 'ID' && field.name !== 'parentId');
  return ids.flatMap(({ name: field }) =>
    world.things
      .filter(({ id }) => tryDecodeId(id)?.kind === KINDS[field])
      .flatMap((thing) =>
        ASKERS.filter((asker) => asker !== undefined && asker !== 'suspended' && !thing.isSeenBy(asker)).map(
          (asker) => ({
            thing,
            asker,
            field,
          }),
        ),
      ),
  );
}

/** For the ids beside the one in question: something that the asker sees, where there is any. */
function idOfSome(field: string, asker: Asker): string | undefined {
  if (field === 'parentId' || field === 'quotedPostId') return undefined;
  const seen = world.things.find(({ id, isSeenBy }) => tryDecodeId(id)?.kind === KINDS[field] && isSeenBy(asker));
  return seen?.id ?? absent(field);
}
