import { encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import { commentsIn } from '../comment/comment-list.ts';
import { countOf } from '../count/count.ts';
import { reactionsTo } from '../reaction/reaction-list.ts';
import { reactionCountTo, reactionSummaryTo, viewerReactionTo } from '../reaction/shown-reactions.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { viewerShares } from '../share/share.service.ts';
import { sharesOf } from '../share/share-list.ts';
import { canShare } from './post.service.ts';

export const postResolvers: Resolvers = {
  Post: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('post', id, loaders.post),
    id: (post) => encodeId('post', post.id),

    reactionCount: (post, _, { loaders }) => reactionCountTo(loaders, post),
    reactionSummary: (post, _, { loaders }) => reactionSummaryTo(loaders, post),
    commentCount: async (post, _, { loaders }) => countOf(await loaders.counts.load(post.id), 'comment'),
    shareCount: async (post, _, { loaders }) => countOf(await loaders.counts.load(post.id), 'share'),

    viewerReaction: (post, _, { loaders }) => viewerReactionTo(loaders, post),
    viewerHasShared: (post, _, context) => viewerShares(context, post.id),
    canComment: (post) => post.acceptsComments,
    canShare: (post, _, { viewer }) => canShare(post, viewer),

    comments: (post, args, { loaders }) => commentsIn(loaders, post.id, args),
    reactions: (post, args, { loaders }) => reactionsTo(loaders, post, args),
    shares: (post, args, { loaders }) => sharesOf(loaders, post.id, args),
  },
};
