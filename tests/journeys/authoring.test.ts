import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { startTestGraph } from '../setup/graph.ts';
import { operationsOf } from '../setup/operations.ts';
import { signUp } from '../setup/people.ts';

const graph = await startTestGraph();
const run = operationsOf(graph);
const sql = postgres(graph.adminUrl, { max: 1, onnotice: () => undefined });
afterAll(async () => {
  await sql.end();
  await graph[Symbol.asyncDispose]();
});

test('a question is asked behind a warning, and answered', async () => {
  const [asker, voter] = [await signUp(graph, 'asker'), await signUp(graph, 'voter')];

  const { post } = (await run('ask-poll', {}, asker)).createPost;
  const { poll, userErrors } = (await run('vote-poll', { pollId: post.poll.id, choices: [1] }, voter)).votePoll;

  expect(post).toMatchObject({ contentWarning: 'The end of the film', isSensitive: true, poll: { voterCount: 0 } });
  expect(userErrors).toEqual([]);
  expect(poll).toEqual({
    id: post.poll.id,
    voterCount: 1,
    viewerChoices: [1],
    options: [
      { text: 'The butler', voteCount: 0 },
      { text: 'The gardener', voteCount: 1 },
    ],
  });
  const node = 'query ($id: ID!) { node(id: $id) { ... on Poll { voterCount } } }';
  const { data } = await graph.ask(node, { id: poll.id }, voter.token);
  expect(data.node).toEqual({ voterCount: 1 });
});

test('what is kept is published at its time', async () => {
  const writer = await signUp(graph, 'patient');
  const { draft } = (await run('save-draft', { text: 'Good morning' }, writer)).saveDraft;
  const publishAt = new Date(Date.now() + 3_600_000).toISOString();
  const scheduled = (await run('schedule-post', { draftId: draft.id, publishAt }, writer)).schedulePost;
  const waiting = (await run('drafts', {}, writer)).viewer;

  expect(scheduled).toEqual({ draft: { id: draft.id, scheduledFor: publishAt, failure: null }, userErrors: [] });
  expect(waiting.drafts.edges).toEqual([]);
  expect(waiting.scheduledPosts.edges).toMatchObject([{ node: { id: draft.id, text: 'Good morning' } }]);
  await sql`update posts.draft set due_at = now()`;
  const feed = async () =>
    (await run('home-feed', {}, writer)).viewer.homeFeed.edges.map(({ node }: { node: object }) => node);
  // Its counts are there too: interactions has heard of it.
  await expect.poll(feed).toMatchObject([{ text: 'Good morning', reactionCount: 0 }]);
  expect((await run('drafts', {}, writer)).viewer.scheduledPosts.edges).toEqual([]);
});

test('a thread is published, and its beginning pinned', async () => {
  const teller = await signUp(graph, 'teller');
  const { posts } = (await run('publish-thread', {}, teller)).createThread;
  const pinned = (await run('pin-post', { postId: posts[0].id }, teller)).setPostPinned;
  const page = (await run('author-page', { handle: 'teller' }, teller)).user;

  expect(posts).toMatchObject([{ thread: { index: 0 } }, { thread: { index: 1, root: { id: posts[0].id } } }]);
  expect(pinned).toMatchObject({ post: { isPinned: true, permissions: { canPin: true } }, userErrors: [] });
  expect(page.pinnedPosts).toEqual([{ id: posts[0].id, text: 'A long story, first part' }]);
  expect(page.posts.edges).toMatchObject([
    { node: { id: posts[0].id }, reason: { at: expect.any(String) } },
    { node: { id: posts[1].id }, reason: null },
  ]);
});
