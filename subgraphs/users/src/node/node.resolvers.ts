import type { Resolvers } from '../resolvers.generated.ts';
import { findNode, findNodes } from './node.service.ts';

export const nodeResolvers: Resolvers = {
  Query: {
    node: (_, { id }, context) => findNode(context, id),
    nodes: (_, { ids }, context) => findNodes(context, ids),
  },
};
