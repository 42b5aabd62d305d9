import { expect, test } from 'vitest';
import { type Cases, expected, readAll, sharedSeededGraph } from './seeded-graph.ts';

const graph = await sharedSeededGraph();

type Friend = { id: string; name: string; since: string };
type Name = { firstName: string; lastName: string };
const fullName = ({ firstName, lastName }: Name) => `${firstName} ${lastName}`;

/** Friends are people who follow each other; the newest friendship first. */
async function friendsOf(userId: string): Promise<Friend[]> {
  const lists = await Promise.all(
    ['followers', 'following'].map((list) =>
      readAll<{ since: string; node: { id: string; displayName: string } }>(async (after) => {
        const query = `query ($id: ID!, $after: String) { user(id: $id) { list: ${list}(first: 100, after: $after) {
          edges { since node { id displayName } } pageInfo { hasNextPage endCursor } } } }`;
        return (await graph.ask(query, { id: userId, after })).data.user.list;
      }),
    ),
  );
  const [followers = [], following = []] = lists;
  const followed = new Set(following.map(({ node }) => node.id));
  return followers
    .filter(({ node }) => followed.has(node.id))
    .map(({ node, since }) => ({ id: graph.externalOf(node.id), name: node.displayName, since }));
}

test('is3: the friends of a person and since when', async () => {
  const { cases } = await expected<Cases<{ personId: string }, Name & { id: string; since: string }>>('is3');
  for (const { params, rows } of cases) {
    const friends = await friendsOf(graph.idOf('user', params.personId));
    expect(friends).toEqual(rows.map((row) => ({ id: row.id, name: fullName(row), since: row.since })));
  }
});

test('is5: who wrote a post or a comment', async () => {
  const { cases } = await expected<Cases<{ messageId: string }, Name & { id: string }>>('is5');
  for (const { params, rows } of cases) {
    const kind = graph.hasPost(params.messageId) ? 'post' : 'comment';
    const query = `query ($id: ID!) { message: ${kind}(id: $id) { author { id displayName } } }`;
    const answer = await graph.ask(query, { id: graph.idOf(kind, params.messageId) });
    const { id, displayName } = answer.data.message.author;
    expect([{ id: graph.externalOf(id), name: displayName }]).toEqual(
      rows.map((row) => ({ id: row.id, name: fullName(row) })),
    );
  }
});

test('is7: the direct replies to a post or a comment, and whether their authors are friends', async () => {
  type Row = {
    commentId: string;
    content: string;
    createdAt: string;
    authorId: string;
    authorKnowsParentAuthor: boolean;
  };
  const { cases } = await expected<Cases<{ messageId: string }, Row>>('is7');
  for (const { params, rows } of cases) {
    const isPost = graph.hasPost(params.messageId);
    const [kind, list] = isPost ? (['post', 'comments'] as const) : (['comment', 'replies'] as const);
    const query = `query ($id: ID!) { message: ${kind}(id: $id) { author { id }
      replies: ${list}(sort: NEWEST, first: 100) { edges { node { id text createdAt author { id } } } } } }`;
    const { message } = (await graph.ask(query, { id: graph.idOf(kind, params.messageId) })).data;
    const friends = new Set((await friendsOf(message.author.id)).map(({ id }) => id));
    type Reply = { node: { id: string; text: string; createdAt: string; author: { id: string } } };
    const replies = message.replies.edges.map(({ node }: Reply) => ({
      commentId: graph.externalOf(node.id),
      content: node.text,
      createdAt: node.createdAt,
      authorId: graph.externalOf(node.author.id),
      authorKnowsParentAuthor: friends.has(graph.externalOf(node.author.id)),
    }));
    expect(replies).toEqual(
      rows.map(({ commentId, content, createdAt, authorId, authorKnowsParentAuthor }) => ({
        commentId,
        content,
        createdAt,
        authorId,
        authorKnowsParentAuthor,
      })),
    );
  }
});
