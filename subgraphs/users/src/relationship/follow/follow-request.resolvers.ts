import { decodeId, encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import type { Resolvers } from '../../resolvers.generated.ts';
import { listRequests, personOf, respondToRequest } from './follow-request.service.ts';

export const followRequestResolvers: Resolvers = {
  Mutation: {
    respondToFollowRequest: async (_, { input: { requestId, accept } }, context) => ({
      requester: await respondToRequest(context, {
        requestId: decodeId('request', requestId, 'input.requestId'),
        accept,
      }),
      removedRequestId: requestId,
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
  },
  Viewer: {
    followRequests: ({ id }, pages, context) => listRequests(context, { viewerId: id, list: 'waiting', ...pages }),
    sentFollowRequests: ({ id }, pages, context) => listRequests(context, { viewerId: id, list: 'sent', ...pages }),
  },
  FollowRequest: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('request', id, loaders.followRequest),
    id: ({ id }) => encodeId('request', id),
    requester: (request, _, context) => personOf(context, request, request.requesterId),
    target: (request, _, context) => personOf(context, request, request.targetId),
  },
  FollowRequestConnection: {
    totalCount: ({ countAll }) => countAll(),
  },
};
