import { expect, test } from 'vitest';
import { expected, readAll, sharedSeededGraph } from './seeded-graph.ts';

const graph = await sharedSeededGraph();

type Page<Node> = { edges: { node: Node }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
type Comment = {
  id: string;
  author: { id: string };
  reactionCount: number;
  hashtags: string[];
  reactions: Page<Reaction>;
};
type Reaction = { user: { id: string } };
type Post = {
  text: string;
  author: { id: string };
  media: unknown[];
  hashtags: unknown[];
  reactionCount: number;
  reactions: Page<Reaction>;
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('post_stats: likes, direct comments and the whole thread of a post', async () => {
  const { rows } = await expected<{ rows: [string, number, number, number][] }>('post_stats');
  for (const [external, likes, direct, thread] of rows) {
    const query = 'query ($id: ID!) { post(id: $id) { reactionCount comments(first: 1) { totalCount } commentCount } }';
    const { post } = (await graph.ask(query, { id: graph.idOf('post', external) })).data;
    expect([external, post.reactionCount, post.comments.totalCount, post.commentCount]).toEqual([
      external,
      likes,
      direct,
      thread,
    ]);
  }
});

const REACTIONS = 'reactions(first: 100) { edges { node { user { id } } } }';

function postsOf(id: string): Promise<Post[]> {
  const query = `query ($id: ID!, $after: String) { user(id: $id) { posts(first: 20, after: $after) {
    edges { node { text author { id } media { id } hashtags { id } reactionCount ${REACTIONS} } } pageInfo { hasNextPage endCursor } } } }`;
  return readNodes(async (after) => (await graph.ask(query, { id, after })).data.user.posts);
}

function commentsOf(id: string): Promise<Comment[]> {
  const query = `query ($id: ID!, $after: String) { user(id: $id) { comments(first: 20, after: $after) {
    edges { node { id author { id } reactionCount hashtags ${REACTIONS} } } pageInfo { hasNextPage endCursor } } } }`;
  return readNodes(async (after) => (await graph.ask(query, { id, after })).data.user.comments);
}

async function readNodes<Node>(readPage: (after: string | null) => Promise<Page<Node>>): Promise<Node[]> {
  return (await readAll(readPage)).map(({ node }) => node);
}

/** Everything anybody wrote, read through the API person by person. */
const posts: Post[] = [];
const comments: Comment[] = [];
for (const id of graph.userIds) {
  const [written, said] = await Promise.all([postsOf(id), commentsOf(id)]);
  posts.push(...written);
  comments.push(...said);
}
const likers = [...posts, ...comments].flatMap(({ reactions }) => reactions.edges.map(({ node }) => node.user.id));

test('user_stats: what a person has written, given and received', async () => {
  type Row = { id: string; followers: number; posts: number; textPosts: number; comments: number };
  type Received = { likesReceivedOnPosts: number; likesReceivedOnComments: number; likesGiven: number };
  const { rows } = await expected<{ rows: (Row & Received)[] }>('user_stats');
  for (const row of rows) {
    const id = graph.idOf('user', row.id);
    const query =
      'query ($id: ID!) { user(id: $id) { followerCount followingCount postCount comments(first: 1) { totalCount } } }';
    const { user } = (await graph.ask(query, { id })).data;
    const own = posts.filter(({ author }) => author.id === id);
    const ownComments = comments.filter(({ author }) => author.id === id);
    expect(user.followingCount).toBe(row.followers);
    expect(user.postCount).toBe(own.length);
    expect({
      id: row.id,
      followers: user.followerCount,
      posts: user.postCount,
      textPosts: own.filter(({ text }) => text !== '').length,
      comments: ownComments.length,
      likesReceivedOnPosts: sum(own.map(({ reactionCount }) => reactionCount)),
      likesReceivedOnComments: sum(ownComments.map(({ reactionCount }) => reactionCount)),
      likesGiven: likers.filter((liker) => liker === id).length,
    }).toEqual(row);
  }
});

test('totals: nothing of the data set is lost or doubled', async () => {
  const { rows } = await expected<{ rows: Record<string, number> }>('totals');
  // Forums are a notion of the benchmark that the data set leaves out: a post here belongs to its author alone.
  const { forums: _, forumMembers: __, ...totals } = rows;
  const followers: number[] = [];
  for (const id of graph.userIds) {
    const { user } = (await graph.ask('query ($id: ID!) { user(id: $id) { followerCount } }', { id })).data;
    followers.push(user.followerCount);
  }
  const photos = posts.filter(({ media }) => media.length > 0);
  expect({
    persons: graph.userIds.length,
    friendships: sum(followers) / 2,
    posts: posts.length,
    photoPosts: photos.length,
    textPosts: posts.length - photos.length,
    comments: comments.length,
    likesOnPosts: sum(posts.map(({ reactionCount }) => reactionCount)),
    likesOnComments: sum(comments.map(({ reactionCount }) => reactionCount)),
    postTags: sum(posts.map(({ hashtags }) => hashtags.length)),
    commentTags: sum(comments.map(({ hashtags }) => hashtags.length)),
  }).toEqual(totals);
});
