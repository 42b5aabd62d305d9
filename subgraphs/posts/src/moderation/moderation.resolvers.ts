import type { Resolvers } from '../resolvers.generated.ts';
import { labelActionFor, moderationFor } from './shown-moderation.ts';

export const moderationResolvers: Resolvers = {
  Post: {
    labelAction: (post, _, context) => labelActionFor(context, post),
    moderation: (post, _, { viewer }) => moderationFor(viewer, post),
  },
};
