import { type Page, readPage } from '@nexus/kit/pagination';
import type { AuthorFeedKind, PostFilter } from '../resolvers.generated.ts';
import type { FeedItemKind } from '../tables/posts.ts';
import { type Filter, readFilter } from './post-filter.ts';

/** Who asks for which page of a feed, and what kinds of items it may hold. */
export type FeedQuery = { viewerId: string | undefined; page: Page; filter: Filter; kinds: readonly FeedItemKind[] };

/** The same of an author's feed, which may begin with what they pinned. */
export type AuthorFeedQuery = FeedQuery & { pinnedFirst: boolean };

/** The same of the viewer's own feed. */
export type HomeFeedQuery = FeedQuery & { viewerId: string; includeOwn: boolean; includeHashtags: boolean };

type Maybe<Value> = Value | null | undefined;
type FeedArgs = { first?: number | null; after?: string | null; filter?: Maybe<PostFilter> };
type Asking = { viewer: { id: string } | undefined };

/** The arguments of a feed of posts; BAD_USER_INPUT where they are malformed. */
export function readFeedQuery(args: FeedArgs, { viewer }: Asking): FeedQuery {
  return { viewerId: viewer?.id, page: readPage(args), filter: readFilter(args.filter), kinds: ['POST'] };
}

type AuthorFeedArgs = FeedArgs & { kind?: Maybe<AuthorFeedKind>; pinnedFirst?: Maybe<boolean> };

/** The arguments of an author's feed. */
export function readAuthorFeedQuery(args: AuthorFeedArgs, asking: Asking): AuthorFeedQuery {
  const query = { ...readFeedQuery(args, asking), pinnedFirst: args.pinnedFirst ?? false };
  if (args.kind === 'MEDIA') return { ...query, filter: { ...query.filter, isMediaOnly: true } };
  if (args.kind === 'POSTS_AND_SHARES') return { ...query, kinds: ['POST', 'SHARE'] };
  return query;
}

type HomeFeedArgs = FeedArgs & {
  includeOwn?: Maybe<boolean>;
  includeShares?: Maybe<boolean>;
  includeHashtags?: Maybe<boolean>;
};

/** The arguments of the home feed of a viewer. */
export function readHomeFeedQuery(args: HomeFeedArgs, viewer: { id: string }): HomeFeedQuery {
  const kinds: FeedItemKind[] = (args.includeShares ?? true) ? ['POST', 'SHARE'] : ['POST'];
  const { includeOwn, includeHashtags } = args;
  const included = { includeOwn: includeOwn ?? true, includeHashtags: includeHashtags ?? true, kinds };
  return { ...readFeedQuery(args, { viewer }), viewerId: viewer.id, ...included };
}
