import { expect, test } from 'vitest';
import { type Cases, expected, readAll, sharedSeededGraph } from './seeded-graph.ts';

const graph = await sharedSeededGraph();

const SHOWN = 20;
const MINUTE_MS = 60_000;

type Person = { id: string; displayName: string };
type Like = { createdAt: string; user: Person };
type Reply = { id: string; createdAt: string; text: string; author: Person };
type Post<Left> = {
  id: string;
  text: string;
  media: { altText: string }[];
  createdAt: string;
  left: { edges: { node: Left }[] };
};

const LIKES = 'reactions(first: 100) { edges { node { createdAt user { id displayName } } } }';
const REPLIES = 'comments(first: 100, sort: NEWEST) { edges { node { id createdAt text author { id displayName } } } }';

/** Everything a person posted, with what others left there of one kind. */
async function postsOf<Left>(personId: string, left: string): Promise<Post<Left>[]> {
  const query = `query ($id: ID!, $after: String) { user(id: $id) { posts(first: 20, after: $after) {
    pageInfo { hasNextPage endCursor } edges { node { id text media { altText } createdAt left: ${left} } } } } }`;
  const id = graph.idOf('user', personId);
  const edges = await readAll<{ node: Post<Left> }>(
    async (after) => (await graph.ask(query, { id, after })).data.user.posts,
  );
  return edges.map(({ node }) => node);
}

/** Friends are people who follow each other. */
async function friendsOf(personId: string): Promise<Set<string>> {
  const query = (
    list: string,
  ) => `query ($id: ID!, $after: String) { user(id: $id) { list: ${list}(first: 100, after: $after) {
    edges { node { id } } pageInfo { hasNextPage endCursor } } } }`;
  const idsOf = async (list: string) => {
    const id = graph.idOf('user', personId);
    const edges = await readAll<{ node: { id: string } }>(
      async (after) => (await graph.ask(query(list), { id, after })).data.user.list,
    );
    return new Set(edges.map(({ node }) => node.id));
  };
  return (await idsOf('followers')).intersection(await idsOf('following'));
}

const compareIds = (one: string, other: string) => Number(BigInt(one) - BigInt(other));
/** The latest first; of those at the same moment the lowest id. */
const byTime =
  <Row>(timeOf: (row: Row) => string, idOf: (row: Row) => string) =>
  (one: Row, other: Row) =>
    timeOf(other).localeCompare(timeOf(one)) || compareIds(idOf(one), idOf(other));

test('ic7: who liked the posts of a person last, each with their latest like', async () => {
  type Row = {
    likerId: string;
    likerFirstName: string;
    likerLastName: string;
    likedAt: string;
    messageId: string;
    content: string;
    minutesLatency: number;
    isNotFriend: boolean;
  };
  const { cases } = await expected<Cases<{ personId: string }, Row>>('ic7_posts');
  for (const { params, rows } of cases) {
    const friends = await friendsOf(params.personId);
    const likes = (await postsOf<Like>(params.personId, LIKES)).flatMap(({ id, text, media, createdAt, left }) =>
      left.edges.map(({ node: { createdAt: likedAt, user } }) => ({
        likerId: graph.externalOf(user.id),
        name: user.displayName,
        likedAt,
        messageId: graph.externalOf(id),
        content: text || media[0]?.altText,
        minutesLatency: Math.floor((Date.parse(likedAt) - Date.parse(createdAt)) / MINUTE_MS),
        isNotFriend: !friends.has(user.id),
      })),
    );
    const latest = Map.groupBy(
      likes.toSorted(
        byTime(
          (like) => like.likedAt,
          (like) => like.messageId,
        ),
      ),
      ({ likerId }) => likerId,
    );
    const shown = [...latest.values()]
      .flatMap(([like]) => (like ? [like] : []))
      .sort(
        byTime(
          (like) => like.likedAt,
          (like) => like.likerId,
        ),
      );
    expect(shown.slice(0, SHOWN)).toEqual(
      rows.map(({ likerFirstName, likerLastName, ...like }) => ({
        ...like,
        name: `${likerFirstName} ${likerLastName}`,
      })),
    );
  }
});

test('ic8: the latest replies to the posts of a person', async () => {
  type Row = {
    authorId: string;
    authorFirstName: string;
    authorLastName: string;
    createdAt: string;
    commentId: string;
    content: string;
  };
  const { cases } = await expected<Cases<{ personId: string }, Row>>('ic8_posts');
  for (const { params, rows } of cases) {
    const replies = (await postsOf<Reply>(params.personId, REPLIES)).flatMap(({ left }) =>
      left.edges.map(({ node: { id, createdAt, text, author } }) => ({
        authorId: graph.externalOf(author.id),
        name: author.displayName,
        createdAt,
        commentId: graph.externalOf(id),
        content: text,
      })),
    );
    const shown = replies.toSorted(
      byTime(
        (reply) => reply.createdAt,
        (reply) => reply.commentId,
      ),
    );
    expect(shown.slice(0, SHOWN)).toEqual(
      rows.map(({ authorFirstName, authorLastName, ...reply }) => ({
        ...reply,
        name: `${authorFirstName} ${authorLastName}`,
      })),
    );
  }
});
