import { randomUUID } from 'node:crypto';
import { encodeId } from '@nexus/contracts/ids';
import { TEST_SECRET } from '@nexus/kit/testing/database';
import { sized } from '@nexus/kit/testing/thoroughness';
import { createAccessToken } from '@nexus/users/session/access-token';
import { createKeys } from '@nexus/users/session/keys';
import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { startTestGraph } from '../setup/graph.ts';
import { ROOMS } from '../setup/rooms.ts';
import { type Asked, actingIn, meddle, settle } from './deeds.ts';
import {
  createPerson,
  happeningIn,
  hiddenRecordsOf,
  nothing,
  type Person,
  publicIdOf,
  recordsOf,
  type Scene,
} from './happen.ts';
import { OTHERS, OWN, RECOMMENDED } from './questions.ts';
import { type HiddenLife, type History, hiddenLives, histories, VISIBLE_PEOPLE } from './world.ts';

const WORLDS = sized({ thorough: 300, daily: 76 });
/** They know nothing of each other, and share the way to the database. */
const AT_ONCE = 2;
/** How the handles of private strangers begin. */
const STRANGER = 'zz';

/** It is more than anybody may ask at once. */
const LIMITS = { tokens: 1e4, selections: 1e4, aliases: 1e3, cost: 1e6 };

const graph = await startTestGraph({ limits: LIMITS });
const sql = postgres(graph.adminUrl, { max: 3, onnotice: () => undefined });
const act = actingIn(graph);
const happen = happeningIn(sql);
const keys = createKeys(TEST_SECRET);
afterAll(async () => {
  await sql.end();
  await graph[Symbol.asyncDispose]();
});

let worlds = 0;

test(`in ${WORLDS} worlds it makes no difference to a viewer whether somebody hidden from them ever lived`, async () => {
  const some = fc.array(fc.tuple(histories, hiddenLives), { minLength: AT_ONCE, maxLength: AT_ONCE });
  const compareSome = async (pairs: [History, HiddenLife][]) => {
    await Promise.all(pairs.map(([history, life]) => compareWorlds(history, life)));
  };
  await fc.assert(fc.asyncProperty(some, compareSome), { numRuns: WORLDS / AT_ONCE, endOnFailure: true });
  expect(worlds).toBeGreaterThanOrEqual(WORLDS);
}, 480_000);

/** The viewer asks before somebody hidden from them comes to live in their world, and afterwards. */
async function compareWorlds(history: History, life: HiddenLife): Promise<void> {
  worlds += 1;
  const world = worlds;
  const day = new Date().getUTCDate();
  const name = `w${world}_${Math.random().toString(36).slice(2, 6)}`;
  const people = Array.from({ length: VISIBLE_PEOPLE }, (_, place) => createPerson(`${name}_${place}`));
  const tags = [`${name}cats`, `${name}dogs`];
  const scene: Scene = { people, posts: [], comments: [], tags, language: languageOf(world) };
  // A private stranger has a profile that a search may find: theirs is named so that none does.
  const hidden = createPerson(
    life.kind === 'blocker' ? `h${name}` : `${STRANGER}${Math.random().toString(36).slice(2)}`,
  );
  await happen(recordsOf(history, scene));
  const [viewer, other] = await Promise.all([signIn(people[0]), signIn(people[1])]);
  const asked = await settle(graph, scene, [viewer, other]);

  const before = await askAll(scene, asked, viewer.token);
  await live(life, { hidden, scene, asked });
  const after = await askAll(scene, asked, viewer.token);

  // At midnight `history` has another today: nobody lived in such a world.
  if (new Date().getUTCDate() !== day) return await compareWorlds(history, life);
  expect(after).toEqual(before);
}

/** One that nobody speaks elsewhere: of those kept for private use, qaa to qtz (ISO 639-2). */
function languageOf(world: number): string {
  const letter = (place: number) => String.fromCharCode('a'.charCodeAt(0) + place);
  return `q${letter(Math.floor(world / 26) % 20)}${letter(world % 26)}`;
}

type Stage = { hidden: Person; scene: Scene; asked: Asked };

