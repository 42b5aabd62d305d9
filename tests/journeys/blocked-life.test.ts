import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestGraph } from '../setup/graph.ts';
import { PASSWORD, type Person, signIn, signUp } from '../setup/people.ts';

/** Gus has blocked Ann. Whatever he does from then on, and others with what he left, is nothing to her. */
const graph = await startTestGraph();
afterAll(() => graph[Symbol.asyncDispose]());

const NAMES = ['ann', 'carol', 'dave', 'eve', 'gus'] as const;
type Name = (typeof NAMES)[number];
type Thing = 'carols' | 'anns' | 'daves' | 'evesQuote' | 'annsComment' | 'evesComment' | 'evesReply' | 'evesList';
const people = new Map<Name, Person>();
/** Ids by what they are of. */
const things = new Map<string, string>();

const person = (name: Name): Person => people.get(name) ?? expect.unreachable(name);
const id = (thing: string): string => things.get(thing) ?? person(thing as Name).id;

async function ask(query: string, by: Name) {
  const { data, errors } = await graph.ask(query, {}, person(by).token);
  expect(errors).toBeUndefined();
  return data;
}

/** Does something; `what` with `$name` for the id of a person or a thing. */
async function does(by: Name, what: string, selection = ''): Promise<unknown> {
  const mutation = what.replace(/\$(\w+)/g, (_, name: string) => `"${id(name)}"`);
  const { done } = await ask(`mutation { done: ${mutation} { ${selection} userErrors { message } } }`, by);
  return done;
}

async function succeeds(by: Name, what: string, selection = '') {
  const done = await does(by, what, selection);
  expect(done).toMatchObject({ userErrors: [] });
  return done;
}

/** Makes something and gives it a name. */
async function makes(by: Name, thing: Thing | string, [what, made]: readonly [string, string]): Promise<void> {
  const path = made.split('.');
  const done = await succeeds(by, what, `${path.join(' { ')} { id ${'} '.repeat(path.length)}`);
  // What the answer is like follows from the path.
  const node = path.reduce((value, key) => (value as Record<string, unknown>)[key], done) as { id: string };
  things.set(thing, node.id);
}

const post = (content: string, rest = '') =>
  [`createPost(input: { content: { ${content} } ${rest} })`, 'post'] as const;
const comment = (on: string, below?: string) =>
  [
    `addComment(input: { postId: $${on}, text: "hm" ${below ? `, parentId: $${below}` : ''} })`,
    'commentEdge.node',
  ] as const;
const toPerson = (verb: string, name: string) => `${verb}(input: { userId: $${name} })`;
const member = (list: string, name: string) =>
  `setListMembership(input: { listId: $${list}, userId: $${name}, isMember: true })`;
const react = (to: string) => `setReaction(input: { targetId: $${to}, kind: LIKE })`;
const share = (of: string) => `sharePost(input: { postId: $${of} })`;

beforeAll(async () => {
  for (const name of NAMES) people.set(name, await signUp(graph, `bl2_${name}`));
  for (const [by, whom] of [
    ['ann', 'carol'],
    ['ann', 'dave'],
    ['carol', 'ann'],
    ['dave', 'carol'],
  ] as const) {
    await succeeds(by, toPerson('followUser', whom));
  }
  await makes('carol', 'carols', post('text: "by Carol #lifetag"'));
  await makes('ann', 'anns', post('text: "by Ann #lifetag"'));
  await makes('dave', 'daves', post('text: "by Dave"'));
  await makes('eve', 'evesQuote', post('text: "by Eve"', 'quotedPostId: $carols'));
  await makes('ann', 'annsComment', comment('carols'));
  await makes('eve', 'evesComment', comment('carols'));
  await makes('eve', 'evesReply', comment('carols', 'annsComment'));
  await makes('eve', 'evesList', ['upsertList(input: { name: "open", isPrivate: false })', 'list']);
  await succeeds('eve', member('evesList', 'carol'));
  await succeeds('gus', toPerson('blockUser', 'ann'));
}, 60_000);

const PAGE = 'totalCount pageInfo { hasNextPage endCursor } edges';
const FEED = `pageInfo { hasNextPage endCursor } edges {
  cursor reason { ... on SharedBy { actor { handle } otherActorCount } }
  node { id text author { handle } quoteCount reactionCount commentCount shareCount } }`;
const COMMENTS = `${PAGE} { cursor node { id text state replyCount reactionCount author { handle } reactions(first: 3) { totalCount } } }`;

