import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce, type Person } from '@nexus/contracts/testing/told';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act, inMinutes, keepDraft, readOwn } from './authoring.ts';
import { block, publish, startPosts } from './stage.ts';

const LIST = 'edges { cursor node { id text scheduledFor } } pageInfo { hasNextPage endCursor }';
const DRAFTS = `drafts(first: $first, after: $after) { ${LIST} }`;
const SCHEDULED = `scheduledPosts(first: $first, after: $after) { ${LIST} }`;

type Edge = { node: { text: string } };
const textsOf = ({ edges }: { edges: Edge[] }) => edges.map(({ node }) => node.text);

const codesOf = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);

test('a draft may lack what a post needs, and keeps all that it has', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const content = {
    text: '',
    contentWarning: 'films',
    language: 'en-gb',
    visibility: 'FOLLOWERS',
    quotePolicy: 'NOBODY',
    poll: { options: ['only one', ''], isMultiple: true, durationSeconds: 300 },
  };

  const id = await keepDraft(posts, ada, content);

  const selection = `text contentWarning isSensitive language visibility listId commentPolicy quotePolicy
    quoted { ... on Post { id } } poll { options isMultiple durationSeconds } scheduledFor failure`;
  expect(await askEntities(posts, { typename: 'Draft', ids: [id], selection }, ada.viewer)).toEqual([
    {
      ...content,
      language: 'en-GB',
      isSensitive: true,
      listId: null,
      commentPolicy: 'EVERYONE',
      quoted: null,
      scheduledFor: null,
      failure: null,
    },
  ]);
});

test('a draft that quotes a hidden post says no more of it than of one that never was', async () => {
  await using posts = await startPosts();
  const [ada, ben] = await introduce(posts, 'ada', 'ben');
  const hidden = await publish(posts, ada, { text: 'for followers', visibility: 'FOLLOWERS' });
  const selection = 'quoted { __typename ... on UnavailablePost { reason } }';
  const quoting = async (quotedPostId: string) => {
    const { draft } = await act(posts, ben).saveDraft({ quotedPostId, content: { text: 'Look' } });
    return await askEntities(posts, { typename: 'Draft', ids: [draft.id], selection }, ben.viewer);
  };

  const quoted = { __typename: 'UnavailablePost', reason: 'NOT_FOUND' };
  expect(await quoting(hidden)).toEqual([{ quoted }]);
  expect(await quoting(`${hidden.slice(0, -4)}aaaa`)).toEqual([{ quoted }]);
});

test('drafts are listed with the last changed first, page by page', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const [first = ''] = [await keepDraft(posts, ada, { text: 'one' }), await keepDraft(posts, ada, { text: 'two' })];
  await act(posts, ada).saveDraft({ draftId: first, content: { text: 'one, better' } });

  const { drafts } = await readOwn(posts, ada, { fields: DRAFTS, first: 1 });
  expect(textsOf(drafts)).toEqual(['one, better']);
  expect(drafts.pageInfo.hasNextPage).toBe(true);
  const next = await readOwn(posts, ada, { fields: DRAFTS, first: 1, after: drafts.pageInfo.endCursor });
  expect(textsOf(next.drafts)).toEqual(['two']);
  expect(next.drafts.pageInfo.hasNextPage).toBe(false);
});

test('a draft is nobody else’s: they neither see, change, publish, schedule nor forget it', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const draftId = await keepDraft(posts, ada, { text: 'mine' });

  const seen = await askEntities(posts, { typename: 'Draft', ids: [draftId], selection: 'text' }, bob.viewer);
  const unseen = await askEntities(posts, { typename: 'Draft', ids: [draftId], selection: 'text' });
  const refused = [
    await act(posts, bob).saveDraft({ draftId, content: { text: 'his' } }),
    await act(posts, bob).schedulePost({ draftId, publishAt: inMinutes(5) }),
    await act(posts, bob).unschedulePost({ draftId }),
    await act(posts, bob).deleteDraft({ draftId }),
    await createFrom(posts, bob, { draftId }),
  ];

  expect([seen, unseen]).toEqual([[null], [null]]);
  expect(refused.map(codesOf)).toEqual(Array(5).fill(['NOT_FOUND']));
  expect(textsOf((await readOwn(posts, ada, { fields: DRAFTS })).drafts)).toEqual(['mine']);
});

async function createFrom(
  posts: TestSubgraph,
  { viewer }: Person,
  { draftId, key }: { draftId: string; key?: string },
) {
  const query = `mutation ($input: CreatePostInput!) { createPost(input: $input) { post { id text } userErrors { code path } } }`;
  const input = { idempotencyKey: key, draftId, content: { text: 'out now' } };
  return (await posts.ask(query, { input }, viewer)).data.createPost;
}

