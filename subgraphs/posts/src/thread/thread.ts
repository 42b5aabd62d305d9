import type { PostRow } from '../tables/posts.ts';

/** Where in which thread a post stands. */
export type Thread = { rootId: string; index: number };

export function threadOf({ threadRootId, threadIndex }: PostRow): Thread | null {
  return threadRootId === null || threadIndex === null ? null : { rootId: threadRootId, index: threadIndex };
}
