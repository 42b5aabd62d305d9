import { afterAll, expect, test } from 'vitest';
import { startTestGraph } from '../setup/graph.ts';
import { operationsOf } from '../setup/operations.ts';
import { type Person, signUp } from '../setup/people.ts';

const graph = await startTestGraph();
const run = operationsOf(graph);
afterAll(() => graph[Symbol.asyncDispose]());

async function publish(author: Person): Promise<string> {
  return (await run('publish-post', { text: 'Say something' }, author)).createPost.post.id;
}

async function comment(postId: string, author: Person, text: string): Promise<string> {
  const query = `mutation ($input: AddCommentInput!) { addComment(input: $input) { commentEdge { node { id } } } }`;
  const { data } = await graph.ask(query, { input: { postId, text } }, author.token);
  return data.addComment.commentEdge.node.id;
}

test('a host puts a comment first and hides another', async () => {
  const [host, guest, reader] = [
    await signUp(graph, 'host'),
    await signUp(graph, 'guest'),
    await signUp(graph, 'reader'),
  ];
  const id = await publish(host);
  const [kind, rude] = [await comment(id, guest, 'kind'), await comment(id, guest, 'rude')];

  const pinned = await run('pin-comment', { commentId: kind }, host);
  const hidden = await run('hide-comment', { commentId: rude }, host);
  const { post } = await run('post-page', { id }, reader);

  expect(pinned.setCommentPinned).toEqual({ comment: { id: kind, isPinned: true, text: 'kind' }, userErrors: [] });
  expect(hidden.setCommentHidden.comment).toEqual({ id: rude, state: 'HIDDEN_BY_AUTHOR', isPinned: false });
  expect(post.comments.edges.map(({ node }: { node: { text: string; author: object } }) => node)).toMatchObject([
    { id: kind, text: 'kind', author: { handle: 'guest' } },
    { id: rude, text: null, author: null },
  ]);
});

test('a reader keeps a post and hears no more of it', async () => {
  const [author, reader] = [await signUp(graph, 'writer'), await signUp(graph, 'keeper')];
  const postId = await publish(author);

  const kept = await run('bookmark', { postId }, reader);
  const shelf = await run('bookmarks', {}, reader);
  const muted = await run('mute-thread', { postId }, reader);

  expect(kept.setBookmark).toMatchObject({ post: { id: postId, viewerHasBookmarked: true }, userErrors: [] });
  expect(shelf.viewer).toMatchObject({
    bookmarkCollections: [],
    bookmarks: {
      totalCount: 1,
      edges: [
        { node: { collection: null, post: { id: postId, text: 'Say something', author: { handle: 'writer' } } } },
      ],
    },
  });
  expect(muted.setThreadMuted).toEqual({ post: { id: postId, viewerHasMutedThread: true }, userErrors: [] });
});
