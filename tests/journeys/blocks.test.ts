import { encodeId } from '@nexus/contracts/ids';
import { newId } from '@nexus/kit/new-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestGraph } from '../setup/graph.ts';
import { type Person, signUp } from '../setup/people.ts';

/** Ann blocks Ben; Carol stands to both as before. Every way on which one could meet the other has its test. */
const graph = await startTestGraph();
afterAll(() => graph[Symbol.asyncDispose]());

type People = { ann: Person; ben: Person; carol: Person };
type Things = Record<
  'annsPost' | 'bensPost' | 'carolsPost' | 'annsComment' | 'bensComment' | 'bensReply' | 'carolsReply' | 'bensQuote',
  string
>;
let people: People;
let things: Things;

/** The one and the other side of the block. */
const bothWays = (): [viewer: Person, other: Person][] => [
  [people.ann, people.ben],
  [people.ben, people.ann],
];

async function ask(query: string, variables: object, { token }: Person) {
  const { data, errors } = await graph.ask(query, variables, token);
  expect(errors).toBeUndefined();
  return data;
}

/** Asks for a change; gives its payload. */
async function change(field: string, selection: string, by: Person) {
  const { done } = await ask(`mutation { done: ${field} { ${selection} userErrors { code message path } } }`, {}, by);
  return done;
}

async function changed(field: string, selection: string, by: Person) {
  const payload = await change(field, selection, by);
  expect(payload.userErrors).toEqual([]);
  return payload;
}

const publish = async (by: Person, text: string, quoted = '') =>
  (await changed(`createPost(input: { content: { text: "${text}" } ${quoted} })`, 'post { id }', by)).post.id;
const comment = async (by: Person, postId: string, parent = '') =>
  (await changed(`addComment(input: { postId: "${postId}", text: "hm" ${parent} })`, 'commentEdge { node { id } }', by))
    .commentEdge.node.id;
const follow = (by: Person, { id }: Person) => changed(`followUser(input: { userId: "${id}" })`, 'user { id }', by);
const listNamed = async (by: Person, name: string) =>
  (await changed(`upsertList(input: { name: "${name}", isPrivate: false })`, 'list { id }', by)).list.id;
const setMember = (by: Person, listId: string, { id }: Person) =>
  change(`setListMembership(input: { listId: "${listId}", userId: "${id}", isMember: true })`, 'list { id }', by);

let carolsList: string;

beforeAll(async () => {
  const [ann, ben, carol] = (await Promise.all(
    ['bl_ann', 'bl_ben', 'bl_carol'].map((name) => signUp(graph, name)),
  )) as [Person, Person, Person];
  people = { ann, ben, carol };
  await Promise.all([
    follow(ann, ben),
    follow(ben, ann),
    follow(carol, ann),
    follow(carol, ben),
    follow(ann, carol),
    follow(ben, carol),
  ]);
  const annsPost = await publish(ann, 'by Ann #blocktag @bl_ben');
  const bensPost = await publish(ben, 'by Ben #blocktag @bl_ann');
  const carolsPost = await publish(carol, 'by Carol');
  const annsComment = await comment(ann, carolsPost);
  const bensComment = await comment(ben, carolsPost);
  const bensReply = await comment(ben, annsPost);
  const carolsReply = await comment(carol, carolsPost, `, parentId: "${bensComment}"`);
  const bensQuote = await publish(ben, 'Ben quotes Ann', `, quotedPostId: "${annsPost}"`);
  for (const by of [ann, ben]) {
    await changed(`setReaction(input: { targetId: "${carolsPost}", kind: LIKE })`, 'reaction { id }', by);
    await changed(`sharePost(input: { postId: "${carolsPost}" })`, 'share { id }', by);
  }
  carolsList = await listNamed(carol, 'Both');
  for (const member of [ann, ben]) expect((await setMember(carol, carolsList, member)).userErrors).toEqual([]);
  things = { annsPost, bensPost, carolsPost, annsComment, bensComment, bensReply, carolsReply, bensQuote };
  await changed(`blockUser(input: { userId: "${ben.id}" })`, 'user { id }', ann);
});

const postOf = ({ id }: Person) => (id === people.ann.id ? things.annsPost : things.bensPost);
const commentOf = ({ id }: Person) => (id === people.ann.id ? things.annsComment : things.bensComment);

test('a post of the other is absent by its id, and as a node just like one that never was', async () => {
  for (const [viewer, other] of bothWays()) {
    const query = 'query ($id: ID!) { post(id: $id) { text } }';
    expect(await ask(query, { id: postOf(other) }, viewer)).toEqual({ post: null });
    const asNode = (id: string) =>
      graph.ask('query ($id: ID!) { node(id: $id) { ... on Post { text } } }', { id }, viewer.token);
    const [hidden, invented] = [await asNode(postOf(other)), await asNode(encodeId('post', newId()))];
    expect([hidden.data, hidden.errors]).toEqual([{ node: null }, undefined]);
    expect(withoutRequest(hidden)).toEqual(withoutRequest(invented));
  }
});