/** All that Ann can ask of this world. */
const questions = (): string[] => [
  `{ viewer { homeFeed { ${FEED} } reactedPosts { totalCount } followRequests { totalCount } lists { memberCount }
      blockedUsers { totalCount } mutedUsers { totalCount } } }`,
  ...NAMES.slice(0, 4).map(
    (
      name,
    ) => `{ user(id: "${id(name)}") { followerCount followingCount postCount followers { ${PAGE} { node { handle } } }
      following { ${PAGE} { node { handle } } } followersYouKnow { totalCount }
      posts(kind: POSTS_AND_SHARES) { ${FEED} } comments { edges { node { id } } } } }`,
  ),
  `{ user(id: "${id('gus')}") { id } node(id: "${id('gus')}") { id } searchUsers(query: "bl2_") { ${PAGE} { node { handle } } }
     one: user(handle: "bl2_gus") { id } other: user(handle: "bl2_gus2") { id } }`,
  ...['carols', 'anns', 'daves', 'evesQuote'].map(
    (
      name,
    ) => `{ post(id: "${id(name)}") { quoteCount quotes { edges { cursor node { id } } } reactionCount reactionSummary { count }
      commentCount shareCount reactions { ${PAGE} { cursor } } shares { ${PAGE} { cursor } }
      comments(sort: OLDEST, first: 9) { ${COMMENTS} } } }`,
  ),
  `{ comment(id: "${id('annsComment')}") { replyCount replies(sort: OLDEST, first: 9) { ${COMMENTS} } } }`,
  `{ old: hashtag(name: "lifetag") { postCount posts { ${FEED} } } fresh: hashtag(name: "gusonly") { id }
     node(id: "${id('evesList')}") { ... on UserList { memberCount members { ${PAGE} { node { handle } } } feed { ${FEED} } } } }`,
];

const answers = () => Promise.all(questions().map(async (question) => JSON.stringify(await ask(question, 'ann'))));

const GUS_LIST = ['upsertList(input: { name: "of Gus", isPrivate: false })', 'list'] as const;

const ACTS: [name: string, act: () => Promise<unknown>][] = [
  ['he follows', () => succeeds('gus', toPerson('followUser', 'carol'))],
  [
    'he is followed',
    () => Promise.all((['carol', 'dave'] as const).map((by) => succeeds(by, toPerson('followUser', 'gus')))),
  ],
  ['he posts', () => makes('gus', 'his', post('text: "by Gus #lifetag #gusonly @bl2_ann"'))],
  ['he quotes', () => makes('gus', 'hisQuote', post('text: "by Gus"', 'quotedPostId: $carols'))],
  ['he comments', () => makes('gus', 'hisComment', comment('carols'))],
  ['he replies', () => makes('gus', 'hisReply', comment('carols', 'evesComment'))],
  ['he reacts', () => Promise.all(['carols', 'evesComment', 'daves'].map((to) => succeeds('gus', react(to))))],
  ['he shares', () => Promise.all(['carols', 'daves'].map((of) => succeeds('gus', share(of))))],
  [
    'he tries at Ann',
    () => Promise.all([react('annsComment'), react('anns'), share('anns')].map((what) => does('gus', what))),
  ],
  ['he is answered', () => makes('eve', 'evesAnswer', comment('carols', 'hisComment'))],
  ['what he left is liked', () => Promise.all(['his', 'hisComment'].map((to) => succeeds('carol', react(to))))],
  ['he is shared', () => Promise.all((['carol', 'dave'] as const).map((by) => succeeds(by, share('his'))))],
  ['he edits', () => succeeds('gus', 'editPost(input: { postId: $his, expectedRevision: 1, text: "now #lifetag" })')],
  ['he deletes a reply', () => succeeds('gus', 'deleteComment(input: { commentId: $hisReply })')],
  ['he has a list', () => makes('gus', 'hisList', GUS_LIST).then(() => succeeds('gus', member('hisList', 'carol')))],
  ['he posts to it', () => makes('gus', 'toList', post('text: "#lifetag", visibility: LIST, listId: $hisList'))],
  ['he is on a list', () => succeeds('eve', member('evesList', 'gus'))],
  [
    'Ann tries at him',
    () => Promise.all([react('his'), share('hisQuote'), toPerson('muteUser', 'gus')].map((what) => does('ann', what))),
  ],
  ['he calls himself otherwise', () => succeeds('gus', 'changeHandle(input: { handle: "bl2_gus2" })')],
  ['he becomes private', () => succeeds('gus', 'updatePrivacy(input: { isPrivateAccount: true })')],
  ['he becomes public', () => succeeds('gus', 'updatePrivacy(input: { isPrivateAccount: false })')],
  ['he takes a share back', () => succeeds('gus', 'unsharePost(input: { postId: $carols })')],
  ['he leaves', () => succeeds('gus', 'deactivateAccount')],
  ['he comes back', async () => people.set('gus', await signIn(graph, 'bl2_gus2', PASSWORD))],
  ['he deletes his post', () => succeeds('gus', 'deletePost(input: { postId: $his })')],
  [
    'he wants to be deleted',
    () => succeeds('gus', `deleteAccount(input: { password: "${PASSWORD}", confirmHandle: "bl2_gus2" })`),
  ],
];

let known: string[] | undefined;

test.each(ACTS)('it is nothing to Ann that %s', async (_, act) => {
  const before = known ?? (await answers());
  await act();
  known = await answers();
  expect(known).toEqual(before);
});