test('with the publication of its post a draft is gone, and of two devices one publishes it', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const draftId = await keepDraft(posts, ada);

  const answers = await Promise.all([
    createFrom(posts, ada, { draftId, key: 'one' }),
    createFrom(posts, ada, { draftId, key: 'two' }),
  ]);

  expect(answers.flatMap(codesOf)).toEqual(['NOT_FOUND']);
  expect((await readOwn(posts, ada, { fields: DRAFTS })).drafts.edges).toEqual([]);
  const published = answers.findIndex(({ post }) => post !== null);
  expect(await createFrom(posts, ada, { draftId, key: published === 0 ? 'one' : 'two' })).toEqual(answers[published]);
});

test('a draft that is kept twice under one key is kept once', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const keep = (text: string) => act(posts, ada).saveDraft({ idempotencyKey: 'k', content: { text } });

  const [one, two] = await Promise.all([keep('same'), keep('same')]);

  expect(one).toEqual(two);
  expect(codesOf(await keep('other'))).toEqual(['CONFLICT']);
  expect(textsOf((await readOwn(posts, ada, { fields: DRAFTS })).drafts)).toEqual(['same']);
});

test('a scheduled draft is listed by its time, and no longer among the others', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const schedule = async (text: string, minutes: number) => {
    const draftId = await keepDraft(posts, ada, { text });
    return await act(posts, ada).schedulePost({ draftId, publishAt: inMinutes(minutes) });
  };
  await schedule('later', 60);
  const soon = await schedule('soon', 5);
  await keepDraft(posts, ada, { text: 'some day' });

  const { drafts, scheduledPosts } = await readOwn(posts, ada, { fields: `${DRAFTS} ${SCHEDULED}` });
  expect(textsOf(drafts)).toEqual(['some day']);
  expect(textsOf(scheduledPosts)).toEqual(['soon', 'later']);
  expect(scheduledPosts.edges[0].node.scheduledFor).toBe(soon.draft.scheduledFor);
  const page = { first: 1, after: scheduledPosts.edges[0].cursor };
  expect(textsOf((await readOwn(posts, ada, { fields: SCHEDULED, ...page })).scheduledPosts)).toEqual(['later']);
  await act(posts, ada).unschedulePost({ draftId: soon.draft.id });
  expect(textsOf((await readOwn(posts, ada, { fields: DRAFTS })).drafts)).toEqual(['some day', 'soon']);
});

test('what could not be published now is not scheduled, nor is what waits changed to it', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const quotedPostId = await publish(posts, bob, 'quote me');
  const empty = await keepDraft(posts, ada, { text: '' });
  const { draft } = await act(posts, ada).saveDraft({ content: { text: 'look' }, quotedPostId });
  const schedule = (draftId: string) => act(posts, ada).schedulePost({ draftId, publishAt: inMinutes(5) });

  expect(codesOf(await schedule(empty))).toEqual(['INVALID']);
  expect(codesOf(await schedule(draft.id))).toEqual([]);
  expect(codesOf(await act(posts, ada).saveDraft({ draftId: draft.id, content: { text: '' } }))).toEqual(['INVALID']);
  await block(posts, [bob, ada]);
  const quoted = 'quoted { ... on UnavailablePost { reason } }';
  expect(await askEntities(posts, { typename: 'Draft', ids: [draft.id], selection: quoted }, ada.viewer)).toEqual([
    { quoted: { reason: 'NOT_FOUND' } },
  ]);
  expect(codesOf(await schedule(draft.id))).toEqual(['NOT_FOUND']);
});

test('a time is 1 minute to 1 year ahead; 25 on a day and 300 in all', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const schedule = async (publishAt: string) =>
    await act(posts, ada).schedulePost({ draftId: await keepDraft(posts, ada), publishAt });
  const noon = (day: number) => `${inMinutes(day * 24 * 60).slice(0, 10)}T12:00:00.000Z`;

  for (const minutes of [-5, 0.9, 366 * 24 * 60 + 1]) {
    expect((await schedule(inMinutes(minutes))).userErrors).toMatchObject([
      { code: 'INVALID', path: ['input', 'publishAt'] },
    ]);
  }
  const full = await Promise.all(Array.from({ length: 30 }, () => schedule(noon(2))));
  expect(full.flatMap(codesOf)).toEqual(Array(5).fill('CONFLICT'));
  const [mine] = full.flatMap(({ draft }) => (draft ? [draft] : []));
  expect(codesOf(await act(posts, ada).schedulePost({ draftId: mine.id, publishAt: noon(2) }))).toEqual([]);
  expect(codesOf(await schedule(noon(3)))).toEqual([]);
  await posts.db.execute(sql`
    insert into posts.draft (id, user_id, content, scheduled_for, due_at)
    select uuidv7(), user_id, content, now() + n * interval '1 day', now() + n * interval '1 day'
    from (select * from posts.draft limit 1) as one, generate_series(30, 303) n`);
  expect(codesOf(await schedule(noon(4)))).toEqual(['CONFLICT']);
});
