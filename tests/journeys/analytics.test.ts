import { readFile } from 'node:fs/promises';
import type { Answer } from '@nexus/contracts/testing';
import { afterAll, expect, test } from 'vitest';
import { startTestGraph } from '../setup/graph.ts';
import { operationsOf } from '../setup/operations.ts';
import { type Person, signUp } from '../setup/people.ts';
import { signUpAs } from '../setup/staff.ts';

const graph = await startTestGraph();
const run = operationsOf(graph);
afterAll(() => graph[Symbol.asyncDispose]());
const operation = (name: string) => readFile(new URL(`../../operations/${name}.graphql`, import.meta.url), 'utf8');

const now = Date.now();
const day = (count: number) => new Date(now + count * 86_400_000).toISOString();
const range = { from: day(-6), to: day(1) };

const ask = async (query: string, variables: object, { token }: Person) => {
  const { data, errors } = await graph.ask(query, variables, token);
  expect(errors).toBeUndefined();
  return data;
};

const [ada, bob] = [await signUp(graph, 'ada'), await signUp(graph, 'bob')];
const CREATE = 'mutation { createPost(input: { content: { text: "Look" } }) { post { id } } }';
const postId: string = (await ask(CREATE, {}, ada)).createPost.post.id;
const record = await operation('record-impressions');
const seen = { input: { surface: 'HOME', items: [{ postId, dwellMs: 1_500 }] } };
const accepted = (await ask(record, seen, bob)).recordImpressions.accepted;
await ask(
  'mutation ($id: ID!) { setReaction(input: { targetId: $id, kind: LIKE }) { userErrors { code } } }',
  { id: postId },
  bob,
);

const file = (path: string, token?: string) =>
  fetch(`${graph.url}${path}`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
const readJson = async (response: Response): Promise<Answer['data']> => await response.json();
const query = new URLSearchParams({ ...range, timeZone: 'Europe/Berlin' });

test('what others saw and did is in the analytics of the author, through the gateway', async () => {
  const { viewer } = await run('analytics', { range, timeZone: 'Europe/Berlin' }, ada);

  expect(accepted).toBe(1);
  expect(viewer.analytics).toMatchObject({
    series: [
      { metric: 'IMPRESSIONS', total: 1, previousTotal: 0 },
      { metric: 'REACTIONS', total: 1 },
      { metric: 'FOLLOWERS_GAINED', total: 0 },
    ],
    engagementRate: 1,
    fromFollowersRatio: 0,
    topPosts: [{ value: 1, post: { id: postId, text: 'Look' } }],
  });
  const ofPost = 'query ($id: ID!) { post(id: $id) { analytics { series(metrics: [IMPRESSIONS]) { total } } } }';
  expect((await ask(ofPost, { id: postId }, ada)).post.analytics.series).toEqual([{ total: 1 }]);
  expect((await ask(ofPost, { id: postId }, bob)).post.analytics).toBeNull();
});

test('the points of many posts are too much for one request', async () => {
  const ofPosts = `query ($id: ID!) { user(id: $id) { posts(first: 100) { edges { node {
    analytics { series { total points { at value } } } } } } } }`;

  const { errors } = await graph.ask(ofPosts, { id: ada.id }, ada.token);

  expect(errors?.[0]?.message).toContain('Ask for shorter pages');
});

test('administrators see what happens on the whole platform', async () => {
  const admin = await signUpAs(graph, 'ADMIN', 'the_admin');

  const { platformAnalytics } = await run('platform-analytics', { range }, admin);

  expect(platformAnalytics.totals).toMatchObject({ people: 3, reactions: 1, impressions: 1 });
  expect(platformAnalytics.series).toMatchObject([{ metric: 'REACTIONS', total: 1 }]);
});

test('robots see nothing that counts', async () => {
  const other: string = (await ask(CREATE, {}, ada)).createPost.post.id;
  const response = await fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${bob.token}`,
      'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    },
    body: JSON.stringify({ query: record, variables: { input: { surface: 'HOME', items: [{ postId: other }] } } }),
  });
  expect(await response.json()).toMatchObject({ data: { recordImpressions: { accepted: 0 } } });
});

test('analytics come as CSV and as JSON, of all posts or of one', async () => {
  const csv = await file(`/analytics.csv?${query}`, ada.token);
  const lines = (await csv.text()).trim().split('\r\n');
  const json = await readJson(await file(`/analytics.json?${query}&post=${postId}`, ada.token));

  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toContain('nexus-analytics.csv');
  expect(lines[0]).toBe('at,IMPRESSIONS,UNIQUE_VIEWERS,REACTIONS,COMMENTS,SHARES,BOOKMARKS,FOLLOWERS_GAINED,POSTS');
  const counted = lines.slice(1).map((line) => line.split(',').slice(1).map(Number));
  expect(counted.reduce((sum, [impressions = 0]) => sum + impressions, 0)).toBe(1);
  expect(json).toMatchObject({ post: postId, granularity: 'DAY', timeZone: 'Europe/Berlin' });
  expect(json.series[2]).toMatchObject({ metric: 'REACTIONS', total: 1 });
});

test('a file of analytics is for whoever they are about', async () => {
  expect((await file(`/analytics.csv?${query}`)).status).toBe(401);
  expect((await file(`/analytics.csv?${query}&post=${postId}`, bob.token)).status).toBe(404);
  const refusals = [
    '',
    `${query}&timeZone=Nowhere`,
    `${query}&post=nonsense`,
    'from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z',
  ];
  for (const asked of refusals) {
    const response = await file(`/analytics.json?${asked}`, ada.token);
    expect([asked, response.status]).toEqual([asked, 400]);
    expect((await readJson(response)).errors[0].extensions.code).toBe('BAD_REQUEST');
  }
});
