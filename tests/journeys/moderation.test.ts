import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestGraph } from '../setup/graph.ts';
import { operationsOf } from '../setup/operations.ts';
import { PASSWORD, type Person, signUp } from '../setup/people.ts';
import { signUpAs } from '../setup/staff.ts';

const graph = await startTestGraph();
const run = operationsOf(graph);
afterAll(() => graph[Symbol.asyncDispose]());

let mod: Person;
let other: Person;
let admin: Person;

beforeAll(async () => {
  mod = await signUpAs(graph, 'MODERATOR', 'mod');
  other = await signUpAs(graph, 'MODERATOR', 'other_mod');
  admin = await signUpAs(graph, 'ADMIN', 'the_admin');
}, 60_000);

async function ask(query: string, variables: object, by?: Person) {
  const { data, errors } = await graph.ask(query, variables, by?.token);
  expect(errors).toBeUndefined();
  return data;
}

async function publish(text: string, by: Person, more = ''): Promise<string> {
  const query = `mutation ($text: String!) {
    createPost(input: { content: { text: $text ${more} } }) { post { id } userErrors { message } } }`;
  return (await ask(query, { text }, by)).createPost.post.id;
}

async function comment(postId: string, by: Person): Promise<string> {
  const query = `mutation ($postId: ID!) {
    addComment(input: { postId: $postId, text: "mean words" }) { commentEdge { node { id } } userErrors { message } } }`;
  return (await ask(query, { postId }, by)).addComment.commentEdge.node.id;
}

const textOf = async (id: string, by?: Person) =>
  (await ask('query ($id: ID!) { post(id: $id) { text } }', { id }, by)).post?.text;

/** Reports something and finds the case that this opened or joined. */
async function reported(subjectId: string, by: Person): Promise<string> {
  const { reportContent } = await run('report-content', { subjectId, reason: 'HARASSMENT', comment: 'Look' }, by);
  expect(reportContent).toEqual({ accepted: true, userErrors: [] });
  const { moderationQueue } = await run('moderation-queue', { first: 100 }, admin);
  const found = moderationQueue.edges.findLast(
    ({ node }: { node: { subject: { id: string } } }) => node.subject?.id === subjectId,
  );
  return found.node.id;
}

const decide = async (caseId: string, decision: object, by = mod) =>
  (await run('moderate', { caseId, reason: 'It breaks rule 3.', ...decision }, by)).moderate;

const noticesOf = async (by: Person) =>
  (await run('moderation-notices', {}, by)).viewer.moderationNotices.edges.map(({ node }: { node: object }) => node);

test('a reported post is removed at once for all but its author, who is told and appeals', async () => {
  const [author, reader] = [await signUp(graph, 'rm_author'), await signUp(graph, 'rm_reader')];
  const postId = await publish('awful #rude', author);
  const caseId = await reported(postId, reader);
  await run('assign-case', { caseId, note: 'Clear enough.' }, mod);

  const decided = await decide(caseId, { kind: 'REMOVE_CONTENT' });

  expect(decided.userErrors).toEqual([]);
  expect(decided.case).toMatchObject({ state: 'RESOLVED', actions: [{ kind: 'REMOVE_CONTENT' }] });
  expect(await textOf(postId, reader)).toBeUndefined();
  expect(await textOf(postId)).toBeUndefined();
  expect(await textOf(postId, author)).toBe('awful #rude');
  expect(await textOf(postId, mod)).toBe('awful #rude');
  const [notice] = await noticesOf(author);
  expect(notice).toMatchObject({
    kind: 'REMOVE_CONTENT',
    reason: 'It breaks rule 3.',
    canAppeal: true,
    subject: { __typename: 'Post', id: postId },
  });

  const { appealModeration } = await run('appeal-moderation', { actionId: notice.id, text: 'It was a joke' }, author);
  expect(appealModeration).toEqual({
    notice: { id: notice.id, appealState: 'OPEN', canAppeal: false },
    userErrors: [],
  });
  const answer = { actionId: notice.id, accept: true, answer: 'You are right.' };
  const [twice] = (await run('appeal-moderation', { actionId: notice.id, text: 'Again' }, author)).appealModeration
    .userErrors;
  expect(twice.code).toBe('CONFLICT');
  const [own] = (await run('decide-appeal', answer, mod)).decideAppeal.userErrors;
  expect(own).toMatchObject({ code: 'FORBIDDEN', message: 'You decided it: another moderator answers the appeal.' });
  const { decideAppeal } = await run('decide-appeal', answer, other);
  expect(decideAppeal.case).toMatchObject({ state: 'RESOLVED', actions: [{ appealState: 'GRANTED' }] });
  expect(await textOf(postId, reader)).toBe('awful #rude');
  expect((await noticesOf(author))[0]).toMatchObject({ appealState: 'GRANTED', appealAnswer: 'You are right.' });
});

