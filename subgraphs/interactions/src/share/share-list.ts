import { type CountedConnection, encodePosition, type Page, readPage, toConnection } from '@nexus/kit/pagination';
import type { Loaders } from '../context.ts';
import { countOf } from '../count/count.ts';
import type { ShareRow } from '../tables/facts.ts';

export type ShareList = CountedConnection<ShareRow>;

/** A page of a post's shares. */
export async function sharesOf(
  loaders: Loaders,
  postId: string,
  args: { first?: number | null; after?: string | null },
): Promise<ShareList> {
  const page: Page = readPage(args);
  const rows = await loaders.sharesByPost(page).load(postId);
  return {
    ...toConnection(rows, page, (share) => ({
      cursor: encodePosition({ at: share.sharedAt, id: share.id }),
      node: share,
    })),
    totalCount: async () => countOf(await loaders.counts.load(postId), 'share'),
  };
}