const withoutRequest = (answer: object) => JSON.stringify(answer).replace(/"requestId":"[^"]*"/, '');

test('a comment of the other is absent by its id, and so is what others replied to it', async () => {
  const [[ann, ben]] = bothWays() as [[Person, Person]];
  const byId = (id: string, viewer: Person) => ask('query ($id: ID!) { comment(id: $id) { id } }', { id }, viewer);
  expect(await byId(things.bensComment, ann)).toEqual({ comment: null });
  expect(await byId(things.carolsReply, ann)).toEqual({ comment: null });
  expect(await byId(things.annsComment, ben)).toEqual({ comment: null });
  expect((await byId(things.carolsReply, people.carol)).comment).not.toBeNull();
});

const THREAD = `query ($id: ID!) { post(id: $id) {
  commentCount reactionCount shareCount reactionSummary { count }
  comments(sort: OLDEST) { totalCount edges { node { id } } }
  reactions { totalCount edges { node { user { handle } } } }
  shares { totalCount edges { node { user { handle } } } } } }`;

test('under the post of a third, the other has left no comment, no reaction and no share, and is not counted', async () => {
  for (const [viewer] of bothWays()) {
    const { post } = await ask(THREAD, { id: things.carolsPost }, viewer);
    // Ben's comment has Carol's reply below it, which goes with it.
    const own = viewer === people.ann ? 1 : 2;
    expect(post).toMatchObject({ commentCount: own, reactionCount: 1, shareCount: 1, reactionSummary: [{ count: 1 }] });
    expect(post.comments).toEqual({ totalCount: 1, edges: [{ node: { id: commentOf(viewer) } }] });
    const self = { totalCount: 1, edges: [{ node: { user: { handle: viewer.handle } } }] };
    expect([post.reactions, post.shares]).toEqual([self, self]);
  }
});

test('a third sees both, and counts both', async () => {
  const { post } = await ask(THREAD, { id: things.carolsPost }, people.carol);
  expect(post).toMatchObject({ commentCount: 3, reactionCount: 2, shareCount: 2, comments: { totalCount: 2 } });
});

test('what the blocked one said under the post of the blocker is hidden from the blocker and stays for others', async () => {
  const read = async (viewer: Person) => (await ask(THREAD, { id: things.annsPost }, viewer)).post.comments.totalCount;
  expect([await read(people.ann), await read(people.carol)]).toEqual([0, 1]);
});

test('a profile of the other is absent, by id and by handle', async () => {
  const query =
    'query ($id: ID!, $handle: String!) { byId: user(id: $id) { id } byHandle: user(handle: $handle) { id } }';
  const [ann, ben] = [people.ann, people.ben];
  expect(await ask(query, { id: ann.id, handle: ann.handle }, ben)).toEqual({ byId: null, byHandle: null });
});

test('who blocks finds whom they blocked in their list of blocks, and nowhere else', async () => {
  const query = '{ viewer { blockedUsers { totalCount edges { node { handle } } } } }';
  const listed = { totalCount: 1, edges: [{ node: { handle: people.ben.handle } }] };
  expect((await ask(query, {}, people.ann)).viewer.blockedUsers).toMatchObject({ edges: listed.edges });
  expect((await ask(query, {}, people.ben)).viewer.blockedUsers.edges).toEqual([]);
});

test('both follows have ended, and the lists of a third do not show the other', async () => {
  for (const [viewer, other] of bothWays()) {
    const query = `query ($id: ID!) { user(id: $id) {
      followerCount followers { totalCount edges { node { handle } } } following { edges { node { handle } } } } }`;
    const { user } = await ask(query, { id: people.carol.id }, viewer);
    const handles = [...user.followers.edges, ...user.following.edges].map(({ node }) => node.handle);
    expect(handles).not.toContain(other.handle);
    expect([user.followerCount, user.followers.totalCount]).toEqual([1, 1]);
  }
});

test('people one knows among the followers of a third are without the other', async () => {
  const query = 'query ($id: ID!) { user(id: $id) { followersYouKnow { edges { node { handle } } } } }';
  for (const [viewer, other] of bothWays()) {
    const { user } = await ask(query, { id: people.carol.id }, viewer);
    expect(JSON.stringify(user)).not.toContain(other.handle);
  }
});

test('a search finds neither the other, nor how many there are', async () => {
  for (const [viewer, other] of bothWays()) {
    const { searchUsers } = await ask(
      '{ searchUsers(query: "bl_") { totalCount edges { node { handle } } } }',
      {},
      viewer,
    );
    expect(searchUsers.edges.map(({ node }: { node: Person }) => node.handle)).not.toContain(other.handle);
  }
});