test('an appeal that is granted takes back what it is about, and nothing that was decided since', async () => {
  const [author, reader] = [await signUp(graph, 'ap_author'), await signUp(graph, 'ap_reader')];
  const postId = await publish('awful', author);
  await decide(await reported(postId, reader), { kind: 'REMOVE_CONTENT' });
  const [first] = await noticesOf(author);
  await run('appeal-moderation', { actionId: first.id, text: 'Why?' }, author);
  const grant = async (actionId: string) =>
    (await run('decide-appeal', { actionId, accept: true, answer: 'You are right.' }, other)).decideAppeal.userErrors;
  const next = await reported(postId, admin);
  for (const kind of ['RESTORE_CONTENT', 'REMOVE_CONTENT']) await decide(next, { kind });

  expect(await grant(first.id)).toEqual([]);
  expect(await textOf(postId, reader)).toBeUndefined();

  const [second] = await noticesOf(author);
  await run('appeal-moderation', { actionId: second.id, text: 'Why again?' }, author);
  expect(await grant(second.id)).toEqual([]);
  expect(await textOf(postId, reader)).toBe('awful');
});

test('under a removed post nobody reacts, comments or shares, and its counts and hashtag are without it', async () => {
  const [author, reader] = [await signUp(graph, 'cnt_author'), await signUp(graph, 'cnt_reader')];
  const [kept, removed] = [await publish('fine #cnttag', author), await publish('awful #cnttag', author)];
  const counts = `{ hashtag(name: "cnttag") { postCount } user(handle: "cnt_author") { postCount } }`;
  const caseId = await reported(removed, reader);

  await decide(caseId, { kind: 'REMOVE_CONTENT' });

  expect(await ask(counts, {}, reader)).toEqual({ hashtag: { postCount: 1 }, user: { postCount: 1 } });
  const act = `mutation ($id: ID!) {
    setReaction(input: { targetId: $id, kind: LIKE }) { userErrors { code } }
    addComment(input: { postId: $id, text: "hm" }) { userErrors { code } }
    sharePost(input: { postId: $id }) { userErrors { code } } }`;
  const refused = { userErrors: [{ code: 'NOT_FOUND' }] };
  const { setReaction, addComment, sharePost } = await ask(act, { id: removed }, reader);
  expect([setReaction, addComment, sharePost]).toEqual([refused, refused, refused]);
  expect((await ask(act, { id: kept }, reader)).setReaction.userErrors).toEqual([]);

  await decide(caseId, { kind: 'RESTORE_CONTENT' });
  expect(await ask(counts, {}, reader)).toEqual({ hashtag: { postCount: 2 }, user: { postCount: 2 } });
});

test('of a removed comment only its place is left, but for who said it and moderators', async () => {
  const [author, reader] = [await signUp(graph, 'co_author'), await signUp(graph, 'co_reader')];
  const postId = await publish('a post', reader);
  const commentId = await comment(postId, author);
  const caseId = await reported(commentId, reader);

  await decide(caseId, { kind: 'REMOVE_CONTENT' });

  const query = `query ($id: ID!) {
    comment(id: $id) { state text author { handle } }
    user(handle: "co_author") { comments { edges { node { id } } } } }`;
  const place = { state: 'REMOVED', text: null, author: null };
  const whole = { state: 'REMOVED', text: 'mean words', author: { handle: 'co_author' } };
  expect(await ask(query, { id: commentId }, reader)).toEqual({ comment: place, user: { comments: { edges: [] } } });
  expect((await ask(query, { id: commentId }, author)).comment).toEqual(whole);
  expect((await ask(query, { id: commentId }, mod)).comment).toEqual(whole);
});

test('a limited post stays with followers and leaves its hashtag page for strangers', async () => {
  const [author, follower, stranger] = [
    await signUp(graph, 'li_author'),
    await signUp(graph, 'li_follower'),
    await signUp(graph, 'li_stranger'),
  ];
  const follow = 'mutation ($id: ID!) { followUser(input: { userId: $id }) { userErrors { message } } }';
  await ask(follow, { id: author.id }, follower);
  const postId = await publish('borderline #litag', author);

  await decide(await reported(postId, stranger), { kind: 'LIMIT_VISIBILITY' });

  const page = '{ hashtag(name: "litag") { posts { edges { node { id } } } } }';
  const home = '{ viewer { homeFeed { edges { node { id } } } } }';
  expect((await ask(page, {}, stranger)).hashtag?.posts.edges ?? []).toEqual([]);
  expect((await ask(home, {}, follower)).viewer.homeFeed.edges).toEqual([{ node: { id: postId } }]);
  expect(await textOf(postId, stranger)).toBe('borderline #litag');
});

