import { encodeId } from '@nexus/contracts/ids';
import { startTestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce, tellOfEdge, tellOfPerson } from '@nexus/contracts/testing/told';
import { newId } from '@nexus/kit/new-id';
import { expect, test } from 'vitest';
import { postsSubgraph } from '../../posts/src/subgraph.ts';
import { interactionsSubgraph } from '../src/subgraph.ts';

const COMMENT = `mutation ($postId: ID!) { addComment(input: { postId: $postId, text: "first" }) {
  commentEdge { node { text } } post { id commentCount } userErrors { code message }
} }`;
const LIKE = `mutation ($postId: ID!) { setReaction(input: { targetId: $postId, kind: LIKE }) {
  reaction { kind } userErrors { code message }
} }`;
const UNLIKE = `mutation ($postId: ID!) { setReaction(input: { targetId: $postId }) { userErrors { code message } } }`;
const SHARE = 'mutation ($postId: ID!) { sharePost(input: { postId: $postId }) { share { id } userErrors { code } } }';
const UNSHARE = 'mutation ($postId: ID!) { unsharePost(input: { postId: $postId }) { userErrors { code } } }';
const CREATE = 'mutation ($content: PostContentInput!) { createPost(input: { content: $content }) { post { id } } }';

/** Both subgraphs, each on a database of its own: what posts tells, interactions never hears. */
async function startDeaf(resources: AsyncDisposableStack) {
  const posts = resources.use(await startTestSubgraph(postsSubgraph));
  const interactions = resources.use(await startTestSubgraph(interactionsSubgraph, { posts: posts.url }));
  const [author, fan] = await introduce(interactions, 'author', 'fan');
  for (const one of [author, fan]) await tellOfPerson(posts, one, { version: 1 });
  const publish = async (visibility: string): Promise<string> => {
    const content = { text: 'new', visibility };
    return (await posts.ask(CREATE, { content }, author.viewer)).data.createPost.post.id;
  };
  return { posts, interactions, author, fan, publish };
}

test('one can act on a post of which nothing was heard yet: posts is asked, once', async () => {
  await using resources = new AsyncDisposableStack();
  const { posts, interactions, fan, publish } = await startDeaf(resources);
  const postId = await publish('PUBLIC');
  const count = { typename: 'Post', ids: [postId], selection: 'commentCount reactionCount' };
  expect(await askEntities(interactions, count, fan.viewer)).toEqual([null]);

  const { data } = await interactions.ask(COMMENT, { postId }, fan.viewer);
  posts.statements.length = 0;
  const liked = await interactions.ask(LIKE, { postId }, fan.viewer);
  const shared = await interactions.ask(SHARE, { postId }, fan.viewer);

  const post = { id: postId, commentCount: 1 };
  expect(data.addComment).toEqual({ commentEdge: { node: { text: 'first' } }, post, userErrors: [] });
  expect([liked.data.setReaction.userErrors, shared.data.sharePost.userErrors]).toEqual([[], []]);
  expect(posts.statements.filter(({ query }) => query.includes('"posts"."post"'))).toEqual([]);
  expect(await askEntities(interactions, count, fan.viewer)).toEqual([{ commentCount: 1, reactionCount: 1 }]);
});

test('what posts does not show to somebody stays unknown, as what never was', async () => {
  await using resources = new AsyncDisposableStack();
  const { posts, interactions, author, fan, publish } = await startDeaf(resources);
  const [hidden, forFollowers] = [await publish('ONLY_ME'), await publish('FOLLOWERS')];
  const outcome = async (postId: string, viewer = fan.viewer) =>
    (await interactions.ask(COMMENT, { postId }, viewer)).data.addComment.userErrors;
  const notFound = [{ code: 'NOT_FOUND', message: 'The post was not found.' }];

  expect(await outcome(hidden)).toEqual(notFound);
  expect(await outcome(forFollowers)).toEqual(notFound);
  expect(await outcome(encodeId('post', newId()))).toEqual(notFound);
  expect(await outcome(hidden, author.viewer)).toEqual([]);

  // The follow is heard by posts and not yet here: both have to know.
  await tellOfEdge(posts, [fan, author]);
  expect(await outcome(forFollowers)).toEqual(notFound);
  await tellOfEdge(interactions, [fan, author]);
  expect(await outcome(forFollowers)).toEqual([]);
});

test('who acts on a post that is hidden takes the same way as who acts on one that never was: the time tells nothing', async () => {
  await using resources = new AsyncDisposableStack();
  const { posts, interactions, author, fan, publish } = await startDeaf(resources);
  const hidden = await publish('ONLY_ME');
  await interactions.ask(COMMENT, { postId: hidden }, author.viewer);
  const invented = encodeId('post', newId());
  const statementsOf = async (mutation: string, postId: string) => {
    for (const heard of [posts.statements, interactions.statements]) heard.length = 0;
    await interactions.ask(mutation, { postId }, fan.viewer);
    return [posts, interactions].map(({ statements }) => statements.map(({ query }) => query));
  };

  for (const mutation of [LIKE, UNLIKE, COMMENT, SHARE, UNSHARE]) {
    expect(await statementsOf(mutation, hidden)).toEqual(await statementsOf(mutation, invented));
  }
});

test('while posts does not answer, an unknown post is not found', async () => {
  await using interactions = await startTestSubgraph(interactionsSubgraph, { posts: 'http://127.0.0.1:9' });
  const [fan] = await introduce(interactions, 'fan');

  const { data } = await interactions.ask(LIKE, { postId: encodeId('post', newId()) }, fan.viewer);

  expect(data.setReaction.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
});

test('only services are told', async () => {
  await using posts = await startTestSubgraph(postsSubgraph);
  const body = JSON.stringify({ postId: newId(), viewerId: newId() });
  const headers = { 'content-type': 'application/json' };

  const response = await fetch(`${posts.url}/internal/authorize`, { method: 'POST', headers, body });

  expect(response.status).toBe(401);
});
