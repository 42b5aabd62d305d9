import { encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import { commentsIn } from '../comment/comment-list.ts';
import { countOf, reactionCountOf, tallyOf } from '../count/count.ts';
import { reactionsTo } from '../reaction/reaction-list.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { sharesOf } from '../share/share-list.ts';
import { canComment, isShareable } from './post.service.ts';

export const postResolvers: Resolvers = {
  Post: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('post', id, loaders.post),
    id: (post) => encodeId('post', post.id),

    reactionCount: async (post, _, { loaders }) => reactionCountOf(await loaders.counts.load(post.id)),
    reactionSummary: async (post, _, { loaders }) => tallyOf(await loaders.counts.load(post.id)),
    commentCount: async (post, _, { loaders }) => countOf(await loaders.counts.load(post.id), 'comment'),
    shareCount: async (post, _, { loaders }) => countOf(await loaders.counts.load(post.id), 'share'),

    viewerReaction: async (post, _, { loaders }) => (await loaders.viewerReaction.load(post.id))?.kind ?? null,
    viewerHasShared: async (post, _, { loaders, viewer }) =>
      viewer ? (await loaders.viewerShare.load(post.id)) !== null : null,
    canComment: (_, __, { viewer }) => canComment(viewer),
    canShare: (post, _, { viewer }) => viewer !== undefined && isShareable(post),

    comments: (post, args, { loaders }) => commentsIn(loaders, post.id, args),
    reactions: (post, args, { loaders }) => reactionsTo(loaders, post.id, args),
    shares: (post, args, { loaders }) => sharesOf(loaders, post.id, args),
  },
};
