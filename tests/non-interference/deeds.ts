import { decodeId, encodeId } from '@nexus/contracts/ids';
import { insertImpressions } from '@nexus/interactions/impression/impression.store';
import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { expect } from 'vitest';
import type { TestGraph } from '../setup/graph.ts';
import type { Scene } from './happen.ts';

/** Posts of which a viewer asks more than of others: one of their own, and one with a poll by somebody they see. */
export type Asked = { own: string; poll: { post: string; id: string } };

type Someone = { id: string; token: string };

const SETTLE = `mutation ($tag: String!, $tags: [String!], $authors: [ID!], $kept: ID!) {
  own: createPost(input: { content: { text: "All about me" } }) { post { id } userErrors { message } }
  draft: saveDraft(input: { content: { text: "Not yet" } }) { userErrors { message } }
  feed: upsertFeed(input: { name: "Ours", hashtags: $tags, authorIds: $authors }) { userErrors { message } }
  tag: setHashtagFollowed(input: { name: $tag, followed: true }) { userErrors { message } }
  kept: setBookmark(input: { postId: $kept, bookmarked: true }) { userErrors { message } }
}`;

const ASK = `mutation { asked: createPost(input: { content: {
  text: "What do you say?", poll: { options: ["This", "That"], durationSeconds: 86400 }
} }) { post { id poll { id } } userErrors { message } } }`;

/** The viewer settles in with something of everything that is theirs alone, and somebody asks a question. */
export async function settle(graph: TestGraph, { people, posts, tags }: Scene, [viewer, other]: [Someone, Someone]) {
  const act = actingIn(graph);
  const variables = {
    tag: posts[0]?.hashtags[0],
    tags: [tags[0]],
    authors: people.slice(1, 3).map(({ id }) => encodeId('user', id)),
    kept: encodeId('post', posts[0]?.id ?? ''),
  };
  const [own, asked] = await Promise.all([act(viewer, SETTLE, variables), act(other, ASK)]);
  const { id, poll } = asked.asked.post;
  return { own: own.own.post.id, poll: { post: id, id: poll.id } } satisfies Asked;
}

const MEDDLE = `mutation ($poll: ID!, $pollPost: ID!) {
  vote: votePoll(input: { pollId: $poll, choices: [1] }) { userErrors { message } }
  keep: setBookmark(input: { postId: $pollPost, bookmarked: true }) { userErrors { message } }
}`;

const MEDDLE_WITH_VIEWER = `mutation ($own: ID!, $viewer: ID!) {
  like: setReaction(input: { targetId: $own, kind: LOVE }) { userErrors { message } }
  answer: addComment(input: { postId: $own, text: "Is it?" }) { userErrors { message } }
  report: reportContent(input: { subjectId: $viewer, reason: SPAM }) { userErrors { message } }
}`;

/** Somebody has to do with what the viewer asks about: with the viewer's own as well when they still see them. */
export async function meddle(
  { graph, sql }: { graph: TestGraph; sql: Sql },
  { own, poll }: Asked,
  [hidden, viewer]: [Someone, Pick<Someone, 'id'> | undefined],
): Promise<void> {
  const act = actingIn(graph);
  await act(hidden, MEDDLE, { poll: poll.id, pollPost: poll.post });
  // Through the API it would wait for others to look, too.
  const seen = { postId: decodeId('post', poll.post), viewerId: hidden.id, surface: 'HOME', dwellMs: 10 } as const;
  expect(await insertImpressions(drizzle(sql), [seen])).toHaveLength(1);
  // Who looks at the viewer's own and who keeps it is counted and told to nobody.
  if (viewer) await act(hidden, MEDDLE_WITH_VIEWER, { own, viewer: encodeId('user', viewer.id) });
}

/** Runs mutations that nothing is against; gives what they answer. */
export const actingIn =
  ({ ask }: TestGraph) =>
  async ({ token }: Pick<Someone, 'token'>, mutation: string, variables = {}) => {
    const { data, errors } = await ask(mutation, variables, token);
    expect(errors).toBeUndefined();
    for (const payload of Object.values<{ userErrors: unknown[] }>(data)) expect(payload.userErrors).toEqual([]);
    return data;
  };
