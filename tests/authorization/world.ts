import { events } from '@nexus/contracts/events';
import { type Viewer, viewerFromClaims } from '@nexus/contracts/viewer';
import { connect } from '@nexus/kit/database';
import { openBus } from '@nexus/kit/events/bus';
import { createLogger } from '@nexus/kit/log';
import { roleUrl } from '@nexus/kit/migrations';
import { TEST_SECRET } from '@nexus/kit/testing/database';
import { grant, suspend } from '@nexus/users/state/state.service';
import postgres from 'postgres';
import type { TestGraph } from '../setup/graph.ts';
import { PASSWORD, signIn, signUp } from '../setup/people.ts';
import { ROOMS } from '../setup/rooms.ts';
import { publishAll } from './content.ts';
import {
  type Asker,
  BLOCKS,
  FOLLOWS,
  handleOf,
  type LeftFacts,
  LISTED,
  type Name,
  type PostFacts,
  seesPerson,
} from './model.ts';
import { keepOrder } from './moderated.ts';

/** Something with an id, and who sees it. `text` is what nobody else may read. */
export type Thing = {
  type: string;
  id: string;
  name: string;
  text?: string;
  /** Who left it below a post: they may take it back whatever they see. */
  by?: Name;
  isSeenBy(asker: Asker): boolean;
};

export type World = {
  things: Thing[];
  tokens: Record<Name, string>;
  viewers: Record<Name, Viewer>;
  /** What an asker should find below a post. */
  posts: Record<
    string,
    { id: string; facts: PostFacts; comments: LeftFacts[]; reactions: LeftFacts[]; shares: LeftFacts[] }
  >;
};

const NAMES: readonly Name[] = [
  ...(['author', 'hermit', 'guest', 'listed', 'stranger', 'follower'] as const),
  ...(['blocked', 'blocker', 'muted', 'suspended', 'moderator', 'admin'] as const),
];

/** Builds the world through the API; pictures, which it cannot take yet, in the database. */
export async function buildWorld(graph: TestGraph): Promise<World> {
  const sql = postgres(graph.adminUrl, { max: 1, onnotice: () => undefined });
  const ids = {} as Record<Name, string>;
  const tokens = {} as Record<Name, string>;
  for (const name of NAMES) ({ id: ids[name], token: tokens[name] } = await signUp(graph, handleOf(name)));
  const world: World = { things: [], tokens, viewers: {} as World['viewers'], posts: {} };
  const run: Run = async (name, mutation, variables = {}) => {
    const { data, errors } = await graph.ask(`mutation ${mutation}`, variables, tokens[name]);
    const payload = data && Object.values<{ userErrors?: unknown[] }>(data)[0];
    if (errors || payload?.userErrors?.length)
      throw new Error(`${name}: ${JSON.stringify(errors ?? payload)} of ${mutation}`);
    // The shape is the mutation's, which only the caller knows.
    return payload as never;
  };
  const people = (verb: string, name: Name, other: Name) =>
    run(name, `($user: ID!) { ${verb}(input: { userId: $user }) { userErrors { message } } }`, { user: ids[other] });

  await run('hermit', '{ updatePrivacy(input: { isPrivateAccount: true }) { userErrors { message } } }');
  for (const [from, to] of FOLLOWS) await people('followUser', from, to);
  await acceptAll(graph, tokens.hermit);
  await people('followUser', 'stranger', 'hermit');
  const lists = await makeLists(run, ids);
  await publishAll({ sql, world, run, lists });
  await run(
    'author',
    '($user: ID!) { muteUser(input: { userId: $user, durationSeconds: 3600 }) { userErrors { message } } }',
    { user: ids.muted },
  );
  for (const [from, to] of BLOCKS) await people('blockUser', from, to);
  await run('author', '($post: ID!) { deletePost(input: { postId: $post }) { userErrors { message } } }', {
    post: world.posts.deleted?.id,
  });
  await operate(graph, async (users) => {
    await grant(users, handleOf('moderator'), 'MODERATOR');
    await grant(users, handleOf('admin'), 'ADMIN');
  });
  for (const name of ['moderator', 'admin'] as const)
    tokens[name] = (await signIn(graph, handleOf(name), PASSWORD)).token;
  for (const name of NAMES) world.viewers[name] = viewerOf(tokens[name]);
  await keepOrder({ sql, graph, world, run });
  await describePeople(graph, world, ids);
  for (const { furnish } of ROOMS) world.things.push(...(await furnish(run)));
  await makeExport(graph, run, world);
  await operate(graph, (users) => suspend(users, handleOf('suspended'), null));
  await sql.end();
  return world;
}

