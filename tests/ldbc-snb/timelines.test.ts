import { sized } from '@nexus/kit/testing/thoroughness';
import { expect, test } from 'vitest';
import { type Cases, expected, readAll, sharedSeededGraph } from './seeded-graph.ts';

const graph = await sharedSeededGraph();

const PAGE_SIZES = [1, 7, 20, 100];
/** So many of one home feed are read at most. */
const PAGES = sized({ thorough: Number.POSITIVE_INFINITY, daily: 70 });

const POST = `fragment P on Post { id text media { altText } createdAt author { id displayName } }`;

type Shown = {
  id: string;
  text: string;
  media: { altText: string }[];
  createdAt: string;
  author: { id: string; displayName: string };
};

/** A post in the benchmark's words: a photo's content is its name. */
const inTheirWords = ({ id, text, media, createdAt, author }: Shown) => ({
  messageId: graph.externalOf(id),
  content: text || media[0]?.altText,
  createdAt,
  author: graph.externalOf(author.id),
  name: author.displayName,
});

type FeedRow = {
  messageId: string;
  content: string;
  createdAt: string;
  authorId: string;
  authorFirstName: string;
  authorLastName: string;
};

test('ic2: a home feed shows the latest posts of the people one follows, before a day', async () => {
  const { cases } = await expected<Cases<{ personId: string; maxDate: string }, FeedRow>>('ic2_posts');
  for (const { params, rows } of cases) {
    const { token } = await graph.signInAs(params.personId);
    const answer = await graph.ask(
      `query ($until: DateTime!) { viewer { homeFeed(first: 20, includeOwn: false, filter: { until: $until }) { edges { node { ...P } } } } } ${POST}`,
      { until: `${params.maxDate}T00:00:00.000Z` },
      token,
    );
    const shown = answer.data.viewer.homeFeed.edges.map(({ node }: { node: Shown }) => inTheirWords(node));
    expect(shown).toEqual(
      rows.map(({ messageId, content, createdAt, authorId, authorFirstName, authorLastName }) => ({
        messageId,
        content,
        createdAt,
        author: authorId,
        name: `${authorFirstName} ${authorLastName}`,
      })),
    );
  }
});

test.each(PAGE_SIZES)(
  'home_timeline_full: pages of %i add up to the home feed',
  async (first) => {
    const { cases } = await expected<Cases<{ personId: string }, string>>('home_timeline_full');
    const readCase = async ({ params, rows }: (typeof cases)[number]) => {
      const { token } = await graph.signInAs(params.personId);
      const readPage = async (after: string | null) => {
        const answer = await graph.ask(
          `query ($first: Int, $after: String) { viewer { homeFeed(first: $first, after: $after, includeOwn: false) {
          edges { node { id } } pageInfo { hasNextPage endCursor } } } }`,
          { first, after },
          token,
        );
        return answer.data.viewer.homeFeed;
      };
      const edges = await readAll<{ node: { id: string } }>(readPage, PAGES);
      expect(edges.map(({ node }) => graph.externalOf(node.id))).toEqual(rows.slice(0, first * PAGES));
    };
    await Promise.all(cases.map(readCase));
  },
  120_000,
);

test("is2: a person's page shows their latest twenty posts", async () => {
  type Row = {
    messageId: string;
    content: string;
    createdAt: string;
    rootAuthorId: string;
    rootAuthorFirstName: string;
    rootAuthorLastName: string;
  };
  const { cases } = await expected<Cases<{ personId: string }, Row>>('is2_posts');
  for (const { params, rows } of cases) {
    const answer = await graph.ask(
      `query ($id: ID!) { user(id: $id) { posts(first: 20) { edges { node { ...P } } } } } ${POST}`,
      {
        id: graph.idOf('user', params.personId),
      },
    );
    const shown = answer.data.user.posts.edges.map(({ node }: { node: Shown }) => inTheirWords(node));
    expect(shown).toEqual(
      rows.map((row) => ({
        messageId: row.messageId,
        content: row.content,
        createdAt: row.createdAt,
        author: row.rootAuthorId,
        name: `${row.rootAuthorFirstName} ${row.rootAuthorLastName}`,
      })),
    );
  }
});
