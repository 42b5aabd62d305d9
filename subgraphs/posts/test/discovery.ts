import { decodeId, encodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import type { Person } from '@nexus/contracts/testing/told';
import type { Viewer } from '@nexus/contracts/viewer';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import { publishPosts } from '../src/post/publish.service.ts';
import { annotate } from '../src/text/annotate.service.ts';

export const HOUR_MS = 60 * 60 * 1_000;
export const DAY_MS = 24 * HOUR_MS;

/** How many people did something with a post, as interactions has told. */
export async function engage(
  posts: TestSubgraph,
  postId: string,
  people: { reactors?: number; commenters?: number; sharers?: number; version?: number },
): Promise<void> {
  const engagement = { reactors: 0, commenters: 0, sharers: 0, version: 1, ...people };
  await transact(posts, (_, tell) =>
    tell('interactions.engagement.changed.v1', { postId: decodeId('post', postId), ...engagement }),
  );
}

/** How much strangers find of a person, as users has told. */
export async function hide(
  posts: TestSubgraph,
  { id: userId }: Person,
  change: { isDiscoverable?: boolean; hidesFollowGraph?: boolean; version?: number },
): Promise<void> {
  const told = { isDiscoverable: true, hidesFollowGraph: false, version: 1, ...change };
  await transact(posts, (_, tell) => tell('users.discoverability.changed.v1', { userId, ...told }));
}

/** What moderators decided of a post or person, as users has told. */
export async function moderate(
  posts: TestSubgraph,
  subject: { post: string } | { person: Person },
  change: { isRemoved?: boolean; isLimited?: boolean; labels?: ['VIOLENCE']; version?: number },
): Promise<void> {
  const [subjectKind, subjectId] =
    'post' in subject ? (['POST', decodeId('post', subject.post)] as const) : (['USER', subject.person.id] as const);
  const decided = { subjectKind, subjectId, isRemoved: false, isLimited: false, labels: [], version: 1, ...change };
  await transact(posts, (_, tell) => tell('users.moderation.changed.v1', decided));
}

type Written = { text: string; createdAt?: Date; language?: string };

/** Publishes public posts at their times, as an import would; returns their public ids. */
export async function publishAt(
  posts: TestSubgraph,
  { id: authorId }: Person,
  ...written: Written[]
): Promise<string[]> {
  const records = written.map(({ text, createdAt = new Date(), language = 'en' }) => ({
    ...{ id: newId(), authorId, text, language, createdAt },
    ...{ visibility: 'PUBLIC' as const, hasMedia: false },
  }));
  await posts.db.transaction(async (tx) => {
    const annotations = await annotate(tx, records);
    await publishPosts(
      tx,
      records.map((post, index) => ({ facets: [], hashtagIds: [], ...post, ...annotations[index] })),
    );
  });
  return records.map(({ id }) => encodeId('post', id));
}

/** A page of texts. */
export type Shown = { texts: string[]; endCursor: string; hasNextPage: boolean };
type Page = { edges: { node: { text: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };

export const PAGE = 'edges { node { text } } pageInfo { endCursor hasNextPage }';
export const toShown = ({ edges, pageInfo }: Page): Shown => ({
  texts: edges.map(({ node }) => node.text),
  ...pageInfo,
});

/** A page of what is explored. */
export async function explore(posts: TestSubgraph, viewer?: Viewer, args: object = {}): Promise<Shown> {
  const { data, errors } = await posts.ask(
    `query ($window: ExploreWindow, $languages: [String!], $first: Int, $after: String) {
      explore(window: $window, languages: $languages, first: $first, after: $after) { ${PAGE} } }`,
    args,
    viewer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return toShown(data.explore);
}

/** Sends a mutation of one input; its payload with `userErrors`. */
export async function act(
  posts: TestSubgraph,
  viewer: Viewer,
  [name, input, selection]: readonly [string, object, string],
) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await posts.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code path } } }`,
    { input },
    viewer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name];
}
