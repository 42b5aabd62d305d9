import type { Person } from '@nexus/contracts/testing/told';
import type { World, WorldPost } from './world.ts';

export type Options = { includeOwn?: boolean; includeShares?: boolean; filter?: Filter };
export type Filter = {
  since?: string;
  until?: string;
  authorIds?: string[];
  hashtags?: string[];
  language?: string;
  hasMedia?: boolean;
};
export type Item = { at: number; id: string; post: WorldPost; sharer: string | null };

/** Of whom a feed is made: whose posts it has, and whose shares. */
type Circle = { hasPostsOf(id: string): boolean; hasSharesOf(id: string): boolean };

/** How one person sees a world, said in plain words. */
function eyesOf(world: World, viewer: Person) {
  const edge = (sourceId: string, targetId: string) =>
    world.edges.find((one) => one.sourceId === sourceId && one.targetId === targetId);
  const follows = (id: string) => edge(viewer.id, id)?.isFollowing ?? false;
  const sees = (id: string) =>
    id === viewer.id ||
    (!world.suspendedIds.has(id) && !edge(viewer.id, id)?.isBlocking && !edge(id, viewer.id)?.isBlocking);
  const hasMuted = (id: string) => edge(viewer.id, id)?.isMuting ?? false;
  const isFor = ({ authorId, visibility }: WorldPost) => {
    if (visibility === 'LIST') return world.list.memberIds.includes(viewer.id);
    if (visibility === 'ONLY_ME') return false;
    return follows(authorId) || (visibility === 'PUBLIC' && !world.privateIds.has(authorId));
  };
  const seesPost = (post: WorldPost) => post.authorId === viewer.id || (sees(post.authorId) && isFor(post));
  const mutesWord = viewer === world.people[0];
  const wants = ({ authorId, tag }: WorldPost) =>
    authorId === viewer.id || (!hasMuted(authorId) && !(mutesWord && tag === world.mutedTag));
  return { follows, sees, hasMuted, seesPost, wants, showsShares: (id: string) => edge(viewer.id, id)?.showShares };
}

/** The home feed as its description says it, item by item. */
export function naiveHomeFeed(world: World, viewer: Person, options: Options): Item[] {
  const { includeOwn = true } = options;
  const { follows, sees, hasMuted, showsShares } = eyesOf(world, viewer);
  const isOwn = (id: string) => includeOwn && id === viewer.id;
  const hasPostsOf = (id: string) => isOwn(id) || (follows(id) && sees(id) && !hasMuted(id));
  const hasSharesOf = (id: string) => isOwn(id) || (hasPostsOf(id) && showsShares(id) === true);
  return naiveFeed(world, viewer, { ...options, circle: { hasPostsOf, hasSharesOf } });
}

/** The feed of the world's list as its description says it. */
export function naiveListFeed(world: World, viewer: Person, options: Options): Item[] {
  const { sees, hasMuted } = eyesOf(world, viewer);
  const isMember = (id: string) => world.list.memberIds.includes(id) && sees(id) && !hasMuted(id);
  return naiveFeed(world, viewer, { ...options, circle: { hasPostsOf: isMember, hasSharesOf: isMember } });
}

function naiveFeed(
  world: World,
  viewer: Person,
  { includeShares = true, filter = {}, circle }: Options & { circle: Circle },
): Item[] {
  const { seesPost, wants } = eyesOf(world, viewer);
  const byId = new Map(world.posts.map((post) => [post.id, post]));
  const published = world.posts
    .filter(({ authorId }) => circle.hasPostsOf(authorId))
    .map((post): Item => ({ at: post.createdAt.getTime(), id: post.id, post, sharer: null }));
  const shared = world.shares
    .filter(({ actorId }) => includeShares && circle.hasSharesOf(actorId))
    .map(({ id, postId, sharedAt }): Item => {
      const post = byId.get(postId);
      if (!post) throw new Error('a share of nothing');
      return { at: sharedAt.getTime(), id, post, sharer: sharedAt.toISOString() };
    });

  const items = [...published, ...shared].sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1));
  const newest = items.filter((item, index) => items.findIndex(({ post }) => post === item.post) === index);
  return newest.filter(({ post }) => seesPost(post) && wants(post) && isAskedFor(post, world, filter));
}

/** How many posts of an author the viewer sees. */
export function naivePostCount(world: World, viewer: Person, authorId: string): number {
  const { seesPost } = eyesOf(world, viewer);
  return world.posts.filter((post) => post.authorId === authorId && seesPost(post)).length;
}

function isAskedFor(post: WorldPost, { people }: World, filter: Filter): boolean {
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
