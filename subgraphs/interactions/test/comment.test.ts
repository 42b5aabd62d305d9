import { askEntities, introduce } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { comment, deleteComment, publish, react, startInteractions } from './stage.ts';

const THREAD = `commentCount comments(sort: OLDEST) { totalCount edges { node {
  text state depth replyCount author { handle displayName }
  replies(sort: OLDEST) { totalCount edges { node { text depth parent { text } } } }
} } }`;

test('comments and replies make a thread', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);
  const parentId = await comment(interactions, ada, { postId, text: 'first' });
  await comment(interactions, bob, { postId, parentId, text: 'a reply' });
  await comment(interactions, bob, { postId, text: 'second' });

  const [post] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection: THREAD });

  const common = { state: 'VISIBLE', depth: 0 };
  const reply = { node: { text: 'a reply', depth: 1, parent: { text: 'first' } } };
  expect(post).toEqual({
    commentCount: 3,
    comments: {
      totalCount: 2,
      edges: [
        {
          node: {
            ...common,
            text: 'first',
            author: { handle: 'ada', displayName: 'The ada' },
            replyCount: 1,
            replies: { totalCount: 1, edges: [reply] },
          },
        },
        {
          node: {
            ...common,
            text: 'second',
            author: { handle: 'bob', displayName: 'The bob' },
            replyCount: 0,
            replies: { totalCount: 0, edges: [] },
          },
        },
      ],
    },
  });
});

test('a new comment answers with its edge, its hashtags and what the viewer may do', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);

  const { data } = await interactions.ask(
    `mutation ($input: AddCommentInput!) { addComment(input: $input) {
      commentEdge { cursor node { hashtags isByPostAuthor canEdit canDelete viewerReaction editedAt post { id } } }
      post { id commentCount } userErrors { message }
    } }`,
    { input: { postId, text: ' so #True ' } },
    bob.viewer,
  );

  expect(data.addComment).toEqual({
    commentEdge: {
      cursor: expect.any(String),
      node: {
        hashtags: ['True'],
        isByPostAuthor: false,
        canEdit: true,
        canDelete: true,
        viewerReaction: null,
        editedAt: null,
        post: { id: postId },
      },
    },
    post: { id: postId, commentCount: 1 },
    userErrors: [],
  });
});

const EDIT = `mutation ($input: EditCommentInput!) { editComment(input: $input) {
  comment { text state editedAt hashtags } userErrors { code message path }
} }`;

test('only its author edits a comment', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);
  const commentId = await comment(interactions, bob, { postId, text: 'old #one' });
  const edit = (text: string, viewer = bob.viewer) => interactions.ask(EDIT, { input: { commentId, text } }, viewer);

  const same = await edit('old #one');
  const edited = await edit('new #two');
  const refused = await edit('mine', ada.viewer);
  const empty = await edit('  ');

  expect(same.data.editComment.comment).toMatchObject({ state: 'VISIBLE', editedAt: null });
  expect(edited.data.editComment.comment).toMatchObject({ text: 'new #two', state: 'EDITED', hashtags: ['two'] });
  expect(edited.data.editComment.comment.editedAt).not.toBeNull();
  expect(refused.data.editComment).toMatchObject({ comment: null, userErrors: [{ code: 'FORBIDDEN' }] });
  expect(empty.data.editComment.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'text'] }]);
});

test('a deleted comment with replies leaves a placeholder, which goes with its last reply', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);
  const top = await comment(interactions, bob, { postId, text: 'top #tag' });
  const middle = await comment(interactions, ada, { postId, parentId: top });
  const leaf = await comment(interactions, bob, { postId, parentId: middle });
  await react(interactions, ada, { targetId: top, kind: 'LIKE' });

  const topDeleted = await deleteComment(interactions, bob.viewer, top);
  const again = await deleteComment(interactions, bob.viewer, top);
  await deleteComment(interactions, ada.viewer, middle);
  const placeholders =
    'commentCount comments { totalCount edges { node { state replyCount replies { totalCount } } } }';
  const [between] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection: placeholders });
  const leafDeleted = await deleteComment(interactions, bob.viewer, leaf);
  const [after] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection: placeholders });

  expect(topDeleted).toMatchObject({ deletedCommentId: null, post: { commentCount: 2 }, userErrors: [] });
  expect(topDeleted.comment).toEqual({
    id: top,
    state: 'DELETED',
    text: null,
    hashtags: [],
    replyCount: 1,
    reactionCount: 0,
    canEdit: false,
    canDelete: false,
    author: null,
  });
  expect(again.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['input', 'commentId'] }]);
  expect(between).toEqual({
    commentCount: 1,
    comments: { totalCount: 1, edges: [{ node: { state: 'DELETED', replyCount: 0, replies: { totalCount: 1 } } }] },
  });
  expect(leafDeleted).toMatchObject({
    deletedCommentId: leaf,
    deletedPlaceholderIds: [middle, top],
    comment: null,
    post: { commentCount: 0 },
  });
  expect(after).toEqual({ commentCount: 0, comments: { totalCount: 0, edges: [] } });
});

test('the author of the post may delete comments, others may not', async () => {
  await using interactions = await startInteractions();
  const [ada, bob, cleo] = await introduce(interactions, 'ada', 'bob', 'cleo');
  const postId = await publish(interactions, ada);
  const commentId = await comment(interactions, bob, { postId });

  const refused = await deleteComment(interactions, cleo.viewer, commentId);
  const deleted = await deleteComment(interactions, ada.viewer, commentId);
  const gone = await deleteComment(interactions, ada.viewer, commentId);

  expect(refused.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  expect(deleted.deletedCommentId).toBe(commentId);
  expect(gone.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'commentId'] }]);
});

test('a reply needs a live parent under the same post, at most 50 deep', async () => {
  await using interactions = await startInteractions();
  const [ada] = await introduce(interactions, 'ada');
  const postId = await publish(interactions, ada);
  const otherPost = await publish(interactions, ada);
  const placeholder = await comment(interactions, ada, { postId });
  let deepest = await comment(interactions, ada, { postId, parentId: placeholder });
  await deleteComment(interactions, ada.viewer, placeholder);
  for (let depth = 2; depth <= 50; depth++) deepest = await comment(interactions, ada, { postId, parentId: deepest });

  const reply = async (input: { postId: string; parentId: string }) => {
    const query =
      'mutation ($input: AddCommentInput!) { addComment(input: $input) { userErrors { code message path } } }';
    const { data } = await interactions.ask(query, { input: { ...input, text: 'x' } }, ada.viewer);
    return data.addComment.userErrors;
  };

  const path = ['input', 'parentId'];
  expect(await reply({ postId, parentId: deepest })).toMatchObject([
    { code: 'INVALID', path, message: 'A thread has at most 50 levels of replies. Reply further up.' },
  ]);
  expect(await reply({ postId, parentId: placeholder })).toMatchObject([{ code: 'CONFLICT', path }]);
  expect(await reply({ postId: otherPost, parentId: deepest })).toMatchObject([{ code: 'NOT_FOUND', path }]);
  expect(await reply({ postId, parentId: 'comment_x' })).toMatchObject([{ code: 'INVALID', path }]);
});