function viewerOf(token: string): Viewer {
  const [, claims = ''] = token.split('.');
  const viewer = viewerFromClaims(JSON.parse(Buffer.from(claims, 'base64url').toString()));
  if (!viewer) throw new Error('an access token without a viewer');
  return viewer;
}

/** A mutation of somebody, which must not be refused. */
export type Run = <Payload>(name: Name, mutation: string, variables?: object) => Promise<Payload>;

async function acceptAll(graph: TestGraph, token: string): Promise<void> {
  const { data } = await graph.ask('{ viewer { followRequests { edges { node { id } } } } }', {}, token);
  for (const { node } of data.viewer.followRequests.edges) {
    const accept =
      'mutation ($id: ID!) { respondToFollowRequest(input: { requestId: $id, accept: true }) { userErrors { message } } }';
    const answer = await graph.ask(accept, { id: node.id }, token);
    if (answer.errors || answer.data.respondToFollowRequest.userErrors.length) throw new Error(JSON.stringify(answer));
  }
}

async function makeLists(run: Run, ids: Record<Name, string>): Promise<{ inner: string; open: string }> {
  const make = async (name: string, isPrivate: boolean): Promise<string> => {
    const payload = await run<{ list?: { id: string } }>(
      'author',
      '($input: UpsertListInput!) { upsertList(input: $input) { list { id } userErrors { message } } }',
      { input: { name, isPrivate } },
    );
    return payload.list?.id ?? '';
  };
  const lists = { inner: await make('the inner circle', true), open: await make('the open circle', false) };
  for (const list of [lists.inner, lists.open])
    for (const name of LISTED)
      await run(
        'author',
        '($list: ID!, $user: ID!) { setListMembership(input: { listId: $list, userId: $user, isMember: true }) { userErrors { message } } }',
        { list, user: ids[name] },
      );
  return lists;
}

/** People, what belongs to them alone, and what is between two of them. */
async function describePeople(graph: TestGraph, { things, tokens }: World, ids: Record<Name, string>): Promise<void> {
  for (const name of NAMES) {
    things.push({
      type: 'User',
      id: ids[name],
      name,
      text: handleOf(name),
      isSeenBy: (asker) => seesPerson(asker, name),
    });
    const { data } = await graph.ask('{ viewer { id sessions { id } } }', {}, tokens[name]);
    // Those of the suspended have ended, their account has not.
    const isSeenBy = (asker: Asker) => asker === name;
    things.push({ type: 'Viewer', id: data.viewer.id, name: `the account of ${name}`, isSeenBy });
    for (const { id } of data.viewer.sessions)
      things.push({
        type: 'Session',
        id,
        name: `a session of ${name}`,
        isSeenBy: (asker) => asker === name && name !== 'suspended',
      });
  }
  const { data } = await graph.ask('{ viewer { followRequests { edges { node { id } } } } }', {}, tokens.hermit);
  for (const { node } of data.viewer.followRequests.edges) {
    const isSeenBy = (asker: Asker) => asker === 'hermit' || asker === 'stranger';
    things.push({ type: 'FollowRequest', id: node.id, name: 'the request of stranger to hermit', isSeenBy });
  }
}

/** A copy of what there is of the author, ready to be fetched. */
async function makeExport(graph: TestGraph, run: Run, world: World): Promise<void> {
  await run('author', '{ requestDataExport { userErrors { message } } }');
  const state = async () => {
    const { data } = await graph.ask('{ viewer { dataExports { state } } }', {}, world.tokens.author);
    return data.viewer.dataExports[0].state;
  };
  const until = Date.now() + 20_000;
  while ((await state()) !== 'READY') if (Date.now() > until) throw new Error('the export is not ready in time');
}

/** What an operator does to accounts. */
async function operate({ adminUrl }: TestGraph, work: (users: Parameters<typeof suspend>[0]) => Promise<unknown>) {
  const url = roleUrl(adminUrl, TEST_SECRET, 'users');
  const database = connect(url, { max: 2 });
  const logger = createLogger('admin', 'silent');
  const bus = await openBus({ url, service: 'users', catalog: events, database, logger });
  await work({ db: database.db, events: bus });
  await bus.stop();
  await database.close();
}
