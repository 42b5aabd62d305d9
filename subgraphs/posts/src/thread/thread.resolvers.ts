import { encodeCursor, type Page, readPageBy, toConnection } from '@nexus/kit/pagination';
import { readAskedPost } from '../post/read-asked-post.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { createThread, pathOfPost, requireLength } from './thread.service.ts';
import { threadOf } from './thread.ts';

const MAX_INDEX = 2 ** 15 - 1;

export const threadResolvers: Resolvers = {
  Mutation: {
    createThread: async (_, { input }, context) => {
      requireLength(input.posts);
      const asked = input.posts.map((content, index) =>
        readAskedPost(content, { path: pathOfPost(index), quotedPostId: index === 0 ? input.quotedPostId : null }),
      );
      return { posts: await createThread(context, asked, input.idempotencyKey), userErrors: [] };
    },
  },
  Post: {
    thread: (post) => threadOf(post),
  },
  PostThread: {
    root: ({ rootId }, _, { loaders }) => loaders.post.load(rootId),
    posts: async ({ rootId }, args, { loaders }) => {
      const page: Page<number> = readPageBy(args, decodeIndex);
      return toConnection(await loaders.postsOfThread(page).load(rootId), page, (node) => ({
        cursor: encodeCursor(node.threadIndex ?? 0),
        node,
      }));
    },
  },
};

function decodeIndex([part]: string[]): number | undefined {
  const index = Number(part);
  return Number.isInteger(index) && Math.abs(index) <= MAX_INDEX ? index : undefined;
}
