import { encodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, type Person } from '@nexus/contracts/testing/told';
import { sized } from '@nexus/kit/testing/thoroughness';
import { expect, test } from 'vitest';
import { type Item, naiveHomeFeed, naiveListFeed, naivePostCount, type Options } from './feed-model.ts';
import { startPosts } from './stage.ts';
import { build, inventWorld, publicId, type World } from './world.ts';

const time = (offset: number) => new Date(Date.UTC(2024, 0, 1) + offset).toISOString();

const OPTIONS: Options[] = [
  {},
  { includeOwn: false },
  { includeShares: false },
  { includeOwn: false, includeShares: false },
  { filter: { since: time(50) } },
  { filter: { until: time(100) } },
  { filter: { since: time(50), until: time(100), hasMedia: true } },
  { filter: { hashtags: ['Cats', '#dogs'] } },
  { filter: { language: 'en' } },
  { filter: { language: 'en-GB', hasMedia: false } },
];

const WORLDS = sized({ thorough: [1, 2, 3], daily: [1] });
const told = (items: readonly Item[]) => items.map(({ post, sharer }) => [publicId(post), sharer]);

async function withWorld(seed: number, story: (posts: TestSubgraph, world: World) => Promise<void>): Promise<void> {
  await using posts = await startPosts();
  const world = inventWorld(seed);
  await build(posts, world);
  await story(posts, world);
}

test.each(WORLDS)('in world %i, pages of any size make up the home feed that a naive reader would write down', (seed) =>
  withWorld(seed, async (posts, world) => {
    const [viewer, ...others] = world.people;
    if (!viewer) throw new Error('the world is empty');
    const options = [...OPTIONS, { filter: { authorIds: others.slice(0, 3).map(({ userId }) => userId) } }];

    for (const option of options) {
      const expected = told(naiveHomeFeed(world, viewer, option));
      for (const first of option === OPTIONS[0] ? [1, 7, 20, 100] : [7, 20, 100]) {
        const read = await readWholeFeed(posts, viewer, { ...option, first });
        expect(read, JSON.stringify({ option, first })).toEqual(expected);
      }
    }
  }),
);

test.each(WORLDS)('in world %i, everybody has the home feed, list feed and counts that they should', (seed) =>
  withWorld(seed, async (posts, world) => {
    const selection = 'feed(first: 100) { edges { node { id } reason { ... on SharedBy { sharedAt } } } }';
    const list = { typename: 'UserList', ids: [encodeId('list', world.list.id)], selection };
    const people = { typename: 'User', ids: world.people.map(({ userId }) => userId), selection: 'postCount' };
    const sizes = [];
    for (const viewer of world.people) {
      const home = told(naiveHomeFeed(world, viewer, {}));
      expect(await readWholeFeed(posts, viewer, { first: 50 })).toEqual(home);

      const [seen] = await askEntities(posts, list, viewer.viewer);
      const listed = seen === null ? undefined : told(naiveListFeed(world, viewer, {}));
      expect(seen?.feed.edges.map(toTold)).toEqual(listed?.slice(0, 100));

      const counts = (await askEntities(posts, people, viewer.viewer)).map(
        ({ postCount }: { postCount: number }) => postCount,
      );
      expect(counts).toEqual(world.people.map(({ id }) => naivePostCount(world, viewer, id)));
      sizes.push(home.length, listed?.length ?? 0);
    }
    // A world in which nobody has anything to read proves nothing.
    expect(Math.max(...sizes)).toBeGreaterThan(50);
  }),
);

type FeedEdge = { node: { id: string }; reason: { sharedAt: string } | null };
const toTold = ({ node, reason }: FeedEdge): [string, string | null] => [node.id, reason?.sharedAt ?? null];

async function readWholeFeed(posts: TestSubgraph, { viewer }: Person, args: Options & { first: number }) {
  const read: [string, string | null][] = [];
  for (let after: string | null = null; ; ) {
    const { data } = await posts.ask(
      `query ($filter: PostFilter, $includeOwn: Boolean, $includeShares: Boolean, $first: Int, $after: String) { viewer {
        homeFeed(filter: $filter, includeOwn: $includeOwn, includeShares: $includeShares, first: $first, after: $after) {
          edges { node { id } reason { ... on SharedBy { sharedAt } } } pageInfo { hasNextPage endCursor }
      } } }`,
      { ...args, after },
      viewer,
    );
    const { edges, pageInfo } = data.viewer.homeFeed;
    read.push(...edges.map(toTold));
    if (!pageInfo.hasNextPage) return read;
    expect(edges).toHaveLength(args.first);
    after = pageInfo.endCursor;
  }
}
