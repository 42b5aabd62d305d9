import type { TestSubgraph } from '@nexus/contracts/testing';
import type { Person } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { startPosts } from './stage.ts';
import { build, inventWorld, publicId, type World, type WorldPost } from './world.ts';

type Options = { includeOwn?: boolean; includeShares?: boolean; filter?: Filter };
type Filter = {
  since?: string;
  until?: string;
  authorIds?: string[];
  hashtags?: string[];
  language?: string;
  hasMedia?: boolean;
};
type Item = { at: number; id: string; post: WorldPost; sharer: string | null };

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

test.each([1, 2, 3])(
  'in world %i, pages of any size make up the feed that a naive reader would write down',
  async (seed) => {
    await using posts = await startPosts();
    const world = inventWorld(seed);
    await build(posts, world);
    const [viewer, ...others] = world.people;
    if (!viewer) throw new Error('the world is empty');
    const options = [...OPTIONS, { filter: { authorIds: others.slice(0, 3).map(({ userId }) => userId) } }];

    for (const option of options) {
      const expected = naiveFeed(world, viewer, option).map(({ post, sharer }) => [publicId(post), sharer]);
      for (const first of [1, 7, 20, 100]) {
        if (first === 1 && option !== OPTIONS[0]) continue;
        expect(await readWholeFeed(posts, viewer, { ...option, first }), JSON.stringify({ option, first })).toEqual(
          expected,
        );
      }
    }
  },
);

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
    for (const { node, reason } of edges) read.push([node.id, reason?.sharedAt ?? null]);
    if (!pageInfo.hasNextPage) return read;
    expect(edges).toHaveLength(args.first);
    after = pageInfo.endCursor;
  }
}

/** The feed as its description says it, item by item. */
function naiveFeed(
  world: World,
  viewer: Person,
  { includeOwn = true, includeShares = true, filter = {} }: Options,
): Item[] {
  const followed = new Map(
    world.edges.filter(({ sourceId }) => sourceId === viewer.id).map((edge) => [edge.targetId, edge]),
  );
  const isActor = (id: string) => followed.has(id) || (includeOwn && id === viewer.id);
  const showsShares = (id: string) => includeShares && isActor(id) && followed.get(id)?.showShares !== false;
  const byId = new Map(world.posts.map((post) => [post.id, post]));

  const published = world.posts
    .filter(({ authorId }) => isActor(authorId))
    .map((post): Item => ({ at: post.createdAt.getTime(), id: post.id, post, sharer: null }));
  const shared = world.shares
    .filter(({ actorId }) => showsShares(actorId))
    .map(({ id, postId, sharedAt }): Item => {
      const post = byId.get(postId);
      if (!post) throw new Error('a share of nothing');
      return { at: sharedAt.getTime(), id, post, sharer: sharedAt.toISOString() };
    });

  const items = [...published, ...shared].sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1));
  const newest = items.filter((item, index) => items.findIndex(({ post }) => post === item.post) === index);
  return newest.filter(({ post }) => isVisible(post, viewer, followed) && isWanted(post, world, filter));
}

function isVisible({ authorId, visibility }: WorldPost, viewer: Person, followed: Map<string, unknown>): boolean {
  return visibility === 'PUBLIC' || authorId === viewer.id || (visibility === 'FOLLOWERS' && followed.has(authorId));
}

function isWanted(post: WorldPost, { people }: World, filter: Filter): boolean {
  const at = post.createdAt.toISOString();
  const authorId = people.find(({ id }) => id === post.authorId)?.userId ?? '';
  const { since = at, authorIds = [authorId], hashtags = [post.tag], language = post.language } = filter;
  return (
    at >= since &&
    (filter.until === undefined || at < filter.until) &&
    authorIds.includes(authorId) &&
    hashtags.some((hashtag) => hashtag.replace('#', '').toLowerCase() === post.tag) &&
    `${post.language}-`.startsWith(`${language}-`) &&
    (filter.hasMedia ?? post.hasMedia) === post.hasMedia
  );
}
