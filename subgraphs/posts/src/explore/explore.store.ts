import type { Db } from '@nexus/kit/database';
import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import { leastRankAt } from '../engagement/engagement.store.ts';
import { isInLanguage } from '../feed/post-filter.store.ts';
import { engagements } from '../tables/discovery.ts';
import { posts } from '../tables/posts.ts';
import { isBelow, isSteady } from './ranked.store.ts';
import type { Place, RankedItem, RankedPage } from './ranked-page.ts';
import { isRecommendable } from './recommendable.store.ts';

export type ExploreQuery = {
  viewerId: string | undefined;
  page: RankedPage;
  /** How old posts may be. */
  since: Date;
  /** Undefined: any. */
  languages: readonly string[] | undefined;
};

/** Posts of one author on a page. */
const OF_AN_AUTHOR = 2;
/** How many posts are looked at for one that is shown: a page is full unless four of five are by the same few people. */
const LOOKED_AT = 5;

/**
 * One page of recommended posts in the order of their rank, and one more, at most two of an author; and how far was looked
 * where that was as far as may be, so that more may follow however few these are. An author's third post is passed over
 * for good.
 */
export async function findRecommended(
  db: Db,
  query: ExploreQuery,
): Promise<{ items: RankedItem[]; lookedUpTo: Place | undefined }> {
  const most = (query.page.first + 1) * LOOKED_AT;
  const items = await db
    .select({
      id: posts.id,
      sortAt: posts.createdAt,
      actorId: posts.authorId,
      kind: sql<'POST'>`'POST'`,
      post: posts,
      rank: sql<number>`item.rank`,
      lookedAt: sql<number>`item.looked_at`,
      lookedUpTo: { rank: sql<number>`item.last_rank`, id: sql<string>`item.last_id` },
    })
    .from(sql`(${fewOfEachAuthor(candidates(query, most), query.page.first + 1)}) as item`)
    .innerJoin(posts, eq(posts.id, sql`item.id`))
    .orderBy(sql`item.rank desc, item.id desc`);
  const [best] = items;
  return { items, lookedUpTo: best?.lookedAt === most ? best.lookedUpTo : undefined };
}

/** The first recommendable posts of the query by their rank. */
function candidates({ page, viewerId, languages, since }: ExploreQuery, limit: number): SQL {
  return sql`
    select ${posts.id} as id, ${posts.authorId} as author_id, ${engagements.rank} as rank
    from ${engagements} join ${posts} on ${posts.id} = ${engagements.postId}
    where ${and(
      isBelow(page),
      isSteady(page),
      sql`${engagements.rank} >= ${leastRankAt(since)}::double precision`,
      sql`${posts.createdAt} >= ${since.toISOString()}::timestamptz`,
      languages && or(...languages.map(isInLanguage)),
      isRecommendable(viewerId),
    )}
    order by ${engagements.rank} desc, ${engagements.postId} desc
    limit ${limit}`;
}

/** The first of them, but for the third and further posts of an author; each says how many there were and which was last. */
const fewOfEachAuthor = (ranked: SQL, limit: number): SQL => sql`
  select few.* from (
    select candidate.*, count(*) over ()::integer as looked_at,
      first_value(rank) over (order by rank, id) as last_rank, first_value(id) over (order by rank, id) as last_id,
      row_number() over (partition by author_id order by rank desc, id desc) as of_author
    from (${ranked}) as candidate
  ) as few
  where of_author <= ${OF_AN_AUTHOR}
  order by rank desc, id desc
  limit ${limit}`;
