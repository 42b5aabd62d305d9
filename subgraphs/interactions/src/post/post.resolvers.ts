import { encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import { analyticsOfPost } from '../analytics/analytics.service.ts';
import { bookmarkCountOf, viewerBookmarked } from '../bookmark/bookmark.service.ts';
import { commentsOn } from '../comment/comment-list.ts';
import { countOf } from '../count/count.ts';
import { reactionsTo } from '../reaction/reaction-list.ts';
import { reactionCountTo, reactionSummaryTo, viewerReactionTo } from '../reaction/shown-reactions.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { viewerShares } from '../share/share.service.ts';
import { sharesOf } from '../share/share-list.ts';
import { viewerMuted } from '../thread-mute/thread-mute.service.ts';
import { canShare } from './post.service.ts';

export const postResolvers: Resolvers = {
  Post: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('post', id, loaders.post),
    id: (post) => encodeId('post', post.id),

    reactionCount: (post, _, { loaders }) => reactionCountTo(loaders, post),
    reactionSummary: (post, _, { loaders }) => reactionSummaryTo(loaders, post),
    commentCount: async (post, _, { loaders }) => countOf(await loaders.counts.load(post.id), 'comment'),
    shareCount: async (post, _, { loaders }) => countOf(await loaders.counts.load(post.id), 'share'),
    bookmarkCount: (post, _, context) => bookmarkCountOf(context, post),

    viewerReaction: (post, _, { loaders }) => viewerReactionTo(loaders, post),
    viewerHasShared: (post, _, context) => viewerShares(context, post.id),
    viewerHasBookmarked: (post, _, context) => viewerBookmarked(context, post.id),
    viewerHasMutedThread: (post, _, context) => viewerMuted(context, post.id),
    canComment: (post) => post.acceptsComments,
    canShare: (post, _, { viewer }) => canShare(post, viewer),

    comments: (post, args, context) => commentsOn(context, post.id, args),
    reactions: (post, args, { loaders }) => reactionsTo(loaders, post, args),
    shares: (post, args, { loaders }) => sharesOf(loaders, post.id, args),
    analytics: (post, args, context) => analyticsOfPost(context, post, args),
  },
};
