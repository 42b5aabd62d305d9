import type { Count } from '@nexus/kit/counters';
import type { PostRow, Visibility } from '../tables.ts';

/** The counter of an author's posts of one visibility, and of a hashtag's public posts. */
const postCounter = (visibility: Visibility): string => `posts:${visibility}`;

/** By what a post raises (1) or lowers (-1) the counts of its author and its hashtags. */
export function countsOf({ authorId, visibility, hashtagIds }: PostRow, value: 1 | -1): Count[] {
  const name = postCounter(visibility);
  const ofHashtags = visibility === 'PUBLIC' ? hashtagIds.map((subjectId) => ({ subjectId, name, value })) : [];
  return [{ subjectId: authorId, name, value }, ...ofHashtags];
}

/** The same changes with each counter named once, and none that comes to nothing. */
export function sumCounts(changes: readonly Count[]): Count[] {
  const sums = new Map<string, Count>();
  for (const change of changes) {
    const key = `${change.subjectId}/${change.name}`;
    sums.set(key, { ...change, value: change.value + (sums.get(key)?.value ?? 0) });
  }
  return [...sums.values()].filter(({ value }) => value !== 0);
}

/** How many of the counted posts somebody may see: anybody public ones, followers more, the author all. */
export function visibleCount(counts: readonly Count[], who: { isAuthor?: boolean; isFollower?: boolean }): number {
  const isVisible: Record<string, boolean | undefined> = {
    [postCounter('PUBLIC')]: true,
    [postCounter('FOLLOWERS')]: who.isAuthor || who.isFollower,
    [postCounter('ONLY_ME')]: who.isAuthor,
  };
  return counts.reduce((sum, { name, value }) => (isVisible[name] ? sum + value : sum), 0);
}
