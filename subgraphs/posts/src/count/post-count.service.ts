import type { Visibility } from '@nexus/contracts/events';
import type { Count } from '@nexus/kit/counters';
import type { Context } from '../context.ts';
import type { PostRow } from '../tables.ts';

/** The counter of an author's posts of one visibility, and of a hashtag's public posts. */
const postCounter = (visibility: Visibility): string => `posts:${visibility}`;

/** By what a post raises (1) or lowers (-1) the counts of its author and its hashtags. */
export function countsOf({ authorId, visibility, hashtagIds }: PostRow, value: 1 | -1): Count[] {
  const name = postCounter(visibility);
  const ofHashtags = visibility === 'PUBLIC' ? hashtagIds.map((subjectId) => ({ subjectId, name, value })) : [];
  return [{ subjectId: authorId, name, value }, ...ofHashtags];
}

/** How many posts of an author the viewer may see: anybody public ones, followers more, the author all. */
export async function countPostsOfAuthor({ loaders, viewer }: Context, authorId: string): Promise<number> {
  const [counts, followed] = await Promise.all([loaders.counts.load(authorId), loaders.followed.load(authorId)]);
  if (viewer?.id === authorId) return sumOf(counts, ['PUBLIC', 'FOLLOWERS', 'ONLY_ME']);
  return sumOf(counts, followed ? ['PUBLIC', 'FOLLOWERS'] : ['PUBLIC']);
}

/** How many public posts a hashtag has. */
export async function countPostsOfHashtag({ loaders }: Context, hashtagId: string): Promise<number> {
  return sumOf(await loaders.counts.load(hashtagId), ['PUBLIC']);
}

function sumOf(counts: readonly Count[], visibilities: readonly Visibility[]): number {
  const names = visibilities.map(postCounter);
  return counts.reduce((sum, { name, value }) => (names.includes(name) ? sum + value : sum), 0);
}
