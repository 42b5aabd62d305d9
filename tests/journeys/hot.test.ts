import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Subgraph } from '@nexus/contracts/agreement';
import { decodeId } from '@nexus/contracts/ids';
import { startEmbeddedRedis } from '@nexus/kit/embedded-redis';
import { NO_HOT_STORE } from '@nexus/kit/hot/store';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { subgraphs } from '../../scripts/subgraphs.ts';
import { startTestGraph, type TestGraph } from '../setup/graph.ts';
import type { GraphOptions } from '../setup/graph-services.ts';
import { type Person, signUp } from '../setup/people.ts';
import { signUpAs } from '../setup/staff.ts';

const CREATE = `mutation ($text: String!, $visibility: PostVisibility, $listId: ID) {
  createPost(input: { content: { text: $text, visibility: $visibility, listId: $listId } }) { post { id } } }`;
const MAKE_LIST = 'mutation { upsertList(input: { name: "close" }) { list { id } } }';
const DELETE_LIST = 'mutation ($listId: ID!) { deleteList(input: { listId: $listId }) { userErrors { code } } }';
const place = (isMember: boolean) => `mutation ($listId: ID!, $userId: ID!) {
  setListMembership(input: { listId: $listId, userId: $userId, isMember: ${isMember} }) { userErrors { code } } }`;
const [JOIN, LEAVE] = [place(true), place(false)];
const SEE = 'query ($id: ID!) { post(id: $id) { text } }';
const COMMENT =
  'mutation ($id: ID!) { addComment(input: { postId: $id, text: "Hi" }) { userErrors { code } commentEdge { node { id } } } }';
const REPORT = 'mutation ($id: ID!) { reportContent(input: { subjectId: $id, reason: SPAM }) { accepted } }';
const CASES = '{ moderationQueue { edges { node { id } } } }';
const REMOVE = `mutation ($caseId: ID!) {
  moderate(input: { caseId: $caseId, kind: REMOVE_CONTENT, reason: "Rule 3" }) { userErrors { code } } }`;
const act = (field: string) =>
  `mutation ($userId: ID!) { ${field}(input: { userId: $userId }) { userErrors { code } } }`;

test('with changes kept in the process, blocks and the like are effective on the next request', async () => {
  await agreesAtOnce({});
});

test('with changes kept in Redis, blocks and the like are effective on the next request', async () => {
  await using redis = await startRedis();
  await agreesAtOnce({ redisUrl: redis.url });
});

test('with Redis killed, users is asked, and blocks and the like are effective on the next request', async () => {
  await using redis = await startRedis();
  await agreesAtOnce({ redisUrl: redis.url }, () => redis.stop());
});

test('apart and without Redis, users is asked, and blocks and the like are effective on the next request', async () => {
  await agreesAtOnce({ hot: NO_HOT_STORE });
});

test('the events alone would come too late', async () => {
  const deafness = createDeafness();
  const late = subgraphs.map((subgraph) => ({ ...deafness.of(subgraph), before: async () => undefined }));
  await using graph = await startTestGraph({ subgraphs: late });
  const { author, reader, publicPost } = await introduce(graph);
  deafness.begin();

  await graph.ask(act('blockUser'), { userId: reader.id }, author.token);

  expect(await sees(graph, publicPost, reader)).toBe(true);
});

/** One story, told while posts and interactions hear of nothing any more. */
async function agreesAtOnce(options: GraphOptions, disturb: () => Promise<void> = async () => undefined) {
  const deafness = createDeafness();
  await using graph = await startTestGraph({ ...options, subgraphs: subgraphs.map(deafness.of) });
  const cast = await introduce(graph);
  deafness.begin();
  await disturb();
  const { author, reader, fan, quiet } = cast;

  await graph.ask(act('blockUser'), { userId: reader.id }, author.token);
  expect(await sees(graph, cast.publicPost, reader)).toBe(false);
  expect(await mayComment(graph, cast.publicPost, reader)).toBe('NOT_FOUND');
  expect(await sees(graph, cast.readersPost, author)).toBe(false);
  expect(await mayComment(graph, cast.readersPost, author)).toBe('NOT_FOUND');

  await graph.ask(act('removeFollower'), { userId: fan.id }, author.token);
  expect(await sees(graph, cast.followersPost, fan)).toBe(false);
  expect(await sees(graph, cast.publicPost, fan)).toBe(true);

  await graph.ask(LEAVE, { listId: cast.list, userId: fan.id }, author.token);
  expect(await sees(graph, cast.listPost, fan)).toBe(false);
  expect(await mayComment(graph, cast.listPost, fan)).toBe('NOT_FOUND');
  expect(await sees(graph, cast.listPost, quiet)).toBe(true);
  await graph.ask(DELETE_LIST, { listId: cast.list }, author.token);
  expect(await sees(graph, cast.listPost, quiet)).toBe(false);
  expect(await mayComment(graph, cast.listPost, quiet)).toBe('NOT_FOUND');

  await graph.ask(REMOVE, { caseId: cast.caseOfFan }, cast.keeper.token);
  expect(await sees(graph, cast.fansPost, undefined)).toBe(false);
  expect(await mayComment(graph, cast.fansPost, quiet)).toBe('NOT_FOUND');
  expect(await sees(graph, cast.fansPost, fan)).toBe(true);

  await graph.ask('mutation { deactivateAccount { userErrors { code } } }', {}, quiet.token);
  expect(await sees(graph, cast.quietPost, undefined)).toBe(false);
  expect(await mayComment(graph, cast.quietPost, fan)).toBe('NOT_FOUND');

  const hide = 'mutation { updatePrivacy(input: { isPrivateAccount: true }) { userErrors { code } } }';
  await graph.ask(hide, {}, author.token);
  expect(await sees(graph, cast.publicPost, undefined)).toBe(false);
  expect(await mayComment(graph, cast.publicPost, fan)).toBe('NOT_FOUND');
}

