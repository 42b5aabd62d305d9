import { decodeId, encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import { toPublishedEdge } from '../feed/feed-item.ts';
import { canQuote } from '../quote/quote.service.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { facetsFor } from '../text/facet.service.ts';
import { createPost } from './create-post.service.ts';
import { deletePost, editPost, isAuthor, setPostPolicies } from './post.service.ts';
import { readAskedPost } from './read-asked-post.ts';

export const postResolvers: Resolvers = {
  Query: {
    post: (_, { id }, { loaders }) => loaders.post.load(decodeId('post', id)),
  },
  Mutation: {
    createPost: async (_, { input }, context) => {
      const asked = readAskedPost(input.content, { quotedPostId: input.quotedPostId });
      const draftId = input.draftId == null ? null : decodeId('draft', input.draftId, 'input.draftId');
      const post = await createPost(context, { asked, draftId }, input.idempotencyKey);
      return { post, feedEdge: toPublishedEdge(post), userErrors: [] };
    },
    editPost: async (_, { input }, context) => {
      const post = await editPost(context, { ...input, postId: decodeId('post', input.postId, 'input.postId') });
      return { post, userErrors: [] };
    },
    setPostPolicies: async (_, { input }, context) => {
      const post = await setPostPolicies(context, decodeId('post', input.postId, 'input.postId'), input);
      return { post, userErrors: [] };
    },
    deletePost: async (_, { input }, context) => {
      await deletePost(context, decodeId('post', input.postId, 'input.postId'));
      return { deletedPostId: input.postId, userErrors: [] };
    },
  },
  Post: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('post', id, loaders.post),
    id: ({ id }) => encodeId('post', id),
    facets: (post, _, context) => facetsFor(context, post),
    author: ({ authorId }, _, { loaders }) => loaders.author.load(authorId),
    media: ({ id, hasMedia }, _, { loaders }) => (hasMedia ? loaders.mediaOfPost.load(id) : []),
    hashtags: async ({ hashtagIds }, _, { loaders }) => {
      const hashtags = await Promise.all(hashtagIds.map((id) => loaders.hashtag.load(id)));
      return hashtags.filter((hashtag) => hashtag !== null);
    },
    permissions: (post) => post,
  },
  PostPermissions: {
    canEdit: (post, _, { viewer }) => isAuthor(post, viewer),
    canDelete: (post, _, { viewer }) => isAuthor(post, viewer),
    canQuote: (post, _, context) => canQuote(context, post),
  },
};
