import { expect, test } from 'vitest';
import { type Cases, expected, readTags, sharedSeededGraph } from './seeded-graph.ts';

const graph = await sharedSeededGraph();

/** The benchmark counts in days that begin at midnight, UTC. */
const midnight = (day: string, plusDays = 0) =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + plusDays * 24 * 60 * 60 * 1_000).toISOString();

/** Code points in their order, as the benchmark sorts names. */
const byCodePoint = (one: string, other: string) => (one < other ? -1 : 1);

type Topic = { hashtag: { name: string }; postCount: number };
type TopicRow = { tag: string; postCount: number };

test('ic4: what those whom one follows began to write about', async () => {
  const tagOf = await readTags();
  const { cases } =
    await expected<Cases<{ personId: string; startDate: string; durationDays: number }, TopicRow>>('ic4');
  for (const { params, rows } of cases) {
    const { token } = await graph.signInAs(params.personId);
    const answer = await graph.ask(
      `query ($since: DateTime!, $until: DateTime!) { viewer { newTopics(since: $since, until: $until, first: 100) {
        hashtag { name } postCount } } }`,
      { since: midnight(params.startDate), until: midnight(params.startDate, params.durationDays) },
      token,
    );
    const topics = answer.data.viewer.newTopics
      .map(({ hashtag, postCount }: Topic) => ({ tag: tagOf(hashtag.name), postCount }))
      .toSorted((a: TopicRow, b: TopicRow) => b.postCount - a.postCount || byCodePoint(a.tag, b.tag));
    expect(topics.slice(0, 10)).toEqual(rows);
  }
});

type PostRow = { messageId: string; content: string; createdAt: string; authorId: string };
type Shown = { id: string; text: string; media: { altText: string }[]; createdAt: string; author: { id: string } };

test('ic9: the latest posts by those whom one follows and those whom they follow, before a day', async () => {
  const { cases } = await expected<Cases<{ personId: string; maxDate: string }, PostRow>>('ic9_posts');
  for (const { params, rows } of cases) {
    const { token } = await graph.signInAs(params.personId);
    const answer = await graph.ask(
      `query ($until: DateTime!) { viewer { suggestedPosts(first: 20, includeFollowed: true, filter: { until: $until }) {
        edges { node { id text media { altText } createdAt author { id } } } } } }`,
      { until: midnight(params.maxDate) },
      token,
    );
    const shown = answer.data.viewer.suggestedPosts.edges.map(({ node }: { node: Shown }) => ({
      messageId: graph.externalOf(node.id),
      content: node.text || node.media[0]?.altText,
      createdAt: node.createdAt,
      authorId: graph.externalOf(node.author.id),
    }));
    expect(shown).toEqual(
      rows.map(({ messageId, content, createdAt, authorId }) => ({ messageId, content, createdAt, authorId })),
    );
  }
});