async function introduce(graph: TestGraph) {
  const [author, reader] = [await signUp(graph, 'author'), await signUp(graph, 'reader')];
  const [fan, quiet] = [await signUp(graph, 'fan'), await signUp(graph, 'quiet')];
  for (const { token } of [reader, fan]) await graph.ask(act('followUser'), { userId: author.id }, token);
  const publish = async ({ token }: Person, visibility: string) =>
    (await graph.ask(CREATE, { text: 'Hello', visibility }, token)).data.createPost.post.id;
  const list = (await graph.ask(MAKE_LIST, {}, author.token)).data.upsertList.list.id;
  await crowd(graph, list);
  for (const { id } of [fan, quiet]) await graph.ask(JOIN, { listId: list, userId: id }, author.token);
  const forList = { text: 'Hello', visibility: 'LIST', listId: list };
  const posts = {
    list,
    listPost: (await graph.ask(CREATE, forList, author.token)).data.createPost.post.id,
    publicPost: await publish(author, 'PUBLIC'),
    followersPost: await publish(author, 'FOLLOWERS'),
    readersPost: await publish(reader, 'PUBLIC'),
    quietPost: await publish(quiet, 'PUBLIC'),
    fansPost: await publish(fan, 'PUBLIC'),
  };
  const keeper = await signUpAs(graph, 'MODERATOR', 'keeper');
  await graph.ask(REPORT, { id: posts.fansPost }, quiet.token);
  const caseOfFan = (await graph.ask(CASES, {}, keeper.token)).data.moderationQueue.edges[0].node.id;
  expect(await sees(graph, posts.followersPost, fan)).toBe(true);
  expect(await sees(graph, posts.listPost, fan)).toBe(true);
  expect(await mayComment(graph, posts.publicPost, reader)).toBeUndefined();
  return { author, reader, fan, quiet, keeper, caseOfFan, ...posts };
}

/** So many are on a list that not all of them leave it before its deletion is answered. */
async function crowd({ adminUrl }: TestGraph, list: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1 });
  await sql`
    with person as (
      insert into users."user" (id, handle, display_name) select uuidv7(), 'crowd_' || n, 'Crowd' from generate_series(1, 300) n
      returning id)
    insert into users.list_member (list_id, user_id, is_member) select ${decodeId('list', list)}, id, true from person`;
  await sql.end();
}

const sees = async (graph: TestGraph, id: string, person: Person | undefined): Promise<boolean> =>
  (await graph.ask(SEE, { id }, person?.token)).data.post !== null;

/** Why not, or undefined when they may. */
const mayComment = async (graph: TestGraph, id: string, { token }: Person): Promise<string | undefined> =>
  (await graph.ask(COMMENT, { id }, token)).data.addComment.userErrors[0]?.code;

/** From its beginning on, no event has any effect. */
function createDeafness() {
  let isDeaf = false;
  // One listener is like another: the event's type does not matter to who passes it on.
  type Listener = (tx: never, payload: never) => Promise<void>;
  const deafen = (listener: Listener): Listener => {
    return async (tx, payload) => {
      if (isDeaf) throw new Error('deaf');
      await listener(tx, payload);
    };
  };
  return {
    begin: () => {
      isDeaf = true;
    },
    of: (subgraph: Subgraph<object>): Subgraph<object> => ({
      ...subgraph,
      listeners: Object.fromEntries(
        Object.entries(subgraph.listeners).map(([event, listener]) => [event, deafen(listener as Listener)]),
      ),
    }),
  };
}

async function startRedis() {
  const directory = await mkdtemp(join(tmpdir(), 'nexus-redis-'));
  const server = await startEmbeddedRedis({ directory });
  if (!server) throw new Error('this test needs redis-server');
  return {
    ...server,
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
