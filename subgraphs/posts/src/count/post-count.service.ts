import type { Count } from '@nexus/kit/counters';
import type { Context } from '../context.ts';
import type { PostRow } from '../tables/posts.ts';

const PUBLIC = 'posts:PUBLIC';
const FOLLOWERS = 'posts:FOLLOWERS';
const LIST = 'posts:LIST:';
/** Those that only their author and moderators see. */
const REMOVED = 'posts:REMOVED';
const QUOTES = 'quotes';

type Counted = Pick<
  PostRow,
  'authorId' | 'visibility' | 'listId' | 'hashtagIds' | 'quotedPostId' | 'isCounted' | 'moderation'
>;

/** By what a post raises (1) or lowers (-1) all counts that it is part of. */
export function countsOf(post: Counted, value: 1 | -1): Count[] {
  const ofAuthor = { subjectId: post.authorId, name: nameOf(post), value };
  return [ofAuthor, ...(post.isCounted ? publicCountsOf(post, value) : [])];
}

function nameOf({ visibility, listId, moderation }: Counted): string {
  if (moderation === 'REMOVED') return REMOVED;
  return visibility === 'LIST' ? LIST + listId : `posts:${visibility}`;
}

/** By what a post that `isCounted` does so to the counts that everybody sees. */
export function publicCountsOf({ hashtagIds, quotedPostId }: Counted, value: 1 | -1): Count[] {
  const ofHashtags = hashtagIds.map((subjectId) => ({ subjectId, name: PUBLIC, value }));
  return quotedPostId === null ? ofHashtags : [...ofHashtags, { subjectId: quotedPostId, name: QUOTES, value }];
}

/** How many posts of an author the viewer may see: the author all of them, others those that are meant for them. */
export async function countPostsOfAuthor(context: Context, authorId: string): Promise<number> {
  const { loaders, viewer } = context;
  const [counts, relationship] = await Promise.all([
    loaders.counts.load(authorId),
    loaders.relationship.load(authorId),
  ]);
  if (viewer?.id === authorId) return sumOf(counts);
  if (!relationship?.canView) return 0;
  const isOpen = relationship.isFollowing || !relationship.isPrivate;
  const forAnybody = counts.filter(
    ({ name }) => (name === PUBLIC && isOpen) || (name === FOLLOWERS && relationship.isFollowing),
  );
  return sumOf(forAnybody) + (await countForLists(context, counts));
}

/** Those among the counts that are for lists which the viewer is on. */
async function countForLists({ loaders }: Context, counts: readonly Count[]): Promise<number> {
  const forLists = counts.filter(({ name }) => name.startsWith(LIST));
  const isOnList = await Promise.all(forLists.map(({ name }) => loaders.listWithViewer.load(name.slice(LIST.length))));
  return sumOf(forLists.filter((_, index) => isOnList[index]));
}

/** How many public posts a hashtag has, but for those of people hidden from the viewer. */
export async function countPostsOfHashtag({ loaders }: Context, hashtagId: string): Promise<number> {
  const [counts, hidden] = await Promise.all([loaders.counts.load(hashtagId), loaders.hiddenPosts.load(hashtagId)]);
  return sumOf(counts) - (hidden?.count ?? 0);
}

/** How many public posts quote a post, but for those of people hidden from the viewer. */
export async function countQuotes({ loaders }: Context, postId: string): Promise<number> {
  const [counts, hidden] = await Promise.all([loaders.counts.load(postId), loaders.hiddenQuotes.load(postId)]);
  return sumOf(counts) - (hidden?.count ?? 0);
}

const sumOf = (counts: readonly Count[]): number => counts.reduce((sum, { value }) => sum + value, 0);