async function live(life: HiddenLife, { hidden, scene, asked }: Stage): Promise<void> {
  await happen({ ...nothing(), users: [hidden] });
  const self = await signIn(hidden);
  const isBlocker = life.kind === 'blocker';
  const follows = life.hidesFirst ? life.follows.filter((place) => place !== 0) : life.follows;
  const hide = () => (isBlocker ? act(self, BLOCK, { id: userIdOf(scene.people[0]) }) : act(self, GO_PRIVATE));
  if (life.hidesFirst) await hide();
  await happen(hiddenRecordsOf({ ...life, follows }, hidden, scene));
  const shared = scene.posts.filter(({ authorId }) => !life.hidesFirst || authorId !== scene.people[0]?.id);
  for (const place of isBlocker ? life.shares : []) {
    const post = shared[place % (shared.length || 1)];
    if (post) await act(self, SHARE, { id: publicIdOf(post) });
  }
  if (life.meddles)
    await meddle({ graph, sql }, asked, [self, isBlocker && !life.hidesFirst ? scene.people[0] : undefined]);
  if (!life.hidesFirst) await hide();
}

const userIdOf = (person: { id: string } | undefined) => encodeId('user', person?.id ?? '');

const BLOCK = 'mutation ($id: ID!) { done: blockUser(input: { userId: $id }) { userErrors { message } } }';
const GO_PRIVATE = 'mutation { done: updatePrivacy(input: { isPrivateAccount: true }) { userErrors { message } } }';
const SHARE = 'mutation ($id: ID!) { done: sharePost(input: { postId: $id }) { userErrors { message } } }';

/** The answers to all questions, as text. */
async function askAll({ people, posts, tags, language }: Scene, asked: Asked, token: string): Promise<string[]> {
  const [, one, two] = people;
  const name = tags[0]?.replace(/cats$/, '');
  const variables = {
    tags,
    tag1: tags[0],
    tag2: tags[1],
    ids: posts.map(publicIdOf),
    one: posts.map(publicIdOf)[0],
    two: posts.map(publicIdOf)[1],
    handle1: one?.handle,
    handle2: two?.handle,
    search: name,
    hidden: `h${name}`,
    own: asked.own,
    poll: asked.poll.post,
    since: LONG_AGO,
    range: { from: LONG_AGO, to: SOON },
  };
  return await Promise.all([
    askOne(OWN, variables, token),
    askOne(OTHERS, variables, token),
    ...ROOMS.map(({ own }) => askOne(`{ viewer { ${own} } }`, {}, token)),
    askOne(RECOMMENDED, { languages: [language] }, token).then(asIsRecommended),
  ]);
}

const DAY_MS = 86_400_000;
const LONG_AGO = new Date(Date.now() - 2 * DAY_MS).toISOString();
const SOON = new Date(Date.now() + DAY_MS).toISOString();

/**
 * The order of what is explored is decided by all who engage with it, hidden from the viewer or not. Whom visible people
 * follow is no secret, and a private account has a profile.
 */
function asIsRecommended(answer: string): string {
  const { explore, suggestedUsers } = JSON.parse(answer).data as Recommended;
  expect(explore.edges.length).toBeGreaterThan(0);
  const suggested = suggestedUsers.edges.filter(({ node }) => !node.handle.startsWith(STRANGER));
  return JSON.stringify([explore.edges.map(({ node }) => node.author.handle).sort(), suggested]);
}

type Edges<Node> = { edges: { node: Node }[] };
type Recommended = { explore: Edges<{ author: { handle: string } }>; suggestedUsers: Edges<{ handle: string }> };

async function askOne(query: string, variables: object, token: string): Promise<string> {
  const response = await fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  expect(JSON.parse(text).errors).toBeUndefined();
  return text;
}

/** Signs a person in without a password: hashing hundreds would be most of the test. */
async function signIn(person: { id: string } | undefined): Promise<{ id: string; token: string }> {
  const viewer = { id: person?.id ?? '', sessionId: randomUUID() };
  await sql`
    insert into users.session (id, user_id, expires_at) values (${viewer.sessionId}, ${viewer.id}, now() + interval '1 day')`;
  return { id: viewer.id, token: (await createAccessToken(keys.access, viewer)).accessToken };
}