test('a home feed holds nothing of the other, nor what they shared', async () => {
  for (const [viewer, other] of bothWays()) {
    const query = `{ viewer { homeFeed(first: 50) { edges {
      node { text author { handle } } reason { ... on SharedBy { actor { handle } otherActorCount } } } } } }`;
    const { edges } = (await ask(query, {}, viewer)).viewer.homeFeed;
    expect(JSON.stringify(edges)).not.toContain(`"${other.handle}"`);
    for (const { reason } of edges) expect(reason?.otherActorCount ?? 0).toBe(0);
  }
});

test('the feed of a list holds nothing of the other, and its members are without them', async () => {
  const query =
    'query ($id: ID!) { node(id: $id) { ... on UserList { members { edges { node { handle } } } feed { edges { node { author { handle } } } } } } }';
  for (const [viewer, other] of bothWays()) {
    expect(JSON.stringify(await ask(query, { id: carolsList }, viewer))).not.toContain(`"${other.handle}"`);
  }
});

test('the feed of a hashtag holds nothing of the other and does not count it', async () => {
  for (const [viewer] of bothWays()) {
    const query = '{ hashtag(name: "blocktag") { postCount posts { edges { node { author { handle } } } } } }';
    const { hashtag } = await ask(query, {}, viewer);
    expect(hashtag).toEqual({ postCount: 1, posts: { edges: [{ node: { author: { handle: viewer.handle } } }] } });
  }
});

test('a mention of the other leads nowhere', async () => {
  const [ann, ben] = [people.ann, people.ben];
  const query = 'query ($id: ID!) { post(id: $id) { facets { mention { handle } hashtag { name } } } }';
  for (const viewer of [ann, ben]) {
    const { post } = await ask(query, { id: postOf(viewer) }, viewer);
    expect(JSON.stringify(post)).not.toMatch(/bl_(ann|ben)/);
  }
});

test('the other cannot be followed, answered, shared, quoted or reacted to: it is as if they were not there', async () => {
  const [ann, ben] = [people.ann, people.ben];
  const attempts = [
    [`followUser(input: { userId: "${ann.id}" })`, 'user { id }'],
    [`addComment(input: { postId: "${things.annsPost}", text: "x" })`, 'post { id }'],
    [
      `addComment(input: { postId: "${things.carolsPost}", parentId: "${things.annsComment}", text: "x" })`,
      'post { id }',
    ],
    [`setReaction(input: { targetId: "${things.annsPost}", kind: LIKE })`, 'reaction { id }'],
    [`setReaction(input: { targetId: "${things.annsComment}", kind: LIKE })`, 'reaction { id }'],
    [`sharePost(input: { postId: "${things.annsPost}" })`, 'share { id }'],
    [`createPost(input: { content: { text: "x" }, quotedPostId: "${things.annsPost}" })`, 'post { id }'],
  ] as const;
  for (const [field, selection] of attempts) {
    const { userErrors } = await change(field, selection, ben);
    expect([field, userErrors[0]?.code]).toEqual([field, 'NOT_FOUND']);
  }
});

test('the other cannot be put on a list', async () => {
  const list = await listNamed(people.ben, 'Mine');
  expect((await setMember(people.ben, list, people.ann)).userErrors[0]?.code).toBe('NOT_FOUND');
});

test('a quote of the other shows as unavailable, and says of whose making only to who blocked', async () => {
  const [ann, ben] = [people.ann, people.ben];
  const query = 'query ($id: ID!) { post(id: $id) { quoted { __typename ... on UnavailablePost { reason } } } }';
  expect((await ask(query, { id: things.bensQuote }, ben)).post.quoted).toEqual({
    __typename: 'UnavailablePost',
    reason: 'NOT_FOUND',
  });
  const lookup = 'query ($ids: [ID!]!) { postLookup(ids: $ids) { __typename ... on UnavailablePost { reason } } }';
  const { postLookup } = await ask(lookup, { ids: [things.bensPost] }, ann);
  expect(postLookup).toEqual([{ __typename: 'UnavailablePost', reason: 'BLOCKED' }]);
});

test('quotes of a post are listed and counted without those of the other', async () => {
  const { post } = await ask(
    'query ($id: ID!) { post(id: $id) { quoteCount quotes { edges { node { id } } } } }',
    { id: things.annsPost },
    people.ann,
  );
  expect(post).toEqual({ quoteCount: 0, quotes: { edges: [] } });
});

test('after the block is taken back each sees the other again, and the follows stay ended', async () => {
  const [ann, ben] = [people.ann, people.ben];
  await changed(`unblockUser(input: { userId: "${ben.id}" })`, 'user { id }', ann);
  for (const [viewer, other] of bothWays()) {
    const query =
      'query ($id: ID!) { user(id: $id) { relationship { isFollowing isFollowedBy isBlocking } posts { edges { node { id } } } } }';
    const { user } = await ask(query, { id: other.id }, viewer);
    expect(user.relationship).toEqual({ isFollowing: false, isFollowedBy: false, isBlocking: false });
    expect(user.posts.edges.length).toBeGreaterThan(0);
  }
});
