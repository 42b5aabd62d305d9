import type { Context } from '../context.ts';
import type { PostRow } from '../tables/posts.ts';
import type { StoredFacet } from './facet.ts';

/** What the viewer is shown of what a text mentions: a person whom they do not see is plain text. */
export async function facetsFor({ loaders }: Context, { facets }: PostRow): Promise<StoredFacet[]> {
  const isShown = await Promise.all(
    facets.map(async ({ userId }) => userId === undefined || (await loaders.relationship.load(userId))?.canView),
  );
  return facets.filter((_, index) => isShown[index]);
}