test('a labelled post is shown as the viewer wants it, and leaves the home feed of who hides it', async () => {
  const [author, follower] = [await signUp(graph, 'la_author'), await signUp(graph, 'la_follower')];
  await ask(
    'mutation ($id: ID!) { followUser(input: { userId: $id }) { userErrors { message } } }',
    { id: author.id },
    follower,
  );
  const postId = await publish('a fight', author);
  await decide(await reported(postId, follower), { kind: 'LABEL', label: 'VIOLENCE' });
  const query = `query ($id: ID!) {
    post(id: $id) { labels labelAction moderation } viewer { homeFeed { edges { node { id } } } } }`;
  const shown = { edges: [{ node: { id: postId } }] };

  expect(await ask(query, { id: postId }, follower)).toEqual({
    post: { labels: ['VIOLENCE'], labelAction: 'WARN', moderation: null },
    viewer: { homeFeed: shown },
  });
  const { viewer } = (await run('set-label-preference', { label: 'VIOLENCE', action: 'HIDE' }, follower))
    .setLabelPreference;
  expect(viewer.labelPreferences).toContainEqual({ label: 'VIOLENCE', action: 'HIDE' });
  expect(await ask(query, { id: postId }, follower)).toEqual({
    post: { labels: ['VIOLENCE'], labelAction: 'HIDE', moderation: null },
    viewer: { homeFeed: { edges: [] } },
  });
  expect((await ask(query, { id: postId }, author)).post).toEqual({
    labels: ['VIOLENCE'],
    labelAction: 'SHOW',
    moderation: 'NONE',
  });
});

test('who is suspended for a post is out at once, and every step is in the audit log', async () => {
  const [author, reader] = [await signUp(graph, 'su_author'), await signUp(graph, 'su_reader')];
  const postId = await publish('threats', author);
  const caseId = await reported(postId, reader);

  await decide(caseId, { kind: 'SUSPEND', durationSeconds: 3_600 });

  expect(await textOf(postId, reader)).toBeUndefined();
  const signIn = `mutation ($password: String!) {
    signIn(input: { password: { emailOrHandle: "su_author", password: $password } }) { userErrors { code message } } }`;
  const why = expect.stringMatching(/^This account is suspended until .*Z\. Why: It breaks rule 3\.$/);
  expect((await ask(signIn, { password: PASSWORD })).signIn.userErrors).toEqual([{ code: 'FORBIDDEN', message: why }]);
  await decide(caseId, { kind: 'UNSUSPEND' });
  expect((await ask(signIn, { password: PASSWORD })).signIn.userErrors).toEqual([]);

  const { auditLog } = await run('audit-log', { filter: { target: author.id } }, admin);
  const logged = auditLog.edges.map(({ node }: { node: { action: string; actor: object } }) => [
    node.action,
    node.actor,
  ]);
  expect(logged).toEqual([
    ['UNSUSPEND', { handle: 'mod' }],
    ['SUSPEND', { handle: 'mod' }],
  ]);
  expect(JSON.parse(auditLog.edges[0].node.metadata)).toMatchObject({ caseId });
  const read = (await run('audit-log', { filter: { target: caseId, action: 'READ_CASE' } }, admin)).auditLog.edges;
  expect(read).toMatchObject([{ node: { actor: { handle: 'the_admin' }, target: caseId } }]);
});

test('what one does not see cannot be reported: it is as if it never was', async () => {
  const [author, stranger] = [await signUp(graph, 'hi_author'), await signUp(graph, 'hi_stranger')];
  const hidden = await publish('for followers', author, ', visibility: FOLLOWERS');
  const report = (subjectId: string) => run('report-content', { subjectId, reason: 'SPAM' }, stranger);

  const [of] = (await report(hidden)).reportContent.userErrors;
  const [never] = (await report(`${hidden.slice(0, -3)}aaa`)).reportContent.userErrors;

  expect(of).toEqual({ code: 'NOT_FOUND', message: 'What you want to report was not found.' });
  expect(never).toEqual(of);
});

test('a report may block, too', async () => {
  const [author, reader] = [await signUp(graph, 'al_author'), await signUp(graph, 'al_reader')];
  const postId = await publish('spam', author);

  await run('report-content', { subjectId: postId, reason: 'SPAM', alsoBlock: true }, reader);

  expect(await textOf(postId, reader)).toBeUndefined();
  expect(await textOf(postId)).toBe('spam');
});

test('members have neither queue nor log, and moderators no log', async () => {
  const member = await signUp(graph, 'just_a_member');
  const code = async (query: string, by: Person) => (await graph.ask(query, {}, by.token)).errors?.[0]?.extensions.code;
  const queue = '{ moderationQueue { edges { node { id } } } }';
  const log = '{ auditLog { edges { node { id } } } }';

  expect(await code(queue, member)).toBe('FORBIDDEN');
  expect(await code(log, member)).toBe('FORBIDDEN');
  expect(await code(log, mod)).toBe('FORBIDDEN');
  expect(await code(log, admin)).toBeUndefined();
});
